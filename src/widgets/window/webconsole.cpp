// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/webconsole.h"

#include "core/managementurl.h"
#include "session/tenantsession.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/window/windowactions.h"

#include <QDesktopServices>

namespace Vestibule {

WebConsole::WebConsole(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    if (!m_sources.openLink)
        m_sources.openLink = [](const QUrl &url) { QDesktopServices::openUrl(url); };
    connect(sources.actions.organizationConsole, &QAction::triggered, this,
            [this] { open(organizationUrl()); });
    connect(sources.actions.connectionConsole, &QAction::triggered, this,
            [this] { open(connectionUrl()); });
}

void WebConsole::update(bool isOrganizationShown)
{
    m_sources.actions.organizationConsole->setEnabled(isOrganizationShown
                                                      && organizationUrl().isValid());
    m_sources.actions.connectionConsole->setEnabled(isOrganizationShown
                                                    && connectionUrl().isValid());
}

void WebConsole::open(const QUrl &url) const
{
    if (url.isValid())
        m_sources.openLink(url);
}

QUrl WebConsole::organizationUrl() const
{
    const QString id = m_sources.session.browser().request().organizationId;
    return id.isEmpty() ? QUrl() : consoleUrl(m_sources.session.access().domain, id);
}

QUrl WebConsole::connectionUrl() const
{
    const QList<OrganizationConnection> selected = m_sources.table.selectedConnections();
    if (selected.size() != 1)
        return {};
    const OrganizationConnection &connection = selected.constFirst();
    return connectionConsoleUrl(m_sources.session.access().domain, connection.connectionId,
                                connection.strategy.value_or(QString()));
}

} // namespace Vestibule
