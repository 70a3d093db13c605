// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/stagenotice.h"

#include "session/problemtext.h"
#include "session/tenanttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct StageNotice {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::StageNotice)
};

StatePage::Content tokenNotice(const TenantSession &session)
{
    const QString name =
        tenantName({.domain = session.access().domain.text(), .profile = session.profile()},
                   session.privacy());
    if (session.access().domain.isEmpty()) {
        return {.iconName = u"tenant"_s,
                .text = StageNotice::tr("The domain of %1 cannot be used.").arg(name),
                .actionText = StageNotice::tr("Settings...")};
    }
    if (session.secretError()) {
        return {.iconName = u"token"_s,
                .text = secretErrorText(*session.secretError()),
                .actionText = StageNotice::tr("Enter a token...")};
    }
    return {.iconName = u"token"_s,
            .text = StageNotice::tr("No token is kept for %1.").arg(name),
            .actionText = StageNotice::tr("Enter a token...")};
}

} // namespace

std::optional<StatePage::Content> stageNotice(const TenantSession &session)
{
    switch (session.stage()) {
    case TenantSession::Stage::Nothing:
    case TenantSession::Stage::Browsing:
        return {};
    case TenantSession::Stage::ReadingToken:
        return StatePage::Content{.iconName = u"wait"_s,
                                  .text = StageNotice::tr("Asking the keyring for the token..."),
                                  .actionText = StageNotice::tr("Cancel")};
    case TenantSession::Stage::NeedsToken:
        return tokenNotice(session);
    case TenantSession::Stage::NeedsOrganization:
        return StatePage::Content{
            .iconName = u"organization"_s,
            .text = StageNotice::tr("Which organization? Choose it by name, or type its ID."),
            .actionText = StageNotice::tr("Choose an organization...")};
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
