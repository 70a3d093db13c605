// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorycomparison.h"

#include "core/connectionjson.h"
#include "core/listingdrift.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

using Kind = InventoryProblem::Kind;

//! What the rules say for random tenants is tested by drifts.py; here is what people rely on, and
//! what can go wrong.
class TestInventoryComparison final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingChanged();
    void absentNullAndFalseAreThreeValues();
    void newNameOfAConnectionIsOneRow();
    void organizationIsOneRow();
    void organizationThatWasNotReadIsNeitherSameNorRemoved();
    void unknownMembersAreComparedByTheirValues();
    void unknownWordsOfLevelsAreCompared();
    void olderListHasNoDisabledOnes();
    void repeatedNameIsNotComparable();
    void repeatedOrganizationIsSaidOnce();
    void twoTenantsAreComparedByNameOnly();
    void listingsAreComparedByTheSameRules_data();
    void listingsAreComparedByTheSameRules();
    void badFiles_data();
    void badFiles();
    void extraThatIsNoObjectIsDamage();
    void workingInventoryIsRead();
    void droppedReplyStops();
    void nothingIsWrittenBeside();

private:
    using Fill = std::function<void(Samples::InventoryBuilder &)>;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const Fill &fill,
               const QString &tenant = u"acme.eu.auth0.com"_s) const
    {
        Samples::InventoryBuilder builder(path(name), tenant);
        fill(builder);
        QVERIFY(!builder.finish());
    }
    //! Of old.vestibule and new.vestibule, or of other files.
    [[nodiscard]] Result<DriftPtr, InventoryProblem> compare(
        const DriftOptions &options = {}, const QString &oldName = u"old.vestibule"_s,
        const QString &newName = u"new.vestibule"_s) const
    {
        InventoryComparison comparison(path(oldName), path(newName), options);
        const auto reply = comparison.run();
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        if (!finished.wait(10'000))
            return InventoryProblem{Kind::Cancelled, u"no answer"_s, {}};
        if (reply->result() && comparison.percent() != 100)
            return InventoryProblem{Kind::Cancelled, u"no end of the progress"_s, {}};
        return reply->result();
    }

    std::unique_ptr<InventoryFolder> m_folder;
};

namespace {

OrganizationConnection okta()
{
    return {.connectionId = u"con_o"_s,
            .name = u"okta"_s,
            .strategy = u"okta"_s,
            .isEnabled = true,
            .organizationAccessLevel = u"none"_s};
}

//! One organization with the links.
auto withLinks(const QList<OrganizationConnection> &links)
{
    return [links](Samples::InventoryBuilder &builder) {
        const auto owner = builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
        for (const OrganizationConnection &link : links)
            builder.addLink(owner, link);
    };
}

//! One organization whose only link has these unknown members.
auto withExtra(const QString &json)
{
    return [json](Samples::InventoryBuilder &builder) {
        withLinks({okta()})(builder);
        builder.exec(u"UPDATE link SET extra = '%1'"_s.arg(json));
    };
}

DriftChange ofAcme(DriftKind kind, const QString &field = {}, const DriftValue &before = {},
                   const DriftValue &after = {})
{
    return {.kind = kind,
            .organizationId = u"org_1"_s,
            .organizationName = u"acme"_s,
            .organizationDisplayName = u"Acme"_s,
            .connectionId = u"con_o"_s,
            .connectionName = u"okta"_s,
            .field = field,
            .before = before,
            .after = after};
}

DriftValue textOf(const QString &text)
{
    return {DriftValue::Kind::Text, text};
}

//! A row as a tenant may send it: any member may be absent, null or another value.
QByteArray randomRow(QRandomGenerator &draw, const QByteArray &id)
{
    const auto one = [&draw](const QList<QByteArray> &values) {
        return values.at(draw.bounded(int(values.size())));
    };
    QList<QByteArray> members{R"("connection_id":")" + id + '"'};
    const auto add = [&members, &one](const QByteArray &key, const QList<QByteArray> &values) {
        if (const QByteArray value = one(values); !value.isEmpty())
            members.append('"' + key + "\":" + value);
    };
    const QList<QByteArray> others{"",
                                   "",
                                   "null",
                                   "true",
                                   "false",
                                   "0",
                                   "1",
                                   "1.0",
                                   "\"\"",
                                   "\"true\"",
                                   "[1, {\"b\":2}]",
                                   "[1,{\"b\":2.0}]",
                                   "{\"z\":[],\n\"a\":\"\\u20ac\"}",
                                   "{\"a\":\"\xe2\x82\xac\",\"z\":[]}"};
    for (const char *flag :
         {"is_enabled", "assign_membership_on_login", "show_as_button", "is_signup_enabled"})
        add(flag, {"", "null", "false", "true", "true"});
    for (const char *level : {"organization_access_level", "organization_member_access_level"})
        add(level, {"", "null", "\"\"", "\"none\"", "\"full\"", "\"new\"", "\"newer\""});
    add("organization_connection_name", {"", "null", "\"\"", "\"Staff\"", "\"null\""});
    for (const char *other : {"a", "b c", "e\\\"f"})
        add(other, others);
    QList<QByteArray> nested;
    members.swap(nested);
    add("name", {"", "null", "\"\"", "\"okta\"", "\"ping\""});
    add("strategy", {"", "null", "\"okta\"", "\"samlp\""});
    add("d", others);
    members.swap(nested);
    add("connection", {"", "null", '{' + nested.join(',') + '}', '{' + nested.join(", ") + '}'});
    std::shuffle(members.begin(), members.end(), draw);
    return '{' + members.join(',') + '}';
}

//! Up to six rows of the organization; some are those of the other listing.
QByteArrayList randomRows(QRandomGenerator &draw, const QString &organization,
                          const QByteArrayList &other = {})
{
    QByteArrayList rows = other;
    rows.resize(6);
    for (int i = 0; i < 6; ++i) {
        if (rows.at(i).isEmpty() || draw.bounded(2) == 0)
            rows[i] =
                randomRow(draw, "con_"_ba + QByteArray::number(i) + '_' + organization.toUtf8());
        if (draw.bounded(4) == 0)
            rows[i].clear();
    }
    return rows;
}

QList<OrganizationConnection> parsedRows(QByteArrayList rows)
{
    rows.removeAll(QByteArray());
    const QByteArray json = '[' + rows.join(',') + ']';
    const auto parsed = parseConnectionRows(QJsonDocument::fromJson(json).array(), json, json);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().detail));
    return *parsed;
}

