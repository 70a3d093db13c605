// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionjson.h"

#include "core/connectionfield.h"
#include "core/json.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString jsonTypeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"undefined"_s;
}

//! Like QXmlStreamReader it keeps the first error and reads on with empty values, so that the code
//! of each step can assume valid input.
class RowsParser final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::RowsParser)

public:
    [[nodiscard]] Result<QList<OrganizationConnection>, RowsProblem> parse(const QJsonArray &rows,
                                                                           const QByteArray &json,
                                                                           QByteArrayView list);

private:
    void raise(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = tr("%1: %2").arg(m_place, problem);
    }

    OrganizationConnection parseRow(const QJsonObject &row);

    //! Undefined or null if the value was not sent, or has another type, which is an error.
    QJsonValue value(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type);
    void read(QString &text, const FieldInfo &info, const QJsonObject &object);
    void read(std::optional<QString> &text, const FieldInfo &info, const QJsonObject &object);
    void read(std::optional<bool> &flag, const FieldInfo &info, const QJsonObject &object);

    QSet<QString> m_words; //!< the values of fields with few values, whose memory the rows share
    QString m_place; //!< of the current row
    QString m_problem; //!< the first error; empty if there is none
};

Result<QList<OrganizationConnection>, RowsProblem> RowsParser::parse(const QJsonArray &rows,
                                                                     const QByteArray &json,
                                                                     QByteArrayView list)
{
    const QList<QByteArrayView> texts = arrayElements(list);
    if (texts.size() != rows.size()) // a row must never get the text of another one
        return RowsProblem{tr("the key of the list of connections is written in an unusual way")};
    QList<OrganizationConnection> connections;
    connections.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        m_place = tr("row %1").arg(i + 1);
        if (!rows.at(i).isObject())
            raise(tr("not an object"));
        connections.append(parseRow(rows.at(i).toObject()));
        connections.last().json = RowText(json, texts.at(i));
    }
    if (!m_problem.isEmpty())
        return RowsProblem{m_problem};
    return connections;
}

OrganizationConnection RowsParser::parseRow(const QJsonObject &row)
{
    const QJsonObject nested = value(row, "connection"_L1, QJsonValue::Object).toObject();
    OrganizationConnection connection;
    for (const ConnectionField field : AllConnectionFields) {
        const FieldInfo &info = fieldInfo(field);
        visitField(connection, field,
                   [&](auto &member) { read(member, info, info.isNested() ? nested : row); });
    }
    if (connection.connectionId.isEmpty())
        raise(tr("connection_id is missing"));
    return connection;
}

QJsonValue RowsParser::value(const QJsonObject &object, QLatin1StringView key,
                             QJsonValue::Type type)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull() || value.type() == type)
        return value;
    raise(tr("%1 is of type %2").arg(key, jsonTypeName(value)));
    return {};
}

void RowsParser::read(QString &text, const FieldInfo &info, const QJsonObject &object)
{
    text = value(object, info.key(), QJsonValue::String).toString();
}

void RowsParser::read(std::optional<QString> &text, const FieldInfo &info,
                      const QJsonObject &object)
{
    const QJsonValue sent = value(object, info.key(), QJsonValue::String);
    if (sent.isString()) {
        text =
            info.kind == FieldKind::FreeText ? sent.toString() : *m_words.insert(sent.toString());
    }
}

void RowsParser::read(std::optional<bool> &flag, const FieldInfo &info, const QJsonObject &object)
{
    const QJsonValue sent = value(object, info.key(), QJsonValue::Bool);
    if (sent.isBool())
        flag = sent.toBool();
}

constexpr double LargestCount = 1e9; //!< of rows, because pages are counted in int

//! Keeps the first error, like RowsParser.
class PageParser final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::PageParser)

public:
    PageParser(const QByteArray &body, const PageRequest &request, ConnectionEndpoint endpoint)
        : m_body(body)
        , m_page{.request = request}
        , m_endpoint(endpoint)
        , m_key(endpoint == ConnectionEndpoint::Connections ? "connections"_L1
                                                            : "enabled_connections"_L1)
    {
    }

    [[nodiscard]] Result<ConnectionPage> parse()
    {
        const auto document = parseJsonBody(m_body);
        if (!document)
            return document.error();
        const QByteArrayView text = withoutByteOrderMark(m_body);
        if (document->isObject())
            parseEnvelope(document->object(), text);
        else if (document->isArray())
            parseRows(document->array(), text);
        if (!m_problem.isEmpty())
            return badPayload(m_problem);
        return m_page;
    }

