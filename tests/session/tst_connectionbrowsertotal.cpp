// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/connectionbrowser.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using State = Vestibule::ConnectionBrowser::State;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

} // namespace

//! A listing whose total changes while somebody turns its pages.
class TestConnectionBrowserTotal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherTotalIsSaidAndForgetsThePages_data();
    void anotherTotalIsSaidAndForgetsThePages();
    void sameTotalIsNotWorthAWord();
    void reloadMayBringAnyTotal();
    void anotherListingMayHaveAnyTotal();
    void shrunkListingLeavesThePageBehindItsEnd();
    void totalThatIsNoLongerSentIsNotAChange();

private:
    void answer(qsizetype total, bool withTotal = true);

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ConnectionBrowser> m_browser;
    std::unique_ptr<QSignalSpy> m_changes;
};

void TestConnectionBrowserTotal::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_browser = std::make_unique<ConnectionBrowser>();
    m_changes = std::make_unique<QSignalSpy>(m_browser.get(), &ConnectionBrowser::listingChanged);
    m_browser->open(m_source, First);
    answer(237);
    m_browser->nextPage();
    answer(237);
}

void TestConnectionBrowserTotal::answer(qsizetype total, bool withTotal)
{
    QVERIFY(m_source->answer(total, withTotal));
    QTRY_COMPARE(m_browser->state(), State::Loaded);
}

void TestConnectionBrowserTotal::anotherTotalIsSaidAndForgetsThePages_data()
{
    QTest::addColumn<int>("now");
    QTest::newRow("one more") << 238;
    QTest::newRow("one fewer") << 236;
    QTest::newRow("many more") << 100'000;
}

void TestConnectionBrowserTotal::anotherTotalIsSaidAndForgetsThePages()
{
    QFETCH(int, now);
    m_browser->nextPage();
    answer(now);
    QCOMPARE(m_changes->size(), 1);
    QCOMPARE(m_changes->at(0).at(0).value<ListingMismatch>(),
             (ListingMismatch{
                 .kind = ListingMismatch::Kind::TotalChanged, .expected = 237, .got = now}));
    QCOMPARE(m_browser->page()->total, std::optional<qsizetype>(now));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading);
    answer(now);
    QCOMPARE(m_changes->size(), 1); // once
    m_browser->nextPage();
    QCOMPARE(m_browser->state(), State::Loaded); // read since
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2, 1}));
}

void TestConnectionBrowserTotal::sameTotalIsNotWorthAWord()
{
    m_browser->nextPage();
    answer(237);
    QCOMPARE(m_changes->size(), 0);
}

void TestConnectionBrowserTotal::reloadMayBringAnyTotal()
{
    m_browser->reload();
    answer(90);
    QCOMPARE(m_changes->size(), 0);
    QCOMPARE(m_browser->page()->total, std::optional<qsizetype>(90));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading);
}

void TestConnectionBrowserTotal::anotherListingMayHaveAnyTotal()
{
    m_browser->setEnabledFilter(true);
    answer(20);
    m_browser->setEnabledFilter(false);
    answer(217);
    QCOMPARE(m_changes->size(), 0);
}

void TestConnectionBrowserTotal::shrunkListingLeavesThePageBehindItsEnd()
{
    m_browser->lastPage();
    answer(60);
    QVERIFY(m_browser->page()->isBeyondEnd());
    QCOMPARE(m_browser->model()->rowCount(), 0);
    QCOMPARE(m_changes->size(), 1);
    QVERIFY(!m_browser->next());
    QCOMPARE(m_browser->last()->index, 1);
    QCOMPARE(m_browser->previous()->index, 1); // the last one that exists
    m_browser->lastPage();
    answer(60);
    QCOMPARE(m_browser->model()->rowCount(), 10);
    QCOMPARE(m_changes->size(), 1);
}

void TestConnectionBrowserTotal::totalThatIsNoLongerSentIsNotAChange()
{
    m_browser->nextPage();
    answer(237, false);
    QCOMPARE(m_changes->size(), 0);
    QVERIFY(!m_browser->last());
    QVERIFY(m_browser->next().has_value());
    m_browser->previousPage();
    QCOMPARE(m_browser->page()->request.index, 1);
}

QTEST_GUILESS_MAIN(TestConnectionBrowserTotal)
#include "tst_connectionbrowsertotal.moc"