//! Unknown members, as a sweep writes them.
QString extraOf(const OrganizationConnection &row)
{
    QStringList members;
    for (const OtherField &other : otherFields(row)) {
        const QByteArray name =
            QJsonDocument(QJsonArray{other.name}).toJson(QJsonDocument::Compact);
        members.append(QString::fromUtf8(name.sliced(1, name.size() - 2) + ':' + other.json));
    }
    return u'{' + members.join(u',') + u'}';
}

//! Connections of one organization alone, so that their names are its own.
void addListing(Samples::InventoryBuilder &builder, const ComparedListing &listing)
{
    const qint64 owner = builder.addOrganization(listing.organization);
    for (const OrganizationConnection &row : listing.connections) {
        builder.addLink(owner, row);
        if (!otherFields(row).isEmpty())
            builder.exec(u"UPDATE link SET extra = '%1' WHERE con = (SELECT max(key) FROM "
                         "connection)"_s.arg(extraOf(row)));
    }
}

} // namespace

void TestInventoryComparison::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<InventoryFolder>();
}

void TestInventoryComparison::nothingChanged()
{
    const OrganizationConnection other{.connectionId = u"con_p"_s, .name = u"ping"_s};
    write(u"old.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
        builder.addLink(builder.addOrganization({u"org_1"_s, u"acme"_s, {}}), okta());
        builder.addLink(builder.addOrganization({u"org_2"_s, u"beta"_s, {}}), other);
    });
    write(u"new.vestibule"_s, [&](Samples::InventoryBuilder &builder) { // in another order
        builder.addLink(builder.addOrganization({u"org_2"_s, u"beta"_s, {}}), other);
        builder.addLink(builder.addOrganization({u"org_1"_s, u"acme"_s, {}}), okta());
    });
    for (const bool byName : {false, true}) {
        const auto drift = compare({.byName = byName});
        QVERIFY(drift);
        QVERIFY((*drift)->changes.isEmpty());
        QCOMPARE((*drift)->counts, DriftCounts{.same = 2});
        QVERIFY((*drift)->isComplete());
        QCOMPARE((*drift)->oldInventory.links, 2);
        QCOMPARE((*drift)->newInventory.counts.read, 2);
    }
}

