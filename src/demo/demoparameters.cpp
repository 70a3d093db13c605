// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoparameters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

const DemoParameter DemoPageParameter{u"page"_s,
                                      u"Page index of the results to return. First page is 0"_s};
const DemoParameter DemoPerPageParameter{u"per_page"_s,
                                         u"Number of results per page. Defaults to 50"_s};
const DemoParameter DemoIncludeTotalsParameter{
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

DemoParameters::DemoParameters(const QByteArray &query)
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

void DemoParameters::refuse(const QString &message, const DemoParameter &parameter)
{
    if (m_error.isEmpty()) {
        m_error = u"Query validation error: '"_s + message + u"' on property "_s + parameter.name
            + u" ("_s + parameter.description + u")."_s;
    }
}

void DemoParameters::refuseType(const QString &expected, const QString &found,
                                const DemoParameter &parameter)
{
    refuse(u"Expected type "_s + expected + u" but found type "_s + found, parameter);
}

void DemoParameters::allowOnly(const QList<DemoParameter> &known)
{
    QStringList unknown = m_names;
    for (const DemoParameter &parameter : known)
        unknown.removeAll(parameter.name);
    if (!unknown.isEmpty() && m_error.isEmpty()) {
        m_error = u"Query validation error: 'Additional properties not allowed: "_s
            + unknown.join(u',') + u"'."_s;
    }
}

std::optional<QString> DemoParameters::only(const DemoParameter &parameter, const QString &type)
{
    const QStringList values = m_values.value(parameter.name);
    if (values.size() > 1)
        refuseType(type, u"array"_s, parameter);
    return values.size() == 1 ? std::optional(values.first()) : std::nullopt;
}

std::optional<qint64> DemoParameters::number(const DemoParameter &parameter, qint64 minimum,
                                             qint64 maximum)
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
    if (!fits || qAbs(value) > LargestDemoNumber)
        value = sent->startsWith(u'-') ? -LargestDemoNumber : LargestDemoNumber;
    if (value < minimum)
        refuse(u"Value %1 is less than minimum %2"_s.arg(*sent).arg(minimum), parameter);
    else if (value > maximum)
        refuse(u"Value %1 is greater than maximum %2"_s.arg(*sent).arg(maximum), parameter);
    else
        return value;
    return std::nullopt;
}

std::optional<bool> DemoParameters::flag(const DemoParameter &parameter)
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

std::optional<QString> DemoParameters::text(const DemoParameter &parameter, qsizetype longest)
{
    const std::optional<QString> sent = only(parameter, u"string"_s);
    if (sent && sent->size() > longest) {
        refuse(u"String is too long (%1 chars), maximum %2"_s.arg(sent->size()).arg(longest),
               parameter);
        return std::nullopt;
    }
    return sent;
}

} // namespace Vestibule
