"""SQL stands in core/store and in migrations only."""
import re

import sources

SQL = re.compile(r'"[^"\n]*\b(SELECT\s+\S|INSERT (OR \w+ )?INTO\s|UPDATE\s+\w+\s+SET\b|DELETE FROM\s|PRAGMA\s'
                 r'|(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW)\s|VACUUM\b|BEGIN IMMEDIATE)'
                 r'|#include <(sqlite3\.h|SQLiteCpp)')


def check(path, text):
    if path.startswith("core/store/"):
        return []
    return [f"{path}:{number}: {line.strip()[:80]}" for number, line in enumerate(text.splitlines(), 1)
            if SQL.search(line)]


if __name__ == "__main__":
    sources.check_each(check, sources.CODE, ("core", "app", "ui"))
