// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationdirectory.h"

#include "store/settings.h"
#include "support/fakeorganizationsource.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using State = OrganizationDirectory::State;

class TestOrganizationDirectory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsRequestedBeforeRead();
    void readsPageByPage();
    void readsTenThousand();
    void organizationOnTwoPagesIsListedOnce();
    void repeatedCheckpointIsAFailure_data();
    void repeatedCheckpointIsAFailure();
    void emptyPagesEndIt();
    void fewEmptyPagesAreSkipped();
    void aCutOffListIsAFailure();
    void pauseStopsAsking();
    void resumesWhereItFailed();
    void readsOnlyOnceAtATime();
    void otherSourceForgetsEverything();
    void knownOrganizationsNeedNoRequest();
    void findsById();
    void looksUpANameWithOneRequest();
    void aNameThatIsNotFoundCostsOneRequest();
    void whatWasLookedUpIsKnownAtTheNextStart();
    void aFailedLookUpIsNotTold();
    void aLookUpThatWasCancelledIsMadeAnew();
    void whatIsKnownIsNotLookedUp();
    void readingGoesOnFromALookUp();

private:
    //! Answers the latest request with the organizations from begin to end.
    [[nodiscard]] bool answer(int begin, int end, const QString &next = {})
    {
        QSignalSpy changes(m_directory.get(), &OrganizationDirectory::changed);
        return m_source->answer(
                   OrganizationPage{.items = fakeOrganizations(begin, end), .next = next})
            && changes.wait();
    }
    [[nodiscard]] bool isIn(State state)
    {
        return QTest::qWaitFor([&] { return m_directory->state() == state; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<FakeOrganizationSource> m_source;
    std::unique_ptr<OrganizationDirectory> m_directory;
};

void TestOrganizationDirectory::init()
{
    m_source = std::make_shared<FakeOrganizationSource>();
    m_directory.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
    m_directory = std::make_unique<OrganizationDirectory>(*m_settings);
    m_directory->setSource(m_source);
}

void TestOrganizationDirectory::nothingIsRequestedBeforeRead()
{
    QCOMPARE(m_directory->state(), State::Unread);
    QVERIFY(m_source->checkpoints().isEmpty());
    m_directory->setSource({});
    m_directory->read();
    QCOMPARE(m_directory->state(), State::Unread);
}

void TestOrganizationDirectory::readsPageByPage()
{
    m_directory->read();
    QCOMPARE(m_directory->state(), State::Reading);
    QVERIFY(answer(0, 50, u"a"_s));
    QCOMPARE(m_directory->state(), State::Reading);
    QCOMPARE(m_directory->organizations(),
             fakeOrganizations(0, 50)); // can be searched while it reads
    QVERIFY(answer(50, 60));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 60));
    QCOMPARE(m_source->checkpoints(), QStringList({QString(), u"a"_s}));
}

void TestOrganizationDirectory::readsTenThousand()
{
    m_source->serve(10'000, 100);
    m_directory->read();
    QVERIFY(isIn(State::Complete));
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 10'000));
    QCOMPARE(m_source->checkpoints().size(), 100);
}

void TestOrganizationDirectory::organizationOnTwoPagesIsListedOnce()
{
    m_directory->read();
    QVERIFY(answer(0, 50, u"a"_s));
    QVERIFY(answer(40, 60));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 60));
}

void TestOrganizationDirectory::repeatedCheckpointIsAFailure_data()
{
    QTest::addColumn<QStringList>("checkpoints");
    QTest::newRow("the same again") << QStringList{u"a"_s, u"a"_s};
    QTest::newRow("one from before") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s};
}

void TestOrganizationDirectory::repeatedCheckpointIsAFailure()
{
    QFETCH(QStringList, checkpoints);
    m_directory->read();
    for (const QString &next : checkpoints) {
        QCOMPARE(m_directory->state(), State::Reading);
        QVERIFY(answer(0, 10, next));
    }
    QCOMPARE(m_directory->state(), State::Failed);
    QCOMPARE(m_directory->error()->kind, ApiError::Kind::BadPayload);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 10));
    QVERIFY(!m_source->isPending());
}

//! Each with a new checkpoint, so that only the tenant could end them.
void TestOrganizationDirectory::emptyPagesEndIt()
{
    m_directory->read();
    QVERIFY(answer(0, 10, u"0"_s));
    QVERIFY(answer(0, 0, u"1"_s));
    QVERIFY(answer(5, 10, u"2"_s)); // none that is new
    QVERIFY(answer(0, 0, u"3"_s));
    QCOMPARE(m_directory->state(), State::Failed);
    QCOMPARE(m_directory->error()->kind, ApiError::Kind::BadPayload);
    QCOMPARE(m_directory->error()->detail,
             u"the list of organizations continues without organizations"_s);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 10));
    QVERIFY(!m_source->isPending());

    m_directory->read(); // another three
    QVERIFY(answer(0, 0, u"4"_s));
    QCOMPARE(m_directory->state(), State::Reading);
    QVERIFY(answer(10, 20));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_source->checkpoints().constLast(), u"4"_s);
}

