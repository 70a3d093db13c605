// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QComboBox>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowPagingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyPageCostsOneRequestAndGoingBackNone();
    void stepsThatLeadNowhereAreDisabled();
    void firstAndLastPageAreOneStepAway();
    void pageFieldLeadsToThePage();
    void pageFieldBeyondTheEndGoesToTheLastPageAndSaysSo_data();
    void pageFieldBeyondTheEndGoesToTheLastPageAndSaysSo();
    void anyNumberOfRowsFromOneToAHundredCanBeTyped_data();
    void anyNumberOfRowsFromOneToAHundredCanBeTyped();
    void otherNumbersOfRowsAreRefusedWithoutARequest_data();
    void otherNumbersOfRowsAreRefusedWithoutARequest();
    void rowsPerPageKeepTheFirstRowAndAreRemembered();
    void aPageThatHasGoneOffersTheLastOne();
    void anotherTotalIsToldAndRefreshed();
    void withoutATotalThePagerPromisesNothing();

private:
    static QString range(DemoDesk &desk) { return labelText(&desk.window(), "rangeLabel"); }
    static int page(DemoDesk &desk)
    {
        return child<QSpinBox>(&desk.window(), "pageField")->value();
    }
    static QWidget *rowsField(DemoDesk &desk)
    {
        return child<QComboBox>(&desk.window(), "rowsField")->lineEdit();
    }
};

void MainWindowPagingTest::everyPageCostsOneRequestAndGoingBackNone()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=50&include_totals=true"_s});
    QStringList seen = desk.ids();
    QCOMPARE(range(desk), u"1-50 of 237"_s);
    for (const QString &expected :
         {u"51-100 of 237"_s, u"101-150 of 237"_s, u"151-200 of 237"_s, u"201-237 of 237"_s}) {
        QVERIFY(desk.trigger("nextPageAction"));
        QCOMPARE(range(desk), expected);
        QCOMPARE(desk.takeRequestCount(), 1);
        seen += desk.ids();
    }
    QCOMPARE(seen.size(), 237);
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 237);
    QCOMPARE(page(desk), 5);
    for (int number = 4; number >= 1; --number) {
        QVERIFY(desk.trigger("previousPageAction"));
        QCOMPARE(page(desk), number);
        QCOMPARE(desk.ids(), seen.sliced(50 * (number - 1), 50));
    }
    QCOMPARE(desk.takeRequestCount(), 0);
}

void MainWindowPagingTest::stepsThatLeadNowhereAreDisabled()
{
    DemoDesk desk;
    const auto steps = [&desk] {
        QString text;
        for (const char *name :
             {"firstPageAction", "previousPageAction", "nextPageAction", "lastPageAction"})
            text += desk.action(name)->isEnabled() ? u'x' : u'-';
        return text;
    };
    QCOMPARE(steps(), u"----"_s);
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(steps(), u"--xx"_s);
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(steps(), u"xxxx"_s);
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(steps(), u"xx--"_s);
    for (const int organization : {DemoDesk::Ten, DemoDesk::None, DemoDesk::Fifty}) {
        QVERIFY(desk.open(organization));
        QCOMPARE(steps(), u"----"_s);
    }
}

void MainWindowPagingTest::firstAndLastPageAreOneStepAway()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(page(desk), 5);
    QCOMPARE(desk.takeRequestCount(), 1);
    QVERIFY(desk.trigger("firstPageAction"));
    QCOMPARE(page(desk), 1);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void MainWindowPagingTest::pageFieldLeadsToThePage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    enter(field, u"4"_s);
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"151-200 of 237"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
    enter(field, u"4"_s);
    desk.table().setFocus(); // the field says once more that it was edited
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(labelText(&desk.window(), "pageCountLabel"), u"of 5"_s);
}

void MainWindowPagingTest::pageFieldBeyondTheEndGoesToTheLastPageAndSaysSo_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("requests");
    QTest::newRow("the last page is not read yet") << u"1"_s << 1;
    QTest::newRow("the last page has been read") << u"5"_s << 0;
}