void TestInventoryComparison::absentNullAndFalseAreThreeValues()
{
    OrganizationConnection absent = okta();
    absent.isEnabled.reset();
    OrganizationConnection null = absent;
    null.json = R"({"is_enabled":null})"_ba;
    OrganizationConnection off = okta();
    off.isEnabled = false;
    const QList<std::pair<OrganizationConnection, DriftValue>> values{
        {absent, {}},
        {null, {DriftValue::Kind::Null, {}}},
        {off, {DriftValue::Kind::Flag, u"false"_s}},
        {okta(), {DriftValue::Kind::Flag, u"true"_s}}};
    for (const auto &[before, oldValue] : values) {
        for (const auto &[after, newValue] : values) {
            QFile::remove(path(u"old.vestibule"_s));
            QFile::remove(path(u"new.vestibule"_s));
            write(u"old.vestibule"_s, withLinks({before}));
            write(u"new.vestibule"_s, withLinks({after}));
            const auto drift = compare();
            QVERIFY(drift);
            const QList<DriftChange> expected{
                ofAcme(DriftKind::Changed, u"is_enabled"_s, oldValue, newValue)};
            QCOMPARE((*drift)->changes, oldValue == newValue ? QList<DriftChange>() : expected);
        }
    }
}

void TestInventoryComparison::newNameOfAConnectionIsOneRow()
{
    const auto fill = [](const OrganizationConnection &connection) {
        return [connection](Samples::InventoryBuilder &builder) {
            for (int i = 0; i < 50; ++i)
                builder.addLink(
                    builder.addOrganization({u"org_%1"_s.arg(i), u"name-%1"_s.arg(i), {}}),
                    connection);
        };
    };
    OrganizationConnection renamed = okta();
    renamed.name = u"workforce"_s;
    write(u"old.vestibule"_s, fill(okta()));
    write(u"new.vestibule"_s, fill(renamed));
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes,
             QList<DriftChange>({{.kind = DriftKind::Changed,
                                  .connectionId = u"con_o"_s,
                                  .connectionName = u"okta"_s,
                                  .field = u"connection_name"_s,
                                  .before = textOf(u"okta"_s),
                                  .after = textOf(u"workforce"_s)}}));
    QCOMPARE((*drift)->counts, (DriftCounts{.same = 50, .changed = 1}));
    // By name it is another one.
    const auto byName = compare({.byName = true});
    QVERIFY(byName);
    QCOMPARE((*byName)->counts, (DriftCounts{.added = 50, .removed = 50}));
}

void TestInventoryComparison::organizationIsOneRow()
{
    const OrganizationConnection other{.connectionId = u"con_p"_s, .name = u"ping"_s};
    write(u"old.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
        builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme"_s});
        const auto leaving = builder.addOrganization({u"org_2"_s, u"beta"_s, {}});
        builder.addLink(leaving, okta());
        builder.addLink(leaving, other);
        builder.addLink(builder.addOrganization({u"org_3"_s, u"gamma"_s, {}}), okta());
    });
    write(u"new.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
        builder.addOrganization({u"org_1"_s, u"acme"_s, u"Acme Corp"_s});
        builder.addOrganization({u"org_3"_s, u"gamma"_s, {}}, OrganizationState::Gone);
        builder.addLink(builder.addOrganization({u"org_4"_s, u"delta"_s, {}}), okta());
    });
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes,
             QList<DriftChange>({{.kind = DriftKind::Changed,
                                  .organizationId = u"org_1"_s,
                                  .organizationName = u"acme"_s,
                                  .organizationDisplayName = u"Acme"_s,
                                  .field = u"organization_display_name"_s,
                                  .before = textOf(u"Acme"_s),
                                  .after = textOf(u"Acme Corp"_s)},
                                 {.kind = DriftKind::Removed,
                                  .organizationId = u"org_2"_s,
                                  .organizationName = u"beta"_s},
                                 {.kind = DriftKind::Added,
                                  .organizationId = u"org_4"_s,
                                  .organizationName = u"delta"_s},
                                 {.kind = DriftKind::Removed,
                                  .organizationId = u"org_3"_s,
                                  .organizationName = u"gamma"_s}}));
    QVERIFY((*drift)->isComplete());
}

