// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/parameters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

const Parameter PageParameter{u"page"_s, u"Page index of the results to return. First page is 0"_s};
const Parameter PerPageParameter{u"per_page"_s, u"Number of results per page. Defaults to 50"_s};
const Parameter IncludeTotalsParameter{
    u"include_totals"_s,
    u"Return results inside an object that contains the total result count "
    u"(true) or as a direct array of results (false, default)"_s};

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

bool isWhole(const QString &text)
{
    const QStringView digits = text.startsWith(u'-') ? QStringView(text).mid(1) : QStringView(text);
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
}

} // namespace

Parameters::Parameters(const QByteArray &query)
{
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decoded(equals < 0 ? pair : pair.left(equals));
        if (!m_values.contains(name))
            m_names.append(name);
        m_values[name].append(equals < 0 ? QString() : decoded(pair.mid(equals + 1)));
    }
}

void Parameters::refuse(const QString &message, const Parameter &parameter)
{
    if (m_error.isEmpty()) {
        m_error = u"Query validation error: '"_s + message + u"' on property "_s + parameter.name
            + u" ("_s + parameter.description + u")."_s;
    }
}

void Parameters::refuseType(const QString &expected, const QString &found,
                            const Parameter &parameter)
{
    refuse(u"Expected type "_s + expected + u" but found type "_s + found, parameter);
}

void Parameters::allowOnly(const QList<Parameter> &known)
{
    QStringList unknown = m_names;
    for (const Parameter &parameter : known)
        unknown.removeAll(parameter.name);
    if (!unknown.isEmpty() && m_error.isEmpty()) {
        m_error = u"Query validation error: 'Additional properties not allowed: "_s
            + unknown.join(u',') + u"'."_s;
    }
}

std::optional<QString> Parameters::only(const Parameter &parameter, const QString &type)
{
    const QStringList values = m_values.value(parameter.name);
    if (values.size() > 1)
        refuseType(type, u"array"_s, parameter);
    return values.size() == 1 ? std::optional(values.first()) : std::nullopt;
}

std::optional<qint64> Parameters::number(const Parameter &parameter, qint64 minimum, qint64 maximum)
{
    const std::optional<QString> sent = only(parameter, u"integer"_s);
    if (!sent)
        return std::nullopt;
    if (!isWhole(*sent)) {
        bool isNumber = false;
        sent->toDouble(&isNumber);
        refuseType(u"integer"_s, isNumber ? u"number"_s : u"string"_s, parameter);
        return std::nullopt;
    }
    bool fits = false;
    qint64 value = sent->toLongLong(&fits);
    if (!fits || qAbs(value) > LargestNumber)
        value = sent->startsWith(u'-') ? -LargestNumber : LargestNumber;
    if (value < minimum)
        refuse(u"Value %1 is less than minimum %2"_s.arg(*sent).arg(minimum), parameter);
    else if (value > maximum)
        refuse(u"Value %1 is greater than maximum %2"_s.arg(*sent).arg(maximum), parameter);
    else
        return value;
    return std::nullopt;
}

std::optional<bool> Parameters::flag(const Parameter &parameter)
{
    const std::optional<QString> sent = only(parameter, u"boolean"_s);
    if (!sent)
        return std::nullopt;
    if (*sent != "true"_L1 && *sent != "false"_L1) {
        refuseType(u"boolean"_s, u"string"_s, parameter);
        return std::nullopt;
    }
    return *sent == "true"_L1;
}

std::optional<QString> Parameters::text(const Parameter &parameter, qsizetype longest)
{
    const std::optional<QString> sent = only(parameter, u"string"_s);
    if (sent && sent->size() > longest) {
        refuse(u"String is too long (%1 chars), maximum %2"_s.arg(sent->size()).arg(longest),
               parameter);
        return std::nullopt;
    }
    return sent;
}

} // namespace Vestibule::Demo
