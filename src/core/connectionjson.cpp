// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionjson.h"

#include "core/jsonbody.h"
#include "core/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

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

//! QJsonDocument skips one, functions of jsontext.h do not.
QByteArray withoutByteOrderMark(const QByteArray &body)
{
    constexpr QByteArrayView Mark = "\xEF\xBB\xBF";
    return body.startsWith(Mark) ? body.sliced(Mark.size()) : body;
}

//! Reads one answer. As with QXmlStreamReader, the first complaint stands and reading goes on with
//! nothing, so that every step can be written as if all were well.
class PageParser final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::PageParser)

public:
    PageParser(const PageRequest &request, ConnectionEndpoint endpoint)
        : m_page{.request = request}
        , m_key(endpoint == ConnectionEndpoint::Connections ? "connections"_L1
                                                            : "enabled_connections"_L1)
    {
    }

    [[nodiscard]] Result<ConnectionPage> parse(const QByteArray &body)
    {
        const auto document = parseJsonBody(body);
        if (!document)
            return document.error();
        const QByteArray text = withoutByteOrderMark(body);
        if (document->isObject())
            parseEnvelope(document->object(), text);
        else if (document->isArray())
            parseRows(document->array(), text);
        if (!m_problem.isEmpty())
            return ApiError{.kind = ApiError::Kind::BadPayload, .detail = m_problem};
        return m_page;
    }

private:
    void raise(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = m_place.isEmpty() ? problem : tr("%1: %2").arg(m_place, problem);
    }

    void parseEnvelope(const QJsonObject &envelope, QByteArrayView text);
    void parseRows(const QJsonArray &rows, QByteArrayView text);
    OrganizationConnection parseRow(const QJsonObject &row, const RowText &text);
    void parseTotal(const QJsonValue &value);

    //! The value of \a key; undefined or null when it was not sent; complains about another type.
    QJsonValue sent(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type);
    std::optional<QString> string(const QJsonObject &object, QLatin1StringView key);
    //! The same, of which many rows have one and the same: they share its memory.
    std::optional<QString> word(const QJsonObject &object, QLatin1StringView key);
    std::optional<bool> flag(const QJsonObject &object, QLatin1StringView key);

    ConnectionPage m_page;
    QLatin1StringView m_key; //!< of the list in the object with totals
    QSet<QString> m_words;
    QString m_place; //!< the row that is being read; empty outside of rows
    QString m_problem; //!< the first complaint; empty while all is well
};

void PageParser::parseEnvelope(const QJsonObject &envelope, QByteArrayView text)
{
    const QJsonValue rows = envelope.value(m_key);
    if (!rows.isArray())
        return raise(tr("the answer has no list of connections"));
    if (const QJsonValue total = envelope.value("total"_L1); !total.isUndefined())
        parseTotal(total);
    parseRows(rows.toArray(), memberValue(text, m_key.latin1()));
    if (m_page.total && !m_page.items.isEmpty()
        && m_page.offset() + m_page.items.size() > *m_page.total)
        raise(tr("the answer holds more rows than its total of %1").arg(*m_page.total));
}

void PageParser::parseRows(const QJsonArray &rows, QByteArrayView text)
{
    if (rows.size() > m_page.request.size) {
        return raise(tr("%1 rows came where at most %2 were asked for")
                         .arg(rows.size())
                         .arg(m_page.request.size));
    }
    const QList<QByteArrayView> texts = arrayElements(text);
    if (texts.size() != rows.size()) // better no row than one under the text of another
        return raise(tr("the list of connections is spelt in an unusual way"));
    const QList<RowText> rowTexts = RowText::packed(texts);
    m_page.items.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        m_place = tr("row %1").arg(i + 1);
        if (!rows.at(i).isObject())
            raise(tr("not an object"));
        m_page.items.append(parseRow(rows.at(i).toObject(), rowTexts.at(i)));
    }
    m_place.clear();
}

OrganizationConnection PageParser::parseRow(const QJsonObject &row, const RowText &text)
{
    const QJsonObject nested = sent(row, "connection"_L1, QJsonValue::Object).toObject();
    OrganizationConnection connection{
        .connectionId = string(row, "connection_id"_L1).value_or(QString()),
        .organizationConnectionName = string(row, "organization_connection_name"_L1),
        .name = string(nested, "name"_L1),
        .strategy = word(nested, "strategy"_L1),
        .isEnabled = flag(row, "is_enabled"_L1),
        .assignMembershipOnLogin = flag(row, "assign_membership_on_login"_L1),
        .showAsButton = flag(row, "show_as_button"_L1),
        .isSignupEnabled = flag(row, "is_signup_enabled"_L1),
        .organizationAccessLevel = word(row, "organization_access_level"_L1),
        .json = text,
    };
    if (connection.connectionId.isEmpty())
        raise(tr("connection_id is missing"));
    return connection;
}

//! The API declares totals as plain numbers, so 10.0 is one, too.
void PageParser::parseTotal(const QJsonValue &value)
{
    constexpr double Largest = 1e9; // pages are counted in int
    const double total = value.toDouble(-1);
    if (total < 0 || total > Largest)
        return raise(tr("total is not a number of rows"));
    m_page.total = qsizetype(total);
}

QJsonValue PageParser::sent(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull() || value.type() == type)
        return value;
    raise(tr("%1 is of type %2").arg(key, jsonTypeName(value)));
    return {};
}

std::optional<QString> PageParser::string(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = sent(object, key, QJsonValue::String);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QString> PageParser::word(const QJsonObject &object, QLatin1StringView key)
{
    const std::optional<QString> text = string(object, key);
    return text ? std::optional(*m_words.insert(*text)) : std::nullopt;
}

std::optional<bool> PageParser::flag(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = sent(object, key, QJsonValue::Bool);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

Result<ConnectionPage> parseConnectionPage(const QByteArray &body, const PageRequest &request,
                                           ConnectionEndpoint endpoint)
{
    return PageParser(request, endpoint).parse(body);
}

} // namespace Vestibule
