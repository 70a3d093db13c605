// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/tenantmenu.h"

#include "models/visibletext.h"
#include "session/tenantkindword.h"
#include "session/tenantsession.h"
#include "widgets/controls/kindcolor.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

TenantMenu::TenantMenu(TenantSession &session, QAction *demo, QAction *settings, QWidget *parent)
    : QMenu(parent)
    , m_session(session)
    , m_demo(demo)
    , m_settings(settings)
{
    connect(this, &QMenu::aboutToShow, this, &TenantMenu::build);
    connect(&session.privacy(), &PrivacyMode::changed, this, &TenantMenu::build);
    build();
}

void TenantMenu::build()
{
    clear();
    for (const Profile &profile : m_session.settings().profiles()) {
        QString text = visibleText(m_session.privacy().name(profile.name)) + u"  –  "_s
            + tenantKindWord(profile.kind);
        QAction *action = addAction(kindIcon(profile.kind), text.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_session.profile() && m_session.profile()->id == profile.id);
        connect(action, &QAction::triggered, this,
                [this, profile] { m_session.openProfile(profile); });
    }
    addSeparator();
    addAction(m_demo);
    addAction(m_settings);
}

} // namespace Vestibule
