// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/recentorganizationsmenu.h"

#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/organizationhistory.h"
#include "session/tenantsession.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

RecentOrganizationsMenu::RecentOrganizationsMenu(TenantSession &session,
                                                 OrganizationHistory &history, QWidget *parent)
    : QMenu(tr("Rec&ent organizations"), parent)
    , m_session(session)
    , m_history(history)
{
    setObjectName(u"recentOrganizationsMenu"_s);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentOrganizationsMenu::build);
    build();
}

void RecentOrganizationsMenu::build()
{
    clear();
    const QString current = m_session.browser().request().organizationId;
    for (const Organization &organization : m_history.recent()) {
        const Organization shown = m_session.privacy().organization(organization);
        // A tab would begin a shortcut; organizationTitle() has none.
        QAction *action = addAction(literalLabel(organizationTitle(shown)));
        action->setToolTip(literalToolTip(organizationText(shown)));
        action->setCheckable(true);
        action->setChecked(organization.id == current);
        connect(action, &QAction::triggered, this,
                [this, id = organization.id] { Q_EMIT organizationChosen(id); });
    }
    if (isEmpty()) {
        addAction(tr("No organization has been opened yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("&Clear the list")), &QAction::triggered, &m_history,
            &OrganizationHistory::clear);
}

} // namespace Vestibule
