// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/savedviewcomparison.h"

#include "export/savedviewcomparisontext.h"
#include "formats/connectionencoder.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "support/fakesource.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSavedViewComparison final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholePageOnScreenIsEnough();
    void otherPagesAreRead_data();
    void otherPagesAreRead();
    void readsAgainWhenTheListingChanges();
    void savedViewOnScreenIsTheNewOne();
    void theLaterOneIsTheNewOne();
    void filterMakesThePartOfAListing();
    void otherOrganizationIsNotCompared();
    void allDemoTenantsAreOne();
    void filesThatAreNoSavedViews();
    void failureOfTheTenantEndsIt();
    void destructionStopsReading();

private:
    //! Writes a saved view of org_1 with that many of the rows of fakePage().
    QString writeView(qsizetype rows, const QString &tenant = u"acme.eu.auth0.com"_s,
                      std::optional<bool> isEnabled = {});
    QString writeFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] SavedViewComparison::Request request(const QString &path,
                                                       const ConnectionPage &page) const;
    //! Runs the comparison to its end.
    [[nodiscard]] SavedViewComparison::Outcome run(const SavedViewComparison::Request &request);
    [[nodiscard]] static QString problem(const SavedViewComparison::Outcome &outcome,
                                         const QString &file, bool isPrivate = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeSource> m_source;
};

namespace {

const PageRequest Listing{.organizationId = u"org_1"_s};

DriftCounts countsOf(const SavedViewComparison::Outcome &outcome)
{
    const auto *drift = std::get_if<DriftPtr>(&outcome);
    return drift ? (*drift)->counts : DriftCounts{.same = -1};
}

} // namespace

void TestSavedViewComparison::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QLocale::setDefault(QLocale(u"en_US"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = std::make_shared<FakeSource>();
}

QString TestSavedViewComparison::writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    return file.fileName();
}

QString TestSavedViewComparison::writeView(qsizetype rows, const QString &tenant,
                                           std::optional<bool> isEnabled)
{
    const auto encoder = makeConnectionEncoder({.format = ExportFormat::Json},
                                               {.tenantDomain = tenant,
                                                .organizationId = u"org_1"_s,
                                                .organizationName = u"Acme"_s,
                                                .isEnabled = isEnabled,
                                                .programVersion = u"1.0.0"_s});
    QList<OrganizationConnection> views;
    for (qsizetype i = 0; i < rows; ++i) {
        OrganizationConnection row = fakeRow(i);
        const QByteArray json = R"({"connection_id":")" + fakeId(i).toLatin1()
            + R"(","is_enabled":true,"connection":{"name":"connection-)" + QByteArray::number(i)
            + R"(","strategy":"okta"}})";
        row.json = json;
        views.append(row);
    }
    QByteArray bytes = encoder->begin();
    bytes += encoder->encode(views);
    bytes += encoder->end({.rows = rows, .total = rows}, QDateTime({2026, 2, 1}, {10, 0}, Qt::UTC));
    return writeFile(u"view.json"_s, bytes);
}

SavedViewComparison::Request TestSavedViewComparison::request(const QString &path,
                                                              const ConnectionPage &page) const
{
    return {.path = path,
            .subject = TenantSubject{.domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s)},
            .source = m_source,
            .page = page,
            .organizationName = u"Acme"_s};
}

