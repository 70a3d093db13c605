// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoquery.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Larger numbers are as far beyond the end as this one, and `page * per_page` stays exact.
constexpr qint64 LargestNumber = 1'000'000'000'000'000;

struct Parameter {
    QString name;
    QString description; //!< of the API's description, without the last full stop
};

const Parameter Page{u"page"_s, u"Page index of the results to return. First page is 0"_s};
const Parameter PerPage{u"per_page"_s, u"Number of results per page. Defaults to 50"_s};
const Parameter IncludeTotals{
    u"include_totals"_s,
    u"Return results inside an object that contains the total result count "
    u"(true) or as a direct array of results (false, default)"_s};
const Parameter IsEnabled{u"is_enabled"_s, u"Filter connections by enabled status"_s};

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

//! The values of a query in the order in which their names first came.
class Values final {
public:
    explicit Values(const QByteArray &query)
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

    const QStringList &names() const { return m_names; }
    QStringList of(const Parameter &parameter) const { return m_values.value(parameter.name); }

private:
    QStringList m_names;
    QHash<QString, QStringList> m_values;
};

QString onProperty(const QString &message, const Parameter &parameter)
{
    return u"Query validation error: '"_s + message + u"' on property "_s + parameter.name + u" ("_s
        + parameter.description + u")."_s;
}

QString wrongType(const QString &expected, const QString &found, const Parameter &parameter)
{
    return onProperty(u"Expected type "_s + expected + u" but found type "_s + found, parameter);
}

bool isWhole(const QString &text)
{
    const QStringView digits = text.startsWith(u'-') ? QStringView(text).mid(1) : QStringView(text);
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
}

//! Empty when text is a whole number from minimum to maximum, which then is in number.
QString readNumber(const QStringList &values, const Parameter &parameter, qint64 minimum,
                   qint64 maximum, qint64 *number)
{
    if (values.isEmpty())
        return {};
    const QString &text = values.first();
    if (values.size() > 1)
        return wrongType(u"integer"_s, u"array"_s, parameter);
    if (!isWhole(text)) {
        bool isNumber = false;
        text.toDouble(&isNumber);
        return wrongType(u"integer"_s, isNumber ? u"number"_s : u"string"_s, parameter);
    }
    bool fits = false;
    qint64 value = text.toLongLong(&fits);
    if (!fits || qAbs(value) > LargestNumber)
        value = text.startsWith(u'-') ? -LargestNumber : LargestNumber;
    if (value < minimum)
        return onProperty(u"Value %1 is less than minimum %2"_s.arg(text).arg(minimum), parameter);
    if (value > maximum) {
        return onProperty(u"Value %1 is greater than maximum %2"_s.arg(text).arg(maximum),
                          parameter);
    }
    *number = value;
    return {};
}

//! Empty when the value is absent, or one of the two words, which then is in flag.
QString readFlag(const QStringList &values, const Parameter &parameter, std::optional<bool> *flag)
{
    if (values.isEmpty())
        return {};
    if (values.size() > 1)
        return wrongType(u"boolean"_s, u"array"_s, parameter);
    if (values.first() != "true"_L1 && values.first() != "false"_L1)
        return wrongType(u"boolean"_s, u"string"_s, parameter);
    *flag = values.first() == "true"_L1;
    return {};
}

QString unknownParameters(const Values &values)
{
    QStringList unknown;
    for (const QString &name : values.names())
        if (name != Page.name && name != PerPage.name && name != IncludeTotals.name
            && name != IsEnabled.name)
            unknown.append(name);
    if (unknown.isEmpty())
        return {};
    return u"Query validation error: 'Additional properties not allowed: "_s + unknown.join(u',')
        + u"'."_s;
}

} // namespace

ParsedDemoQuery parseDemoQuery(const QByteArray &query)
{
    const Values values(query);
    ParsedDemoQuery result;
    result.error = unknownParameters(values);
    if (result.error.isEmpty())
        result.error = readNumber(values.of(Page), Page, 0, LargestNumber, &result.query.page);
    if (result.error.isEmpty()) {
        qint64 perPage = result.query.perPage;
        result.error = readNumber(values.of(PerPage), PerPage, 1, 100, &perPage);
        result.query.perPage = int(perPage);
    }
    if (result.error.isEmpty()) {
        std::optional<bool> includeTotals;
        result.error = readFlag(values.of(IncludeTotals), IncludeTotals, &includeTotals);
        result.query.includeTotals = includeTotals.value_or(false);
    }
    if (result.error.isEmpty())
        result.error = readFlag(values.of(IsEnabled), IsEnabled, &result.query.isEnabled);
    return result;
}

} // namespace Vestibule
