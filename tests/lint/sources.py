"""The project's own files, for the checks of this folder."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("app", "core", "forms", "migrations", "tests", "ui")
CODE = (".h", ".cpp")


def own_files(suffixes=None, folders=FOLDERS):
    """(path from the root, text) of every own file; what git tracks where there is git."""
    try:
        listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z", "--", *folders],
                                capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = []
    if not any(listed):
        listed = [path.relative_to(ROOT).as_posix() for folder in folders
                  for path in (ROOT / folder).rglob("*") if path.is_file()]
    for name in sorted(filter(None, listed)):
        path = ROOT / name
        if path.is_file() and (suffixes is None or path.suffix in suffixes):
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def finish(problems, looked_at):
    """Prints what is wrong and ends the program; a check that looked at nothing is wrong too."""
    for problem in problems:
        print(problem)
    if looked_at == 0:
        print("nothing was looked at")
    sys.exit(1 if problems or looked_at == 0 else 0)


def check_each(check, suffixes=None, folders=FOLDERS):
    """Runs check(path, text) on every file."""
    problems, count = [], 0
    for path, text in own_files(suffixes, folders):
        count += 1
        problems += check(path, text)
    finish(problems, count)
