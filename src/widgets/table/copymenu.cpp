// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/copymenu.h"

#include "core/managementurl.h"
#include "models/cellrole.h"
#include "models/connectiontablemodel.h"
#include "widgets/controls/passingnote.h"
#include "widgets/table/connectiontableview.h"

#include <QAction>
#include <QItemSelectionModel>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString copiedText(CopyFormat format, int rows)
{
    switch (format) {
    case CopyFormat::Tsv:
        return CopyMenu::tr("%n row(s) copied", nullptr, rows);
    case CopyFormat::Csv:
        return CopyMenu::tr("%n row(s) copied as CSV", nullptr, rows);
    case CopyFormat::Json:
        return CopyMenu::tr("%n row(s) copied as JSON", nullptr, rows);
    case CopyFormat::Markdown:
        return CopyMenu::tr("%n row(s) copied as Markdown", nullptr, rows);
    }
    Q_UNREACHABLE();
}

} // namespace

CopyMenu::CopyMenu(ConnectionTableView &table, QWidget *parent)
    : QMenu(tr("Copy"), parent)
    , m_table(table)
    , m_cell(add(u"copyCell"_s, tr("Copy &cell"), Qt::Key_X))
{
    setObjectName(u"copyMenu"_s);
    connect(m_cell, &QAction::triggered, this, [this] {
        if (m_rows == Rows::OfOther)
            Q_EMIT otherCellRequested();
        else
            copy(m_table.currentIndex().data(TextRole).toString(), tr("Cell copied"));
    });
    addRows(u"copyTsv"_s, tr("Copy &rows"), Qt::Key_C, CopyFormat::Tsv);
    m_rowActions.constLast()->setShortcut(QKeySequence::Copy);
    m_rowActions.constLast()->setShortcutContext(
        Qt::WidgetShortcut); // so that text fields copy their own text
    m_table.addAction(m_rowActions.constLast());
    addRows(u"copyCsv"_s, tr("Copy as CS&V"), Qt::Key_V, CopyFormat::Csv);
    addRows(u"copyJson"_s, tr("Copy as &JSON"), Qt::Key_J, CopyFormat::Json);
    addRows(u"copyMarkdown"_s, tr("Copy as &Markdown"), Qt::Key_M, CopyFormat::Markdown);
    addSeparator();
    addListing();

    m_table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_table, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { popup(m_table.viewport()->mapToGlobal(position)); });
    connect(this, &QMenu::aboutToShow, this, &CopyMenu::updateActions);
    connect(&m_table, &ConnectionTableView::connectionsSelected, this, &CopyMenu::updateActions);
    updateActions();
}

QList<QAction *> CopyMenu::plain() const
{
    return {m_rowActions.constFirst(), m_cell};
}

QList<QAction *> CopyMenu::others() const
{
    QList<QAction *> others = actions();
    others.removeIf([this](QAction *action) { return plain().contains(action); });
    return others;
}

void CopyMenu::copy(const QString &text, const QString &announcement)
{
    copyToClipboard(text, m_table, announcement);
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
    connect(action, &QAction::triggered, this, [this, format] {
        if (m_rows == Rows::OfOther)
            return void(Q_EMIT otherRowsRequested());
        const auto rows = m_table.selectedConnections();
        copy(copyText(format, rows), copiedText(format, int(rows.size())));
    });
    m_rowActions.append(action);
}

void CopyMenu::addListing()
{
    QAction *terraform = add(u"copyTerraform"_s, tr("Copy as &Terraform import"), Qt::Key_T);
    connect(terraform, &QAction::triggered, this, [this] {
        const auto rows = m_table.selectedConnections();
        if (m_listing)
            copy(terraformImport(m_listing->request.organizationId, rows),
                 tr("%n row(s) copied as Terraform import", nullptr, int(rows.size())));
    });
    m_rowActions.append(terraform);
    QAction *curl = add(u"copyCurl"_s, tr("Copy page as c&url command"), Qt::Key_R);
    connect(curl, &QAction::triggered, this, [this] {
        if (m_listing)
            copy(curlCommand(*m_listing), tr("curl command copied"));
    });
    QAction *auth0 = add(u"copyAuth0"_s, tr("Copy page as &auth0 command"), Qt::Key_A);
    connect(auth0, &QAction::triggered, this, [this] {
        if (m_listing)
            copy(auth0Command(*m_listing), tr("auth0 command copied"));
    });
    m_listingActions = {curl, auth0};
    addSeparator();
    m_console = add(u"copyConsole"_s, tr("Copy &link to web console"), Qt::Key_L);
    connect(m_console, &QAction::triggered, this, [this] {
        copy(consoleLink().toString(QUrl::FullyEncoded), tr("Link to the web console copied"));
    });
}

void CopyMenu::setListing(const std::optional<ListingAddress> &listing)
{
    m_listing = listing;
    updateActions();
}

void CopyMenu::setRows(Rows rows)
{
    m_rows = rows;
    updateActions();
}

void CopyMenu::updateActions()
{
    const bool isTable = m_rows == Rows::OfTable;
    const bool isOther = m_rows == Rows::OfOther;
    const bool hasRows = isTable && m_table.selectionModel()->hasSelection();
    m_cell->setEnabled(isOther || (hasRows && m_table.currentIndex().isValid()));
    for (QAction *action : std::as_const(m_rowActions))
        action->setEnabled(hasRows);
    m_rowActions.constFirst()->setEnabled(isOther || hasRows);
    for (QAction *action : std::as_const(m_listingActions))
        action->setEnabled(isTable && m_listing.has_value());
    m_console->setEnabled(isTable && consoleLink().isValid());
}

QUrl CopyMenu::consoleLink() const
{
    return m_listing ? consoleUrl(m_listing->domain, m_listing->request.organizationId) : QUrl();
}

} // namespace Vestibule