void MainWindowPagingTest::pageFieldBeyondTheEndGoesToTheLastPageAndSaysSo()
{
    QFETCH(const QString, from);
    QFETCH(const int, requests);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    enter(field, from);
    QVERIFY(desk.settle());
    desk.tenant().clearRequests();
    enter(field, u"99"_s);
    QVERIFY(desk.settle());
    QCOMPARE(page(desk), 5);
    QCOMPARE(range(desk), u"201-237 of 237"_s);
    QCOMPARE(desk.bannerText(), u"There is no page 99: this is the last one, page 5."_s);
    QCOMPARE(desk.takeRequestCount(), requests);
    QVERIFY(desk.trigger("previousPageAction"));
    QCOMPARE(desk.bannerText(), QString()); // it was about the step before
}

void MainWindowPagingTest::anyNumberOfRowsFromOneToAHundredCanBeTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("range");
    QTest::newRow("1") << u"1"_s << u"1-1 of 237"_s; // and not 10, which is offered
    QTest::newRow("2") << u"2"_s << u"1-2 of 237"_s;
    QTest::newRow("7") << u"7"_s << u"1-7 of 237"_s;
    QTest::newRow("33") << u"33"_s << u"1-33 of 237"_s;
    QTest::newRow("100") << u"100"_s << u"1-100 of 237"_s;
}

void MainWindowPagingTest::anyNumberOfRowsFromOneToAHundredCanBeTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, range);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    enter(rowsField(desk), typed);
    QVERIFY(desk.settle());
    QCOMPARE(MainWindowPagingTest::range(desk), range);
    desk.table().setFocus();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=0&per_page=%1&include_totals=true"_s.arg(typed)});
}

void MainWindowPagingTest::otherNumbersOfRowsAreRefusedWithoutARequest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("none") << u"0"_s;
    QTest::newRow("too many") << u"999"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << u"many"_s;
}

void MainWindowPagingTest::otherNumbersOfRowsAreRefusedWithoutARequest()
{
    QFETCH(const QString, typed);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    auto *field = rowsField(desk);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, typed);
    desk.table().setFocus();
    QVERIFY(desk.settle());
    const QString shown = child<QComboBox>(&desk.window(), "rowsField")->currentText();
    const qsizetype rows = desk.ids().size();
    QCOMPARE(shown, QString::number(rows)); // the field never says what does not hold
    QVERIFY(desk.takeRequestCount() <= 1);
}

void MainWindowPagingTest::rowsPerPageKeepTheFirstRowAndAreRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QString first = desk.ids().constFirst();
    auto *field = child<QComboBox>(&desk.window(), "rowsField");
    field->setCurrentIndex(field->findText(u"25"_s));
    Q_EMIT field->activated(field->currentIndex());
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"51-75 of 237"_s);
    QCOMPARE(desk.ids().constFirst(), first);
    QCOMPARE(page(desk), 3);
    QCOMPARE(desk.settings().rowsPerPage(), 25);
    QVERIFY(desk.trigger("demoAction"));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=25&include_totals=true"_s});
}

void MainWindowPagingTest::aPageThatHasGoneOffersTheLastOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("lastPageAction"));
    QVERIFY(desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 60));
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.stateText(), u"Page 5 is empty: there are 2 pages."_s);
    QCOMPARE(desk.stateAction(), u"Last page"_s);
    QCOMPARE(range(desk), u"0 of 60"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(range(desk), u"51-60 of 60"_s);
    QCOMPARE(desk.stateText(), QString());
}

void MainWindowPagingTest::anotherTotalIsToldAndRefreshed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.tenant().setConnectionCount(desk.id(DemoDesk::Many), 120));
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(desk.bannerText(),
             u"The list has changed: it had 237 connections and has 120 now. Rows may have moved "
             "between pages."_s);
    QCOMPARE(desk.bannerAction(), u"Refresh"_s);
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(range(desk), u"51-100 of 120"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
}

void MainWindowPagingTest::withoutATotalThePagerPromisesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {u"no-totals"_s}));
    QCOMPARE(range(desk), u"1-50, more to come"_s);
    QCOMPARE(labelText(&desk.window(), "pageCountLabel"), QString());
    QVERIFY(!desk.action("lastPageAction")->isEnabled());
    for (int turn = 0; turn < 4; ++turn)
        QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(range(desk), u"201-237, the last ones"_s);
    QVERIFY(!desk.action("nextPageAction")->isEnabled());
}

QTEST_MAIN(MainWindowPagingTest)
#include "tst_mainwindowpaging.moc"
