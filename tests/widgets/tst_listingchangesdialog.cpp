// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/listingchangesdialog.h"

#include "core/listingdrift.h"
#include "models/drifttext.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "support/heldpipe.h"
#include "support/windowtesting.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestListingChangesDialog final : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void takeOpened(const QUrl &url) { m_opened.append(url.toLocalFile()); }

private Q_SLOTS:
    void initTestCase();
    void showsBothListingsAndTheirDifferences();
    void leadsNowhereElse();
    void saysThatBothAreTheSame();
    void doesNotCallAPartTheSame();
    void keysFindAndClose();
    void exportsWhatIsShown();
    void exportEndsWithoutTheDialogThatWaitsForIt_data();
    void exportEndsWithoutTheDialogThatWaitsForIt();
    void whatIsExportedCanBeOpenedAndFound();
    void privacyModeMasks();
    void tenantsTextIsPlain();

private:
    QStringList m_opened; //!< files and folders, in place of the desktop
};

namespace {

OrganizationConnection connection(const QString &name, bool isEnabled = true)
{
    return {.connectionId = "con_"_L1 + name,
            .name = name,
            .strategy = u"okta"_s,
            .isEnabled = isEnabled,
            .json = R"({"connection_id":"con_"})"_ba};
}

ComparedListing listing(const QList<OrganizationConnection> &connections, bool isPart = false)
{
    return {.tenant = u"acme.eu.auth0.com"_s,
            .organization = {.id = u"org_1"_s, .name = u"Acme Corp"_s},
            .isPart = isPart,
            .readAt = QDateTime({2025, 11, 29}, {14, 3}),
            .connections = connections};
}

DriftPtr threeDifferences(bool isPart = false)
{
    return listingDrift(
        listing({connection(u"gone"_s), connection(u"okta"_s), connection(u"same"_s)}),
        listing({connection(u"added"_s), connection(u"okta"_s, false), connection(u"same"_s)},
                isPart));
}

struct Desk {
    explicit Desk(const DriftPtr &drift)
        : settings(folder.filePath(u"settings.ini"_s))
        , privacy(settings)
        , dialog(
              {.drift = drift, .organization = {.id = u"org_1"_s, .displayName = u"Acme Corp"_s}},
              settings, privacy)
    {
        dialog.show();
    }

    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return tree().model()->rowCount() > 0; });
    }
    [[nodiscard]] QTreeView &tree() { return *child<QTreeView>(&dialog, "changesTree"); }
    [[nodiscard]] QStringList cells(int column)
    {
        const QModelIndex group = tree().model()->index(0, 0);
        QStringList texts;
        for (int row = 0; row < tree().model()->rowCount(group); ++row)
            texts.append(tree().model()->index(row, column, group).data().toString());
        return texts;
    }
    [[nodiscard]] QString label(const char *name) { return labelText(&dialog, name); }
    [[nodiscard]] QString state()
    {
        return labelText(child(&dialog, "changesStatePage"), "textLabel");
    }

    QTemporaryDir folder;
    Settings settings;
    PrivacyMode privacy;
    ListingChangesDialog dialog;
};

} // namespace

void TestListingChangesDialog::initTestCase()
{
    QVERIFY(installEnglish());
    failOnUnexpectedWarnings();
}

void TestListingChangesDialog::showsBothListingsAndTheirDifferences()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    QVERIFY(!desk.dialog.isModal());
    QCOMPARE(desk.dialog.windowTitle(), u"Acme Corp: compared with a saved view"_s);
    QCOMPARE(desk.label("oldInventoryLabel"),
             u"Old: acme.eu.auth0.com\u00A0· 29 Nov 2025, 14:03\u00A0· complete list"_s);
    QVERIFY(desk.label("newInventoryLabel").startsWith("New: acme.eu.auth0.com"_L1));
    QVERIFY(desk.label("changesNotes").startsWith("1 added, 1 removed, 1 value changed; 1 "_L1));
    QCOMPARE(desk.tree().model()->rowCount(), 1); // the organization
    QVERIFY(desk.tree().isExpanded(desk.tree().model()->index(0, 0)));
    QCOMPARE(desk.cells(int(DriftColumn::Name)), (QStringList{u"added"_s, u"gone"_s, u"okta"_s}));
    QCOMPARE(desk.cells(int(DriftColumn::Kind)),
             (QStringList{u"Added"_s, u"Removed"_s, u"Changed"_s}));
    desk.tree().setCurrentIndex(desk.tree().model()->index(0, 0, desk.tree().model()->index(0, 0)));
    QCOMPARE(desk.label("changeSentence"), u"Only the new list has this connection."_s);
    desk.tree().setCurrentIndex(desk.tree().model()->index(2, 0, desk.tree().model()->index(0, 0)));
    QCOMPARE(desk.label("changeSentence"),
             u"Both lists have this connection, with different values."_s);
    QCOMPARE(desk.label("changeTitle"), u"Acme Corp"_s);
}

