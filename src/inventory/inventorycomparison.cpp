// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorycomparison.h"

#include "core/connectionfield.h"
#include "core/driftvalue.h"
#include "core/json.h"
#include "inventory/comparedinventory.h"
#include "inventory/databasethread.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventorykeys.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <future>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Kind = InventoryProblem::Kind;
using Index = ComparedInventory::Index;

constexpr Index None = std::numeric_limits<Index>::max();
constexpr Index PairsBetweenTests = 1024; //!< whether the work is cancelled

const QString OrganizationName = u"organization_name"_s;
const QString OrganizationDisplayName = u"organization_display_name"_s;

//! In the order of ComparedInventory.
constexpr std::array FlagFields{ConnectionField::IsEnabled,
                                ConnectionField::AssignMembershipOnLogin,
                                ConnectionField::ShowAsButton, ConnectionField::IsSignupEnabled};
constexpr std::array LevelFields{ConnectionField::OrganizationAccessLevel,
                                 ConnectionField::OrganizationMemberAccessLevel};

//! For two lists of texts: a number for each text, the same for equal ones. An empty text has None.
struct CommonNumbers {
    std::vector<Index> inOld{};
    std::vector<Index> inNew{};
};

CommonNumbers commonNumbers(const TextBlock &inOld, const TextBlock &inNew)
{
    std::unordered_map<std::string_view, Index> numbers;
    numbers.reserve(std::max(inOld.size(), inNew.size()));
    const auto numbersOf = [&numbers](const TextBlock &texts) {
        std::vector<Index> result(texts.size(), None);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (const std::string_view text = texts.at(i); !text.empty())
                result[i] = numbers.try_emplace(text, Index(numbers.size())).first->second;
        }
        return result;
    };
    std::vector<Index> old = numbersOf(inOld);
    return {.inOld = std::move(old), .inNew = numbersOf(inNew)};
}

//! A row of one inventory. Rows of both inventories with the same number are a pair.
using NumberedRow = std::pair<Index, Index>;
using NumberedRows = std::vector<NumberedRow>;
using SameRows = std::span<const NumberedRow>;

//! The rows at the beginning that have the number; of those with None the first alone.
SameRows takeRows(SameRows &rest, Index number)
{
    std::size_t count = 0;
    while (count < rest.size() && rest[count].first == number && (number != None || count == 0))
        ++count;
    const SameRows taken = rest.first(count);
    rest = rest.subspan(count);
    return taken;
}

//! Calls the function with the rows of both lists that have the same number, for each number. Those
//! with None come one by one. Sorts the lists.
template <typename Function>
void pairUp(NumberedRows &olds, NumberedRows &news, Function function)
{
    std::ranges::sort(olds);
    std::ranges::sort(news);
    SameRows restOfOlds(olds);
    SameRows restOfNews(news);
    while (!restOfOlds.empty() || !restOfNews.empty()) {
        const Index oldNumber = restOfOlds.empty() ? None : restOfOlds.front().first;
        const Index newNumber = restOfNews.empty() ? None : restOfNews.front().first;
        const Index number = std::min(oldNumber, newNumber);
        const SameRows oldRows = takeRows(restOfOlds, number);
        const bool isPartner = number != None || oldRows.empty();
        function(number, oldRows, isPartner ? takeRows(restOfNews, number) : SameRows());
    }
}

//! Compares two inventories that are in memory.
class Comparison final {
public:
    Comparison(const ComparedInventory &inOld, const ComparedInventory &inNew,
               const DriftOptions &options, std::function<bool()> isCancelled)
        : m_old(inOld)
        , m_new(inNew)
        , m_isCancelled(std::move(isCancelled))
        , m_drift(std::make_shared<Drift>())
        , m_oldCoversAll(coversAll(inOld, options))
        , m_newCoversAll(coversAll(inNew, options))
    {
        m_drift->oldInventory = inOld.summary;
        m_drift->newInventory = inNew.summary;
        m_drift->options = options;
    }

    //! Undefined if it was cancelled. The problem is that of a file.
    [[nodiscard]] Result<DriftPtr, InventoryProblem> run();

private:
    enum class Side { Old, New };