void TestInventoryComparison::organizationThatWasNotReadIsNeitherSameNorRemoved()
{
    write(u"old.vestibule"_s, withLinks({okta()}));
    const QList<DriftChange> expected{{.kind = DriftKind::NotComparable,
                                       .organizationId = u"org_1"_s,
                                       .organizationName = u"acme"_s,
                                       .organizationDisplayName = u"Acme"_s}};
    for (const auto state : {OrganizationState::Failed, OrganizationState::Waiting}) {
        QFile::remove(path(u"new.vestibule"_s));
        write(u"new.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
            builder.addOrganization({u"org_1"_s, u"acme"_s, {}}, state);
        });
        const auto drift = compare();
        QVERIFY(drift);
        QCOMPARE((*drift)->changes, expected);
        QVERIFY(!(*drift)->isComplete());
        const auto back = compare({}, u"new.vestibule"_s, u"old.vestibule"_s);
        QVERIFY(back);
        QCOMPARE((*back)->changes, expected);
    }
    // An inventory that does not list it, but does not claim to list all.
    for (const bool isGiven : {false, true}) {
        QFile::remove(path(u"new.vestibule"_s));
        write(u"new.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
            if (isGiven)
                builder.set(InventoryKeys::GivenIds, u"00"_s);
            else
                builder.exec(u"DELETE FROM inventory WHERE key = 'frozen'"_s);
        });
        const auto drift = compare();
        QVERIFY(drift);
        QCOMPARE((*drift)->changes, expected);
        QVERIFY(!(*drift)->isComplete());
    }
}

void TestInventoryComparison::unknownMembersAreComparedByTheirValues()
{
    write(u"old.vestibule"_s, withExtra(u"{\"a\":{\"x\":1,\"y\":[null]},\"b\":true,\"c\":null}"_s));
    write(u"new.vestibule"_s,
          withExtra(u"{\"c\":1, \"b\":true,\"a\": {\"y\":[ null ],\"x\":1.0},\"d\":\"text\"}"_s));
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes,
             QList<DriftChange>({ofAcme(DriftKind::Changed, u"c"_s, {DriftValue::Kind::Null, {}},
                                        {DriftValue::Kind::Json, u"1"_s}),
                                 ofAcme(DriftKind::Changed, u"d"_s, {}, textOf(u"text"_s))}));
}

void TestInventoryComparison::unknownWordsOfLevelsAreCompared()
{
    OrganizationConnection before = okta();
    before.organizationAccessLevel = u"delegated"_s;
    OrganizationConnection after = okta();
    after.organizationAccessLevel = u"shared"_s;
    write(u"old.vestibule"_s, withLinks({before}));
    write(u"new.vestibule"_s, withLinks({after}));
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes,
             QList<DriftChange>({ofAcme(DriftKind::Changed, u"organization_access_level"_s,
                                        textOf(u"delegated"_s), textOf(u"shared"_s))}));
    const auto same = compare({}, u"old.vestibule"_s, u"old.vestibule"_s);
    QVERIFY(same);
    QCOMPARE((*same)->counts, DriftCounts{.same = 1});
}

//! The older list has only enabled connections, and not all fields.
void TestInventoryComparison::olderListHasNoDisabledOnes()
{
    const auto link = [](const QString &name, std::optional<bool> isEnabled, bool shown) {
        return OrganizationConnection{.connectionId = u"con_"_s + name,
                                      .name = name,
                                      .isEnabled = isEnabled,
                                      .showAsButton = shown};
    };
    auto newer = link(u"both"_s, true, true);
    newer.organizationAccessLevel = u"full"_s;
    write(u"old.vestibule"_s,
          withLinks({newer, link(u"disabled"_s, false, true), link(u"enabled"_s, true, true),
                     link(u"switched"_s, false, true)}));
    write(u"new.vestibule"_s, [&](Samples::InventoryBuilder &builder) {
        withLinks({link(u"added"_s, {}, true), link(u"both"_s, {}, false),
                   link(u"switched"_s, {}, true)})(builder);
        builder.set(InventoryKeys::Endpoint, InventoryKeys::EnabledConnections);
    });
    const auto row = [](DriftKind kind, const QString &name, const QString &field = {},
                        const DriftValue &before = {}, const DriftValue &after = {}) {
        DriftChange change = ofAcme(kind, field, before, after);
        change.connectionId = u"con_"_s + name;
        change.connectionName = name;
        return change;
    };
    const DriftValue yes{DriftValue::Kind::Flag, u"true"_s};
    const DriftValue no{DriftValue::Kind::Flag, u"false"_s};
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes,
             QList<DriftChange>({row(DriftKind::Added, u"added"_s),
                                 row(DriftKind::Changed, u"both"_s, u"show_as_button"_s, yes, no),
                                 row(DriftKind::NotComparable, u"enabled"_s), // removed or disabled
                                 row(DriftKind::Changed, u"switched"_s, u"is_enabled"_s, no, {})}));
    QVERIFY((*drift)->hasOneOlderList() && !(*drift)->isComplete());
    const auto back = compare({}, u"new.vestibule"_s, u"old.vestibule"_s);
    QVERIFY(back);
    QCOMPARE((*back)->changes,
             QList<DriftChange>({row(DriftKind::Removed, u"added"_s),
                                 row(DriftKind::Changed, u"both"_s, u"show_as_button"_s, no, yes),
                                 row(DriftKind::NotComparable, u"enabled"_s),
                                 row(DriftKind::Changed, u"switched"_s, u"is_enabled"_s, {}, no)}));
}

