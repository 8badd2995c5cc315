"""Every message id of the code has its text, and every text of the checked areas has its use.

An id is a string literal "area.name…" whose area is one of the catalogue's. A literal that is the beginning of ids,
as in fmt::format("step.{}", …), needs at least one text under it."""
import json
import re

import sources

LITERAL = re.compile(r'"((?:[a-z][a-z0-9-]*\.)(?:[A-Za-z0-9_-]+\.)*(?:[A-Za-z0-9_-]+|\{\}|))"')
FILE = re.compile(r"\.(json|txt|csv|pdf|html|svg|ui|qm|md|sql|head|new)$")
REFUSE = re.compile(r'refuse\([^;]*?\},\s*"([a-z-]+)"\)|refuse\(.*?ofCase \? "([a-z-]+)" : "([a-z-]+)"\)', re.S)


def literals(text):
    code = re.sub(r"^\s*(//|#include).*$", "", text, flags=re.M)
    return {match.group(1) for match in LITERAL.finditer(code)}


def missing(path, text, ids):
    """Literals of one file that have no text."""
    areas = {known.split(".")[0] for known in ids}
    problems = []
    for literal in sorted(literals(text)):
        stem = literal.removesuffix("{}").removesuffix(".")
        if literal.split(".")[0] not in areas or FILE.search(literal):
            continue
        if stem not in ids and not any(known.startswith(stem + ".") for known in ids):
            problems.append(f"{path}: no text for {literal}")
    return problems


def guard_ids(definitions, guards):
    """Ids that the guards give: guard.<name>[.<variant>] and warning.<name>."""
    names = dict(re.findall(r'\{Guard::(\w+), "([a-z-]+)"\}', definitions))
    bodies = dict(re.findall(r"^void (\w+)\(const GuardRun& run\)\n\{(.*?)^\}", guards, re.M | re.S))
    bodies["requestOf"] = ""
    refusals, warnings = set(), {f"warning.{name}" for name in re.findall(
        r'(?:warn\(|between\(\{[^}]*\},)\s*"([a-z-]+)"', guards)}
    for enumerator, name in names.items():
        function = enumerator[0].lower() + enumerator[1:]
        body = bodies.get(function, "")
        variants = {word for found in REFUSE.findall(body) for word in found if word}
        calls = len(re.findall(r"\brefuse(?:Unless|UntilOver)?\(", body))
        refusals |= {f"guard.{name}.{variant}" for variant in variants}
        plain = calls - len(REFUSE.findall(body))
        if plain > 0:
            refusals.add(f"guard.{name}")
    return refusals, warnings


def compare(area, expected, ids, also=frozenset()):
    here = {known for known in ids if known.startswith(area + ".")}
    return [f"no text for {name}" for name in sorted(expected - here)] + \
           [f"{name}: a text that nothing uses" for name in sorted(here - expected - also)]


def read_catalogue(problems):
    ids = {}
    for path, text in sources.own_files((".json",), ("forms/texts",)):
        if not path.startswith("forms/texts/en."):
            continue
        for name in json.loads(text):
            if name in ids:
                problems.append(f"{path}: {name} stands in {ids[name]} too")
            ids[name] = path
    return ids


def main():
    problems, used, count = [], set(), 0
    ids = read_catalogue(problems)
    for path, text in sources.own_files(sources.CODE, ("core", "app", "ui")):
        count += 1
        problems += missing(path, text, ids)
        used |= literals(text)
    acts, fields, clocks = set(), {"field.document", "field.authenticity", "field.author"}, set()
    for path in (sources.ROOT / "core/law/rulebooks").glob("*.json"):
        rulebook = json.loads(path.read_text(encoding="utf-8"))
        acts |= {"act." + act["act"] for act in rulebook.get("acts", [])}
        fields |= {"field." + field["name"] for act in rulebook.get("acts", []) for field in act["fields"]}
        clocks |= {"clock." + clock["id"] for clock in rulebook["clocks"]}
    procedure = sources.ROOT / "core/procedure"
    refusals, warnings = guard_ids((procedure / "act_definition.cpp").read_text(encoding="utf-8"),
                                   "".join(path.read_text(encoding="utf-8")
                                           for path in sorted(procedure.glob("guards_*.cpp"))))
    for area, expected in (("act", acts), ("field", fields), ("clock", clocks), ("guard", refusals),
                           ("warning", warnings)):
        problems += compare(area, expected, ids, frozenset(used))
    sources.finish(problems, count)


if __name__ == "__main__":
    main()
