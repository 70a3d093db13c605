// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/listing.h"

#include "demo/catalogue.h"

#include <QDateTime>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

using Json = nlohmann::ordered_json;

namespace {

Json nested(const Connection &connection)
{
    Json json;
    json["name"] = connection.name.toStdString();
    json["strategy"] = connection.strategy.toStdString();
    return json;
}

void addSignup(Json &row, const Connection &connection)
{
    if (connection.strategy == QLatin1String("auth0"))
        row["is_signup_enabled"] = connection.signupEnabled;
}

Json enabledRow(const Connection &connection)
{
    Json row;
    row["connection_id"] = connection.id.toStdString();
    row["assign_membership_on_login"] = connection.assignMembershipOnLogin;
    addSignup(row, connection);
    row["show_as_button"] = connection.showAsButton;
    row["connection"] = nested(connection);
    return row;
}

using Order = QList<qsizetype>; //!< indexes of the catalogue

//! Like the recorded ones: unpadded base64url of the time when the organization was created and its
//! id.
QString checkpointAfter(const Catalogue &catalogue, qsizetype index)
{
    constexpr qint64 firstCreated = 1'678'792'639;
    const QString created = QDateTime::fromSecsSinceEpoch(firstCreated + index * 61, Qt::UTC)
                                .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString plain = created + u".466000UTC,"_s + catalogue.organizations().at(index).id;
    return QString::fromLatin1(
        plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<qsizetype> indexAtCheckpoint(const Catalogue &catalogue, const QString &text)
{
    const QByteArray plain = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
    const auto index = catalogue.indexOf(QString::fromLatin1(plain.split(',').last()));
    return index && checkpointAfter(catalogue, *index) == text ? index : std::nullopt;
}

Order ordered(const Catalogue &catalogue, const OrganizationQuery &query)
{
    const QList<Organization> &all = catalogue.organizations();
    Order order(all.size());
    std::iota(order.begin(), order.end(), qsizetype(0));
    if (query.sortKey == "name"_L1 || query.sortKey == "display_name"_L1) {
        const auto key =
            query.sortKey == "name"_L1 ? &Organization::name : &Organization::displayName;
        std::stable_sort(order.begin(), order.end(), [&](qsizetype left, qsizetype right) {
            return all.at(left).*key < all.at(right).*key;
        });
    }
    if (query.descending)
        std::reverse(order.begin(), order.end());
    return order;
}

Json organizationRows(const Catalogue &catalogue, const Order &order, qsizetype begin,
                      qsizetype end)
{
    Json rows = Json::array();
    for (qsizetype position = begin; position < end; ++position)
        rows.push_back(organizationRow(catalogue.organizations().at(order.at(position))));
    return rows;
}

} // namespace

Json connectionRow(const Connection &connection, Route::Kind kind)
{
    if (kind == Route::Kind::EnabledConnections)
        return enabledRow(connection);
    Json row;
    row["connection_id"] = connection.id.toStdString();
    // Its place is a guess, because no recorded row has one.
    if (connection.organizationConnectionName)
        row["organization_connection_name"] = connection.organizationConnectionName->toStdString();
    addSignup(row, connection);
    row["assign_membership_on_login"] = connection.assignMembershipOnLogin;
    row["show_as_button"] = connection.showAsButton;
    row["is_enabled"] = connection.enabled;
    row["organization_access_level"] = connection.accessLevel.toStdString();
    // Its place is a guess, too.
    if (const auto &level = connection.memberAccessLevel)
        row["organization_member_access_level"] =
            level->isNull() ? Json(nullptr) : Json(level->toStdString());
    row["connection"] = nested(connection);
    return row;
}

Json connectionPage(const QList<Connection> &sorted, const ConnectionQuery &query, Route::Kind kind)
{
    const bool isOlder = kind == Route::Kind::EnabledConnections;
    const std::optional<bool> wanted = isOlder ? std::optional(true) : query.isEnabled;
    const qint64 start = query.page * query.perPage;
    qint64 total = 0;
    Json rows = Json::array();
    for (const Connection &connection : sorted) {
        if (wanted && connection.enabled != *wanted)
            continue;
        if (total >= start && total < start + query.perPage)
            rows.push_back(connectionRow(connection, kind));
        ++total;
    }
    const auto count = rows.size();
    Json page;
    page[rowsKey(kind).toStdString()] = std::move(rows);
    page["start"] = isOlder && count == 0 ? 0 : start;
    page["limit"] = isOlder ? qint64(count) : qint64(query.perPage);
    page["total"] = total;
    return page;
}

Json organizationRow(const Organization &organization)
{
    Json row;
    row["id"] = organization.id.toStdString();
    row["name"] = organization.name.toStdString();
    row["display_name"] = organization.displayName.toStdString();
    if (organization.branding) {
        const Branding &branding = *organization.branding;
        Json &json = row["branding"];
        json["logo_url"] = "https://pictures.example/" + branding.logo.toStdString() + ".png";
        json["colors"]["primary"] = branding.primaryColor.toStdString();
        json["colors"]["page_background"] = branding.pageBackground.toStdString();
    }
    return row;
}

std::optional<Json> organizationPage(const Catalogue &catalogue, const OrganizationQuery &query,
                                     const Faults &faults)
{
    Order order = ordered(catalogue, query);
    const qsizetype limit = query.isCheckpoint() ? query.take.value_or(50) : query.perPage;
    qsizetype begin = qsizetype(query.page) * query.perPage;
    if (query.isCheckpoint()) {
        begin = 0;
        if (query.from) {
            const std::optional<qsizetype> index = indexAtCheckpoint(catalogue, *query.from);
            if (!index)
                return std::nullopt;
            begin = order.indexOf(*index) + 1;
        }
    }
    begin = qMin(begin, order.size());
    const qsizetype end = qMin(begin + limit, order.size());
    const bool repeats = faults.contains(Fault::RepeatsNext);
    std::optional<QString> next;
    if (repeats && query.from)
        next = query.from;
    else if (end < order.size() || repeats)
        next = checkpointAfter(catalogue, order.at(end - 1));
    if (faults.contains(Fault::Moving) && begin > 0 && begin < order.size())
        order[begin] = order.at(begin - 1);

    Json page;
    page["organizations"] = organizationRows(catalogue, order, begin, end);
    if (!query.isCheckpoint()) {
        page["start"] = query.page * query.perPage;
        page["limit"] = query.perPage;
        page["total"] = order.size();
    } else if (next) {
        page["next"] = next->toStdString();
    }
    return page;
}

std::optional<Json> cataloguePage(const QList<Connection> &sorted, const CatalogueQuery &query,
                                  const Faults &faults)
{
    constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    qsizetype begin = 0;
    if (query.from) {
        const QByteArray last = QByteArray::fromBase64(query.from->toLatin1(), Encoding);
        const auto found = std::ranges::find(sorted, QString::fromLatin1(last), &Connection::id);
        if (found == sorted.end())
            return std::nullopt;
        begin = std::distance(sorted.begin(), found) + 1;
    }
    const qsizetype end = qMin(begin + query.take, sorted.size());
    Json rows = Json::array();
    for (const Connection &connection : sorted.mid(begin, end - begin)) {
        const Json all{{"id", connection.id.toStdString()},
                       {"name", connection.name.toStdString()},
                       {"strategy", connection.strategy.toStdString()},
                       {"is_domain_connection", false}};
        Json row = Json::object();
        for (const auto &[key, value] : all.items()) {
            const bool isNamed = query.fields.contains(QString::fromStdString(key));
            if (query.fields.isEmpty() || isNamed == query.includesFields)
                row[key] = value;
        }
        rows.push_back(std::move(row));
    }
    Json page;
    page["connections"] = std::move(rows);
    const bool repeats = faults.contains(Fault::RepeatsNext);
    if (repeats && query.from)
        page["next"] = query.from->toStdString();
    else if (end > begin && (end < sorted.size() || repeats))
        page["next"] = sorted.at(end - 1).id.toLatin1().toBase64(Encoding).toStdString();
    return page;
}

} // namespace Vestibule::Demo
