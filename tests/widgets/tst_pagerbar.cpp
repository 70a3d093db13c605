// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/connectionbrowser.h"
#include "support/fakesource.h"
#include "support/windowtesting.h"
#include "widgets/table/pagerbar.h"

#include <QComboBox>
#include <QLocale>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestPagerBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void rangeIsShownWithTheTotal_data();
    void rangeIsShownWithTheTotal();
    void aShortPageOfKnownSizeIsTheLast();
    void rangeUsesTheLocale();
    void onlyAnotherPageIsRequested();
    void onlyAnotherPageSizeIsRequested();
    void numbersCanBePasted_data();
    void numbersCanBePasted();
    void groupsOfDigitsCanBePasted();
    void enterAndEscapeLeaveTheFields();
    void updatingRequestsNothing();
    void anotherDayIsADateInFrench();
    void focusingThePageFieldSelectsItsText();
    void nothingMovesFromPageToPage_data();
    void nothingMovesFromPageToPage();
    void onePageHasItsCountAlone();
    void theLimitStandsBesideTheCount();
    void allTextsStandOnOneLine();
    void whatDoesNotFitIsLeftOut();
};

namespace {

//! A pager bar for a listing of 132 rows, at the page with the index.
class Pager {
public:
    explicit Pager(int index = 0, int rows = 132)
    {
        bar.resize(900, bar.sizeHint().height());
        const auto source = std::make_shared<FakeSource>();
        source->serve(rows);
        m_browser.open(source, {.organizationId = u"org_1"_s, .index = index});
        if (!QTest::qWaitFor([this] { return m_browser.page().has_value(); }))
            qFatal("no page");
        bar.updateFrom(m_browser);
        bar.show();
        QCoreApplication::processEvents();
    }
    void turnTo(int index)
    {
        m_browser.goToPage(index);
        if (!QTest::qWaitFor([&] { return m_browser.page()->request.index == index; }))
            qFatal("no page");
        bar.updateFrom(m_browser);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QStringList visible() const
    {
        QStringList names;
        for (const QWidget *part : bar.findChildren<QWidget *>()) {
            if (part->isVisible() && !part->objectName().startsWith("qt_"_L1))
                names.append(part->objectName());
        }
        names.sort();
        return names;
    }

private:
    ConnectionBrowser m_browser;
    QAction m_steps[4];

public:
    PagerBar bar{
        {.first = &m_steps[0], .previous = &m_steps[1], .next = &m_steps[2], .last = &m_steps[3]}};
};

} // namespace

void TestPagerBar::rangeIsShownWithTheTotal_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("hasTotal");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no rows") << 0 << 50 << 0 << true << u"0 of 0"_s;
    QTest::newRow("one row") << 0 << 50 << 1 << true << u"1–1 of 1"_s;
    QTest::newRow("one row a page") << 6 << 1 << 9 << true << u"7–7 of 9"_s;
    QTest::newRow("first page") << 0 << 50 << 132 << true << u"1–50 of 132"_s;
    QTest::newRow("middle page") << 1 << 50 << 132 << true << u"51–100 of 132"_s;
    QTest::newRow("last page") << 2 << 50 << 132 << true << u"101–132 of 132"_s;
    QTest::newRow("one full page") << 0 << 50 << 50 << true << u"1–50 of 50"_s;
    QTest::newRow("full last page") << 1 << 50 << 100 << true << u"51–100 of 100"_s;
    QTest::newRow("beyond the end") << 2 << 50 << 100 << true << u"0 of 100"_s;
    QTest::newRow("far beyond the end") << 99998 << 100 << 3 << true << u"0 of 3"_s;
    QTest::newRow("no total, no rows") << 0 << 50 << 0 << false << u"0"_s;
    QTest::newRow("no total, full page") << 0 << 50 << 132 << false << u"1–50, more to come"_s;
    QTest::newRow("no total, short page")
        << 2 << 50 << 132 << false << u"101–132, possibly more to come"_s;
    QTest::newRow("no total, full last page")
        << 1 << 50 << 100 << false << u"51–100, more to come"_s;
    QTest::newRow("no total, beyond the end") << 2 << 50 << 100 << false << u"0"_s;
}

