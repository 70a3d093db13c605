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

//! One answer at a time, whatever is asked for meanwhile and whoever is asked.
class TestConnectionBrowserOpening final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsConfiguredAtFirst();
    void rapidNextMakesOneRequestAPage();
    void samePageAgainWhileLoadingCostsNoRequest();
    void reloadWhileLoadingStaysOneAnswer();
    void openWhileLoading();
    void openWithItsOwnRequest();
    void closeWhileLoading();
    void destroyedWhileLoading();
    void lateAnswerOfAnotherSourceIsNotShown();
    void pageIsThereBeforeAnybodyHearsOfIt();

private:
    void openAt(qsizetype total, int index = 0);
    [[nodiscard]] bool reaches(State state);

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ConnectionBrowser> m_browser;
};

void TestConnectionBrowserOpening::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_browser = std::make_unique<ConnectionBrowser>();
}

bool TestConnectionBrowserOpening::reaches(State state)
{
    return QTest::qWaitFor([&] { return m_browser->state() == state; });
}

void TestConnectionBrowserOpening::openAt(qsizetype total, int index)
{
    m_browser->open(m_source, First.at(index));
    QVERIFY(m_source->answer(total));
    QVERIFY(reaches(State::Loaded));
}

void TestConnectionBrowserOpening::nothingIsConfiguredAtFirst()
{
    QCOMPARE(m_browser->state(), State::NotConfigured);
    QVERIFY(!m_browser->page() && !m_browser->source() && !m_browser->error());
    m_browser->reload();
    m_browser->retry();
    m_browser->nextPage();
    m_browser->goToPage(3);
    m_browser->setPageSize(7);
    m_browser->setEnabledFilter(true);
    m_browser->cancel();
    QCOMPARE(m_browser->state(), State::NotConfigured);
}

void TestConnectionBrowserOpening::rapidNextMakesOneRequestAPage()
{
    openAt(237);
    for (int i = 0; i < 10; ++i)
        m_browser->nextPage();
    QCOMPARE(m_browser->request().index, 4);
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(m_source->pending(), 1);
    QCOMPARE(m_source->cancelled(), 3);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 4);
    QCOMPARE(m_browser->model()->rowCount(), 37);
}

void TestConnectionBrowserOpening::samePageAgainWhileLoadingCostsNoRequest()
{
    openAt(237);
    m_browser->lastPage();
    m_browser->lastPage();
    m_browser->goToPage(4);
    m_browser->goToPage(1000);
    QCOMPARE(m_source->indexes(), QList<int>({0, 4}));
    QCOMPARE(m_source->cancelled(), 0);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 4);
}

void TestConnectionBrowserOpening::reloadWhileLoadingStaysOneAnswer()
{
    openAt(237);
    m_browser->nextPage();
    m_browser->reload();
    QCOMPARE(m_source->pending(), 1);
    QSignalSpy pages(m_browser.get(), &ConnectionBrowser::pageChanged);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 1);
    QCOMPARE(pages.size(), 1);
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading); // the reload forgot the first page
}

void TestConnectionBrowserOpening::openWhileLoading()
{
    m_browser->open(m_source, First);
    m_browser->open(m_source, {.organizationId = u"org_2"_s, .index = 1, .size = 10});
    QCOMPARE(m_source->pending(), 1);
    QVERIFY(m_source->answer(25));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.organizationId, u"org_2"_s);
    QCOMPARE(m_browser->model()->rowCount(), 10);
}

void TestConnectionBrowserOpening::openWithItsOwnRequest()
{
    openAt(237, 2);
    const auto other = std::make_shared<FakeSource>();
    m_browser->open(other, m_browser->page()->request); // which open() forgets
    QCOMPARE(other->requests(), {First.at(2)});
    QCOMPARE(m_browser->request(), First.at(2));
}

void TestConnectionBrowserOpening::closeWhileLoading()
{
    openAt(237);
    m_browser->nextPage();
    m_browser->close();
    QCOMPARE(m_browser->state(), State::NotConfigured);
    QCOMPARE(m_source->pending(), 0);
    QVERIFY(!m_browser->page() && !m_browser->source());
    QCOMPARE(m_browser->model()->rowCount(), 0);
    QCOMPARE(m_source.use_count(), 1);
}

void TestConnectionBrowserOpening::destroyedWhileLoading()
{
    m_browser->open(m_source, First);
    m_browser.reset();
    QCOMPARE(m_source->pending(), 0);
}

void TestConnectionBrowserOpening::lateAnswerOfAnotherSourceIsNotShown()
{
    const auto other = std::make_shared<FakeSource>();
    m_browser->open(m_source, First);
    QVERIFY(m_source->answer(237));
    m_browser->open(other, {.organizationId = u"org_2"_s});
    QTest::qWait(5);
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(!m_browser->page());
    QVERIFY(other->answer(1));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.organizationId, u"org_2"_s);
}

void TestConnectionBrowserOpening::pageIsThereBeforeAnybodyHearsOfIt()
{
    openAt(237);
    bool isConsistent = false;
    connect(m_browser.get(), &ConnectionBrowser::pageChanged, this, [&] {
        isConsistent = m_browser->state() == State::Loaded && m_browser->request().index == 1
            && m_browser->model()->connectionAt(0).connectionId == fakeId(50);
    });
    m_browser->nextPage();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QVERIFY(isConsistent);
}

QTEST_GUILESS_MAIN(TestConnectionBrowserOpening)
#include "tst_connectionbrowseropening.moc"
