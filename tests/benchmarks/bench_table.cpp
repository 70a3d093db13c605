// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// How long a person waits for the table with the largest page, 100 rows: pages from memory,
// keystrokes in Find, sorting.
//     bench-table -median 20

#include "core/connectionpage.h"
#include "models/connectionfiltermodel.h"
#include "support/demodesk.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! The median of 9 times that work takes, in milliseconds. Calls prepare before each, unmeasured.
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

//! Lays out and paints all that is waiting for it.
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
    void init();

    void pageTurnFromMemory();
    void findKeystroke();
    void find_data();
    void find();
    void sort_data();
    void sort();

private:
    [[nodiscard]] ConnectionTableView &table();

    std::unique_ptr<DemoDesk> m_desk;
};

//! The whole window with the largest page: table, details, pager.
void BenchTable::init()
{
    m_desk = std::make_unique<DemoDesk>(Demo::Options{.connections = 300});
    m_desk->session().settings().setRowsPerPage(PageRequest::MaximumSize);
    m_desk->window().openDemo({.organizationId = m_desk->id(0), .size = PageRequest::MaximumSize});
    QVERIFY(m_desk->settle());
    QCOMPARE(table().model()->rowCount(), PageRequest::MaximumSize);
}

ConnectionTableView &BenchTable::table()
{
    return *m_desk->window().findChild<ConnectionTableView *>();
}

void BenchTable::pageTurnFromMemory()
{
    for (const char *step : {"nextPageAction", "previousPageAction"})
        QVERIFY(m_desk->trigger(step));
    m_desk->select(0);
    m_desk->tenant().clearRequests();
    bool isForward = false;
    QBENCHMARK
    {
        isForward = !isForward;
        m_desk->action(isForward ? "nextPageAction" : "previousPageAction")->trigger();
        paintNow(m_desk->window());
    }
    QCOMPARE(m_desk->takeRequestCount(), 0);
}

void BenchTable::findKeystroke()
{
    auto *field = child<QLineEdit>(&m_desk->window(), "findField");
    field->setFocus();
    int keys = 0;
    QBENCHMARK
    {
        if (++keys % 6 == 0)
            field->clear();
        QTest::keyClick(field, Qt::Key_A);
        paintNow(m_desk->window());
    }
}

void BenchTable::find_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("text");
    QTest::newRow("first letter") << u""_s << u"o"_s;
    QTest::newRow("next letters") << u"o"_s << u"okta"_s;
    QTest::newRow("nothing left") << u"okta"_s << u"oktaxx"_s;
    QTest::newRow("nothing at once") << u""_s << u"xxxx"_s;
    QTest::newRow("cleared") << u"okta"_s << u""_s;
}

//! Without painting.
void BenchTable::find()
{
    QFETCH(const QString, before);
    QFETCH(const QString, text);
    ConnectionFilterModel &model = table().filterModel();
    QTest::setBenchmarkResult(
        medianOf([&] { model.setFindText(before); }, [&] { model.setFindText(text); }),
        QTest::WalltimeMilliseconds);
}

void BenchTable::sort_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::newRow("name") << ConnectionField::Name;
    QTest::newRow("name in the organization") << ConnectionField::OrganizationConnectionName;
    QTest::newRow("strategy") << ConnectionField::Strategy;
    QTest::newRow("access level") << ConnectionField::OrganizationAccessLevel;
    QTest::newRow("id") << ConnectionField::ConnectionId;
}

//! By a column that the rows are not sorted by yet.
void BenchTable::sort()
{
    QFETCH(const ConnectionField, field);
    const auto sortBy = [this](ConnectionField column) {
        table().sortByColumn(int(column), Qt::AscendingOrder);
        paintNow(m_desk->window());
    };
    QTest::setBenchmarkResult(
        medianOf([&] { sortBy(ConnectionField::IsEnabled); }, [&] { sortBy(field); }),
        QTest::WalltimeMilliseconds);
}

QTEST_MAIN(BenchTable)
#include "bench_table.moc"