void TestOrganizationDirectory::fewEmptyPagesAreSkipped()
{
    m_directory->read();
    int checkpoint = 0;
    for (int page = 0; page < 4; ++page) {
        QVERIFY(answer(0, 0, QString::number(++checkpoint)));
        QVERIFY(answer(0, 0, QString::number(++checkpoint)));
        QVERIFY(answer(page * 10, page * 10 + 10, QString::number(++checkpoint)));
    }
    QVERIFY(answer(0, 0));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 40));
}

void TestOrganizationDirectory::aCutOffListIsAFailure()
{
    m_directory->read();
    QVERIFY(
        m_source->answer(OrganizationPage{.items = fakeOrganizations(0, 50), .isCutOff = true}));
    QVERIFY(isIn(State::Failed));
    QCOMPARE(m_directory->error()->kind, ApiError::Kind::BadPayload);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 50));
}

void TestOrganizationDirectory::pauseStopsAsking()
{
    m_directory->pause(); // nothing is read yet
    QCOMPARE(m_directory->state(), State::Unread);
    m_directory->read();
    QVERIFY(answer(0, 50, u"a"_s));
    m_directory->pause();
    QCOMPARE(m_directory->state(), State::Paused);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 50));
    QVERIFY(!m_source->isPending());
    QTest::qWait(0);
    QCOMPARE(m_source->checkpoints().size(), 2);

    m_directory->read();
    QVERIFY(answer(50, 60));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_source->checkpoints(), QStringList({QString(), u"a"_s, u"a"_s}));
    m_directory->pause(); // too late
    QCOMPARE(m_directory->state(), State::Complete);
}

void TestOrganizationDirectory::resumesWhereItFailed()
{
    m_directory->read();
    QVERIFY(answer(0, 50, u"a"_s));
    QVERIFY(m_source->answer(ApiError{.kind = ApiError::Kind::Server}));
    QVERIFY(isIn(State::Failed));
    QCOMPARE(m_directory->error()->kind, ApiError::Kind::Server);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 50)); // those read before remain

    m_directory->read();
    QCOMPARE(m_directory->state(), State::Reading);
    QVERIFY(!m_directory->error());
    QVERIFY(answer(50, 60));
    QCOMPARE(m_directory->state(), State::Complete);
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 60));
    QCOMPARE(m_source->checkpoints(), QStringList({QString(), u"a"_s, u"a"_s}));
}

void TestOrganizationDirectory::readsOnlyOnceAtATime()
{
    m_directory->read();
    m_directory->read();
    QCOMPARE(m_source->checkpoints().size(), 1);
    QVERIFY(answer(0, 10));
    m_directory->read(); // complete
    QCOMPARE(m_source->checkpoints().size(), 1);
}

void TestOrganizationDirectory::otherSourceForgetsEverything()
{
    m_directory->read();
    QVERIFY(answer(0, 50, u"a"_s));
    const auto other = std::make_shared<FakeOrganizationSource>();
    m_directory->setSource(other);
    QVERIFY(!m_source->isPending()); // cancelled
    QCOMPARE(m_directory->state(), State::Unread);
    QVERIFY(m_directory->organizations().isEmpty());
    QVERIFY(!m_directory->find(fakeOrganization(0).id));

    other->serve(5, 5);
    m_directory->read();
    QVERIFY(isIn(State::Complete));
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 5));
    QCOMPARE(other->checkpoints(),
             QStringList{QString()}); // not the checkpoint of the other tenant
}

void TestOrganizationDirectory::knownOrganizationsNeedNoRequest()
{
    m_directory->setOrganizations(fakeOrganizations(0, 3));
    QCOMPARE(m_directory->state(), State::Complete);
    m_directory->read();
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 3));
    QVERIFY(m_source->checkpoints().isEmpty());
}

void TestOrganizationDirectory::findsById()
{
    m_directory->setOrganizations(fakeOrganizations(0, 3));
    QCOMPARE(m_directory->find(fakeOrganization(2).id), fakeOrganization(2));
    QVERIFY(!m_directory->find(fakeOrganization(3).id));
    QVERIFY(!m_directory->find({}));
}

