// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exportcommand.h"
#include "support/fakesource.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

//! Collects standard error for its lifetime.
class StandardError final {
public:
    explicit StandardError(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite))
            qFatal("no file for standard error");
        fflush(stderr);
        m_saved = dup(STDERR_FILENO);
        dup2(m_file.handle(), STDERR_FILENO);
    }
    ~StandardError()
    {
        fflush(stderr);
        dup2(m_saved, STDERR_FILENO);
        close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(StandardError)

    [[nodiscard]] QString text()
    {
        fflush(stderr);
        m_file.seek(0);
        return QString::fromUtf8(m_file.readAll());
    }

private:
    QFile m_file;
    int m_saved = -1;
};

} // namespace

//! `--export`: one sentence on standard error, and the number for scripts.
class TestExportCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void doneIsSaid();
    void failureIsSaid();
    void tenantsWordsCannotSteerATerminal();
    void onePageBehindTheEnd();
    void unwritableFile();
    void waitIsSaid();
    void waitsAreCountedInAll_data();
    void waitsAreCountedInAll();
    void requestsThatWaitTogetherWaitOnce();
    void quietIsQuietButForErrors();

private:
    //! Runs the command; what it said is in m_said.
    [[nodiscard]] int run(const QString &target,
                          ListingReader::Extent extent = ListingReader::Extent::AllPages,
                          int index = 0, bool isQuiet = false);
    [[nodiscard]] QString file() const { return m_folder->filePath(u"a.csv"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FakeSource> m_source;
    QString m_said;
};

void TestExportCommand::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_source = std::make_shared<FakeSource>();
}

int TestExportCommand::run(const QString &target, ListingReader::Extent extent, int index,
                           bool isQuiet)
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    ExportCommand command({
        .source = m_source,
        .first = {.organizationId = u"org_1"_s, .index = index, .size = 100},
        .extent = extent,
        .target = target,
        .provenance = {.tenantDomain = u"acme.auth0.com"_s, .organizationId = u"org_1"_s},
        .isQuiet = isQuiet,
    });
    QList<int> statuses;
    connect(&command, &ExportCommand::finished, this,
            [&](ExitStatus status) { statuses.append(int(status)); });
    command.start();
    if (!statuses.isEmpty())
        return -1; // from inside start()
    const bool isFinished = QTest::qWaitFor([&] { return !statuses.isEmpty(); });
    QTest::qWait(2);
    m_said = error.text();
    return isFinished && statuses.size() == 1 ? statuses.constFirst() : -2;
}

void TestExportCommand::doneIsSaid()
{
    m_source->serve(237);
    QCOMPARE(run(file()), 0);
    QVERIFY2(m_said.startsWith(u"237 of 237 connection"_s), qPrintable(m_said));
    QVERIFY(m_said.endsWith(u"a.csv.\n"_s));
    QCOMPARE(m_said.count(u'\n'), 1);
    QVERIFY(QFile::exists(file()));
    QCOMPARE(m_source->requests().size(), 3);
}

void TestExportCommand::failureIsSaid()
{
    m_source->answerAll([](const PageRequest &) -> FakeSource::Answer {
        return ApiError{
            .kind = Kind::Unauthorized, .httpStatus = 401, .detail = u"Invalid token"_s};
    });
    QCOMPARE(run(file()), 3);
    QVERIFY(m_said.startsWith(u"Nothing was written. "_s));
    QCOMPARE(m_said.count(u'\n'), 1);
    QVERIFY(!QFile::exists(file()));
}

void TestExportCommand::tenantsWordsCannotSteerATerminal()
{
    m_source->answerAll([](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = Kind::Rejected, .detail = u"\x1b[2Jgone\a\u202e"_s};
    });
    QCOMPARE(run(file()), 4);
    QVERIFY(!m_said.contains(u'\x1b') && !m_said.contains(u'\a') && !m_said.contains(u'\u202e'));
    QVERIFY(m_said.contains(u"gone"_s));
}

void TestExportCommand::onePageBehindTheEnd()
{
    m_source->serve(237);
    QCOMPARE(run(file(), ListingReader::Extent::OnePage, 8), 4);
    QVERIFY(m_said.contains(u"page 9 is empty"_s));
    QVERIFY(!QFile::exists(file()));
}

void TestExportCommand::unwritableFile()
{
    QCOMPARE(run(m_folder->path()), 8);
    QVERIFY(m_said.contains(u"could not be written"_s));
    QVERIFY(m_source->requests().isEmpty());
}

void TestExportCommand::waitIsSaid()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    ExportCommand command({.source = m_source, .target = file()});
    command.start();
    QVERIFY(m_source->scheduleRetry(1, 11'200ms, {.kind = Kind::RateLimited}));
    const QString said = error.text();
    QVERIFY2(said.contains(u"12 s"_s), qPrintable(said)); // never less than it takes
}

void TestExportCommand::waitsAreCountedInAll_data()
{
    QTest::addColumn<Kind>("cause");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("isTooLong");
    QTest::newRow("as long as allowed") << Kind::RateLimited << 100 << false;
    QTest::newRow("longer in all") << Kind::RateLimited << 110 << true;
    QTest::newRow("not for the rate limit") << Kind::Server << 300 << false;
}

//! One wait before each of two pages.
void TestExportCommand::waitsAreCountedInAll()
{
    QFETCH(Kind, cause);
    QFETCH(int, milliseconds);
    QFETCH(bool, isTooLong);
    const std::chrono::milliseconds wait(milliseconds);
    StandardError error(m_folder->filePath(u"stderr"_s));
    ExportCommand command({.source = m_source,
                           .first = {.organizationId = u"org_1"_s, .size = 100},
                           .target = file(),
                           .maximumWait = 200ms});
    QList<int> statuses;
    connect(&command, &ExportCommand::finished, this,
            [&](ExitStatus status) { statuses.append(int(status)); });
    command.start();
    QVERIFY(m_source->scheduleRetry(1, wait, {.kind = cause}));
    QVERIFY(m_source->answer(237));
    QTest::qWait(milliseconds);
    QCOMPARE(m_source->requests().size(), 3);
    QVERIFY(statuses.isEmpty());
    QVERIFY(m_source->scheduleRetry(1, wait, {.kind = cause}));
    QCOMPARE(statuses, isTooLong ? QList<int>{int(ExitStatus::RateLimited)} : QList<int>());
    QCOMPARE(m_source->pending(), isTooLong ? 0 : 2);
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(error.text().contains(u"Nothing was written."_s), isTooLong);
}

void TestExportCommand::requestsThatWaitTogetherWaitOnce()
{
    StandardError error(m_folder->filePath(u"stderr"_s));
    ExportCommand command({.source = m_source, .target = file(), .maximumWait = 15s});
    QList<int> statuses;
    connect(&command, &ExportCommand::finished, this,
            [&](ExitStatus status) { statuses.append(int(status)); });
    command.start();
    QVERIFY(m_source->scheduleRetry(1, 10s, {.kind = Kind::RateLimited}));
    QVERIFY(m_source->scheduleRetry(1, 10s, {.kind = Kind::RateLimited}));
    QVERIFY(statuses.isEmpty());
    QCOMPARE(error.text().count(u'\n'), 1);
}

void TestExportCommand::quietIsQuietButForErrors()
{
    m_source->serve(237);
    QCOMPARE(run(file(), ListingReader::Extent::AllPages, 0, true), 0);
    QCOMPARE(m_said, QString());
    QCOMPARE(run(m_folder->path(), ListingReader::Extent::AllPages, 0, true), 8);
    QVERIFY(m_said.contains(u"could not be written"_s));
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
