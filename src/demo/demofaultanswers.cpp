// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demofaultanswers.h"

#include "demo/demobodies.h"
#include "demo/demoerror.h"
#include "demo/demoratelimit.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

using Json = nlohmann::ordered_json;

namespace {

DemoAnswer html(int status, const QByteArray &body)
{
    DemoAnswer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = body;
    return answer;
}

DemoAnswer good(const QByteArray &body, DemoDelivery delivery = DemoDelivery::Whole)
{
    DemoAnswer answer;
    answer.body = body;
    answer.delivery = delivery;
    return answer;
}

DemoAnswer redirect(const QByteArray &location)
{
    DemoAnswer answer;
    answer.status = 302;
    answer.headers = {{"Location", location}};
    return answer;
}

DemoAnswer gzipBomb()
{
    DemoAnswer answer = good(demoGzipBomb());
    answer.headers = {{"Content-Encoding", "gzip"}};
    return answer;
}

std::optional<DemoAnswer> sameOriginRedirect(const DemoCall &call)
{
    if (call.target.contains(DemoRedirectMark))
        return std::nullopt;
    return redirect(call.target + (call.target.contains('?') ? "&" : "?") + DemoRedirectMark);
}

//! Nothing when the fault leaves the endpoint's own answer be.
std::optional<DemoAnswer> replacement(DemoFault fault, const DemoCall &call, quint16 port,
                                      qint64 nowSeconds)
{
    switch (fault) {
    case DemoFault::Error500:
        return demoError(500, u"An internal server error occurred"_s);
    case DemoFault::Error502Html:
        return html(502, demoBadGatewayPage());
    case DemoFault::Error503:
        return demoError(503, u"Service Unavailable"_s);
    case DemoFault::RateLimit:
        return demoTooManyRequests(nowSeconds, false);
    case DemoFault::ExpiredToken:
        return demoExpiredToken();
    case DemoFault::WrongScope:
        return demoMissingScope();
    case DemoFault::NotJson:
        return good("connections: none today\n");
    case DemoFault::CaptivePortal:
        return html(200, demoPortalPage());
    case DemoFault::EmptyBody:
        return good({});
    case DemoFault::TooLarge:
        return good(demoEndlessBody(), DemoDelivery::Endless);
    case DemoFault::GzipBomb:
        return gzipBomb();
    case DemoFault::DeepNesting:
        return good(demoDeepBody());
    case DemoFault::Hang:
        return good({}, DemoDelivery::Silent);
    case DemoFault::Drop:
        return good({}, DemoDelivery::Dropped);
    case DemoFault::RedirectOtherHost:
        return redirect("http://localhost:" + QByteArray::number(port) + "/stolen");
    case DemoFault::RedirectSameOrigin:
        return sameOriginRedirect(call);
    case DemoFault::RateLimitOnce:
    case DemoFault::ExpiresBetweenPages:
    case DemoFault::UnknownOrganizationEmpty:
    case DemoFault::Truncated:
    case DemoFault::StallInBody:
    case DemoFault::Slow:
    case DemoFault::WrongShape:
    case DemoFault::NoTotals:
    case DemoFault::FractionalTotal:
    case DemoFault::Growing:
    case DemoFault::ShortPage:
    case DemoFault::DuplicateRow:
    case DemoFault::MissingId:
    case DemoFault::MissingConnection:
    case DemoFault::NullValues:
    case DemoFault::UnknownValues:
    case DemoFault::HostileNames:
        break; // these need the endpoint's own answer
    }
    return std::nullopt;
}

void setNull(Json &row, const char *key)
{
    if (row.contains(key))
        row[key] = nullptr;
}

void makeNull(Json &row)
{
    for (const char *key : {"is_signup_enabled", "assign_membership_on_login", "show_as_button",
                            "is_enabled", "organization_access_level"})
        setNull(row, key);
    row["organization_connection_name"] = nullptr;
}

void makeUnknown(Json &row)
{
    row["organization_access_level"] = "superuser";
    row["connection"]["strategy"] = "quantum-id";
    row["connection"]["realms"] = Json::array({"alpha", "beta"});
    row["provisioning"] = {{"scim", true}, {"since", 2031}};
    row["weight"] = 0.25;
}

void spoilRows(Json &rows, const DemoFaults &faults)
{
    for (size_t index = 0; index < rows.size(); ++index) {
        Json &row = rows[index];
        if (faults.contains(DemoFault::HostileNames)) {
            row["organization_connection_name"] = demoHostileName(index + 1);
            row["connection"]["name"] = demoHostileName(index);
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
        rows[rows.size() / 2].erase("connection_id");
    if (faults.contains(DemoFault::ShortPage) && !rows.empty())
        rows.erase(rows.size() - 1);
    if (faults.contains(DemoFault::DuplicateRow) && rows.size() > 1)
        rows[1] = rows[0];
}

} // namespace

std::optional<DemoAnswer> demoReplacement(const DemoFaults &faults, const DemoCall &call,
                                          quint16 port, qint64 nowSeconds)
{
    for (const QString &name : demoFaultNames()) {
        const DemoFault fault = *demoFaultFromName(name);
        if (!faults.contains(fault))
            continue;
        if (auto answer = replacement(fault, call, port, nowSeconds))
            return answer;
    }
    return std::nullopt;
}

DemoAnswer demoTooManyRequests(qint64 nowSeconds, bool withRetryAfter)
{
    DemoAnswer answer = demoError(429, u"Global limit has been reached"_s, u"too_many_requests"_s);
    answer.headers = DemoRateLimit::headers(50, 0, nowSeconds + 1);
    if (withRetryAfter)
        answer.headers.append(DemoHeader{"Retry-After", "1"});
    return answer;
}

DemoConnection demoGrownConnection(int number)
{
    DemoConnection connection;
    connection.id = u"con_zzzzzzzzz%1"_s.arg(number, 7, 10, QChar(u'0'));
    connection.name = u"grown-%1"_s.arg(number);
    connection.strategy = u"oidc"_s;
    connection.accessLevel = u"none"_s;
    return connection;
}

void spoilDemoPage(Json &page, const DemoFaults &faults)
{
    spoilRows(page["connections"], faults);
    if (faults.contains(DemoFault::FractionalTotal))
        page["total"] = page["total"].get<double>();
    if (faults.contains(DemoFault::UnknownValues))
        page["next"] = "later";
    if (faults.contains(DemoFault::WrongShape)) {
        Json other;
        for (const auto &[key, value] : page.items())
            other[key == "connections" ? "rows" : key] = value;
        page = std::move(other);
    }
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