    //! What is known of an organization, or of several that cannot be told apart.
    struct Known {
        std::vector<Index> rows{}; //!< those that are not gone
        bool isAbsent = false; //!< it is certain that there is none
    };

    [[nodiscard]] const ComparedInventory &inventory(Side side) const
    {
        return side == Side::Old ? m_old : m_new;
    }
    [[nodiscard]] bool isOlderList(Side side) const
    {
        return inventory(side).summary.endpoint == ConnectionEndpoint::EnabledConnections;
    }
    [[nodiscard]] static bool coversAll(const ComparedInventory &inventory,
                                        const DriftOptions &options);
    [[nodiscard]] Known knownOf(Side side, SameRows rows, Index number) const;
    void pairOrganizations();
    void compareOrganizations(const Known &inOld, const Known &inNew);
    void compareNames(Index oldRow, Index newRow);
    void pairLinks(Index oldRow, Index newRow);
    void addLonely(Side side, Index link, bool isCertain);
    void compareLinks(Index oldLink, Index newLink);
    void compareExtras(Index oldLink, Index newLink);
    void compareConnections();
    void sortChanges();
    void countChanges();

    void addOrganization(DriftKind kind, Side side, Index row);
    void addLink(DriftKind kind, Side side, Index link);
    void addField(const QString &field, const DriftValue &before, const DriftValue &after);
    void setOrganization(Side side, Index row, Index other = None);
    void setConnection(Side side, Index row, Index other = None);

    const ComparedInventory &m_old;
    const ComparedInventory &m_new;
    std::function<bool()> m_isCancelled;
    std::shared_ptr<Drift> m_drift;
    bool m_oldCoversAll = false; //!< an organization that it does not have does not exist
    bool m_newCoversAll = false;
    CommonNumbers m_organizations; //!< by id or by name
    CommonNumbers m_connections; //!< the same
    std::set<std::pair<Index, Index>> m_otherPairs; //!< of connections, beside m_partners
    std::vector<Index> m_partners; //!< of each old connection, the first new one that it met
    NumberedRows m_oldLinks; //!< of the organization that is being compared
    NumberedRows m_newLinks; //!< the same
    DriftChange m_change; //!< of what is being compared: the ids and names
    std::optional<InventoryProblem> m_problem;
};

Result<DriftPtr, InventoryProblem> Comparison::run()
{
    const bool byName = m_drift->options.byName;
    m_organizations = byName ? commonNumbers(m_old.organizationNames, m_new.organizationNames)
                             : commonNumbers(m_old.organizationIds, m_new.organizationIds);
    m_connections = byName ? commonNumbers(m_old.connectionNames, m_new.connectionNames)
                           : commonNumbers(m_old.connectionIds, m_new.connectionIds);
    m_partners.assign(m_old.connectionIds.size(), None);
    pairOrganizations();
    if (m_problem)
        return *m_problem;
    compareConnections();
    sortChanges();
    countChanges();
    return DriftPtr(m_drift);
}

void Comparison::sortChanges()
{
    QList<DriftChange> &changes = m_drift->changes;
    const auto place = [](const DriftChange &change) {
        return std::tie(change.organizationName, change.organizationId, change.connectionName,
                        change.connectionId, change.field, change.kind, change.before.kind,
                        change.before.text, change.after.kind, change.after.text);
    };
    std::ranges::sort(changes, [&](const DriftChange &one, const DriftChange &other) {
        return place(one) < place(other);
    });
    // By name, a connection may have several partners that differ from it in the same way, and what
    // cannot be told apart may look alike in both inventories.
    const auto isAgain = [&](const DriftChange &one, const DriftChange &other) {
        return place(one) == place(other);
    };
    changes.erase(std::unique(changes.begin(), changes.end(), isAgain), changes.end());
}

void Comparison::countChanges()
{
    DriftCounts &counts = m_drift->counts;
    for (const DriftChange &change : std::as_const(m_drift->changes)) {
        switch (change.kind) {
        case DriftKind::Added:
            ++counts.added;
            break;
        case DriftKind::Removed:
            ++counts.removed;
            break;
        case DriftKind::Changed:
            ++counts.changed;
            break;
        case DriftKind::NotComparable:
            ++counts.notComparable;
            break;
        }
    }
}

