// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// How long a person waits for an inventory, and how much memory it takes. The file is made unless
// it is there; that is not measured.
//     bench-inventory ORGANIZATIONS CONNECTIONS_OF_EACH FILE

#include "inventory/inventorycomparison.h"
#include "inventory/inventoryfile.h"
#include "support/inventorysamples.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr std::array Words{u"north", u"river", u"stone",  u"maple",  u"delta", u"orbit",
                           u"cedar", u"lumen", u"quartz", u"harbor", u"pixel", u"summit"};
constexpr std::array Strategies{u"okta", u"samlp", u"waad",          u"auth0",
                                u"oidc", u"adfs",  u"google-oauth2", u"email"};
constexpr std::array Levels{u"none", u"readonly", u"limited", u"full"};
constexpr int SharedConnections = 100; //!< of the tenant, which many organizations have

//! Like an id of the API: the prefix and 16 letters or digits.
QString idOf(QLatin1StringView prefix, quint64 number)
{
    constexpr quint64 Spread = 0x9e3779b97f4a7c15ULL; // the golden ratio: no two are alike
    return prefix + QString::number(number * Spread, 36).rightJustified(16, u'0').right(16);
}

template <typename Texts>
QString pick(const Texts &texts, quint64 number)
{
    return QString::fromUtf16(texts.at(number % texts.size()));
}

//! Six of ten connections are shared, one of three.
OrganizationConnection rowOf(quint64 organization, quint64 place, quint64 rows)
{
    const quint64 shared = rows < 4 ? 1 : rows * 6 / 10;
    const quint64 number = place < shared ? (organization * 7 + place * 131) % SharedConnections
                                          : SharedConnections + organization * rows + place;
    const quint64 mix = organization * 31 + place * 17;
    OrganizationConnection row;
    row.connectionId = idOf("con_"_L1, number);
    row.strategy = pick(Strategies, number);
    row.name = pick(Words, number) + u'-' + QString::number(number) + u'-' + *row.strategy;
    row.isEnabled = mix % 5 != 0;
    if (mix % 7 != 0)
        row.assignMembershipOnLogin = mix % 3 == 0;
    if (mix % 4 != 0)
        row.showAsButton = mix % 2 == 0;
    if (mix % 6 != 0)
        row.isSignupEnabled = mix % 11 == 0;
    if (mix % 9 != 0)
        row.organizationAccessLevel = pick(Levels, mix);
    if (mix % 3 != 0)
        row.organizationConnectionName = *row.name + u" of this one"_s;
    row.json = QByteArray(
        R"({"connection_id":")" + row.connectionId.toUtf8()
        + R"(","assign_membership_on_login":true,"show_as_button":true,"is_signup_enabled":false,)"
        + R"("is_enabled":true,"organization_access_level":"limited","connection":{"name":")"
        + row.name->toUtf8() + R"(","strategy":")" + row.strategy->toUtf8() + R"("}})");
    return row;
}

//! A link of each organization at this distance, if it is not 0, is enabled where it otherwise is
//! not, or the other way round.
bool makeInventory(const QString &path, int organizations, int rows, int distance = 0)
{
    Samples::InventoryBuilder builder(path);
    for (quint64 i = 0; i < quint64(organizations); ++i) {
        const quint64 mixed = i * 2654435761ULL % 1'000'003;
        const auto owner = builder.addOrganization(
            {idOf("org_"_L1, mixed), pick(Words, mixed) + u'-' + QString::number(mixed),
             pick(Words, i) + u" Ltd "_s + QString::number(i)});
        for (int place = 0; place < rows; ++place) {
            OrganizationConnection row = rowOf(i, quint64(place), quint64(rows));
            if (place == 0 && distance > 0 && owner % distance == 0)
                row.isEnabled = !*row.isEnabled;
            builder.addLink(owner, row);
        }
    }
    return !builder.finish();
}

