"""A landed migration never changes: registers in use have run it. A new one is added to migrations.sha256."""
import hashlib
import re

import sources


def check(files, pinned):
    """files: name → bytes; pinned: name → SHA-256 in hexadecimal."""
    problems = [f"{name}: landed and now gone" for name in pinned if name not in files]
    for number, name in enumerate(sorted(files), 1):
        if not re.match(rf"{number:04}_[a-z0-9_]+\.sql$", name):
            problems.append(f"{name}: number {number:04} was due")
        if name not in pinned:
            problems.append(f"{name}: not in tests/lint/migrations.sha256")
        elif hashlib.sha256(files[name]).hexdigest() != pinned[name]:
            problems.append(f"{name}: changed after it landed")
    return problems


if __name__ == "__main__":
    folder = sources.ROOT / "migrations"
    found = {path.name: path.read_bytes() for path in folder.glob("*.sql")}
    lines = (sources.ROOT / "tests/lint/migrations.sha256").read_text().split()
    sources.finish(check(found, dict(zip(lines[1::2], lines[::2]))), len(found))