void TestListingChangesDialog::leadsNowhereElse()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    QVERIFY(child(&desk.dialog, "changesTree")->isVisible());
    QVERIFY(child(&desk.dialog, "changeDetails")->isVisible());
    for (const char *name : {"changeLiveButton", "changeLinksButton", "swapButton",
                             "changesGroupingField", "cancelComparisonButton"})
        QVERIFY2(!child(&desk.dialog, name)->isVisible(), name);
}

void TestListingChangesDialog::saysThatBothAreTheSame()
{
    const ComparedListing same = listing({connection(u"okta"_s)});
    Desk desk(listingDrift(same, same));
    QTRY_COMPARE(desk.state(), u"Both lists are the same."_s);
    QVERIFY(!child(child(&desk.dialog, "changesStatePage"), "actionButton")->isVisible());
    QVERIFY(!child(&desk.dialog, "exportListingChangesButton")->isEnabled());
    const auto *close = qobject_cast<QPushButton *>(desk.dialog.focusWidget());
    QVERIFY(close
            && close->text().remove(u'&') == u"Close"_s); // there are no rows to have the focus
}

void TestListingChangesDialog::doesNotCallAPartTheSame()
{
    const QList<OrganizationConnection> rows{connection(u"okta"_s)};
    Desk same(listingDrift(listing(rows), listing(rows, true)));
    QTRY_COMPARE(same.state(), u"No difference was found, but not everything could be compared."_s);
    QVERIFY(same.label("newInventoryLabel").endsWith("part of the list"_L1));
    Desk desk(threeDifferences(true));
    QVERIFY(desk.settle());
    QVERIFY(desk.label("changesNotes").contains("The new list is incomplete"_L1));
    QCOMPARE(desk.cells(int(DriftColumn::Kind)),
             (QStringList{u"Added"_s, u"Not comparable"_s, u"Changed"_s}));
}

void TestListingChangesDialog::keysFindAndClose()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    desk.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
    auto *find = child<QLineEdit>(&desk.dialog, "changesFindField");
    QTest::keySequence(&desk.dialog, QKeySequence::Find);
    QTRY_VERIFY(find->hasFocus());
    QTest::keyClicks(find, u"gone"_s);
    QTRY_COMPARE(desk.cells(int(DriftColumn::Name)), QStringList{u"gone"_s});
    QTest::keyClick(find, Qt::Key_Return); // and not a button of the dialog
    QVERIFY(desk.dialog.isVisible());
    QVERIFY(desk.tree().hasFocus());
    QVERIFY(desk.dialog.findChildren<QFileDialog *>().isEmpty());
    QTest::keyClick(&desk.tree(), Qt::Key_Escape);
    QVERIFY(!desk.dialog.isVisible());
}

void TestListingChangesDialog::exportsWhatIsShown()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    const auto write = [&desk](const QString &name) {
        child<QPushButton>(&desk.dialog, "exportListingChangesButton")->click();
        auto *dialog = child<QFileDialog>(&desk.dialog, "exportChangesDialog");
        Q_EMIT dialog->fileSelected(desk.folder.filePath(name));
        delete dialog;
        const QWidget *banner = child(&desk.dialog, "MessageBanner");
        return QTest::qWaitFor([banner, &name] {
            return banner->isVisible() && labelText(banner, "textLabel").contains(name);
        });
    };
    QVERIFY(write(u"all.csv"_s));
    QFile all(desk.folder.filePath(u"all.csv"_s));
    QVERIFY(all.open(QIODevice::ReadOnly));
    QCOMPARE(all.readAll().count("\r\n"), 4);
    child<QLineEdit>(&desk.dialog, "changesFindField")->setText(u"gone"_s);
    QTRY_COMPARE(desk.cells(0).size(), 1);
    QVERIFY(write(u"gone.txt"_s));
    QFile gone(desk.folder.filePath(u"gone.txt"_s));
    QVERIFY(gone.open(QIODevice::ReadOnly));
    const QByteArray text = gone.readAll();
    QVERIFY(text.contains("removed: gone (con_gone)"));
    QVERIFY(!text.contains("added: "));
    child<QPushButton>(&desk.dialog, "exportListingChangesButton")->click();
    auto *dialog = child<QFileDialog>(&desk.dialog, "exportChangesDialog");
    Q_EMIT dialog->fileSelected(desk.folder.filePath(u"no/such/folder/x.csv"_s));
    delete dialog;
    QTRY_VERIFY(labelText(child(&desk.dialog, "MessageBanner"), "textLabel")
                    .contains("could not be written"_L1));
}

