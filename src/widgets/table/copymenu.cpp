// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/copymenu.h"

#include "core/managementurl.h"
#include "models/connectiontablemodel.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/table/connectiontableview.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

CopyMenu::CopyMenu(TenantSession &session, ConnectionTableView &table, QWidget *parent)
    : QMenu(tr("C&opy"), parent)
    , m_session(session)
    , m_table(table)
    , m_cell(add(u"copyCell"_s, tr("Copy the &cell"), Qt::Key_X))
{
    setObjectName(u"copyMenu"_s);
    setIcon(symbolIcon(u"copy"_s));
    connect(m_cell, &QAction::triggered, this, [this] {
        copy(m_table.currentIndex().data(ConnectionTableModel::TextRole).toString());
    });
    addRows(u"copyTsv"_s, tr("Copy the &rows"), Qt::Key_C, CopyFormat::Tsv);
    m_ofRows.constLast()->setShortcut(QKeySequence::Copy);
    m_ofRows.constLast()->setShortcutContext(Qt::WidgetShortcut); // fields copy their own text
    m_table.addAction(m_ofRows.constLast());
    addRows(u"copyCsv"_s, tr("Copy as CS&V"), Qt::Key_V, CopyFormat::Csv);
    addRows(u"copyJson"_s, tr("Copy as &JSON"), Qt::Key_J, CopyFormat::Json);
    addRows(u"copyMarkdown"_s, tr("Copy as &Markdown"), Qt::Key_M, CopyFormat::Markdown);
    addSeparator();
    addAddresses();

    m_table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_table, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { popup(m_table.viewport()->mapToGlobal(position)); });
    connect(this, &QMenu::aboutToShow, this, &CopyMenu::updateActions);
    connect(&m_table, &ConnectionTableView::connectionsSelected, this, &CopyMenu::updateActions);
    updateActions();
}

QAction *CopyMenu::add(const QString &name, const QString &text, Qt::Key key)
{
    QAction *action = addAction(text);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | key);
    action->setObjectName(name + "Action"_L1);
    return action;
}

void CopyMenu::addRows(const QString &name, const QString &text, Qt::Key key, CopyFormat format)
{
    QAction *action = add(name, text, key);
    connect(action, &QAction::triggered, this,
            [this, format] { copy(copyText(format, m_table.selectedConnections())); });
    m_ofRows.append(action);
}

void CopyMenu::addAddresses()
{
    QAction *terraform = add(u"copyTerraform"_s, tr("Copy as &Terraform import"), Qt::Key_T);
    connect(terraform, &QAction::triggered, this, [this] {
        copy(terraformImport(address().request.organizationId, m_table.selectedConnections()));
    });
    m_ofRows.append(terraform);
    QAction *curl = add(u"copyCurl"_s, tr("Copy the page as c&url command"), Qt::Key_R);
    connect(curl, &QAction::triggered, this, [this] { copy(curlCommand(address())); });
    QAction *auth0 = add(u"copyAuth0"_s, tr("Copy the page as &auth0 command"), Qt::Key_A);
    connect(auth0, &QAction::triggered, this, [this] { copy(auth0Command(address())); });
    m_ofListing = {curl, auth0};
    addSeparator();
    m_console = add(u"copyConsole"_s, tr("Copy the &link to the web console"), Qt::Key_L);
    connect(m_console, &QAction::triggered, this,
            [this] { copy(consoleAddress().toString(QUrl::FullyEncoded)); });
}

void CopyMenu::updateActions()
{
    const bool hasListing = m_session.browser().page().has_value();
    const bool hasRows = m_table.selectionModel()->hasSelection();
    m_cell->setEnabled(hasRows && m_table.currentIndex().isValid());
    for (QAction *action : std::as_const(m_ofRows))
        action->setEnabled(hasRows);
    for (QAction *action : std::as_const(m_ofListing))
        action->setEnabled(hasListing);
    m_console->setEnabled(hasListing && consoleAddress().isValid());
}

ListingAddress CopyMenu::address() const
{
    return {.domain = m_session.access().domain,
            .request = m_session.browser().request(),
            .endpoint = m_session.endpoint()};
}

QUrl CopyMenu::consoleAddress() const
{
    return consoleUrl(m_session.access().domain, m_session.browser().request().organizationId);
}

} // namespace Vestibule