void TestOrganizationDirectory::looksUpANameWithOneRequest()
{
    QSignalSpy found(m_directory.get(), &OrganizationDirectory::nameFound);
    m_directory->lookUp(fakeOrganization(7).id);
    QVERIFY(answer(0, 10, u"10"_s));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).at(0).toString(), fakeOrganization(7).id);
    QCOMPARE(m_directory->organization(fakeOrganization(7).id), fakeOrganization(7));
    QCOMPARE(m_directory->state(), State::Paused);
    QCOMPARE(m_source->checkpoints().size(), 1);
    m_directory->read(); // goes on
    QCOMPARE(m_source->checkpoints().constLast(), u"10"_s);
    QVERIFY(answer(10, 12));
    QCOMPARE(m_directory->organizations(), fakeOrganizations(0, 12));
    QCOMPARE(m_directory->state(), State::Complete);
}

void TestOrganizationDirectory::aNameThatIsNotFoundCostsOneRequest()
{
    QSignalSpy found(m_directory.get(), &OrganizationDirectory::nameFound);
    m_directory->lookUp(fakeOrganization(70).id);
    QVERIFY(answer(0, 10, u"10"_s));
    QCOMPARE(found.size(), 0);
    QCOMPARE(m_source->checkpoints().size(), 1);
    m_directory->lookUp(fakeOrganization(70).id);
    QCOMPARE(m_source->checkpoints().size(), 1);
}

//! Also an organization that has no display name.
void TestOrganizationDirectory::whatWasLookedUpIsKnownAtTheNextStart()
{
    const QString domain = u"acme.eu.auth0.com"_s;
    const Organization nameless{.id = u"org_nameless"_s, .name = u"nameless"_s};
    m_directory->clear(domain);
    m_directory->setSource(m_source);
    m_directory->lookUp(nameless.id);
    QSignalSpy found(m_directory.get(), &OrganizationDirectory::nameFound);
    QVERIFY(m_source->answer(OrganizationPage{.items = {nameless, fakeOrganization(1)}}));
    QTRY_COMPARE(found.size(), 1);
    m_directory->remember(fakeOrganization(1).id);
    m_directory->remember(nameless.id);
    const qsizetype requests = m_source->checkpoints().size();

    m_directory = std::make_unique<OrganizationDirectory>(*m_settings);
    m_directory->clear(domain);
    m_directory->setSource(m_source);
    QCOMPARE(m_directory->organization(nameless.id), nameless);
    QCOMPARE(m_directory->organization(fakeOrganization(1).id), fakeOrganization(1));
    m_directory->lookUp(nameless.id);
    QCOMPARE(m_source->checkpoints().size(), requests);
}

void TestOrganizationDirectory::aFailedLookUpIsNotTold()
{
    m_directory->lookUp(fakeOrganization(7).id);
    QVERIFY(m_source->answer(ApiError{.kind = ApiError::Kind::Forbidden}));
    QVERIFY(isIn(State::Unread));
    QVERIFY(!m_directory->error());
    QVERIFY(!m_directory->isLookingUp());
    m_directory->lookUp(fakeOrganization(7).id); // as after every page of its connections
    QCOMPARE(m_source->checkpoints().size(), 1);
    m_directory->lookUp(fakeOrganization(8).id); // another organization
    QCOMPARE(m_source->checkpoints().size(), 2);
    m_directory->read();
    QVERIFY(answer(0, 10));
    QCOMPARE(m_directory->state(), State::Complete);
}

void TestOrganizationDirectory::aLookUpThatWasCancelledIsMadeAnew()
{
    m_directory->lookUp(fakeOrganization(7).id);
    QVERIFY(m_directory->isLookingUp());
    m_directory->setSource(m_source); // another token
    QVERIFY(!m_directory->isLookingUp());
    m_directory->lookUp(fakeOrganization(7).id);
    QCOMPARE(m_source->checkpoints().size(), 2);
}

void TestOrganizationDirectory::whatIsKnownIsNotLookedUp()
{
    m_directory->read();
    QVERIFY(answer(0, 10, u"10"_s));
    m_directory->lookUp(fakeOrganization(70).id); // the list is being read
    QCOMPARE(m_source->checkpoints().size(), 2);
    m_directory->setOrganizations(fakeOrganizations(0, 3));
    m_directory->lookUp(fakeOrganization(2).id);
    m_directory->lookUp(fakeOrganization(9).id); // there is nobody to ask
    QCOMPARE(m_source->checkpoints().size(), 2);
}

void TestOrganizationDirectory::readingGoesOnFromALookUp()
{
    m_directory->lookUp(fakeOrganization(7).id);
    m_directory->pause(); // a list that was closed has nothing to do with it
    QCOMPARE(m_directory->state(), State::Reading);
    m_directory->read();
    QCOMPARE(m_source->checkpoints().size(), 1);
    QVERIFY(answer(0, 10, u"10"_s));
    QCOMPARE(m_source->checkpoints(), (QStringList{QString(), u"10"_s}));
}

QTEST_GUILESS_MAIN(TestOrganizationDirectory)
#include "tst_organizationdirectory.moc"
