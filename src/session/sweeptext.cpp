// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/sweeptext.h"

#include "inventory/sweep.h"
#include "models/displaytext.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct SweepText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SweepText)
};

//! So far in this stretch; empty before it can be told.
QString paceText(const Sweep &sweep)
{
    const auto left = sweep.timeLeft();
    if (!left)
        return SweepText::tr("Reading organizations…");
    if (*left < 1s)
        return SweepText::tr("Nearly done");
    const auto pace = sweep.pace();
    if (!pace || *pace <= 0)
        return SweepText::tr("About %1 left").arg(durationText(*left));
    return SweepText::tr("%1 a second, about %2 left", "organizations, duration")
        .arg(QLocale().toString(*pace, 'f', *pace < 10 ? 1 : 0), durationText(*left));
}

} // namespace

QString expectedSweepText(qsizetype organizations, std::optional<std::chrono::seconds> time,
                          int share)
{
    const QString number = QLocale().toString(organizations);
    if (!time)
        return SweepText::tr("%1 organization(s).", nullptr, int(organizations)).arg(number);
    return SweepText::tr("%1 organization(s), about %2 at %3 % of the rate limit.", nullptr,
                         int(organizations))
        .arg(number, durationText(*time), QLocale().toString(share));
}

QString sweepText(const Sweep &sweep)
{
    switch (sweep.state()) {
    case Sweep::State::Opening:
        return SweepText::tr("Opening the inventory…");
    case Sweep::State::Reading: {
        if (const auto wait = std::chrono::ceil<std::chrono::seconds>(sweep.waitLeft()); wait > 2s)
            return (sweep.waitCause().asksToWait()
                        ? SweepText::tr("The tenant asked to wait. Continuing in %1.")
                        : SweepText::tr("A request failed. Retrying in %1."))
                .arg(durationText(wait));
        if (sweep.summary().counts.listed() == 0)
            return SweepText::tr("Listing the organizations…");
        return paceText(sweep);
    }
    case Sweep::State::ListingAgain:
        return SweepText::tr("Listing the organizations again…");
    case Sweep::State::Pausing:
    case Sweep::State::Ending:
        return SweepText::tr("Saving what was read…");
    case Sweep::State::Paused:
        return SweepText::tr("Paused");
    case Sweep::State::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

QString sweepRunningText(const Sweep &sweep)
{
    return SweepText::tr("A sweep is running: %1. What was read is kept, and the next sweep "
                         "continues from there.",
                         "%1 says how many organizations")
        .arg(countsText(sweep.summary().counts));
}

QString sweepCauseText(const Sweep &sweep, const QString &host, const PrivacyMode &privacy)
{
    if (const auto *error = std::get_if<ApiError>(&sweep.cause())) {
        const QString reason = privacy.failure(*error, host);
        return sweep.state() == Sweep::State::Paused
            ? SweepText::tr("The sweep is paused, and nothing is lost. %1").arg(reason)
            : SweepText::tr("The sweep has ended; what was read is kept. %1").arg(reason);
    }
    if (const auto *problem = std::get_if<InventoryProblem>(&sweep.cause()))
        return sweep.state() == Sweep::State::Paused
            ? SweepText::tr("The sweep is paused. %1", "%1 is a sentence")
                  .arg(inventoryProblemText(*problem))
            : inventoryProblemText(*problem);
    return {};
}

QString catalogueProblemText(const ApiError &error, const QString &reason)
{
    const QString text =
        SweepText::tr("The tenant's connections were not read, so the unused ones are not known.");
    return text + u' '
        + (error.kind == ApiError::Kind::Forbidden
               ? SweepText::tr("That needs a token with the scope read:connections.")
               : reason);
}

} // namespace Vestibule
