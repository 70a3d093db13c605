// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demospoiling.h"

#include "demo/demobodies.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

using Json = nlohmann::ordered_json;

namespace {

void setNull(Json &row, const char *key)
{
    if (row.contains(key))
        row[key] = nullptr;
}

void makeNull(Json &row)
{
    for (const char *key : {"is_signup_enabled", "assign_membership_on_login", "show_as_button",
                            "is_enabled", "organization_access_level", "display_name"})
        setNull(row, key);
    row[row.contains("connection_id") ? "organization_connection_name" : "branding"] = nullptr;
}

void makeUnknown(Json &row)
{
    if (row.contains("connection")) {
        row["organization_access_level"] = "superuser";
        row["connection"]["strategy"] = "quantum-id";
        row["connection"]["realms"] = Json::array({"alpha", "beta"});
    }
    row["provisioning"] = {{"scim", true}, {"since", 2031}};
    row["weight"] = 0.25;
}

void makeHostile(Json &row, size_t index)
{
    const bool isConnection = row.contains("connection");
    row[isConnection ? "organization_connection_name" : "display_name"] =
        demoHostileName(index + 1);
    (isConnection ? row["connection"] : row)["name"] = demoHostileName(index);
}

void makeAnonymous(Json &row)
{
    row.erase("connection_id");
    row.erase("id");
}

void spoilRows(Json &rows, const DemoFaults &faults)
{
    for (size_t index = 0; index < rows.size(); ++index) {
        Json &row = rows[index];
        if (faults.contains(DemoFault::HostileNames)) {
            makeHostile(row, index);
        }
        const bool everyOther = index % 2 == 0;
        if (everyOther && faults.contains(DemoFault::NullValues))
            makeNull(row);
        if (everyOther && faults.contains(DemoFault::UnknownValues))
            makeUnknown(row);
        if (everyOther && faults.contains(DemoFault::MissingConnection))
            row.erase("connection");
    }
    if (faults.contains(DemoFault::MissingId) && !rows.empty())
        makeAnonymous(rows[rows.size() / 2]);
    if (faults.contains(DemoFault::ShortPage) && !rows.empty())
        rows.erase(rows.size() - 1);
    if (faults.contains(DemoFault::DuplicateRow) && rows.size() > 1)
        rows[1] = rows[0];
}

} // namespace

DemoConnection demoGrownConnection(int number)
{
    DemoConnection connection;
    connection.id = u"con_zzzzzzzzz%1"_s.arg(number, 7, 10, QChar(u'0'));
    connection.name = u"grown-%1"_s.arg(number);
    connection.strategy = u"oidc"_s;
    connection.accessLevel = u"none"_s;
    return connection;
}

void spoilDemoPage(Json &page, DemoRoute::Kind kind, const DemoFaults &faults)
{
    const std::string rowsKey = demoRowsKey(kind).toStdString();
    spoilRows(page[rowsKey], faults);
    if (faults.contains(DemoFault::FractionalTotal) && page.contains("total"))
        page["total"] = page["total"].get<double>();
    // Where next is a checkpoint, it has to stay one.
    if (faults.contains(DemoFault::UnknownValues))
        page[kind == DemoRoute::Kind::Organizations ? "later" : "next"] = "later";
    if (faults.contains(DemoFault::WrongShape)) {
        Json other;
        for (const auto &[key, value] : page.items())
            other[key == rowsKey ? "rows" : key] = value;
        page = std::move(other);
    }
}

void spoilDemoBody(DemoAnswer &answer, const DemoFaults &faults)
{
    if (answer.status != 200 || answer.delivery != DemoDelivery::Whole)
        return;
    if (faults.contains(DemoFault::NotUtf8)) {
        const QByteArray name = "\"name\":\"";
        const qsizetype first = answer.body.indexOf(name);
        if (first >= 0)
            answer.body.insert(first + name.size(), "caf\xe9 "); // as Latin-1 has it
    }
    if (faults.contains(DemoFault::Bom))
        answer.body.prepend("\xef\xbb\xbf");
    if (faults.contains(DemoFault::TrailingGarbage))
        answer.body.append("\n-- served by proxy 7 --\n");
}

void spoilDemoDelivery(DemoAnswer &answer, const DemoFaults &faults)
{
    if (answer.status == 200 && answer.delivery == DemoDelivery::Whole) {
        if (faults.contains(DemoFault::Truncated))
            answer.delivery = DemoDelivery::Truncated;
        else if (faults.contains(DemoFault::StallInBody))
            answer.delivery = DemoDelivery::Stalled;
    }
    if (faults.contains(DemoFault::Slow))
        answer.delay += std::chrono::milliseconds(800);
}

} // namespace Vestibule
