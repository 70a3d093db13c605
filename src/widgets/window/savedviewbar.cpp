// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/savedviewbar.h"

#include "session/privacymode.h"
#include "session/savedviewtext.h"
#include "store/settings.h"
#include "widgets/controls/messagebanner.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

SavedViewBar::SavedViewBar(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_banner(new MessageBanner(this))
{
    setObjectName(u"savedViewBar"_s);
    m_banner->setObjectName(u"savedViewBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &MessageBanner::actionTriggered, this, [this] {
        if (const auto profile = liveProfile())
            Q_EMIT liveRequested(*profile);
    });
    connect(m_banner, &MessageBanner::otherTriggered, this, &SavedViewBar::closeRequested);
    connect(&sources.privacy, &PrivacyMode::changed, this, &SavedViewBar::showSubject);
    showSubject();
}

void SavedViewBar::showSubject()
{
    const SavedViewPtr view = savedViewOf(m_sources.subject);
    setVisible(view != nullptr);
    if (!view)
        return;
    const QString tenant = m_sources.privacy.name(view->domain.text());
    m_banner->showMessage({.severity = MessageBanner::Severity::Warning,
                           .text = savedViewText(*view, tenant),
                           .actionText = liveProfile() ? tr("Back to &tenant") : QString(),
                           .otherText = tr("Close"),
                           .isLasting = true});
}

std::optional<Profile> SavedViewBar::liveProfile() const
{
    const SavedViewPtr view = savedViewOf(m_sources.subject);
    if (!view)
        return {};
    const Settings &settings = m_sources.settings;
    auto profile = profileFor(view->domain, settings.profiles(), settings.currentProfileId());
    if (profile)
        profile->organizationId = view->provenance.organizationId;
    return profile;
}

} // namespace Vestibule
