"""Core and the command line know no Qt."""
import re

import sources

QT = re.compile(r"^\s*#\s*include\s*<(Q[A-Z]\w*|Qt\w+/.*)>|\bQ_OBJECT\b|\bqt_|find_package\(Qt|Qt6::", re.M)


def check(path, text):
    return [f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
            for match in QT.finditer(text) if "QPDF" not in match.group()]


if __name__ == "__main__":
    sources.check_each(check, (".h", ".cpp", ".txt"), ("core", "app/cli", "app/server"))
