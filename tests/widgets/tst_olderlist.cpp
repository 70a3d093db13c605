// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/csvreader.h"
#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"

#include <QFile>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A tenant that lacks the newer list of connections.
class OlderListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void theBannerOffersTheOlderList();
    void whatIsNotSentIsADash();
    void theFilterIsOffAndSaysWhy();
    void theStatusBarSaysSoAndLeadsBack();
    void anExportLeavesEmptyWhatWasNotSent();

private:
    static bool openOlder(DemoDesk &desk)
    {
        desk.tenant().setFaults({u"no-endpoint"_s});
        if (!desk.openAsOwnTenant(DemoDesk::Many))
            return false;
        child<QAbstractButton>(desk.banner(), "actionButton")->click();
        return desk.settle();
    }
};

void OlderListTest::theBannerOffersTheOlderList()
{
    DemoDesk desk;
    desk.window();
    desk.tenant().setFaults({u"no-endpoint"_s});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QCOMPARE(desk.bannerAction(), u"Read the older list"_s);
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.bannerText(), QString());
    QVERIFY(!desk.ids().isEmpty());
    const QList<Demo::Request> requests = desk.tenant().requests();
    QCOMPARE(requests.size(), 1);
    QVERIFY(requests.constFirst().path.contains("/enabled_connections?"_L1));
}

void OlderListTest::whatIsNotSentIsADash()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    const QStringList cells = desk.column(ConnectionField::IsEnabled);
    QVERIFY(!cells.isEmpty());
    QCOMPARE(cells.count(u"–"_s), cells.size());
    const QModelIndex cell = desk.table().model()->index(0, int(ConnectionField::IsEnabled));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains("not sent"_L1));
    QVERIFY(!desk.column(ConnectionField::Name).contains(u"–"_s));
}

void OlderListTest::theFilterIsOffAndSaysWhy()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    for (const char *filter : {"showEnabledAction", "showDisabledAction"}) {
        QVERIFY(!desk.action(filter)->isEnabled());
        QVERIFY(desk.action(filter)->toolTip().startsWith("The older list has"_L1));
    }
    QVERIFY(desk.action("showAllAction")->isChecked());
    const auto *hint = child<QLabel>(&desk.window(), "filterHint");
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains("no filter"_L1));
}

void OlderListTest::theStatusBarSaysSoAndLeadsBack()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    auto *status = child<QToolButton>(&desk.window(), "endpointStatus");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Older list: fewer fields"_s);
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    status->click();
    QVERIFY(desk.settle());
    QVERIFY(desk.tenant().requests().constFirst().path.contains("/connections?"_L1));
    QVERIFY(!status->isVisible());
    QVERIFY(!desk.column(ConnectionField::IsEnabled).contains(u"–"_s));
    QVERIFY(desk.action("showEnabledAction")->isEnabled());
    QVERIFY(!child(&desk.window(), "filterHint")->isVisible());
}

void OlderListTest::anExportLeavesEmptyWhatWasNotSent()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    QVERIFY(desk.trigger("exportAction"));
    auto *dialog = desk.lastDialog<ExportDialog>();
    dialog->exportTo(desk.file(u"older.csv"_s));
    QTRY_VERIFY(QFileInfo::exists(desk.file(u"older.csv"_s)));
    QFile file(desk.file(u"older.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    const QList<QStringList> records = Samples::readCsv(bytes);
    const auto head = std::ranges::find_if(
        records, [](const QStringList &record) { return record.contains(u"is_enabled"_s); });
    QVERIFY(head != records.end());
    const qsizetype enabled = head->indexOf(u"is_enabled"_s);
    const qsizetype id = head->indexOf(u"connection_id"_s);
    QVERIFY(std::distance(head, records.end()) > 1);
    for (auto record = std::next(head); record != records.end(); ++record) {
        QCOMPARE(record->value(enabled), QString());
        QVERIFY(record->value(id).startsWith("con_"_L1));
    }
}

QTEST_MAIN(OlderListTest)
#include "tst_olderlist.moc"
