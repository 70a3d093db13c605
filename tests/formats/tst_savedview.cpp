// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectionencoder.h"
#include "formats/savedview.h"
#include "support/jsonsamples.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

using Kind = SavedViewProblem::Kind;
using Rows = QList<OrganizationConnection>;

const QDateTime readAt(QDate(2026, 3, 1), QTime(13, 4, 5), QTimeZone(3600));

ExportProvenance provenanceOf(ExportExtent extent, std::optional<bool> isEnabled = {})
{
    const bool isPage = extent == ExportExtent::OnePage;
    return {.tenantDomain = u"acme.eu.auth0.com"_s,
            .organizationId = u"org_1"_s,
            .organizationName = u"Acme “Öl” \\ 株式会社"_s,
            .isEnabled = isEnabled,
            .extent = extent,
            .pageIndex = isPage ? 2 : 0,
            .pageSize = isPage ? 50 : 0,
            .programVersion = u"1.2.3"_s};
}

QByteArray exported(const ExportProvenance &provenance, const Rows &rows,
                    std::optional<qsizetype> total)
{
    const auto encoder = makeConnectionEncoder({.format = ExportFormat::Json}, provenance);
    QByteArray json = encoder->begin();
    json += encoder->encode(rows);
    return json + encoder->end({.rows = rows.size(), .total = total}, readAt);
}

//! An enabled row, a disabled one, and one without is_enabled.
Rows threeRows()
{
    return {
        Samples::connection(R"({"connection_id":"con_a","is_enabled":true,"new":[1.50,{}]})"),
        Samples::connection("{ \"is_enabled\":false,\t\"connection_id\":\"con_b\",\"connection\":"
                            "{\"name\":\"\\u540d \\\\ \\\"\",\"strategy\":\"okta\"}}"),
        Samples::connection(R"({"connection_id":"con_c","organization_access_level":null,
            "organization_member_access_level":"limited"})")};
}

QByteArray whole()
{
    return exported(provenanceOf(ExportExtent::AllPages), threeRows(), 3);
}

QByteArray replaced(const QByteArray &before, const QByteArray &after)
{
    QByteArray json = whole();
    if (!json.contains(before))
        qFatal("the sample has no %s", before.constData());
    return json.replace(before, after);
}

std::optional<Kind> problemOf(const QByteArray &json)
{
    const auto view = parseSavedView(json);
    return view ? std::nullopt : std::optional(view.error().kind);
}

} // namespace

class TestSavedView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void exportsOpenAgain_data();
    void exportsOpenAgain();
    void rowsKeepTheirSpelling();
    void byteOrderMarkIsSkipped();
    void aThousandRowsOpen();
    void otherFilesAreNotSavedViews_data();
    void otherFilesAreNotSavedViews();
    void partOfFewerRowsIsDamaged();
    void inconsistentFilesAreDamaged_data();
    void inconsistentFilesAreDamaged();
    void everyTruncationIsRefused();
    void changingAnyByteIsNoCrash();
    void filterWorksLikeTheTenants();
    void exportsOfAPartArePartsOfTheListing();
    void totalsAreNotGuessed();
};

void TestSavedView::exportsOpenAgain_data()
{
    QTest::addColumn<ExportExtent>("extent");
    QTest::addColumn<std::optional<bool>>("isEnabled");
    QTest::addColumn<std::optional<qsizetype>>("total");
    using Flag = std::optional<bool>;
    using Total = std::optional<qsizetype>;
    QTest::newRow("whole") << ExportExtent::AllPages << Flag() << Total(3);
    QTest::newRow("whole, the tenant did not say how many")
        << ExportExtent::AllPages << Flag() << Total();
    QTest::newRow("enabled") << ExportExtent::AllPages << Flag(true) << Total(3);
    QTest::newRow("disabled") << ExportExtent::AllPages << Flag(false) << Total(3);
    QTest::newRow("page") << ExportExtent::OnePage << Flag() << Total(132);
    QTest::newRow("selection") << ExportExtent::SelectedRows << Flag(true) << Total(132);
}