private:
    void raise(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    void parseEnvelope(const QJsonObject &envelope, QByteArrayView text);
    void parseRows(const QJsonArray &rows, QByteArrayView list);
    void parseTotal(const QJsonValue &value);
    void takeLimit(const QJsonValue &value);
    void checkStart(const QJsonValue &value);
    void checkFilter();

    QByteArray m_body;
    ConnectionPage m_page;
    ConnectionEndpoint m_endpoint;
    QLatin1StringView m_key; //!< of the list in the object with totals
    QString m_problem; //!< the first error; empty if there is none
};

void PageParser::parseEnvelope(const QJsonObject &envelope, QByteArrayView text)
{
    const QJsonValue rows = envelope.value(m_key);
    if (!rows.isArray())
        return raise(tr("the list of connections is missing"));
    if (const QJsonValue total = envelope.value("total"_L1); !total.isUndefined())
        parseTotal(total);
    parseRows(rows.toArray(), memberValue(text, m_key.latin1()));
    // In the older endpoint's answer, the limit is the number of rows on the page.
    if (m_endpoint == ConnectionEndpoint::Connections) {
        takeLimit(envelope.value("limit"_L1));
        checkStart(envelope.value("start"_L1));
    }
    if (m_page.total && !m_page.items.isEmpty()
        && m_page.offset() + m_page.items.size() > *m_page.total)
        raise(tr("there are more rows than the total of %1").arg(*m_page.total));
}

void PageParser::parseRows(const QJsonArray &rows, QByteArrayView list)
{
    if (rows.size() > m_page.request.size) {
        return raise(tr("%1 rows came, and at most %2 were requested")
                         .arg(rows.size())
                         .arg(m_page.request.size));
    }
    const auto items = parseConnectionRows(rows, m_body, list);
    if (!items)
        return raise(items.error().detail);
    m_page.items = *items;
    checkFilter();
}

//! A tenant that allows fewer rows per page than the request asks for counts its pages by its own
//! limit. That makes no difference for a listing that ends on the first page.
void PageParser::takeLimit(const QJsonValue &value)
{
    const qsizetype rows = m_page.items.size();
    const double stated = value.toDouble();
    if (!(stated >= 1 && stated < m_page.request.size))
        return;
    const int limit = int(stated);
    m_page.isSizeConfirmed = rows <= limit;
    if (!m_page.isSizeConfirmed)
        return;
    const bool isWhole = m_page.request.index == 0 && (rows < limit || m_page.total == rows);
    if (!isWhole)
        m_page.request.size = limit;
}

void PageParser::checkStart(const QJsonValue &value)
{
    if (!value.isDouble() || m_page.items.isEmpty())
        return;
    const double start = std::floor(value.toDouble());
    if (start < 0 || start > LargestCount)
        return raise(tr("start is not a number of rows"));
    if (start != double(m_page.offset())) {
        raise(tr("the rows start at %1, and %2 was requested")
                  .arg(qsizetype(start) + 1)
                  .arg(m_page.offset() + 1));
    }
}

void PageParser::checkFilter()
{
    const std::optional<bool> wanted = m_page.request.isEnabled;
    if (!wanted)
        return;
    for (qsizetype i = 0; i < m_page.items.size(); ++i) {
        const std::optional<bool> isEnabled = m_page.items.at(i).isEnabled;
        if (isEnabled && *isEnabled != *wanted) {
            const QString text = *isEnabled
                ? tr("row %1 is enabled, and only disabled ones were requested")
                : tr("row %1 is disabled, and only enabled ones were requested");
            return raise(text.arg(i + 1));
        }
    }
}

//! The API declares totals as plain numbers, so 10.0 is valid as well.
void PageParser::parseTotal(const QJsonValue &value)
{
    const double total = value.toDouble(-1);
    if (total < 0 || total > LargestCount)
        return raise(tr("total is not a number of rows"));
    m_page.total = qsizetype(total);
}

} // namespace

Result<QList<OrganizationConnection>, RowsProblem> parseConnectionRows(const QJsonArray &rows,
                                                                       const QByteArray &json,
                                                                       QByteArrayView list)
{
    return RowsParser().parse(rows, json, list);
}

Result<ConnectionPage> parseConnectionPage(const QByteArray &body, const PageRequest &request,
                                           ConnectionEndpoint endpoint)
{
    return PageParser(body, request, endpoint).parse();
}

} // namespace Vestibule