void TestPagerBar::rangeIsShownWithTheTotal()
{
    QFETCH(const int, index);
    QFETCH(const int, size);
    QFETCH(const int, rows);
    QFETCH(const bool, hasTotal);
    const ConnectionPage page = fakePage({.index = index, .size = size}, rows, hasTotal);
    QTEST(rangeText(page), "expected");
}

void TestPagerBar::aShortPageOfKnownSizeIsTheLast()
{
    ConnectionPage page = fakePage({.index = 2, .size = 50}, 132, false);
    page.isSizeConfirmed = true;
    QCOMPARE(rangeText(page), u"101–132, the last ones"_s);
}

void TestPagerBar::rangeUsesTheLocale()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QString text = rangeText(fakePage({.index = 23, .size = 50}, 12'345));
    QLocale::setDefault(before);
    QCOMPARE(text, u"1,151–1,200 of 12,345"_s);
}

void TestPagerBar::onlyAnotherPageIsRequested()
{
    Pager pager(1);
    const QSignalSpy requested(&pager.bar, &PagerBar::pageRequested);
    auto *field = child<QSpinBox>(&pager.bar, "pageField");
    QCOMPARE(field->value(), 2);
    enter(field, u"2"_s);
    QCOMPARE(requested.size(), 0);
    enter(field, u"3"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toInt(), 2); // counted from 0
}

void TestPagerBar::onlyAnotherPageSizeIsRequested()
{
    Pager pager;
    const QSignalSpy requested(&pager.bar, &PagerBar::rowsPerPageRequested);
    auto *field = child<QComboBox>(&pager.bar, "rowsField");
    QCOMPARE(field->currentText(), u"50"_s);
    enter(field->lineEdit(), u"50"_s);
    QCOMPARE(requested.size(), 0);
    enter(field->lineEdit(), u"17"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toInt(), 17);
    QStringList offered;
    for (int index = 0; index < field->count(); ++index)
        offered.append(field->itemText(index));
    QCOMPARE(offered, (QStringList{u"10"_s, u"25"_s, u"50"_s, u"100"_s}));
}

void TestPagerBar::numbersCanBePasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("alone") << u"17"_s;
    QTest::newRow("whitespace") << u" 17\n"_s;
    QTest::newRow("no-break spaces") << u"\u00A017\u202F"_s;
    QTest::newRow("invisible characters") << u"\u200B1\u200E7\uFEFF"_s;
}

void TestPagerBar::numbersCanBePasted()
{
    QFETCH(const QString, text);
    Pager pager;
    QGuiApplication::clipboard()->setText(text);
    const QSignalSpy pages(&pager.bar, &PagerBar::pageRequested);
    const QSignalSpy rows(&pager.bar, &PagerBar::rowsPerPageRequested);
    for (QWidget *field :
         std::initializer_list<QWidget *>{child<QSpinBox>(&pager.bar, "pageField"),
                                          child<QComboBox>(&pager.bar, "rowsField")->lineEdit()}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QCOMPARE(pages.value(0).value(0).toInt(), 16); // counted from 0
    QCOMPARE(rows.value(0).value(0).toInt(), 17);
}

void TestPagerBar::groupsOfDigitsCanBePasted()
{
    Pager pager;
    auto *field = child<QSpinBox>(&pager.bar, "pageField");
    for (const auto &[locale, text] :
         std::initializer_list<std::pair<QLocale, QString>>{{QLocale(u"en_US"_s), u"1,234"_s},
                                                            {QLocale(u"fr_FR"_s), u"1\u202F234"_s},
                                                            {QLocale(u"de_DE"_s), u"1.234"_s}}) {
        field->setLocale(locale);
        field->setValue(1);
        QGuiApplication::clipboard()->setText(text);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field->text(), u"1234"_s);
    }
}

