// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/savedviewbar.h"

#include "session/savedviewtext.h"
#include "session/tenantsession.h"
#include "store/profilefor.h"
#include "widgets/controls/messagebanner.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

SavedViewBar::SavedViewBar(TenantSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_banner(new MessageBanner(this))
{
    setObjectName(u"savedViewBar"_s);
    m_banner->setObjectName(u"savedViewBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        if (const auto profile = ownProfile())
            m_session.openProfile(*profile);
    });
    connect(&session, &TenantSession::changed, this, &SavedViewBar::showView);
    connect(&session.privacy(), &PrivacyMode::changed, this, &SavedViewBar::showView);
    showView();
}

void SavedViewBar::showView()
{
    const SavedViewPtr &view = m_session.savedView();
    setVisible(view != nullptr);
    if (!view)
        return;
    const QString tenant = m_session.privacy().name(view->domain.text());
    m_banner->showMessage({.severity = MessageBanner::Severity::Warning,
                           .text = savedViewText(*view, tenant),
                           .actionText = ownProfile() ? tr("Show &live") : QString(),
                           .isLasting = true});
}

std::optional<Profile> SavedViewBar::ownProfile() const
{
    const SavedViewPtr &view = m_session.savedView();
    if (!view)
        return {};
    const Settings &settings = m_session.settings();
    auto profile = profileFor(view->domain, settings.profiles(), settings.currentProfileId());
    if (profile)
        profile->organizationId = view->provenance.organizationId;
    return profile;
}

} // namespace Vestibule