void TestInventoryComparison::repeatedNameIsNotComparable()
{
    OrganizationConnection twin = okta();
    twin.connectionId = u"con_x"_s;
    write(u"old.vestibule"_s, withLinks({okta(), twin}));
    write(u"new.vestibule"_s, withLinks({okta()}));
    const auto drift = compare({.byName = true});
    QVERIFY(drift);
    QCOMPARE((*drift)->counts, DriftCounts{.notComparable = 2});
    QCOMPARE((*drift)->changes.at(0).connectionId, u"con_o"_s);
    QCOMPARE((*drift)->changes.at(1).connectionId, u"con_x"_s);
}

//! Both inventories have it, with different display names; another one of its name makes the pair
//! uncertain.
void TestInventoryComparison::repeatedOrganizationIsSaidOnce()
{
    const auto fill = [](const QString &displayName, bool hasTwin) {
        return [displayName, hasTwin](Samples::InventoryBuilder &builder) {
            builder.addLink(builder.addOrganization({u"org_a"_s, u"acme"_s, displayName}), okta());
            if (hasTwin)
                builder.addLink(builder.addOrganization({u"org_b"_s, u"acme"_s, u"Acme"_s}),
                                okta());
        };
    };
    write(u"old.vestibule"_s, fill(u"Acme"_s, false));
    write(u"new.vestibule"_s, fill(u"Acme Corp"_s, true));
    const auto drift = compare({.byName = true});
    QVERIFY(drift);
    QCOMPARE((*drift)->counts, DriftCounts{.notComparable = 2});
    QCOMPARE((*drift)->changes.at(0).organizationId, u"org_a"_s);
    QCOMPARE((*drift)->changes.at(1).organizationId, u"org_b"_s);
}

void TestInventoryComparison::twoTenantsAreComparedByNameOnly()
{
    write(u"old.vestibule"_s, withLinks({okta()}));
    OrganizationConnection other = okta();
    other.connectionId = u"con_other"_s;
    write(
        u"new.vestibule"_s,
        [&](Samples::InventoryBuilder &builder) {
            builder.addLink(builder.addOrganization({u"org_other"_s, u"acme"_s, u"Acme"_s}), other);
        },
        u"beta.eu.auth0.com"_s);
    const auto byId = compare();
    QVERIFY(!byId);
    QCOMPARE(
        byId.error(),
        (InventoryProblem{Kind::OtherTenant, u"beta.eu.auth0.com"_s, path(u"new.vestibule"_s)}));
    const auto byName = compare({.byName = true});
    QVERIFY(byName);
    QCOMPARE((*byName)->counts, DriftCounts{.same = 1});
}

void TestInventoryComparison::listingsAreComparedByTheSameRules_data()
{
    QTest::addColumn<bool>("isOldOlder");
    QTest::addColumn<bool>("isNewOlder");
    QTest::newRow("both have the newer list") << false << false;
    QTest::newRow("the old one has the older list") << true << false;
    QTest::newRow("the new one has the older list") << false << true;
    QTest::newRow("both have the older list") << true << true;
}

