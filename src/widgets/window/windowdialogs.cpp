// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowdialogs.h"

#include "session/tenantsession.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/windowkeys.h"
#include "widgets/export/exportdialog.h"
#include "widgets/export/inventoryexportdialog.h"
#include "widgets/settings/connectwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/window/keysdialog.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    open(makeConnect());
}

void WindowDialogs::openAccessGuide()
{
    ConnectWindow *dialog = makeConnect();
    open(dialog);
    dialog->showGuide(); // when it has its size, so that the guide can be scrolled to
}

ConnectWindow *WindowDialogs::makeConnect()
{
    auto *dialog = new ConnectWindow(m_sources.session, m_window);
    connect(dialog, &ConnectWindow::connected, this, [this](ConnectWindow::Next next) {
        if (next == ConnectWindow::Next::Sweep)
            Q_EMIT sweepRequested();
        else
            Q_EMIT organizationsRequested();
    });
    return dialog;
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
    // Not modal: the window can be used meanwhile.
    addWindowKeys(*dialog, [this] { Q_EMIT quitRequested(); });
    dialog->show();
}

void WindowDialogs::openKeys(const QList<MenuAction> &actions)
{
    open(new KeysDialog(actions, m_window));
}

void WindowDialogs::openAbout()
{
    auto *box = new QMessageBox(m_window);
    box->setWindowTitle(tr("About Vestibule"));
    box->setIconPixmap(QGuiApplication::windowIcon().pixmap(QSize(64, 64)));
    box->setTextFormat(Qt::PlainText);
    box->setText("Vestibule "_L1 + QCoreApplication::applicationVersion());
    if (auto *title = box->findChild<QLabel *>(u"qt_msgbox_label"_s))
        makeTitle(*title);
    box->setInformativeText(
        tr("Shows every connection that users of an Auth0 organization can sign in with.\n\nIt "
           "only reads: it sends GET requests to the tenant that you configure, one POST there to "
           "sign in with an application, and nothing else; one place in the program builds "
           "requests, and a test proves it. Your token travels only in the Authorization header, "
           "an application's secret only in the body of that POST. Both are kept in your keyring "
           "or for this session, never in a file.\n\nVestibule is free software under the MIT "
           "licence. It is not affiliated with Auth0 or Okta."));
    open(box);
}

} // namespace Vestibule