bool Comparison::coversAll(const ComparedInventory &inventory, const DriftOptions &options)
{
    if (!inventory.summary.isPopulationFrozen || inventory.summary.coversGivenOnly)
        return false;
    if (!options.byName)
        return true;
    // It may be one of those without a name.
    for (std::size_t i = 0; i < inventory.states.size(); ++i) {
        if (inventory.states[i] != OrganizationState::Gone
            && inventory.organizationNames.at(i).empty())
            return false;
    }
    return true;
}

Comparison::Known Comparison::knownOf(Side side, SameRows rows, Index number) const
{
    Known known;
    for (const NumberedRow &row : rows) {
        if (inventory(side).states[row.second] != OrganizationState::Gone)
            known.rows.push_back(row.second);
    }
    known.isAbsent = known.rows.empty() && !rows.empty();
    if (rows.empty())
        known.isAbsent = number != None && (side == Side::Old ? m_oldCoversAll : m_newCoversAll);
    return known;
}

void Comparison::pairOrganizations()
{
    const auto numbered = [](const std::vector<Index> &numbers) {
        NumberedRows result;
        result.reserve(numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            result.emplace_back(numbers[i], Index(i));
        return result;
    };
    NumberedRows olds = numbered(m_organizations.inOld);
    NumberedRows news = numbered(m_organizations.inNew);
    Index steps = 0;
    pairUp(olds, news, [&](Index number, SameRows oldRows, SameRows newRows) {
        if (!m_problem && ++steps % PairsBetweenTests == 0 && m_isCancelled())
            m_problem = InventoryProblem{.kind = InventoryProblem::Kind::Cancelled};
        if (m_problem)
            return;
        compareOrganizations(knownOf(Side::Old, oldRows, number),
                             knownOf(Side::New, newRows, number));
    });
}

void Comparison::compareOrganizations(const Known &inOld, const Known &inNew)
{
    const auto isRead = [this](Side side, Index row) {
        return inventory(side).states[row] == OrganizationState::Read;
    };
    if (inNew.isAbsent || inOld.isAbsent) {
        for (const Index row : inOld.rows)
            addOrganization(isRead(Side::Old, row) ? DriftKind::Removed : DriftKind::NotComparable,
                            Side::Old, row);
        for (const Index row : inNew.rows)
            addOrganization(isRead(Side::New, row) ? DriftKind::Added : DriftKind::NotComparable,
                            Side::New, row);
        return;
    }
    if (inOld.rows.size() == 1 && inNew.rows.size() == 1) {
        const Index oldRow = inOld.rows.front();
        const Index newRow = inNew.rows.front();
        setOrganization(Side::Old, oldRow, newRow);
        setConnection(Side::Old, None);
        if (isRead(Side::Old, oldRow) && isRead(Side::New, newRow)) {
            compareNames(oldRow, newRow);
            pairLinks(oldRow, newRow);
        } else {
            m_change.kind = DriftKind::NotComparable;
            m_drift->changes.append(m_change);
        }
        return;
    }
    for (const Index row : inOld.rows)
        addOrganization(DriftKind::NotComparable, Side::Old, row);
    for (const Index row : inNew.rows)
        addOrganization(DriftKind::NotComparable, Side::New, row);
}

//! Of an organization that both have. Where the organizations were given, no names were read.
void Comparison::compareNames(Index oldRow, Index newRow)
{
    if (m_old.summary.coversGivenOnly || m_new.summary.coversGivenOnly)
        return;
    const auto value = [](const TextBlock &texts, Index row) {
        return texts.at(row).empty() ? DriftValue()
                                     : DriftValue{DriftValue::Kind::Text, texts.text(row)};
    };
    const auto compare = [&](const QString &field, const TextBlock &inOld, const TextBlock &inNew) {
        if (inOld.at(oldRow) != inNew.at(newRow))
            addField(field, value(inOld, oldRow), value(inNew, newRow));
    };
    compare(OrganizationName, m_old.organizationNames, m_new.organizationNames);
    compare(OrganizationDisplayName, m_old.displayNames, m_new.displayNames);
}

void Comparison::pairLinks(Index oldRow, Index newRow)
{
    const auto number = [](NumberedRows &links, const ComparedInventory &inventory, Index row,
                           const std::vector<Index> &numbers) {
        links.clear();
        for (Index link = inventory.firstLink[row]; link < inventory.firstLink[row + 1]; ++link)
            links.emplace_back(numbers[inventory.linkConnections[link]], link);
    };
    number(m_oldLinks, m_old, oldRow, m_connections.inOld);
    number(m_newLinks, m_new, newRow, m_connections.inNew);
    // A link may be the one without a name.
    const auto hasNameless = [](const NumberedRows &links) {
        return std::ranges::any_of(links, [](const auto &link) { return link.first == None; });
    };
    const bool isOldCertain = !hasNameless(m_newLinks);
    const bool isNewCertain = !hasNameless(m_oldLinks);
    pairUp(m_oldLinks, m_newLinks, [&](Index common, SameRows oldLinks, SameRows newLinks) {
        if (oldLinks.size() == 1 && newLinks.size() == 1)
            return compareLinks(oldLinks.front().second, newLinks.front().second);
        const bool isLonely = common != None && (oldLinks.empty() || newLinks.empty());
        for (const NumberedRow &link : oldLinks)
            addLonely(Side::Old, link.second, isLonely && isOldCertain);
        for (const NumberedRow &link : newLinks)
            addLonely(Side::New, link.second, isLonely && isNewCertain);
    });
}

//! A link without a partner. The older list would not have one that is not enabled: what is missing
//! there may be disabled.
void Comparison::addLonely(Side side, Index link, bool isCertain)
{
    const Side other = side == Side::Old ? Side::New : Side::Old;
    if (isCertain && isOlderList(other) && !isOlderList(side)) {
        if (inventory(side).flag(link, 0).text == "true"_L1)
            addLink(DriftKind::NotComparable, side, link);
        return;
    }
    const DriftKind kind = side == Side::Old ? DriftKind::Removed : DriftKind::Added;
    addLink(isCertain ? kind : DriftKind::NotComparable, side, link);
}

void Comparison::compareLinks(Index oldLink, Index newLink)
{
    const Index oldConnection = m_old.linkConnections[oldLink];
    const Index newConnection = m_new.linkConnections[newLink];
    if (m_partners[oldConnection] == None)
        m_partners[oldConnection] = newConnection;
    else if (m_partners[oldConnection] != newConnection) // only by name
        m_otherPairs.emplace(oldConnection, newConnection);
    if (m_old.linkCodes[oldLink] == m_new.linkCodes[newLink]
        && m_old.linkNames.at(oldLink) == m_new.linkNames.at(newLink)
        && m_old.linkExtra(oldLink) == m_new.linkExtra(newLink)
        && (m_old.otherLevels.isEmpty()
            || m_old.otherLevels.value(oldLink) == m_new.otherLevels.value(newLink))) {
        ++m_drift->counts.same;
        return;
    }
    const qsizetype changesBefore = m_drift->changes.size();
    setConnection(Side::Old, oldConnection, newConnection);
    const auto compare = [this](ConnectionField field, const DriftValue &before,
                                const DriftValue &after) {
        if (before != after)
            addField(apiName(field), before, after);
    };
    const bool hasOneOlderList = m_drift->hasOneOlderList();
    for (std::size_t i = 0; i < FlagFields.size(); ++i) {
        const DriftValue before = m_old.flag(oldLink, i);
        const DriftValue after = m_new.flag(newLink, i);
        // All that are in the older list are enabled, which it does not say.
        const bool isKnown = FlagFields.at(i) != ConnectionField::IsEnabled || !hasOneOlderList
            || (isOlderList(Side::Old) ? after : before).text == "false"_L1;
        if (isKnown)
            compare(FlagFields.at(i), before, after);
    }
    if (!hasOneOlderList) {
        for (std::size_t i = 0; i < LevelFields.size(); ++i)
            compare(LevelFields.at(i), m_old.level(oldLink, i), m_new.level(newLink, i));
        compare(ConnectionField::OrganizationConnectionName, m_old.linkName(oldLink),
                m_new.linkName(newLink));
        compareExtras(oldLink, newLink);
    }
    if (m_drift->changes.size() == changesBefore)
        ++m_drift->counts.same;
}

//! Values are compared and not their spelling: the order of members, or 1 and 1.0.
void Comparison::compareExtras(Index oldLink, Index newLink)
{
    const auto bytes = [](std::string_view text) {
        return QByteArray(text.data(), qsizetype(text.size()));
    };
    const QByteArray before = bytes(m_old.linkExtra(oldLink));
    const QByteArray after = bytes(m_new.linkExtra(newLink));
    if (before == after)
        return;
    const auto objectOf = [this](const QByteArray &json, const QString &path) {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!json.isEmpty() && !document.isObject())
            m_problem = InventoryProblem{Kind::Damaged, u"link.extra: not an object"_s, path};
        return document.object();
    };
    const QJsonObject oldObject = objectOf(before, m_old.path);
    const QJsonObject newObject = objectOf(after, m_new.path);
    if (m_problem)
        return;
    QStringList names = oldObject.keys() + newObject.keys();
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        const QJsonValue oldValue = oldObject.value(name);
        const QJsonValue newValue = newObject.value(name);
        if (oldValue == newValue)
            continue;
        const QByteArray key = name.toUtf8();
        addField(name, jsonDriftValue(oldValue, memberValue(before, key)),
                 jsonDriftValue(newValue, memberValue(after, key)));
    }
}