//! The keyboard goes on in the rows; Escape requests nothing.
void TestPagerBar::enterAndEscapeLeaveTheFields()
{
    Pager pager(1);
    const QSignalSpy left(&pager.bar, &PagerBar::left);
    const QSignalSpy pages(&pager.bar, &PagerBar::pageRequested);
    const QSignalSpy rows(&pager.bar, &PagerBar::rowsPerPageRequested);
    auto *page = child<QSpinBox>(&pager.bar, "pageField");
    auto *size = child<QComboBox>(&pager.bar, "rowsField");
    qsizetype times = 0;
    for (QWidget *field : std::initializer_list<QWidget *>{page, size}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, u"4"_s);
        QCOMPARE(left.size(), times);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(left.size(), ++times);
    }
    QCOMPARE(page->text(), u"2"_s);
    QCOMPARE(size->currentText(), u"50"_s);
    QCOMPARE(pages.size() + rows.size(), 0);
    enter(page, u"3"_s);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(left.size(), ++times);
    enter(size, u"20"_s);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(left.size(), ++times);
}

void TestPagerBar::updatingRequestsNothing()
{
    Pager pager;
    const QSignalSpy pages(&pager.bar, &PagerBar::pageRequested);
    const QSignalSpy rows(&pager.bar, &PagerBar::rowsPerPageRequested);
    ConnectionBrowser other;
    const auto source = std::make_shared<FakeSource>();
    source->serve(900);
    other.open(source, {.organizationId = u"org_2"_s, .index = 4, .size = 33});
    QTRY_VERIFY(other.page());
    pager.bar.updateFrom(other);
    QCOMPARE(labelText(&pager.bar, "rangeLabel"), u"133–165 of 900"_s);
    QCOMPARE(labelText(&pager.bar, "pageCountLabel"), u"of 28"_s);
    QCOMPARE(labelText(&pager.bar, "readAtLabel"), u"Updated 3 Feb 2026 14:03:20"_s);
    QCOMPARE(child<QComboBox>(&pager.bar, "rowsField")->currentText(), u"33"_s);
    QCOMPARE(pages.size() + rows.size(), 0);
}

//! "à" stands before a time of day alone.
void TestPagerBar::anotherDayIsADateInFrench()
{
    QTranslator translator; // uninstalled at the end of this function
    QVERIFY(translator.load(u":/i18n/vestibule_fr"_s));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"fr_FR"_s));
    Pager pager;
    ConnectionBrowser other;
    const auto source = std::make_shared<FakeSource>();
    source->serve(9);
    other.open(source, {.organizationId = u"org_2"_s});
    QTRY_VERIFY(other.page());
    pager.bar.updateFrom(other);
    QCOMPARE(labelText(&pager.bar, "readAtLabel"), u"Actualisé le 3 févr. 2026 à 14:03:20"_s);
}

void TestPagerBar::focusingThePageFieldSelectsItsText()
{
    Pager pager(2);
    QVERIFY(QTest::qWaitForWindowActive(&pager.bar));
    pager.bar.focusPageField();
    auto *field = child<QSpinBox>(&pager.bar, "pageField");
    QVERIFY(field->hasFocus());
    const QSignalSpy requested(&pager.bar, &PagerBar::pageRequested);
    QTest::keyClicks(field, u"1\r"_s); // typing replaces the selected text
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toInt(), 0);
}

void TestPagerBar::nothingMovesFromPageToPage_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("of two digits") << 73;
    QTest::newRow("of three digits") << 137;
    QTest::newRow("of five digits") << 12'345;
}

