// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exporttext.h"
#include "support/readabletext.h"

using namespace Vestibule;

//! The sentences about an export. Those of a job with a session are tested with its window.
class TestExportText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void everyOutcomeIsASentence_data();
    void everyOutcomeIsASentence();
    void standardOutputBeginsASentence();
    void aFailureSaysThatNothingWasWritten();
    void rowsOfAnInventoryAreGrouped();
    void everyReportOutcomeIsASentence_data();
    void everyReportOutcomeIsASentence();
    void progressHasRowsAndTheTimeLeft_data();
    void progressHasRowsAndTheTimeLeft();
};

void TestExportText::everyOutcomeIsASentence_data()
{
    using Outcome = ExportJob::Outcome;
    using Mismatch = ListingMismatch::Kind;
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("part");
    QTest::newRow("all") << Outcome(ExportCount{132, 132}) << u"132 of 132"_s;
    QTest::newRow("a page") << Outcome(ExportCount{50, 132}) << u"50 of 132"_s;
    QTest::newRow("no total") << Outcome(ExportCount{50, {}}) << u"50 "_s;
    QTest::newRow("none") << Outcome(ExportCount{0, 0}) << u"0 of 0"_s;
    QTest::newRow("total changed")
        << Outcome(ListingMismatch{Mismatch::TotalChanged, 132, 133}) << u"133"_s;
    QTest::newRow("row repeated") << Outcome(ListingMismatch{Mismatch::RowRepeated, 0, 7})
                                  << u"was listed twice"_s;
    QTest::newRow("rows missing") << Outcome(ListingMismatch{Mismatch::RowsMissing, 132, 131})
                                  << u"131 of 132"_s;
    QTest::newRow("another page size")
        << Outcome(ListingMismatch{Mismatch::PageSizeChanged, 100, 50})
        << u"the tenant allows 50 rows per page, and 100 were requested"_s;
    QTest::newRow("no end") << Outcome(ListingMismatch{Mismatch::DoesNotEnd, 0, 100'100})
                            << u"has no end (100100 connections so far)"_s;
    QTest::newRow("after the end")
        << Outcome(ListingMismatch{Mismatch::BeyondEnd, 3, 9}) << u"page 9 is empty"_s;
    QTest::newRow("after an unknown end")
        << Outcome(ListingMismatch{Mismatch::BeyondEnd, 0, 9}) << u"page 9 is empty."_s;
    QTest::newRow("not written") << Outcome(WriteError{u"/tmp/%1.csv"_s, u"No space left"_s})
                                 << u"could not be written: No space left."_s;
    QTest::newRow("not written, standard output")
        << Outcome(WriteError{{}, u"No space left"_s}) << u"could not be written: No space left."_s;
    QTest::newRow("the file beside it was not written")
        << Outcome(WriteError{u"/tmp/%2.json"_s, u"No space left"_s, u"/tmp/%1.csv"_s})
        << u"/tmp/%1.csv was written, but /tmp/%2.json could not be: No space left."_s;
}

void TestExportText::everyOutcomeIsASentence()
{
    QFETCH(ExportJob::Outcome, outcome);
    QFETCH(QString, part);
    for (const QString &target : {QString(), u"/tmp/acme.csv"_s}) {
        const QString text = outcomeText(outcome, Host, target);
        QVERIFY2(text.contains(part), qPrintable(text));
        const bool hasCount = std::holds_alternative<ExportCount>(outcome);
        const auto *failure = std::get_if<WriteError>(&outcome);
        const bool isWritten = hasCount || failure;
        // The file that failed may be the side file instead of the target.
        const QString named = failure && !failure->name.isEmpty() ? failure->name
            : target.isEmpty()                                    ? u"tandard output"_s
                                                                  : target;
        QVERIFY(!isWritten || text.contains(named));
        QCOMPARE(text.contains(u"Nothing was written"_s), !isWritten);
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
    }
}

void TestExportText::standardOutputBeginsASentence()
{
    const QString text = outcomeText(WriteError{{}, u"No space left"_s}, Host, {});
    QCOMPARE(text, u"Standard output could not be written: No space left."_s);
}

void TestExportText::aFailureSaysThatNothingWasWritten()
{
    const ApiError error{.kind = ApiError::Kind::Server, .httpStatus = 503};
    const QString text = outcomeText(error, Host, u"/tmp/a.csv"_s);
    QVERIFY2(text.startsWith(u"Nothing was written. "_s + Host), qPrintable(text));
    VERIFY_READABLE(text);
}

void TestExportText::rowsOfAnInventoryAreGrouped()
{
    QCOMPARE(outcomeText(InventoryExport::Outcome(InventoryCount{.rows = 1516}), u"links.csv"_s),
             u"1,516 row(s) written to links.csv."_s);
}

void TestExportText::everyReportOutcomeIsASentence_data()
{
    using Outcome = ReportJob::Outcome;
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("part");
    QTest::newRow("written") << Outcome() << u"was written to /tmp/acme.html."_s;
    QTest::newRow("unknown") << Outcome(ReportJob::UnknownOrganization{u"acm\u202e"_s})
                             << u"does not contain the organization acm[U+202E]"_s;
    QTest::newRow("damaged") << Outcome(
        InventoryProblem{.kind = InventoryProblem::Kind::Damaged, .path = u"a.vestibule"_s})
                             << u"a.vestibule"_s;
    // Only of a report with a comparison.
    QTest::newRow("another tenant")
        << Outcome(InventoryProblem{.kind = InventoryProblem::Kind::OtherTenant,
                                    .detail = u"other.eu.auth0.com"_s,
                                    .path = u"old.vestibule"_s})
        << u"other.eu.auth0.com: use --by-name"_s;
    QTest::newRow("refused") << Outcome(ApiError{.kind = ApiError::Kind::Server, .httpStatus = 503})
                             << Host;
    QTest::newRow("pages that do not add up")
        << Outcome(ListingMismatch{.kind = ListingMismatch::Kind::RowsMissing})
        << u"Nothing was written"_s;
    QTest::newRow("full disk") << Outcome(WriteError{u"/tmp/acme.html"_s, u"No space left"_s, {}})
                               << u"No space left"_s;
}

void TestExportText::everyReportOutcomeIsASentence()
{
    QFETCH(ReportJob::Outcome, outcome);
    QFETCH(QString, part);
    const QString text = reportOutcomeText(outcome, Host, u"/tmp/acme.html"_s);
    QVERIFY2(text.contains(part), qPrintable(text));
    VERIFY_READABLE(text);
}

void TestExportText::progressHasRowsAndTheTimeLeft_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<QString>("text");
    QTest::newRow("begin") << 0 << 1000 << 3000 << u"0 of 1,000 rows read"_s;
    QTest::newRow("too early to tell") << 100 << 1000 << 1999 << u"100 of 1,000 rows read"_s;
    QTest::newRow("a quarter") << 250 << 1000 << 4000
                               << u"250 of 1,000 rows read, about 12 s left"_s;
    QTest::newRow("rounded up") << 999 << 1000 << 2000
                                << u"999 of 1,000 rows read, about 1 s left"_s;
    QTest::newRow("minutes") << 100 << 10000 << 2000
                             << u"100 of 10,000 rows read, about 3 min left"_s;
    QTest::newRow("end") << 1000 << 1000 << 9000 << u"1,000 of 1,000 rows read"_s;
    QTest::newRow("no total") << 3000 << -1 << 9000 << u"3,000 row(s) read"_s;
}

void TestExportText::progressHasRowsAndTheTimeLeft()
{
    QFETCH(int, rows);
    QFETCH(int, total);
    QFETCH(int, elapsed);
    QFETCH(QString, text);
    QCOMPARE(progressText(rows, total, std::chrono::milliseconds(elapsed)), text);
}

QTEST_GUILESS_MAIN(TestExportText)
#include "tst_exporttext.moc"
