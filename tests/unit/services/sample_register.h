#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "core/interfaces/office.h"
#include "core/services/office.h"
#include "core/services/sample.h"
#include "core/store/head_file.h"
#include "tests/support/scratch_folder.h"

namespace tutela::services {

/// Tests on a copy of a training register that is made once.
class SampleRegister : public ::testing::Test {
protected:
    SampleRegister() { copyTo(file); }

    /// The register as it was made, under another name.
    static void copyTo(const std::filesystem::path& target)
    {
        static const tutela::testing::ScratchFolder kFolder;
        static const bool kMade = [] {
            return createSample({.file = kFolder.file("sample"),
                                    .cases = 10,
                                    .seed = 7,
                                    .anchor = parseDay("2026-06-10").value()})
                .ok();
        }();
        ASSERT_TRUE(kMade);
        std::filesystem::copy_file(kFolder.file("sample"), target);
        std::filesystem::copy_file(store::headPath(kFolder.file("sample")), store::headPath(target));
    }

    static std::unique_ptr<interfaces::Office> open(
        const std::filesystem::path& path, HeadCheck check = HeadCheck::Required)
    {
        auto office = openOffice(path, check);
        if (!office)
            throw std::runtime_error(office.error().what.id);
        return std::move(office).value();
    }

    static std::unique_ptr<interfaces::Office> openAs(
        const std::filesystem::path& path, const std::string& person)
    {
        auto office = open(path);
        if (!office->signIn().signIn(person, "arcadia-" + person))
            throw std::runtime_error("no sign-in");
        return office;
    }

    /// An assessment under review that this coordinator may ask about.
    static CaseId underReview(interfaces::Office& office)
    {
        for (const auto& row : office.worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            if (row.step == Step::Received || row.step == Step::UnderReview)
                return row.caseId;
        }
        throw std::runtime_error("no assessment under review");
    }

    static interfaces::ActRequest asking(const CaseId& id, const char* period = "P1W")
    {
        interfaces::ActRequest request{.act = "ask-information", .caseId = id};
        request.data = Json::object(
            {{"questions", Json::array({"An invented question about lanterns?"})}, {"period", period}});
        return request;
    }

    /// The codes and places that doctor names, deep.
    static std::string diagnosis(interfaces::Office& office)
    {
        const auto report = office.log().doctor(interfaces::VerifyDepth::Deep);
        if (!report)
            return report.error().what.id;
        std::string text = report.value().ok ? "ok" : "";
        for (const auto& problem : report.value().problems)
            text += problem.code + " " + problem.where + ";";
        return text;
    }

    tutela::testing::ScratchFolder folder;
    std::filesystem::path file = folder.file("register");
};

} // namespace tutela::services
