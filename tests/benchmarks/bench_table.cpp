// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// What the table costs a person: pages from memory, keystrokes in Find, and a model as large as no
// organization is.
//     bench-table -median 20

#include "core/connectionjson.h"
#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "support/demodesk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>
#include <array>
#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int ManyRows = 100'000;

//! MiB that the process holds in memory.
double residentMemory()
{
    malloc_trim(0); // what is free, but not given back, is nobody's
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1048576;
}

//! Milliseconds of \a work, the median of 9 times; \a prepare goes before each and does not count.
template <typename Prepare, typename Work>
double medianOf(Prepare prepare, Work work)
{
    constexpr int Times = 9;
    std::array<double, Times> all{};
    for (double &each : all) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        work();
        each = double(timer.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(all);
    return all.at(Times / 2);
}

//! Everything that waits to be laid out or painted, and nothing else.
void paintNow(QWidget &widget)
{
    QCoreApplication::processEvents();
    QEvent paint(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(widget.window(), &paint);
}

} // namespace

class BenchTable final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageTurnFromMemory();
    void findKeystrokeOver100Rows();

    void read100000Rows();
    void memoryOf100000Rows();
    void scrollJumpOver100000Rows();
    void findOver100000Rows_data();
    void findOver100000Rows();
    void sort100000Rows_data();
    void sort100000Rows();

private:
    ConnectionTableModel m_model;
    std::unique_ptr<ConnectionTableView> m_view;
    double m_modelMemory = 0;
};

//! The whole window: table, details, pager.
void BenchTable::pageTurnFromMemory()
{
    DemoDesk desk({.connections = 300});
    desk.session().settings().setRowsPerPage(100);
    desk.window().openDemo({.organizationId = desk.id(0), .size = 100});
    QVERIFY(desk.settle());
    for (const char *step : {"nextPageAction", "previousPageAction"})
        QVERIFY(desk.trigger(step));
    desk.select(0);
    desk.tenant().clearRequests();
    bool isForward = false;
    QBENCHMARK
    {
        isForward = !isForward;
        desk.action(isForward ? "nextPageAction" : "previousPageAction")->trigger();
        paintNow(desk.window());
    }
    QCOMPARE(desk.takeRequestCount(), 0);
}

void BenchTable::findKeystrokeOver100Rows()
{
    DemoDesk desk({.connections = 100});
    desk.window().openDemo({.organizationId = desk.id(0), .size = 100});
    QVERIFY(desk.settle());
    auto *field = child<QLineEdit>(&desk.window(), "findField");
    field->setFocus();
    int keys = 0;
    QBENCHMARK
    {
        if (++keys % 6 == 0)
            field->clear();
        QTest::keyClick(field, Qt::Key_A);
        paintNow(desk.window());
    }
}

//! Over HTTP, as they come from a tenant; not what is measured.
void BenchTable::read100000Rows()
{
    Demo::Tenant tenant({.connections = ManyRows});
    QVERIFY(tenant.start());
    QNetworkAccessManager network;
    PageRequest page{.organizationId = tenant.organizations().constFirst().id, .size = 100};
    const auto read = [&] {
        QNetworkRequest request(
            QUrl(u"http://%1/api/v2/organizations/%2/connections?page=%3&per_page=100"
                 "&include_totals=true"_s.arg(tenant.domain(), page.organizationId)
                     .arg(page.index)));
        request.setRawHeader("Authorization", "Bearer " + tenant.accessToken());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
        return parseConnectionPage(reply->readAll(), page)->items;
    };
    QCOMPARE(read().size(), page.size); // the tenant has made its rows now
    QList<OrganizationConnection> rows;
    rows.reserve(ManyRows);
    const double before = residentMemory();
    for (; page.index * page.size < ManyRows; ++page.index)
        rows.append(read());
    m_model.setConnections(std::move(rows));
    m_modelMemory = residentMemory() - before;
    QCOMPARE(m_model.rowCount(), ManyRows);
}

void BenchTable::memoryOf100000Rows()
{
    QVERIFY(m_modelMemory > 0);
    QTest::setBenchmarkResult(m_modelMemory * 1048576, QTest::BytesAllocated);
}

void BenchTable::scrollJumpOver100000Rows()
{
    m_view = std::make_unique<ConnectionTableView>();
    m_view->setConnectionModel(&m_model);
    m_view->resize(1180, 760);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    int position = 0;
    QBENCHMARK
    {
        position = (position + 61'803) % ManyRows;
        m_view->verticalScrollBar()->setValue(position);
        paintNow(*m_view->viewport());
    }
}

void BenchTable::findOver100000Rows_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("text");
    QTest::newRow("first letter") << u""_s << u"o"_s;
    QTest::newRow("next letters") << u"o"_s << u"okta"_s;
    QTest::newRow("nothing left") << u"okta"_s << u"oktaxx"_s;
    QTest::newRow("nothing at once") << u""_s << u"xxxx"_s;
    QTest::newRow("a few") << u""_s << u"9999"_s;
    QTest::newRow("cleared") << u"okta"_s << u""_s;
}

void BenchTable::findOver100000Rows()
{
    QFETCH(const QString, before);
    QFETCH(const QString, text);
    const auto find = [this](const QString &found) {
        m_view->filterModel().setFindText(found);
        paintNow(*m_view->viewport());
    };
    QTest::setBenchmarkResult(medianOf([&] { find(before); }, [&] { find(text); }),
                              QTest::WalltimeMilliseconds);
    find({});
}

void BenchTable::sort100000Rows_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::newRow("name") << ConnectionField::Name;
    QTest::newRow("name in the organization") << ConnectionField::OrganizationConnectionName;
    QTest::newRow("strategy") << ConnectionField::Strategy;
    QTest::newRow("access level") << ConnectionField::OrganizationAccessLevel;
    QTest::newRow("id") << ConnectionField::ConnectionId;
}

//! By a column that the rows are not sorted by yet.
void BenchTable::sort100000Rows()
{
    QFETCH(const ConnectionField, field);
    const auto sort = [this](int column) {
        m_view->sortByColumn(column, Qt::AscendingOrder);
        paintNow(*m_view->viewport());
    };
    QTest::setBenchmarkResult(
        medianOf([&] { sort(int(ConnectionField::IsEnabled)); }, [&] { sort(int(field)); }),
        QTest::WalltimeMilliseconds);
    sort(-1);
}

QTEST_MAIN(BenchTable)
#include "bench_table.moc"