//! One organization after another as two listings, and all of them as two inventories.
void TestInventoryComparison::listingsAreComparedByTheSameRules()
{
    QFETCH(const bool, isOldOlder);
    QFETCH(const bool, isNewOlder);
    constexpr int Organizations = 400;
    QRandomGenerator draw(20261130);
    const auto endpoint = [](bool isOlder) {
        return isOlder ? ConnectionEndpoint::EnabledConnections : ConnectionEndpoint::Connections;
    };
    QList<std::pair<ComparedListing, ComparedListing>> listings;
    QHash<QString, QString> organizationOf; // of a connection
    for (int i = 0; i < Organizations; ++i) {
        const Organization organization{u"org_%1"_s.arg(i), u"name %1"_s.arg(i), {}};
        const QByteArrayList oldRows = randomRows(draw, organization.id);
        listings.append({{.organization = organization,
                          .endpoint = endpoint(isOldOlder),
                          .connections = parsedRows(oldRows)},
                         {.organization = organization,
                          .endpoint = endpoint(isNewOlder),
                          .connections = parsedRows(randomRows(draw, organization.id, oldRows))}});
        for (const ComparedListing &each : {listings.last().first, listings.last().second}) {
            for (const OrganizationConnection &row : each.connections)
                organizationOf.insert(row.connectionId, organization.id);
        }
    }
    const auto fill = [&listings](bool isOld, bool isOlder) {
        return [&listings, isOld, isOlder](Samples::InventoryBuilder &builder) {
            if (isOlder)
                builder.set(InventoryKeys::Endpoint, InventoryKeys::EnabledConnections);
            for (const auto &[inOld, inNew] : listings)
                addListing(builder, isOld ? inOld : inNew);
        };
    };
    write(u"old.vestibule"_s, fill(true, isOldOlder));
    write(u"new.vestibule"_s, fill(false, isNewOlder));
    const auto inventories = compare();
    QVERIFY(inventories);

    // A new name is one row for all organizations there, and does not change its link.
    QHash<QString, QList<DriftChange>> expected;
    QSet<QString> renamed;
    QSet<QString> changedOtherwise;
    for (DriftChange change : (*inventories)->changes) {
        QVERIFY(!change.connectionId.isEmpty());
        if (change.organizationId.isEmpty()) {
            change.organizationId = organizationOf.value(change.connectionId);
            change.organizationName = u"name "_s + change.organizationId.sliced(4);
            renamed.insert(change.connectionId);
        } else {
            changedOtherwise.insert(change.connectionId);
        }
        expected[change.organizationId].append(change);
    }
    DriftCounts counts;
    for (const auto &[inOld, inNew] : listings) {
        const DriftPtr drift = listingDrift(inOld, inNew);
        QList<DriftChange> changes = expected.value(inOld.organization.id);
        std::ranges::sort(changes, {}, [](const DriftChange &change) {
            return std::tuple(change.connectionName, change.connectionId, change.field);
        });
        QCOMPARE(drift->changes, changes);
        counts.same += drift->counts.same;
        counts.added += drift->counts.added;
        counts.removed += drift->counts.removed;
        counts.changed += drift->counts.changed;
        counts.notComparable += drift->counts.notComparable;
    }
    DriftCounts all = (*inventories)->counts;
    all.same -= (renamed - changedOtherwise).size();
    QCOMPARE(counts, all);
    QVERIFY(counts.changed > Organizations);
    QVERIFY(counts.same > Organizations / 4);
}

void TestInventoryComparison::badFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("missing") << u"missing"_s << Kind::NotReadable;
    QTest::newRow("a folder") << u"."_s << Kind::NotAFile;
    QTest::newRow("a text") << u"text"_s << Kind::NotAnInventory;
    QTest::newRow("another table") << u"foreign"_s << Kind::Foreign;
    QTest::newRow("another encoding") << u"utf16"_s << Kind::Foreign;
    QTest::newRow("cut off") << u"cut"_s << Kind::Damaged;
}