void TestSavedView::exportsOpenAgain()
{
    QFETCH(ExportExtent, extent);
    QFETCH(std::optional<bool>, isEnabled);
    QFETCH(std::optional<qsizetype>, total);
    const ExportProvenance provenance = provenanceOf(extent, isEnabled);
    const auto view = parseSavedView(exported(provenance, threeRows(), total));
    QVERIFY2(view, qPrintable(view ? QString() : view.error().detail));
    QCOMPARE(view->provenance, provenance);
    QCOMPARE(view->count, (ExportCount{.rows = 3, .total = total}));
    QCOMPARE(view->readAt, readAt);
    QCOMPARE(view->connections, threeRows());
    QCOMPARE(view->domain.text(), u"acme.eu.auth0.com"_s);
    QCOMPARE(view->isPart(), extent != ExportExtent::AllPages);
    // Exporting the view writes the same file.
    QCOMPARE(exported(view->provenance, view->connections, view->count.total),
             exported(provenance, threeRows(), total));
}

void TestSavedView::rowsKeepTheirSpelling()
{
    const auto view = parseSavedView(whole());
    QVERIFY(view);
    for (qsizetype i = 0; i < threeRows().size(); ++i)
        QCOMPARE(view->connections.at(i).json.bytes(), threeRows().at(i).json.bytes());
}

void TestSavedView::byteOrderMarkIsSkipped()
{
    const auto view = parseSavedView("\xEF\xBB\xBF" + whole());
    QVERIFY(view);
    QCOMPARE(view->connections, threeRows());
}

void TestSavedView::aThousandRowsOpen()
{
    Rows rows;
    for (const QByteArray &row : Samples::numberedRows(1000))
        rows.append(Samples::connection(row));
    const auto view =
        parseSavedView(exported(provenanceOf(ExportExtent::AllPages), rows, rows.size()));
    QVERIFY(view);
    QCOMPARE(view->connections, rows);
}

void TestSavedView::otherFilesAreNotSavedViews_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("CSV") << QByteArray("connection_name,is_enabled\r\nacme,true\r\n");
    QTest::newRow("text") << QByteArray("{hello");
    QTest::newRow("other JSON") << QByteArray(R"({"name":"x"})");
    QTest::newRow("an answer of the API") << Samples::recordedBody;
    QTest::newRow("rows alone") << QByteArray('[' + Samples::recordedRow + ']');
    QTest::newRow("a row a line") << QByteArray(Samples::recordedRow + '\n' + Samples::recordedRow);
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
    QTest::newRow("a side file") << QByteArray(
        R"({"file":"a.csv","tenant":"a.b","vestibule_version":"1"})");
}

void TestSavedView::otherFilesAreNotSavedViews()
{
    QFETCH(QByteArray, file);
    QCOMPARE(problemOf(file), Kind::NotASavedView);
}

void TestSavedView::partOfFewerRowsIsDamaged()
{
    const QByteArray part = exported(provenanceOf(ExportExtent::SelectedRows), threeRows(), 3);
    QVERIFY(parseSavedView(part));
    for (const QByteArray total : {"2", "-1", "\"3\"", "2.5"}) {
        QByteArray other = part;
        other.replace("\"total\": 3", QByteArray("\"total\": " + total));
        QVERIFY(other != part);
        QCOMPARE(problemOf(other), Kind::Damaged);
    }
}

void TestSavedView::inconsistentFilesAreDamaged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a row was added")
        << QByteArray("{\"connection_id\":\"con_c\"")
        << QByteArray("{\"connection_id\":\"con_d\"},{\"connection_id\":\"con_c\"");
    QTest::newRow("fewer rows are promised")
        << QByteArray("\"rows\": 3") << QByteArray("\"rows\": 2");
    QTest::newRow("no rows are promised") << QByteArray("\"rows\": 3,\n") << QByteArray();
    QTest::newRow("complete, of more") << QByteArray("\"total\": 3") << QByteArray("\"total\": 4");
    QTest::newRow("fewer than there are")
        << QByteArray("\"total\": 3") << QByteArray("\"total\": 2");
    QTest::newRow("no total") << QByteArray("\"total\": 3,\n") << QByteArray();
    QTest::newRow("no time") << QByteArray("2026-03-01T12:04:05Z") << QByteArray("yesterday");
    QTest::newRow("no tenant") << QByteArray("acme.eu.auth0.com") << QByteArray("acme");
    QTest::newRow("a tenant with a password")
        << QByteArray("acme.eu.auth0.com") << QByteArray("a:b@acme.eu.auth0.com");
    QTest::newRow("no organization") << QByteArray("org_1") << QByteArray("..");
    QTest::newRow("unknown endpoint")
        << QByteArray("/api/v2/organizations/{id}/connections") << QByteArray("/api/v2/clients");
    QTest::newRow("unknown extent") << QByteArray("all_pages") << QByteArray("some_pages");
    QTest::newRow("a page without a number") << QByteArray("all_pages") << QByteArray("one_page");
    QTest::newRow("a filter that is none")
        << QByteArray("\"is_enabled\": null") << QByteArray("\"is_enabled\": \"true\"");
    QTest::newRow("a row without its id")
        << QByteArray("\"connection_id\":\"con_c\"") << QByteArray("\"connection_id\":null");
    QTest::newRow("a flag that is none")
        << QByteArray("\"is_enabled\":false") << QByteArray("\"is_enabled\":\"no\"");
}

