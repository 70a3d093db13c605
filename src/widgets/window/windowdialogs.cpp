// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowdialogs.h"

#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/export/exportdialog.h"
#include "widgets/export/inventoryexportdialog.h"
#include "widgets/settings/connectwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/connectiontableview.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QMessageBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

//! The name in the menu, without the mnemonic and the dots that announce a dialog.
QString plainName(const QAction &action)
{
    QString name = action.text();
    name.remove(u'&').remove(u'…');
    return name;
}

//! The shortcuts of these actions, each with the action's name.
QFormLayout *makeKeyRows(const QList<const QAction *> &actions, QWidget *parent)
{
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(24);
    rows->setVerticalSpacing(8);
    for (const QAction *action : actions) {
        auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), parent);
        QFont bold = keys->font();
        bold.setBold(true);
        keys->setFont(bold);
        rows->addRow(plainName(*action), keys);
    }
    return rows;
}

} // namespace

WindowDialogs::WindowDialogs(const Sources &sources, QWidget *window)
    : QObject(window)
    , m_sources(sources)
    , m_window(window)
{
}

SettingsDialog *WindowDialogs::makeSettings()
{
    auto *dialog = new SettingsDialog(m_sources.session, m_sources.network, m_window);
    connect(dialog, &SettingsDialog::languageChanged, this, &WindowDialogs::languageChanged);
    connect(dialog, &SettingsDialog::layoutResetRequested, this,
            &WindowDialogs::layoutResetRequested);
    return dialog;
}

void WindowDialogs::openConnect()
{
    auto *dialog = new ConnectWindow(m_sources.session, m_window);
    connect(dialog, &ConnectWindow::connected, this, [this](ConnectWindow::Next next) {
        if (next == ConnectWindow::Next::Sweep)
            Q_EMIT sweepRequested();
        else
            Q_EMIT organizationsRequested();
    });
    open(dialog);
}

void WindowDialogs::openSettings()
{
    open(makeSettings());
}

void WindowDialogs::openNetworkSettings()
{
    SettingsDialog *dialog = makeSettings();
    dialog->showPage(SettingsDialog::Page::Network);
    open(dialog);
}

void WindowDialogs::openToken()
{
    open(new TokenDialog(m_sources.session, m_window));
}

void WindowDialogs::openExport()
{
    if (!m_sources.session.browser().page())
        return;
    open(new ExportDialog(m_sources.session, m_sources.exports, visibleRows(m_sources.table),
                          m_window));
}

void WindowDialogs::openInventoryExport(InventoryList list)
{
    InventoryBrowser &browser = m_sources.session.inventory();
    if (!browser.isOpen())
        return;
    const InventoryListing &listing = browser.listing(list);
    InventoryExportDialog::Content content{.source = browser.source(),
                                           .query = listing.shownQuery().value_or(listing.query()),
                                           .shownRows = listing.model().view().rows,
                                           .allRows = rowsOf(list, browser.summary()),
                                           .summary = browser.summary()};
    if (list == InventoryList::Rules) { // the findings themselves
        content.query = {.list = InventoryList::Findings,
                         .filter = {.withMuted = true},
                         .sortedBy = InventoryColumn::Rule};
        content.allRows = 0;
        for (int row = 0; row < listing.model().rowCount(); ++row) {
            if (const InventoryRow *rule = listing.model().rowAt(row))
                content.allRows +=
                    std::get<FindingCount>(*rule).count + std::get<FindingCount>(*rule).muted;
        }
        content.shownRows = content.allRows;
    }
    auto *dialog = new InventoryExportDialog(content, m_sources.session.settings(),
                                             m_sources.session.privacy(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show(); // not modal: the window can be used meanwhile
}

void WindowDialogs::openKeys(const QList<QAction *> &actions)
{
    QList<const QAction *> withKeys;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            withKeys.append(action);
    }
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(u"keysDialog"_s);
    dialog->setWindowTitle(tr("Keys"));
    const qsizetype half = (withKeys.size() + 1) / 2;
    auto *keys = new QWidget(dialog);
    auto *columns = new QHBoxLayout(keys);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(36);
    columns->addLayout(makeKeyRows(withKeys.first(half), keys));
    columns->addLayout(makeKeyRows(withKeys.sliced(half), keys));
    auto *page = new ScrollPage(dialog);
    page->setWidget(keys);
    page->setFocusPolicy(Qt::StrongFocus); // nothing in it has the focus, so the keys scroll
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->setSpacing(16);
    layout->addWidget(page);
    layout->addWidget(buttons);
    dialog->resize(firstSize({}, *dialog));
    open(dialog);
}

void WindowDialogs::openAbout()
{
    auto *box = new QMessageBox(m_window);
    box->setWindowTitle(tr("About Vestibule"));
    box->setIconPixmap(QGuiApplication::windowIcon().pixmap(QSize(64, 64)));
    box->setTextFormat(Qt::PlainText);
    box->setText("Vestibule "_L1 + QCoreApplication::applicationVersion());
    box->setInformativeText(tr(
        "Shows every connection through which the people of an Auth0 organization may sign in.\n\n"
        "It only reads: it can send GET requests to the tenant that you configure, one POST there "
        "to sign in with an application, and nothing else; one place in the program builds "
        "requests, and a test proves it. Your token travels in the Authorization header alone, an "
        "application's secret in the body of that POST. Both are kept in your keyring or for this "
        "session, never in a file.\n\n"
        "Vestibule is free software under the MIT licence. It is not affiliated with Auth0 or "
        "Okta."));
    open(box);
}

} // namespace Vestibule