//! Whichever of the two it is, in either way of pairing.
void TestInventoryComparison::badFiles()
{
    QFETCH(const QString, name);
    QFETCH(const Kind, kind);
    write(u"good"_s, withLinks({okta()}));
    QFile text(path(u"text"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(200, 'x')) == 200);
    write(u"foreign"_s,
          [](Samples::InventoryBuilder &builder) { builder.exec(u"CREATE TABLE other(a)"_s); });
    {
        Database empty(path(u"utf16"_s), Database::Mode::Write);
        empty.exec(u"PRAGMA encoding = 'UTF-16le'"_s);
        empty.exec(u"CREATE TABLE other(a)"_s); // keeps the encoding
        empty.exec(u"DROP TABLE other"_s);
    }
    write(u"utf16"_s, withLinks({okta()}));
    QVERIFY(QFile::copy(path(u"good"_s), path(u"cut"_s)));
    QVERIFY(QFile::resize(path(u"cut"_s), QFile(path(u"cut"_s)).size() / 2));
    for (const bool byName : {false, true}) {
        const auto asNew = compare({.byName = byName}, u"good"_s, name);
        QVERIFY(!asNew);
        QCOMPARE(asNew.error().kind, kind);
        QCOMPARE(asNew.error().path, path(name));
        const auto asOld = compare({.byName = byName}, name, u"good"_s);
        QVERIFY(!asOld);
        QCOMPARE(asOld.error().kind, kind);
    }
}

void TestInventoryComparison::extraThatIsNoObjectIsDamage()
{
    write(u"old.vestibule"_s, withExtra(u"{\"a\":1}"_s));
    write(u"new.vestibule"_s, withExtra(u"[1]"_s));
    const auto drift = compare();
    QVERIFY(!drift);
    QCOMPARE(drift.error().kind, Kind::Damaged);
    QCOMPARE(drift.error().path, path(u"new.vestibule"_s));
}

//! In the program's own folder and in WAL mode, while a sweep has not committed yet.
void TestInventoryComparison::workingInventoryIsRead()
{
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    const QString folder = u"data/vestibule/inventories"_s;
    QVERIFY(QDir().mkpath(path(folder)));
    const QString working = folder + u"/a.vestibule"_s;
    write(u"old.vestibule"_s, withLinks({okta()}));
    write(working, withLinks({okta()}));
    Database writer(path(working), Database::Mode::Write);
    QCOMPARE(writer.value(u"PRAGMA journal_mode = WAL"_s).toString(), u"wal"_s);
    QVERIFY(writer.exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(writer.exec(u"UPDATE link SET is_enabled = 0"_s));
    const auto before = compare({}, u"old.vestibule"_s, working);
    QVERIFY(before);
    QCOMPARE((*before)->counts, DriftCounts{.same = 1});
    QVERIFY(writer.exec(u"COMMIT"_s));
    const auto after = compare({}, u"old.vestibule"_s, working);
    QVERIFY(after);
    QCOMPARE((*after)->counts, DriftCounts{.changed = 1});
    qunsetenv("XDG_DATA_HOME");
}

void TestInventoryComparison::droppedReplyStops()
{
    const auto many = [](Samples::InventoryBuilder &builder) {
        for (int i = 0; i < 30'000; ++i)
            builder.addLink(builder.addOrganization({u"org_%1"_s.arg(i), u"n%1"_s.arg(i), {}}),
                            okta());
    };
    write(u"old.vestibule"_s, many);
    write(u"new.vestibule"_s, many);
    for (int i = 0; i < 20; ++i) {
        auto comparison = std::make_unique<InventoryComparison>(path(u"old.vestibule"_s),
                                                                path(u"new.vestibule"_s));
        auto reply = comparison->run();
        QTest::qWait(i * 4);
        if (i % 2 == 0)
            reply.reset();
        comparison.reset();
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(waitForClosedInventories(std::chrono::seconds(10)));
        QVERIFY2(elapsed.elapsed() < 2000, qPrintable(QString::number(elapsed.elapsed())));
    }
}

void TestInventoryComparison::nothingIsWrittenBeside()
{
    write(u"old.vestibule"_s, withLinks({okta()}));
    write(u"new.vestibule"_s, withLinks({}));
    const auto bytes = [this](const QString &name) {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray oldBytes = bytes(u"old.vestibule"_s);
    const QByteArray newBytes = bytes(u"new.vestibule"_s);
    const auto drift = compare();
    QVERIFY(drift);
    QCOMPARE((*drift)->changes, QList<DriftChange>({ofAcme(DriftKind::Removed)}));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList({u"new.vestibule"_s, u"old.vestibule"_s}));
    QCOMPARE(bytes(u"old.vestibule"_s), oldBytes);
    QCOMPARE(bytes(u"new.vestibule"_s), newBytes);
}

QTEST_GUILESS_MAIN(TestInventoryComparison)
#include "tst_inventorycomparison.moc"
