"""No file of own code is longer than 500 lines, unless it says here why."""
import sources

LIMIT = 500
LONGER = {
    "tests/unit/procedure/guards_test.cpp": "one table, a row for each sentence of the law",
}


def check(path, text):
    lines = text.count("\n")
    if path in LONGER:
        return [] if lines > LIMIT else [f"{path}: short enough now, take it off the list"]
    return [f"{path}: {lines} lines"] if lines > LIMIT else []


if __name__ == "__main__":
    sources.check_each(check, sources.CODE)
