// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectionencoder.h"
#include "session/organizationhistory.h"
#include "session/savedviewtext.h"
#include "support/sessionfixture.h"

#include <QFile>

//! Files that are opened in a tenant's place: read beside the user's thread, and never live.
class TestSavedViewOpener final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void aFileTakesTheTenantsPlace();
    void pagesAndFilterNeedNobody();
    void whatIsOnScreenSurvivesAFileThatIsNone_data();
    void whatIsOnScreenSurvivesAFileThatIsNone();
    void cancelLeavesEverything();
    void theLatestFileCounts();
    void aSavedViewAsksNobodyEver();
    void aSavedViewIsNotRemembered();
    void leavingASavedView();
    void theWayBackKnowsNoSavedView();

private:
    //! The rows con_0... of Acme's org_1, exported to JSON.
    QString save(int rows, const ExportProvenance &provenance = {},
                 const QString &name = u"v.json"_s)
    {
        ExportProvenance from = provenance;
        from.tenantDomain = Acme;
        from.organizationId = u"org_1"_s;
        from.organizationName = u"Acme Corp"_s;
        from.programVersion = u"1"_s;
        const auto encoder = makeConnectionEncoder({.format = ExportFormat::Json}, from);
        QByteArray json = encoder->begin();
        json += encoder->encode(fakePage({.size = rows}, rows).items);
        json +=
            encoder->end({.rows = rows, .total = rows}, QDateTime(QDate(2026, 2, 3), QTime(14, 3)));
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("the sample cannot be written");
        return file.fileName();
    }
    [[nodiscard]] bool open(const QString &path)
    {
        m_session->savedViews().open(path);
        return QTest::qWaitFor([this] { return !m_session->savedViews().isReading(); })
            && QTest::qWaitFor([this] { return m_session->browser().state() != State::Loading; });
    }
};

void TestSavedViewOpener::aFileTakesTheTenantsPlace()
{
    m_session->savedViews().open(save(3));
    QVERIFY(m_session->savedViews().isReading());
    QCOMPARE(m_session->stage(), Stage::Nothing); // not yet, and nobody waits for it
    QTRY_VERIFY(m_session->savedView());
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
    QCOMPARE(m_session->browser().page()->items.size(), 3);
    QCOMPARE(m_session->browser().page()->total, 3);
    QCOMPARE(m_session->browser().page()->readAt, QDateTime(QDate(2026, 2, 3), QTime(14, 3)));
    QCOMPARE(m_session->access().domain.text(), Acme);
    QVERIFY(m_session->access().token.isEmpty());
    QCOMPARE(m_session->organization(u"org_1"_s).displayName, u"Acme Corp"_s);
}

void TestSavedViewOpener::pagesAndFilterNeedNobody()
{
    m_settings->setRowsPerPage(50);
    QVERIFY(open(save(120)));
    m_session->browser().lastPage();
    QTRY_COMPARE(m_session->browser().page()->request.index, 2);
    QCOMPARE(m_session->browser().page()->items.size(), 20);
    QCOMPARE(m_session->browser().page()->items.constFirst().connectionId, fakeId(100));
    m_session->browser().setEnabledFilter(false); // the JSON of these rows does not say
    QTRY_COMPARE(m_session->browser().page()->total, 0);
}

void TestSavedViewOpener::whatIsOnScreenSurvivesAFileThatIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<SavedViewProblem::Kind>("kind");
    using Kind = SavedViewProblem::Kind;
    QTest::newRow("missing") << QByteArray() << Kind::Unreadable;
    QTest::newRow("folder") << QByteArray("/") << Kind::Unreadable;
    QTest::newRow("CSV") << QByteArray("a,b\r\n") << Kind::NotASavedView;
    QTest::newRow("cut") << QByteArray("{\n\"tenant\": \"acme.auth0.com\",") << Kind::Damaged;
}

void TestSavedViewOpener::whatIsOnScreenSurvivesAFileThatIsNone()
{
    QFETCH(QByteArray, content);
    QFETCH(SavedViewProblem::Kind, kind);
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(answer(3));
    QString path = m_folder->filePath(u"other.json"_s);
    if (content == "/") {
        path = m_folder->path();
    } else if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QSignalSpy failed(&m_session->savedViews(), &SavedViewOpener::failed);
    QVERIFY(open(path));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_session->savedViews().problem()->kind, kind);
    const QString sentence =
        savedViewProblemText(*m_session->savedViews().problem(), u"other.json"_s);
    QVERIFY(sentence.startsWith("other.json "_L1) && sentence.endsWith(u'.'));
    QVERIFY(!m_session->savedView());
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->browser().page()->items.size(), 3);
}

void TestSavedViewOpener::cancelLeavesEverything()
{
    QSignalSpy opened(&m_session->savedViews(), &SavedViewOpener::opened);
    m_session->savedViews().open(save(3));
    m_session->savedViews().cancel();
    QVERIFY(!m_session->savedViews().isReading());
    QTest::qWait(50);
    QVERIFY(opened.isEmpty());
    QCOMPARE(m_session->stage(), Stage::Nothing);
}

void TestSavedViewOpener::theLatestFileCounts()
{
    QSignalSpy opened(&m_session->savedViews(), &SavedViewOpener::opened);
    const QString second = save(2, {}, u"second.json"_s);
    m_session->savedViews().open(save(3));
    QVERIFY(open(second));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_session->savedView()->connections.size(), 2);
}

void TestSavedViewOpener::aSavedViewAsksNobodyEver()
{
    keep(profileOf(Acme), "a.b.c");
    QVERIFY(open(save(3)));
    m_session->openOrganization(u"org_2"_s);
    m_session->reconnect();
    m_session->replaceToken(accessTo(Acme).token);
    m_session->readOrganizations();
    m_session->browser().reload();
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
    QVERIFY(m_gateway.connectionSources.isEmpty());
    QVERIFY(m_gateway.organizationSources.isEmpty());
    QVERIFY(m_session->savedView() && m_session->access().token.isEmpty());
    QCOMPARE(m_session->browser().page()->request.organizationId, u"org_1"_s);
}

void TestSavedViewOpener::aSavedViewIsNotRemembered()
{
    QVERIFY(open(save(3)));
    QVERIFY(m_session->recentOrganizations().isEmpty());
    QVERIFY(m_settings->recentOrganizations(Acme).isEmpty());
}

void TestSavedViewOpener::leavingASavedView()
{
    QVERIFY(open(save(3)));
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(!m_session->savedView());
    QCOMPARE(m_gateway.connectionSources.size(), 1);
    QVERIFY(answer(5));
    QCOMPARE(m_session->browser().page()->items.size(), 5);
    // The settings' OK shows the tenant that was chosen there, also when a file of it is open.
    QVERIFY(open(save(3)));
    m_settings->setProfiles({profileOf(Acme)});
    m_session->showProfile(profileOf(Acme), accessTo(Acme).token);
    QVERIFY(!m_session->savedView());
}

void TestSavedViewOpener::theWayBackKnowsNoSavedView()
{
    OrganizationHistory history(*m_session);
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    m_session->openOrganization(u"org_2"_s);
    QVERIFY(history.canGoBack());
    QVERIFY(open(save(3)));
    QVERIFY(!history.canGoBack() && !history.canGoForward());
}

QTEST_GUILESS_MAIN(TestSavedViewOpener)
#include "tst_savedviewopener.moc"
