// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionjson.h"

#include "core/connectionrows.h"
#include "core/jsonbody.h"
#include "core/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Reads one answer; the first complaint stands.
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
        const QByteArrayView text = withoutByteOrderMark(body);
        if (document->isObject())
            parseEnvelope(document->object(), text);
        else if (document->isArray())
            parseRows(document->array(), text);
        if (!m_problem.isEmpty())
            return notUnderstood(m_problem);
        return m_page;
    }

private:
    void raise(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    void parseEnvelope(const QJsonObject &envelope, QByteArrayView text);
    void parseRows(const QJsonArray &rows, QByteArrayView text);
    void parseTotal(const QJsonValue &value);

    ConnectionPage m_page;
    QLatin1StringView m_key; //!< of the list in the object with totals
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
    const auto items = parseConnectionRows(rows, text);
    if (!items)
        return raise(items.error().detail);
    m_page.items = *items;
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

} // namespace

Result<ConnectionPage> parseConnectionPage(const QByteArray &body, const PageRequest &request,
                                           ConnectionEndpoint endpoint)
{
    return PageParser(request, endpoint).parse(body);
}

} // namespace Vestibule
