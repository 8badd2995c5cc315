#pragma once

#include "core/interfaces/appointment_desk.h"
#include "core/interfaces/calendar_desk.h"
#include "core/interfaces/case_desk.h"
#include "core/interfaces/changes.h"
#include "core/interfaces/comparison_desk.h"
#include "core/interfaces/contact_desk.h"
#include "core/interfaces/directory.h"
#include "core/interfaces/duty_desk.h"
#include "core/interfaces/intake_desk.h"
#include "core/interfaces/legal_texts.h"
#include "core/interfaces/letter_desk.h"
#include "core/interfaces/office_clock.h"
#include "core/interfaces/own_desk.h"
#include "core/interfaces/register_log.h"
#include "core/interfaces/search_desk.h"
#include "core/interfaces/sign_in_desk.h"
#include "core/interfaces/worklist.h"

namespace tutela::interfaces {

/// One open register with its desks. One thread at a time.
class Office {
public:
    virtual ~Office() = default;
    virtual SignInDesk& signIn() = 0;
    virtual Worklist& worklist() = 0;
    virtual CaseDesk& cases() = 0;
    virtual LetterDesk& letters() = 0;
    virtual IntakeDesk& intake() = 0;
    virtual ComparisonDesk& comparisons() = 0;
    virtual ProviderDirectory& providers() = 0;
    virtual DutyDesk& duties() = 0;
    virtual PeopleDirectory& people() = 0;
    virtual RegisterLog& log() = 0;
    virtual OfficeClock& clock() = 0;
    virtual Changes& changes() = 0;
    virtual SearchDesk& search() = 0;
    virtual OwnDesk& own() = 0;
    virtual LegalTexts& legalTexts() = 0;
    virtual CalendarDesk& calendar() = 0;
    virtual AppointmentDesk& appointments() = 0;
    virtual ContactDesk& contacts() = 0;
};

} // namespace tutela::interfaces