//! A line of /proc/self/status in MB; 0 where there is none.
double megabytes(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

//! The result of a reply; a problem ends the program.
template <typename T>
T resultOf(const ReplyPtr<T, InventoryProblem> &reply)
{
    QEventLoop loop;
    QObject::connect(reply.get(), &ReplyBase::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (!reply->result()) {
        std::fprintf(stderr, "%s\n", qPrintable(reply->result().error().detail));
        std::exit(1);
    }
    return *reply->result();
}

template <typename Work>
auto timed(const char *what, Work work)
{
    QElapsedTimer timer;
    timer.start();
    auto result = work();
    std::printf("%-60s %8.1f ms\n", what, double(timer.nsecsElapsed()) / 1e6);
    return result;
}

class Bench final {
public:
    explicit Bench(InventorySourcePtr source)
        : m_source(std::move(source))
    {
    }

    void run()
    {
        const auto view = timed("first view", [&] { return open({}); });
        timed("its first page, 100 rows", [&] { return fetch(view, 0); });
        jump(view);
        findings();
        timed("summary", [&] { return resultOf(m_source->summarize()); });
        timed("facets of links", [&] { return resultOf(m_source->facets({})); });
        timed("overview", [&] { return resultOf(m_source->overview()); });
        sortAll();
        filterSome();
        cancel();
        m_source->close(view);
    }

private:
    InventoryView open(const InventoryQuery &query) { return resultOf(m_source->open(query)); }
    QList<InventoryRow> fetch(const InventoryView &view, qsizetype first)
    {
        return resultOf(m_source->fetch(view, first, 100));
    }

    //! The first page has looked for them already: its rows have their own.
    void findings()
    {
        const InventoryQuery all{.list = InventoryList::Rules};
        const auto rules = timed("numbers of all findings", [&] { return open(all); });
        const auto view =
            timed("all findings", [&] { return open({.list = InventoryList::Findings}); });
        timed("  the first 100 of them", [&] { return fetch(view, 0); });
        std::printf("%-60s %8lld\n", "  how many there are", qlonglong(view.rows));
        m_source->close(rules);
        m_source->close(view);
        cancelFindings();
    }

    //! The time from dropping a reply to the answer of the next task.
    void cancelFindings()
    {
        double longest = 0;
        for (int i = 0; i < 10; ++i) {
            auto reply = m_source->open({.list = InventoryList::Findings});
            QEventLoop loop;
            QTimer::singleShot(std::chrono::milliseconds(i * 20), &loop, &QEventLoop::quit);
            loop.exec();
            QElapsedTimer timer;
            timer.start();
            reply.reset();
            resultOf(m_source->find({}, {}));
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
        }
        std::printf("%-60s %8.1f ms\n", "  the longest of 10 cancellations", longest);
    }

    void jump(const InventoryView &view)
    {
        double longest = 0;
        for (qsizetype i = 0; i < 50; ++i) {
            QElapsedTimer timer;
            timer.start();
            fetch(view, view.rows * (i * 37 % 50) / 50);
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
        }
        std::printf("%-60s %8.1f ms\n", "the longest of 50 jumps, 100 rows each", longest);
    }

    void sortAll()
    {
        for (const auto list :
             {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
            for (const InventoryColumn column : columnsOf(list)) {
                const QByteArray what = "sort list " + QByteArray::number(int(list)) + " by column "
                    + QByteArray::number(int(column));
                const auto view = timed(what.constData(), [&] {
                    return open({.list = list, .sortedBy = column, .isDescending = true});
                });
                if (column == columnsOf(list).first())
                    timed("  its first page, 100 rows", [&] { return fetch(view, 0); });
                m_source->close(view);
            }
        }
    }

    void filterSome()
    {
        const auto filter = [&](const char *what, const InventoryFilter &chosen) {
            for (const auto list :
                 {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
                const InventoryQuery query{.list = list, .filter = chosen};
                const QByteArray text =
                    "filter list " + QByteArray::number(int(list)) + ": " + what;
                m_source->close(timed(text.constData(), [&] { return open(query); }));
                timed("  its facets", [&] { return resultOf(m_source->facets(query)); });
            }
        };
        filter("sign-up on", {.isSignupEnabled = FlagChoice::Yes});
        filter("shared, full access", {.accessLevel = u"full"_s, .isShared = true});
        filter("one connection", {.connection = rowOf(0, 0, 10).connectionId});
        filter("find a name", {.findText = u"Quartz-20"_s});
    }

    //! The time from dropping a reply to the answer of the next task.
    void cancel()
    {
        double longest = 0;
        for (int i = 0; i < 20; ++i) {
            auto reply = m_source->open({.filter = {.findText = QString::number(i)},
                                         .sortedBy = InventoryColumn::OrganizationConnectionName});
            QEventLoop loop;
            QTimer::singleShot(std::chrono::milliseconds(i * 20), &loop, &QEventLoop::quit);
            loop.exec();
            QElapsedTimer timer;
            timer.start();
            reply.reset();
            resultOf(m_source->find({}, {}));
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
        }
        std::printf("%-60s %8.1f ms\n", "the longest of 20 cancellations", longest);
    }

    InventorySourcePtr m_source;
};

//! Makes the sealed file unless it is there.
bool provide(const QString &path, const QStringList &arguments, int distance = 0)
{
    if (QFileInfo::exists(path))
        return true;
    const QString working = path + ".working"_L1;
    if (!makeInventory(working, arguments.at(1).toInt(), arguments.at(2).toInt(), distance))
        return false;
    resultOf(sealInventory(working, path));
    return QFile::remove(working);
}

//! With itself by ids and by names, and with another one in which links have changed.
bool compare(const QString &path, const QStringList &arguments)
{
    const int organizations = arguments.at(1).toInt();
    const int distance = organizations / std::min(1000, organizations);
    const int changes = organizations / distance;
    const QString other = path + ".changed"_L1;
    if (!provide(other, arguments, distance))
        return false;
    const auto differences = [](const char *what, const QString &oldPath, const QString &newPath,
                                const DriftOptions &options) {
        return timed(what, [&] {
            InventoryComparison comparison(oldPath, newPath, options);
            const DriftPtr drift = resultOf(comparison.run());
            return drift->counts.notComparable == 0 ? drift->counts.differences() : -1;
        });
    };
    return differences("compare with itself", path, path, {}) == 0
        && differences("compare, 1,000 changes or one an organization", path, other, {}) == changes
        && differences("  the same by names", path, other, {.byName = true}) == changes;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "usage: bench-inventory ORGANIZATIONS CONNECTIONS_OF_EACH FILE\n");
        return 2;
    }
    const QString path = arguments.at(3);
    if (!provide(path, arguments))
        return 1;
    std::printf("%-60s %8.1f MB\n", "file", double(QFileInfo(path).size()) / 1e6);
    const double before = megabytes("VmRSS:");
    const std::clock_t clockBefore = std::clock();
    const auto source =
        timed("open, with quick_check", [&] { return resultOf(openInventory(path)); });
    std::printf("%-60s %8.1f ms\n", "  processor time of its threads",
                double(std::clock() - clockBefore) * 1000 / CLOCKS_PER_SEC);
    Bench(source).run();
    std::printf("%-60s %8.1f MB\n", "memory at most, above that of the start",
                megabytes("VmHWM:") - before);
    const QString copy = path + ".copy"_L1;
    timed("seal", [&] { return resultOf(sealInventory(path, copy)); });
    QFile::remove(copy);
    const double beforeComparing = megabytes("VmHWM:");
    if (!compare(path, arguments)) {
        std::fprintf(stderr, "the differences are wrong\n");
        return 1;
    }
    std::printf("%-60s %8.1f MB\n", "memory at most, above the most before",
                megabytes("VmHWM:") - beforeComparing);
    return 0;
}