//! Those that a compared link has, each pair once.
void Comparison::compareConnections()
{
    m_change.organizationId.clear();
    m_change.organizationName.clear();
    m_change.organizationDisplayName.clear();
    const auto compare = [this](Index oldRow, Index newRow) {
        if (m_old.connectionNameKinds[oldRow] != m_new.connectionNameKinds[newRow]
            || m_old.connectionNames.at(oldRow) != m_new.connectionNames.at(newRow)) {
            setConnection(Side::Old, oldRow, newRow);
            addField(apiName(ConnectionField::Name), m_old.connectionName(oldRow),
                     m_new.connectionName(newRow));
        }
        if (m_old.strategyKinds[oldRow] != m_new.strategyKinds[newRow]
            || m_old.strategies.at(oldRow) != m_new.strategies.at(newRow)) {
            setConnection(Side::Old, oldRow, newRow);
            addField(apiName(ConnectionField::Strategy), m_old.strategy(oldRow),
                     m_new.strategy(newRow));
        }
    };
    for (std::size_t i = 0; i < m_partners.size(); ++i) {
        if (m_partners[i] != None)
            compare(Index(i), m_partners[i]);
    }
    for (const auto &[oldRow, newRow] : m_otherPairs)
        compare(oldRow, newRow);
}

void Comparison::addOrganization(DriftKind kind, Side side, Index row)
{
    setOrganization(side, row);
    setConnection(side, None);
    m_change.kind = kind;
    m_drift->changes.append(m_change);
}

