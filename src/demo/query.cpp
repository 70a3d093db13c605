// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/query.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! Offset paging reaches no further; the rest needs checkpoints.
constexpr qint64 OffsetRecords = 1000;

//! One parameter of a query, as the API describes it.
struct Parameter {
    QString name{};
    QString description{}; //!< of the API's description, without the last full stop
};

const Parameter IsEnabled{u"is_enabled"_s, u"Filter connections by enabled status"_s};
const Parameter Page{u"page"_s, u"Page index of the results to return. First page is 0"_s};
const Parameter PerPage{u"per_page"_s, u"Number of results per page. Defaults to 50"_s};
const Parameter IncludeTotals{
    u"include_totals"_s,
    u"Return results inside an object that contains the total result count "
    u"(true) or as a direct array of results (false, default)"_s};
const Parameter From{u"from"_s, u"Optional Id from which to start selection"_s};
const Parameter Take{u"take"_s, u"Number of results per page. Defaults to 50"_s};
const Parameter Fields{
    u"fields"_s,
    u"A comma separated list of fields to include or exclude (depending on include_fields) from "
    u"the result, empty to retrieve all fields"_s};
const Parameter IncludeFields{
    u"include_fields"_s,
    u"<code>true</code> if the fields specified are to be included in the result, "
    u"<code>false</code> otherwise (defaults to <code>true</code>)"_s};
const Parameter Sort{
    u"sort"_s,
    u"Field to sort by. Use <code>field:order</code> where order is <code>1</code> for ascending "
    u"and <code>-1</code> for descending. e.g. <code>created_at:1</code>"_s};

//! The parameters of a query string. An error is worded as by the API, `Query validation error:
//! '...' on property page (...).`; only the first error is kept.
class Parameters final {
public:
    explicit Parameters(const QByteArray &query);

    const QString &error() const { return m_error; } //!< empty: nothing was refused so far

    void allowOnly(const QList<Parameter> &known);
    //! The number that was sent. Absent when none was sent, and when it is not a whole number from
    //! minimum to maximum, which is refused. The same applies to flag() and text().
    std::optional<qint64> number(const Parameter &parameter, qint64 minimum, qint64 maximum);
    std::optional<bool> flag(const Parameter &parameter);
    std::optional<QString> text(const Parameter &parameter, qsizetype longest); //!< characters

    //! Refuses with message, unless something was refused before.
    void refuse(const QString &message, const Parameter &parameter);

private:
    //! Absent when it was not sent, and when it was sent twice, which is refused.
    std::optional<QString> only(const Parameter &parameter, const QString &type);
    void refuseType(const QString &expected, const QString &found, const Parameter &parameter);

    QStringList m_names{}; //!< in the order in which they first came
    QHash<QString, QStringList> m_values{};
    QString m_error{};
};

QString decodedText(QByteArray text)
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

Parameters::Parameters(const QByteArray &query)
{
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decodedText(equals < 0 ? pair : pair.left(equals));
        if (!m_values.contains(name))
            m_names.append(name);
        m_values[name].append(equals < 0 ? QString() : decodedText(pair.mid(equals + 1)));
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
    if (!fits || qAbs(value) > LargestPage)
        value = sent->startsWith(u'-') ? -LargestPage : LargestPage;
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

void readSort(Parameters &sent, OrganizationQuery &query)
{
    const QString sort = sent.text(Sort, 15).value_or(QString());
    if (sort.isEmpty())
        return;
    const qsizetype colon = sort.indexOf(u':');
    const QString order = sort.mid(colon + 1);
    query.sortKey = sort.left(colon);
    query.descending = order == "-1"_L1;
    const bool isKnown = query.sortKey == "name"_L1 || query.sortKey == "display_name"_L1
        || query.sortKey == "created_at"_L1;
    if (colon < 0 || !isKnown || (order != "1"_L1 && order != "-1"_L1))
        sent.refuse(u"String does not match pattern: "_s + sort, Sort);
}

} // namespace

ParsedConnectionQuery parseConnectionQuery(const QByteArray &query, bool hasIsEnabled)
{
    QList<Parameter> known{Page, PerPage, IncludeTotals};
    if (hasIsEnabled)
        known.append(IsEnabled);

    Parameters sent(query);
    sent.allowOnly(known);
    ParsedConnectionQuery result;
    result.query.page = sent.number(Page, 0, LargestPage).value_or(0);
    result.query.perPage = int(sent.number(PerPage, 1, 100).value_or(50));
    result.query.includeTotals = sent.flag(IncludeTotals).value_or(false);
    result.query.isEnabled = sent.flag(IsEnabled);
    result.error = sent.error();
    return result;
}

ParsedCatalogueQuery parseCatalogueQuery(const QByteArray &text)
{
    Parameters sent(text);
    sent.allowOnly({From, Take, Fields, IncludeFields});
    ParsedCatalogueQuery result;
    CatalogueQuery &query = result.query;
    query.from = sent.text(From, 1000);
    query.take = int(sent.number(Take, 1, 100).value_or(50));
    query.fields = sent.text(Fields, 1000).value_or(QString()).split(u',', Qt::SkipEmptyParts);
    query.includesFields = sent.flag(IncludeFields).value_or(true);
    result.error = sent.error();
    return result;
}

ParsedOrganizationQuery parseOrganizationQuery(const QByteArray &text)
{
    Parameters sent(text);
    sent.allowOnly({Page, PerPage, IncludeTotals, From, Take, Sort});
    ParsedOrganizationQuery result;
    OrganizationQuery &query = result.query;
    query.page = sent.number(Page, 0, 1000).value_or(0);
    query.perPage = int(sent.number(PerPage, 1, 100).value_or(50));
    query.includeTotals = sent.flag(IncludeTotals).value_or(false);
    query.from = sent.text(From, 1000);
    if (const std::optional<qint64> take = sent.number(Take, 1, 100))
        query.take = int(*take);
    readSort(sent, query);
    result.error = sent.error();
    if (!result.error.isEmpty()) {
        result.errorCode = u"invalid_query_string"_s;
    } else if (!query.isCheckpoint() && (query.page + 1) * query.perPage > OffsetRecords) {
        result.errorCode = u"invalid_paging"_s;
        result.error =
            u"Requesting page %1 exceeds the allowed maximum of 1000 records. To fetch "
            u"results beyond 1000, use the checkpoint pagination method."_s.arg(query.page);
    }
    return result;
}

} // namespace Vestibule::Demo