void TestListingChangesDialog::exportEndsWithoutTheDialogThatWaitsForIt_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("Cancel, too late") << true;
    QTest::newRow("closed") << false;
}

void TestListingChangesDialog::exportEndsWithoutTheDialogThatWaitsForIt()
{
    QFETCH(const bool, isCancelled);
    QList<OrganizationConnection> many;
    for (int number = 0; number < 3000; ++number)
        many.append(connection(QString::number(number)));
    Desk desk(listingDrift(listing({}), listing(many)));
    QVERIFY(desk.settle());
    const QString path = desk.folder.filePath(u"pipe"_s);
    HeldPipe pipe(path);
    QVERIFY(pipe.isOpen());
    child<QPushButton>(&desk.dialog, "exportListingChangesButton")->click();
    auto *dialog = child<QFileDialog>(&desk.dialog, "exportChangesDialog");
    Q_EMIT dialog->fileSelected(path);
    delete dialog;
    QTRY_VERIFY(pipe.isFull());
    const QPointer<QProgressDialog> progress = desk.dialog.findChild<QProgressDialog *>();
    QVERIFY(progress);
    QTRY_VERIFY(progress->isVisible());
    if (isCancelled)
        progress->findChild<QPushButton *>()->click();
    else
        progress->close();
    QTRY_VERIFY(!progress);
    const QWidget *banner = child(&desk.dialog, "MessageBanner");
    QTRY_COMPARE((pipe.read(), labelText(banner, "textLabel")),
                 u"3,000 differences written to pipe."_s);
}

void TestListingChangesDialog::whatIsExportedCanBeOpenedAndFound()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    child<QPushButton>(&desk.dialog, "exportListingChangesButton")->click();
    auto *dialog = child<QFileDialog>(&desk.dialog, "exportChangesDialog");
    const QString path = desk.folder.filePath(u"all.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    delete dialog;
    const QWidget *banner = child(&desk.dialog, "MessageBanner");
    QTRY_VERIFY(banner->isVisible());
    QDesktopServices::setUrlHandler(u"file"_s, this, "takeOpened");
    for (const char *name : {"actionButton", "otherButton"}) {
        QVERIFY(child(banner, name)->isVisible());
        child<QPushButton>(banner, name)->click();
    }
    QDesktopServices::unsetUrlHandler(u"file"_s);
    QCOMPARE(m_opened, QStringList({path, desk.folder.path()}));
}

void TestListingChangesDialog::privacyModeMasks()
{
    Desk desk(threeDifferences());
    QVERIFY(desk.settle());
    desk.privacy.setOn(true);
    QVERIFY(!desk.dialog.windowTitle().contains("Acme"_L1));
    QVERIFY(!desk.label("oldInventoryLabel").contains("acme"_L1));
    QVERIFY(!desk.cells(0).contains(u"okta"_s));
    child<QPushButton>(&desk.dialog, "exportListingChangesButton")->click();
    const auto *dialog = child<QFileDialog>(&desk.dialog, "exportChangesDialog");
    QCOMPARE(dialog->selectedFiles().constFirst().section(u'/', -1), u"changes.csv"_s);
    desk.privacy.setOn(false);
    QCOMPARE(desk.dialog.windowTitle(), u"Acme Corp: compared with a saved view"_s);
}

void TestListingChangesDialog::tenantsTextIsPlain()
{
    const QString hostile = u"<b>x</b>\u202e"_s;
    Desk desk(listingDrift(listing({connection(hostile)}), listing({})));
    QVERIFY(desk.settle());
    QVERIFY(!desk.cells(0).constFirst().contains(QChar(0x202e)));
    const QList<QLabel *> labels = desk.dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains("<b>"_L1))
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202e)));
    }
}

QTEST_MAIN(TestListingChangesDialog)
#include "tst_listingchangesdialog.moc"