//! The organization is set.
void Comparison::addLink(DriftKind kind, Side side, Index link)
{
    setConnection(side, inventory(side).linkConnections[link]);
    m_change.kind = kind;
    m_drift->changes.append(m_change);
}

void Comparison::addField(const QString &field, const DriftValue &before, const DriftValue &after)
{
    DriftChange change = m_change;
    change.kind = DriftKind::Changed;
    change.field = field;
    change.before = before;
    change.after = after;
    m_drift->changes.append(change);
}

//! `other` is the organization of the other inventory that it is paired with.
void Comparison::setOrganization(Side side, Index row, Index other)
{
    const Side otherSide = side == Side::Old ? Side::New : Side::Old;
    m_change.organizationId = inventory(side).organizationIds.text(row);
    m_change.organizationName = inventory(side).organizationNames.text(row);
    if (m_change.organizationName.isEmpty() && other != None)
        m_change.organizationName = inventory(otherSide).organizationNames.text(other);
    m_change.organizationDisplayName = inventory(side).displayNames.text(row);
    if (m_change.organizationDisplayName.isEmpty() && other != None)
        m_change.organizationDisplayName = inventory(otherSide).displayNames.text(other);
}

//! The same for a connection; None for no connection at all.
void Comparison::setConnection(Side side, Index row, Index other)
{
    const Side otherSide = side == Side::Old ? Side::New : Side::Old;
    m_change.connectionId = row == None ? QString() : inventory(side).connectionIds.text(row);
    m_change.connectionName = row == None ? QString() : inventory(side).connectionNames.text(row);
    if (m_change.connectionName.isEmpty() && other != None)
        m_change.connectionName = inventory(otherSide).connectionNames.text(other);
}

