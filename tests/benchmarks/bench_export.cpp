// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Measures writing 100,000 rows from parsed pages to a committed file, and how much the memory
// grows meanwhile.
//     bench-export -median 9

#include "core/connectionjson.h"
#include "demo/tenant.h"
#include "formats/connectionencoder.h"
#include "formats/exporttarget.h"
#include "formats/provenance.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int Pages = 1000; //!< of 100 rows

qint64 peakMemory() //!< in bytes
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

} // namespace

class BenchExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void memoryGrowth(); // first, because the peak never falls
    void write_data();
    void write();

private:
    [[nodiscard]] bool writeFile(ExportFormat format) const;

    QTemporaryDir m_folder;
    QList<OrganizationConnection> m_rows;
};

//! Reads the rows of a real response.
void BenchExport::initTestCase()
{
    Demo::Tenant tenant({.connections = 100});
    QVERIFY(tenant.start());
    const PageRequest page{.organizationId = tenant.organizations().constFirst().id, .size = 100};
    QNetworkRequest request(
        QUrl(u"http://%1/api/v2/organizations/%2/connections?per_page=100"
             "&include_totals=true"_s.arg(tenant.domain(), page.organizationId)));
    request.setRawHeader("Authorization", "Bearer " + tenant.accessToken());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    m_rows = parseConnectionPage(reply->readAll(), page)->items;
    QCOMPARE(m_rows.size(), 100);
}

bool BenchExport::writeFile(ExportFormat format) const
{
    const auto target = makeFileTarget(m_folder.filePath(u"rows"_s));
    if (!target->open())
        return false;
    const auto put = [&target](const QByteArray &bytes) {
        return target->device().write(bytes) == bytes.size();
    };
    const auto encoder = makeConnectionEncoder({.format = format}, {});
    bool isWritten = put(encoder->begin());
    for (int page = 0; page < Pages; ++page)
        isWritten = put(encoder->encode(m_rows)) && isWritten;
    isWritten = put(encoder->end({}, {})) && isWritten;
    return isWritten && target->commit();
}

void BenchExport::memoryGrowth()
{
    const qint64 before = peakMemory();
    QVERIFY(writeFile(ExportFormat::Csv));
    QTest::setBenchmarkResult(qreal(peakMemory() - before), QTest::BytesAllocated);
}

void BenchExport::write_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("CSV") << ExportFormat::Csv;
    QTest::newRow("JSON") << ExportFormat::Json;
}

void BenchExport::write()
{
    QFETCH(ExportFormat, format);
    QBENCHMARK
    {
        QVERIFY(writeFile(format));
    }
}

QTEST_GUILESS_MAIN(BenchExport)
#include "bench_export.moc"
