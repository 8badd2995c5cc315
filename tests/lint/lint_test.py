"""Each check finds what it is there to find."""
import hashlib
import unittest

import layers
import length
import message_ids
import migrations
import no_qt
import no_sql
import words


class Lint(unittest.TestCase):
    def test_layers_point_down(self):
        for path, include, fits in (
                ("core/base/day.h", "core/law/zone.h", False),
                ("core/law/period.h", "core/domain/vocabulary.h", True),
                ("core/law/period.h", "core/procedure/facts.h", False),
                ("core/procedure/apply.cpp", "core/store/engine.h", False),
                ("core/journal/tree.h", "core/domain/entry.h", False),
                ("core/store/local_store.h", "core/access/lockout.h", True),
                ("core/interfaces/office.h", "core/law/zone.h", False),
                ("core/services/office.cpp", "core/store/engine.h", True),
                ("core/services/office.cpp", "ui/main_window.h", False),
                ("app/cli/act.cpp", "core/services/office.h", False),
                ("app/cli/wiring_registers.cpp", "core/services/office.h", True),
                ("app/cli/wiring.cpp", "core/store/engine.h", False),
                ("app/desktop/main.cpp", "ui/main_window.h", True),
                ("app/cli/main.cpp", "ui/main_window.h", False),
                ("ui/main_window.cpp", "core/services/office.h", False),
                ("ui/main_window.cpp", "core/interfaces/office.h", True)):
            with self.subTest(path=path, include=include):
                self.assertEqual(layers.check(path, f'#pragma once\n#include "{include}"\n') == [], fits)

    def test_qt_and_sql_are_seen(self):
        self.assertTrue(no_qt.check("core/base/day.h", "#include <QString>\n"))
        self.assertTrue(no_qt.check("core/base/day.h", "#include <QtCore/QString>\n"))
        self.assertFalse(no_qt.check("core/documents/pdf.cpp", "#include <qpdf/QPDF.hh>\n"))
        self.assertTrue(no_sql.check("core/services/a.cpp", 'engine.run("DELETE FROM work");'))
        self.assertTrue(no_sql.check("app/cli/a.cpp", 'query("SELECT 1", {})'))
        self.assertFalse(no_sql.check("core/store/a.cpp", 'query("SELECT 1", {})'))
        self.assertFalse(no_sql.check("ui/a.cpp", 'label("Select a case")'))

    def test_a_landed_migration_stays(self):
        one = {"0001_journal.sql": b"CREATE"}
        pinned = {"0001_journal.sql": hashlib.sha256(b"CREATE").hexdigest()}
        self.assertEqual(migrations.check(one, pinned), [])
        self.assertTrue(migrations.check({"0001_journal.sql": b"CREATE "}, pinned))
        self.assertTrue(migrations.check({}, pinned))
        self.assertTrue(migrations.check(one | {"0002_more.sql": b""}, pinned))
        self.assertTrue(migrations.check(one | {"0003_more.sql": b""}, pinned | {"0003_more.sql": hashlib.sha256(b"").hexdigest()}))

    def test_an_id_needs_its_text(self):
        ids = {"step.received": "", "refusal.role": ""}
        self.assertEqual(message_ids.missing("a.cpp", 'x("refusal.role"), fmt::format("step.{}", s)', ids), [])
        self.assertTrue(message_ids.missing("a.cpp", 'x("refusal.rule")', ids))
        self.assertTrue(message_ids.missing("a.cpp", 'x("refusal.role.more")', ids))
        self.assertEqual(message_ids.missing("a.cpp", 'open("refusal.json")', ids), [])
        self.assertTrue(message_ids.compare("step", {"step.received", "step.closed"}, ids))
        self.assertTrue(message_ids.compare("step", set(), ids))

    def test_the_texts_of_guards_are_found_in_their_code(self):
        definitions = '{Guard::PlanPeriodOver, "plan-period-over"},\n{Guard::Approved, "approved"},'
        guards = ('void planPeriodOver(const GuardRun& run)\n{\n    if (x)\n        return run.refuse({}, "not-demanded");\n'
                  '    run.refuse({{"end", end}});\n    run.warn("late");\n}\n'
                  '}\nvoid approved(const GuardRun& run)\n{\n    run.refuseUnless(ok);\n}\n')
        self.assertEqual(message_ids.guard_ids(definitions, guards),
                         ({"guard.plan-period-over", "guard.plan-period-over.not-demanded", "guard.approved"},
                          {"warning.late"}))

    def test_words_and_length(self):
        self.assertTrue(words.check("a.cpp", 'open("/tmp' + '/x")'))
        self.assertTrue(words.check("a.md", "see git" + "hub.com"))
        self.assertFalse(words.check("a.cpp", '#include "core/services/work' + 'load.h"'))
        self.assertTrue(length.check("core/a.cpp", "\n" * 501))
        self.assertFalse(length.check("core/a.cpp", "\n" * 500))


if __name__ == "__main__":
    unittest.main()