void TestSavedView::inconsistentFilesAreDamaged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto view = parseSavedView(replaced(before, after));
    QVERIFY(!view);
    QCOMPARE(view.error().kind, Kind::Damaged);
    QVERIFY(!view.error().detail.isEmpty());
}

void TestSavedView::everyTruncationIsRefused()
{
    const QByteArray json = whole().trimmed();
    QVERIFY(parseSavedView(json));
    for (qsizetype size = 0; size < json.size(); ++size)
        QVERIFY2(problemOf(json.first(size)), QByteArray::number(size).constData());
}

void TestSavedView::changingAnyByteIsNoCrash()
{
    QRandomGenerator random(20261125);
    for (int i = 0; i < 2000; ++i) {
        QByteArray json = whole();
        json[random.bounded(json.size())] = char(random.bounded(256));
        const auto view = parseSavedView(json);
        QVERIFY(!view || view->connections.size() == 3);
    }
}

void TestSavedView::filterWorksLikeTheTenants()
{
    const auto view = parseSavedView(whole());
    QVERIFY(view);
    QCOMPARE(view->filtered({}), threeRows());
    QCOMPARE(view->filtered(true), threeRows().first(1));
    QCOMPARE(view->filtered(false), threeRows().mid(1, 1)); // a row without is_enabled is neither
}

void TestSavedView::exportsOfAPartArePartsOfTheListing()
{
    ExportProvenance again = provenanceOf(ExportExtent::AllPages);
    again.programVersion = u"2.0"_s;
    const SavedView page{.provenance = provenanceOf(ExportExtent::OnePage)};
    QCOMPARE(page.provenanceOf(again).extent, ExportExtent::OnePage);
    QCOMPARE(page.provenanceOf(again).pageIndex, 2);
    QCOMPARE(page.provenanceOf(again).pageSize, 50);
    QCOMPARE(page.provenanceOf(again).programVersion, u"2.0"_s);
    again.extent = ExportExtent::OnePage;
    QCOMPARE(page.provenanceOf(again).extent, ExportExtent::SelectedRows);
    const SavedView all{.provenance = provenanceOf(ExportExtent::AllPages)};
    QCOMPARE(all.provenanceOf(again), again);
}

void TestSavedView::totalsAreNotGuessed()
{
    const SavedView part{.provenance = provenanceOf(ExportExtent::SelectedRows),
                         .count = {.rows = 3, .total = 132},
                         .connections = threeRows()};
    QCOMPARE(part.listingTotal({}), 132);
    QCOMPARE(part.listingTotal(true), std::nullopt);
    const SavedView all{.provenance = provenanceOf(ExportExtent::AllPages),
                        .count = {.rows = 3, .total = 3},
                        .connections = threeRows()};
    QCOMPARE(all.listingTotal({}), 3);
    QCOMPARE(all.listingTotal(true), 1);
    const SavedView enabled{.provenance = provenanceOf(ExportExtent::AllPages, true),
                            .count = {.rows = 1, .total = 1},
                            .connections = threeRows().first(1)};
    QCOMPARE(enabled.listingTotal(true), 1);
    QCOMPARE(enabled.listingTotal(false), std::nullopt);
    QCOMPARE(enabled.listingTotal({}), std::nullopt);
}

QTEST_APPLESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
