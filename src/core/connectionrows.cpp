// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionrows.h"

#include "core/jsontext.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Rows whose JSON is packed together: to look at one of them unpacks them all.
constexpr qsizetype RowsInAPack = 100;

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

QList<RowText> packed(const QList<QByteArrayView> &texts)
{
    QList<RowText> rows;
    rows.reserve(texts.size());
    for (qsizetype i = 0; i < texts.size(); i += RowsInAPack)
        rows += RowText::packed(texts.mid(i, RowsInAPack));
    return rows;
}

//! As with QXmlStreamReader, the first complaint stands and reading goes on with nothing, so that
//! every step can be written as if all were well.
class RowsParser final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::RowsParser)

public:
    [[nodiscard]] Result<QList<OrganizationConnection>, RowsProblem> parse(const QJsonArray &rows,
                                                                           QByteArrayView text);

private:
    void raise(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = tr("%1: %2").arg(m_place, problem);
    }

    OrganizationConnection parseRow(const QJsonObject &row, const RowText &text);

    //! The value of \a key; undefined or null when it was not sent; complains about another type.
    QJsonValue sent(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type);
    std::optional<QString> string(const QJsonObject &object, QLatin1StringView key);
    //! The same, of which many rows have one and the same: they share its memory.
    std::optional<QString> word(const QJsonObject &object, QLatin1StringView key);
    std::optional<bool> flag(const QJsonObject &object, QLatin1StringView key);

    QSet<QString> m_words;
    QString m_place; //!< the row that is being read
    QString m_problem; //!< the first complaint; empty while all is well
};

Result<QList<OrganizationConnection>, RowsProblem> RowsParser::parse(const QJsonArray &rows,
                                                                     QByteArrayView text)
{
    const QList<QByteArrayView> texts = arrayElements(text);
    if (texts.size() != rows.size()) // better no row than one under the text of another
        return RowsProblem{tr("the list of connections is spelt in an unusual way")};
    const QList<RowText> rowTexts = packed(texts);
    QList<OrganizationConnection> connections;
    connections.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        m_place = tr("row %1").arg(i + 1);
        if (!rows.at(i).isObject())
            raise(tr("not an object"));
        connections.append(parseRow(rows.at(i).toObject(), rowTexts.at(i)));
    }
    if (!m_problem.isEmpty())
        return RowsProblem{m_problem};
    return connections;
}

OrganizationConnection RowsParser::parseRow(const QJsonObject &row, const RowText &text)
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

QJsonValue RowsParser::sent(const QJsonObject &object, QLatin1StringView key, QJsonValue::Type type)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull() || value.type() == type)
        return value;
    raise(tr("%1 is of type %2").arg(key, jsonTypeName(value)));
    return {};
}

std::optional<QString> RowsParser::string(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = sent(object, key, QJsonValue::String);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QString> RowsParser::word(const QJsonObject &object, QLatin1StringView key)
{
    const std::optional<QString> text = string(object, key);
    return text ? std::optional(*m_words.insert(*text)) : std::nullopt;
}

std::optional<bool> RowsParser::flag(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = sent(object, key, QJsonValue::Bool);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

Result<QList<OrganizationConnection>, RowsProblem> parseConnectionRows(const QJsonArray &rows,
                                                                       QByteArrayView text)
{
    return RowsParser().parse(rows, text);
}

} // namespace Vestibule
