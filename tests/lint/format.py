"""Own code stands as clang-format writes it."""
import shutil
import subprocess
import sys

import sources

if __name__ == "__main__":
    tool = shutil.which("clang-format-14")
    if tool is None:
        print("clang-format-14 is not installed")
        sys.exit(77)
    files = [path for path, _ in sources.own_files(sources.CODE, ("app", "core", "tests", "ui"))]
    run = subprocess.run([tool, "--dry-run", "-Werror", *files], cwd=sources.ROOT, capture_output=True, text=True)
    wrong = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "error:" in line})
    sources.finish([f"{path}: clang-format-14 -i" for path in wrong] or [run.stderr] * (run.returncode != 0), len(files))
