// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectionencoder.h"
#include "session/organizationhistory.h"
#include "session/savedviewtext.h"
#include "support/sessionfixture.h"

#include <QFile>

class TestSavedViewOpener final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { reset(); }
    void fileReplacesTheTenant();
    void pagesAndFilterNeedNoRequest();
    void unreadableFileKeepsWhatIsOnScreen_data();
    void unreadableFileKeepsWhatIsOnScreen();
    void cancelKeepsEverything();
    void latestFileIsShown();
    void savedViewMakesNoRequest();
    void savedViewIsNotRemembered();
    void leavingASavedView();
    void historyHasNoSavedView();

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

void TestSavedViewOpener::fileReplacesTheTenant()
{
    m_session->savedViews().open(save(3));
    QVERIFY(m_session->savedViews().isReading());
    QCOMPARE(m_session->stage(), Stage::Nothing); // reading has only begun
    QTRY_VERIFY(savedViewOf(m_session->subject()));
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
    QCOMPARE(m_session->browser().page()->items.size(), 3);
    QCOMPARE(m_session->browser().page()->total, 3);
    QCOMPARE(m_session->browser().page()->readAt, QDateTime(QDate(2026, 2, 3), QTime(14, 3)));
    QCOMPARE(m_session->access().domain.text(), Acme);
    QVERIFY(m_session->access().token.isEmpty());
    QCOMPARE(m_session->directory().organization(u"org_1"_s).displayName, u"Acme Corp"_s);
}

void TestSavedViewOpener::pagesAndFilterNeedNoRequest()
{
    m_settings->setRowsPerPage(50);
    QVERIFY(open(save(120)));
    m_session->browser().lastPage();
    QTRY_COMPARE(m_session->browser().page()->request.index, 2);
    QCOMPARE(m_session->browser().page()->items.size(), 20);
    QCOMPARE(m_session->browser().page()->items.constFirst().connectionId, fakeId(100));
    m_session->browser().setEnabledFilter(false); // these rows do not say whether they are enabled
    QTRY_COMPARE(m_session->browser().page()->total, 0);
}

void TestSavedViewOpener::unreadableFileKeepsWhatIsOnScreen_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<SavedViewProblem::Kind>("kind");
    using Kind = SavedViewProblem::Kind;
    QTest::newRow("missing") << QByteArray() << Kind::Unreadable;
    QTest::newRow("folder") << QByteArray("/") << Kind::Unreadable;
    QTest::newRow("CSV") << QByteArray("a,b\r\n") << Kind::NotASavedView;
    QTest::newRow("cut") << QByteArray("{\n\"tenant\": \"acme.auth0.com\",") << Kind::Damaged;
}

void TestSavedViewOpener::unreadableFileKeepsWhatIsOnScreen()
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
    QVERIFY(!savedViewOf(m_session->subject()));
    QCOMPARE(m_session->access(), accessTo(Acme));
    QCOMPARE(m_session->browser().page()->items.size(), 3);
}

void TestSavedViewOpener::cancelKeepsEverything()
{
    QSignalSpy opened(&m_session->savedViews(), &SavedViewOpener::opened);
    m_session->savedViews().open(save(3));
    m_session->savedViews().cancel();
    QVERIFY(!m_session->savedViews().isReading());
    QTest::qWait(50);
    QVERIFY(opened.isEmpty());
    QCOMPARE(m_session->stage(), Stage::Nothing);
}

void TestSavedViewOpener::latestFileIsShown()
{
    QSignalSpy opened(&m_session->savedViews(), &SavedViewOpener::opened);
    const QString second = save(2, {}, u"second.json"_s);
    m_session->savedViews().open(save(3));
    QVERIFY(open(second));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(savedViewOf(m_session->subject())->connections.size(), 2);
}

void TestSavedViewOpener::savedViewMakesNoRequest()
{
    keep(profileOf(Acme), "a.b.c");
    QVERIFY(open(save(3)));
    m_session->openOrganization(u"org_2"_s);
    m_session->reconnect();
    m_session->replaceToken(accessTo(Acme).token);
    m_session->readOrganizations();
    m_session->browser().reload();
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
    QVERIFY(m_sourceFactory.connectionSources.isEmpty());
    QVERIFY(m_sourceFactory.organizationSources.isEmpty());
    QVERIFY(savedViewOf(m_session->subject()) && m_session->access().token.isEmpty());
    QCOMPARE(m_session->browser().page()->request.organizationId, u"org_1"_s);
}

void TestSavedViewOpener::savedViewIsNotRemembered()
{
    QVERIFY(open(save(3)));
    QVERIFY(m_session->directory().recent().isEmpty());
    QVERIFY(m_settings->recentOrganizations(Acme).isEmpty());
}

void TestSavedViewOpener::leavingASavedView()
{
    QVERIFY(open(save(3)));
    m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    QVERIFY(!savedViewOf(m_session->subject()));
    QCOMPARE(m_sourceFactory.connectionSources.size(), 1);
    QVERIFY(answer(5));
    QCOMPARE(m_session->browser().page()->items.size(), 5);
    // OK in the settings opens the chosen tenant, even if a saved view of it is open.
    QVERIFY(open(save(3)));
    m_settings->setProfiles({profileOf(Acme)});
    m_session->showProfile(profileOf(Acme), accessTo(Acme).token);
    QVERIFY(!savedViewOf(m_session->subject()));
}

void TestSavedViewOpener::historyHasNoSavedView()
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