QString tenantOf(Database &database)
{
    checkSchema(database);
    Statement select(database, u"SELECT value FROM inventory WHERE key = ?"_s);
    select.bind(QString(InventoryKeys::Tenant));
    return select.next() ? select.text(0) : QString();
}

//! Before both are read: that takes longer.
std::optional<InventoryProblem> tenantProblem(Database &inOld, const QString &newPath,
                                              Database::Mode newMode)
{
    Database inNew(newPath, newMode);
    const QString oldTenant = tenantOf(inOld);
    const QString newTenant = tenantOf(inNew);
    if (!inNew.problem() && !inOld.problem() && oldTenant != newTenant)
        inNew.raise(Kind::OtherTenant, newTenant);
    if (auto problem = inOld.takeProblem())
        return problem;
    return inNew.takeProblem();
}

using Loaded = Result<ComparedInventory, InventoryProblem>;

Result<DriftPtr, InventoryProblem> compare(Database &inOld, const QString &newPath,
                                           const DriftOptions &options,
                                           const std::shared_ptr<std::atomic_int> &percent)
{
    const auto newMode = modeToOpen(newPath);
    if (!newMode)
        return newMode.error();
    if (!options.byName) {
        if (auto problem = tenantProblem(inOld, newPath, *newMode))
            return *std::move(problem);
    }
    QElapsedTimer elapsed;
    elapsed.start();
    // The rest is for the comparison, which takes far less time than reading.
    constexpr double PercentOfEach = 45;
    std::atomic<double> oldPart = 0;
    std::atomic<double> newPart = 0;
    const auto report = [&](std::atomic<double> &part, double read) {
        part = read;
        *percent = int(PercentOfEach * (oldPart + newPart));
    };
    auto loadingNew = std::async(std::launch::async | std::launch::deferred, [&]() -> Loaded {
        Database database(newPath, *newMode);
        database.setCancelTest([&] { return inOld.isCancelled(); });
        return database.result(
            ComparedInventory::load(database, [&](double read) { report(newPart, read); }));
    });
    const ComparedInventory old =
        ComparedInventory::load(inOld, [&](double read) { report(oldPart, read); });
    const Loaded loadedNew = loadingNew.get();
    if (auto problem = inOld.takeProblem())
        return *std::move(problem);
    if (!loadedNew)
        return loadedNew.error();
    qCDebug(inventoryLog, "two inventories read in %lld ms", elapsed.restart());
    auto drift = Comparison(old, *loadedNew, options, [&] { return inOld.isCancelled(); }).run();
    if (inOld.isCancelled())
        return InventoryProblem{Kind::Cancelled, {}, {}};
    qCDebug(inventoryLog, "compared in %lld ms", elapsed.elapsed());
    *percent = 100;
    return drift;
}

} // namespace

InventoryComparison::InventoryComparison(const QString &oldPath, const QString &newPath,
                                         const DriftOptions &options)
    : m_newPath(newPath)
    , m_options(options)
    , m_thread(std::make_unique<DatabaseThread>(oldPath, [oldPath] { return modeToOpen(oldPath); }))
{
}

InventoryComparison::~InventoryComparison() = default;

ReplyPtr<DriftPtr, InventoryProblem> InventoryComparison::run()
{
    return m_thread->run(
        [newPath = m_newPath, options = m_options, percent = m_percent](Database &database) {
            return compare(database, newPath, options, percent);
        });
}

} // namespace Vestibule