SavedViewComparison::Outcome TestSavedViewComparison::run(
    const SavedViewComparison::Request &request)
{
    SavedViewComparison comparison(request);
    QSignalSpy finished(&comparison, &SavedViewComparison::finished);
    comparison.start();
    if (!finished.isEmpty() || !finished.wait(10'000) || finished.size() != 1)
        return SavedViewProblem{.detail = u"finished at the wrong time"_s};
    return comparison.outcome();
}

QString TestSavedViewComparison::problem(const SavedViewComparison::Outcome &outcome,
                                         const QString &file, bool isPrivate)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    privacy.setOn(isPrivate);
    return comparisonProblemText(outcome, file, u"acme.eu.auth0.com"_s, privacy);
}

void TestSavedViewComparison::wholePageOnScreenIsEnough()
{
    const auto outcome = run(request(writeView(3), fakePage(Listing, 4)));
    QCOMPARE(countsOf(outcome).added, 1);
    const Drift &drift = *std::get<DriftPtr>(outcome);
    QCOMPARE(drift.oldInventory.tenant, u"acme.eu.auth0.com"_s);
    QCOMPARE(drift.oldInventory.began, QDateTime({2026, 2, 1}, {10, 0}, Qt::UTC));
    QCOMPARE(drift.oldInventory.programVersion, u"1.0.0"_s);
    QCOMPARE(drift.newInventory.began, fakePage(Listing, 4).readAt.toUTC());
    QCOMPARE(drift.newInventory.links, 4);
    QVERIFY(drift.isComplete());
    QVERIFY(m_source->requests().isEmpty());
    QVERIFY(problem(outcome, u"a"_s).isEmpty());
}

void TestSavedViewComparison::otherPagesAreRead_data()
{
    QTest::addColumn<ConnectionPage>("page");
    PageRequest filtered = Listing;
    filtered.isEnabled = true;
    QTest::newRow("the first of several") << fakePage(Listing, 250);
    QTest::newRow("one in the middle") << fakePage(Listing.at(1), 250);
    QTest::newRow("with a filter") << fakePage(filtered, 10);
    ConnectionPage missing = fakePage(Listing, 10);
    missing.items.removeLast();
    QTest::newRow("with rows missing") << missing;
}

void TestSavedViewComparison::otherPagesAreRead()
{
    QFETCH(const ConnectionPage, page);
    m_source->serve(250);
    SavedViewComparison comparison(request(writeView(251), page));
    QSignalSpy finished(&comparison, &SavedViewComparison::finished);
    QStringList texts;
    connect(&comparison, &SavedViewComparison::progressed, &comparison,
            [&] { texts.append(comparisonProgressText(comparison)); });
    QCOMPARE(comparisonProgressText(comparison), u"Comparing with the saved view…"_s);
    comparison.start();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(m_source->indexes(), (QList<int>{0, 1, 2}));
    QCOMPARE(m_source->requests().constFirst(),
             (PageRequest{.organizationId = u"org_1"_s, .size = 100}));
    QCOMPARE(texts,
             (QStringList{u"Reading from the tenant: 100 of 250 connections"_s,
                          u"Reading from the tenant: 200 of 250 connections"_s,
                          u"Reading from the tenant: 250 of 250 connections"_s}));
    QCOMPARE(countsOf(comparison.outcome()).removed, 1);
    QVERIFY(std::get<DriftPtr>(comparison.outcome())->newInventory.isComplete());
}

void TestSavedViewComparison::readsAgainWhenTheListingChanges()
{
    int answers = 0;
    m_source->answerAll([&answers](const PageRequest &asked) {
        ConnectionPage page = fakePage(asked, 250);
        if (++answers == 2)
            page.total = 251;
        return page;
    });
    const auto outcome = run(request(writeView(250), fakePage(Listing, 250)));
    QVERIFY(answers > 3);
    QCOMPARE(std::get<DriftPtr>(outcome)->newInventory.links, 250);

    m_source->answerAll([](const PageRequest &asked) {
        ConnectionPage page = fakePage(asked, 250);
        page.total = 250 + asked.index;
        return page;
    });
    QCOMPARE(problem(run(request(writeView(250), fakePage(Listing, 250))), u"a"_s),
             u"Nothing was compared: the tenant's list changed while it was read. Compare "
             "again."_s);
}

void TestSavedViewComparison::savedViewOnScreenIsTheNewOne()
{
    QFile file(writeView(5));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto view = *parseSavedView(file.readAll());
    view.provenance.extent = ExportExtent::SelectedRows;
    auto shown = request(writeView(3), fakePage(Listing, 1));
    shown.subject = SavedViewSubject{std::make_shared<const SavedView>(view)};
    const auto outcome = run(shown);
    QCOMPARE(countsOf(outcome), (DriftCounts{.same = 3, .added = 2}));
    QVERIFY(!std::get<DriftPtr>(outcome)->newInventory.isComplete());
    QVERIFY(std::get<DriftPtr>(outcome)->oldInventory.isComplete());
    QVERIFY(m_source->requests().isEmpty());
}

//! A file that was exported after the page on screen had been read.
void TestSavedViewComparison::theLaterOneIsTheNewOne()
{
    ConnectionPage page = fakePage(Listing, 4);
    page.readAt = QDateTime({2026, 1, 31}, {10, 0}, Qt::UTC); // a day before the file
    const auto outcome = run(request(writeView(3), page));
    QCOMPARE(countsOf(outcome).removed, 1);
    const Drift &drift = *std::get<DriftPtr>(outcome);
    QCOMPARE(drift.oldInventory.began, page.readAt);
    QCOMPARE(drift.newInventory.began, QDateTime({2026, 2, 1}, {10, 0}, Qt::UTC));
}

void TestSavedViewComparison::filterMakesThePartOfAListing()
{
    const auto outcome =
        run(request(writeView(3, u"acme.eu.auth0.com"_s, true), fakePage(Listing, 5)));
    QCOMPARE(countsOf(outcome).notComparable, 2);
    QVERIFY(!std::get<DriftPtr>(outcome)->oldInventory.isComplete());
}

void TestSavedViewComparison::otherOrganizationIsNotCompared()
{
    PageRequest other = Listing;
    other.organizationId = u"org_2"_s;
    const QString path = writeView(3);
    const auto outcome = run(request(path, fakePage(other, 3)));
    QVERIFY(std::get_if<SavedViewComparison::OtherOrganization>(&outcome));
    QCOMPARE(problem(outcome, path),
             u"view.json is a saved view of another organization: Acme (org_1)."_s);
    QVERIFY(!problem(outcome, path, true).contains("Acme"_L1));
    QVERIFY(!problem(outcome, path, true).contains("org_1"_L1));

    const QString foreign = writeView(3, u"beta.eu.auth0.com"_s);
    QCOMPARE(problem(run(request(foreign, fakePage(Listing, 3))), foreign),
             u"view.json is a saved view of another tenant: of Acme (org_1) in "
             "beta.eu.auth0.com."_s);
    // Not even one row is asked for.
    QVERIFY(m_source->requests().isEmpty());
}

void TestSavedViewComparison::allDemoTenantsAreOne()
{
    auto demo = request(writeView(3, u"127.0.0.1:40001"_s), fakePage(Listing, 3));
    demo.subject = DemoSubject{*TenantDomain::fromText(u"127.0.0.1:40002"_s)};
    const auto outcome = run(demo);
    QVERIFY(std::get_if<DriftPtr>(&outcome));
    QCOMPARE(std::get<DriftPtr>(outcome)->oldInventory.tenant, u"demo"_s);
    QCOMPARE(std::get<DriftPtr>(outcome)->newInventory.tenant, u"demo"_s);
}

void TestSavedViewComparison::filesThatAreNoSavedViews()
{
    const ConnectionPage page = fakePage(Listing, 3);
    const QString inventory = writeFile(u"a.vestibule"_s, "SQLite format 3");
    QCOMPARE(problem(run(request(inventory, page)), inventory),
             u"a.vestibule is an inventory of a whole tenant, not a saved view of one "
             "organization. To compare it, use Changes."_s);
    const QString csv = writeFile(u"a.csv"_s, "connection_name\r\n");
    QVERIFY(problem(run(request(csv, page)), csv).contains("is not a saved view"_L1));
    QFile whole(writeView(3));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QString cut = writeFile(u"cut.json"_s, whole.readAll().chopped(20));
    QVERIFY(problem(run(request(cut, page)), cut).startsWith("cut.json is damaged"_L1));
    const QString none = m_folder->filePath(u"none.json"_s);
    QVERIFY(problem(run(request(none, page)), none).startsWith("none.json cannot be read"_L1));
}

void TestSavedViewComparison::failureOfTheTenantEndsIt()
{
    m_source->answerAll([](const PageRequest &asked) -> FakeSource::Answer {
        if (asked.index == 0)
            return fakePage(asked, 250);
        return ApiError{.kind = ApiError::Kind::Server, .httpStatus = 503};
    });
    const auto outcome = run(request(writeView(3), fakePage(Listing, 250)));
    QVERIFY(std::get_if<ApiError>(&outcome));
    QVERIFY(!problem(outcome, u"a"_s).isEmpty());
}

void TestSavedViewComparison::destructionStopsReading()
{
    {
        SavedViewComparison comparison(request(writeView(3), fakePage(Listing, 250)));
        comparison.start();
        QTRY_COMPARE(m_source->pending(), 1);
    }
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(m_source->cancelled(), 1);
}

QTEST_GUILESS_MAIN(TestSavedViewComparison)
#include "tst_savedviewcomparison.moc"