void TestPagerBar::nothingMovesFromPageToPage()
{
    QFETCH(const int, rows);
    Pager pager(0, rows);
    const auto places = [&pager] {
        QMap<QString, QRect> all;
        for (const QWidget *part : pager.bar.findChildren<QWidget *>())
            all.insert(part->objectName(), QRect(part->mapTo(&pager.bar, QPoint()), part->size()));
        return all;
    };
    const QMap<QString, QRect> before = places();
    QVERIFY(before.value(u"rangeLabel"_s).width() > 50);
    const int last = (rows - 1) / 50;
    for (const int page : {1, last / 2, last, 0}) {
        pager.turnTo(page);
        QCOMPARE(places(), before);
    }
}

void TestPagerBar::onePageHasItsCountAlone()
{
    const Pager pager(0, 7);
    QCOMPARE(pager.visible(), (QStringList{u"rangeLabel"_s, u"readAtLabel"_s}));
    QCOMPARE(labelText(&pager.bar, "rangeLabel"), u"7 connections"_s);
    const Pager one(0, 1);
    QCOMPARE(labelText(&one.bar, "rangeLabel"), u"1 connection"_s);
    Pager more(0, 51);
    QVERIFY(more.visible().contains(u"pageField"_s));
    QVERIFY(more.visible().contains(u"rowsField"_s));
    QCOMPARE(labelText(&more.bar, "rangeLabel"), u"1–50 of 51"_s);
    QCOMPARE(more.bar.height(), pager.bar.height()); // so that the table does not jump
}

void TestPagerBar::theLimitStandsBesideTheCount()
{
    Pager pager(0, 10);
    const auto *limit = child<QLabel>(&pager.bar, "limitLabel");
    QVERIFY(limit->isVisible());
    QCOMPARE(limit->text(), u"· an organization can have no more than 10"_s);
    const auto *count = child(&pager.bar, "rangeLabel");
    QVERIFY(limit->x() >= count->geometry().right());
    QVERIFY(limit->x() - count->geometry().right() < 12);
    const Pager few(0, 8);
    QVERIFY(!child(&few.bar, "limitLabel")->isVisible());
}

//! The baseline of a text in the middle of its height depends on the height alone.
void TestPagerBar::allTextsStandOnOneLine()
{
    const Pager pager(1);
    const QWidget *field = child(&pager.bar, "pageField");
    const auto top = [&pager](const QWidget *part) {
        return part->mapTo(&pager.bar, QPoint()).y();
    };
    for (const char *name : {"previousButton", "pageLabel", "pageCountLabel", "nextButton",
                             "rangeLabel", "rowsLabel", "rowsField", "readAtLabel"}) {
        const QWidget *part = child(&pager.bar, name);
        QCOMPARE(part->height(), field->height());
        QCOMPARE(top(part), top(field));
        // Text that can be selected is laid out in another way, a pixel higher.
        if (const auto *label = qobject_cast<const QLabel *>(part))
            QCOMPARE(label->textInteractionFlags(), Qt::LinksAccessibleByMouse);
    }
}

void TestPagerBar::whatDoesNotFitIsLeftOut()
{
    Pager pager(1);
    QVERIFY(pager.visible().contains(u"rowsField"_s));
    for (int width = 900; width >= pager.bar.minimumSizeHint().width(); width -= 20) {
        pager.bar.resize(width, pager.bar.height());
        QCoreApplication::processEvents();
        QCOMPARE(pager.bar.width(), width);
        QCOMPARE(child(&pager.bar, "rowsLabel")->isVisible(),
                 child(&pager.bar, "rowsField")->isVisible());
        QVERIFY(pager.visible().contains(u"pageField"_s));
        for (const QLabel *label : pager.bar.findChildren<QLabel *>()) {
            if (label->isVisible())
                QCOMPARE_GE(label->width(), label->sizeHint().width());
        }
    }
    QVERIFY(!pager.visible().contains(u"rowsField"_s));
    QVERIFY(!pager.visible().contains(u"readAtLabel"_s));
}

QTEST_MAIN(TestPagerBar)
#include "tst_pagerbar.moc"
