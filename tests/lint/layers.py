"""Arrows between the folders point down only."""
import re

import sources

ALLOWED = {
    "core/base": set(),
    "core/domain": {"base"},
    "core/law": {"domain", "base"},
    "core/journal": {"base"},
    "core/access": {"base"},
    "core/procedure": {"law", "domain", "base"},
    "core/filings": {"law", "domain", "base"},
    "core/documents": {"law", "domain", "base"},
    "core/statistics": {"law", "domain", "base"},
    "core/store": {"domain", "journal", "access", "base"},  # access: the value of a lock-out
    "core/interfaces": {"domain", "base"},
    "app": {"interfaces", "domain", "base"},
    "ui": {"interfaces", "domain", "base"},
}
# The only files that put the desks on a register and the commands that need none on the law and the forms.
WIRING = re.compile(r"app/(\w+/main|cli/wiring\w*|desktop/wiring\w*|server/wiring\w*)\.(h|cpp)$")
WIRED = {"services", "law", "filings"}
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]((core|app|ui|tests)/[^">]+)[">]', re.M)


def allowed_in(path):
    parts = path.split("/")
    if parts[0] == "core":
        return None if parts[1] == "services" else ALLOWED.get("/".join(parts[:2]), set())
    return ALLOWED[parts[0]] | (WIRED if WIRING.match(path) else set())


def check(path, text):
    problems = []
    allowed = allowed_in(path)
    for match in INCLUDE.finditer(text):
        target, top = match.group(1), match.group(2)
        line = text.count("\n", 0, match.start(1)) + 1
        if top == "core":
            own = "/".join(path.split("/")[:2]) == "/".join(target.split("/")[:2])
            fits = own or allowed is None or target.split("/")[1] in allowed
        else:
            fits = top == path.split("/")[0] or (top == "ui" and path.startswith("app/desktop/"))
        if not fits:
            problems.append(f"{path}:{line}: may not see {target}")
    return problems


if __name__ == "__main__":
    sources.check_each(check, sources.CODE, ("app", "core", "ui"))
