// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectioncopy.h"

#include "core/json.h"
#include "core/managementurl.h"
#include "formats/connectionencoder.h"
#include "formats/csv.h"
#include "formats/provenance.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A program that asks how to split what is pasted may split at commas and semicolons, too: see
//! CsvText. Line breaks and tabs become spaces, because many programs do not read quotes.
QString asTsv(const QList<OrganizationConnection> &rows)
{
    static const QRegularExpression breaks(u"[\\t\\r\\n]+"_s);
    CsvText text({.separator = u'\t'});
    text.appendRecord(csvHeader());
    for (const OrganizationConnection &row : rows) {
        QStringList cells = csvCells(row);
        text.appendRecord(cells.replaceInStrings(breaks, u" "_s));
    }
    return QString::fromUtf8(text.take()).remove(u'\r');
}

//! A backslash escapes punctuation in Markdown; "<" and "&" would begin HTML.
QString markdownCell(const QString &text)
{
    static const QRegularExpression breaks(u"[\\r\\n]+"_s);
    static const QRegularExpression markup(u"([\\\\`*_\\[\\]|~<>&:])"_s);
    return QString(text).replace(breaks, u" "_s).replace(markup, u"\\\\1"_s);
}

QString asCsv(const QList<OrganizationConnection> &rows)
{
    const auto encoder = makeConnectionEncoder({}, {});
    return QString::fromUtf8(encoder->begin() + encoder->encode(rows));
}

QString asJson(const QList<OrganizationConnection> &rows)
{
    QByteArrayList texts;
    for (const OrganizationConnection &row : rows)
        texts.append(row.json.bytes());
    const QByteArray array = '[' + texts.join(',') + ']';
    return QString::fromUtf8(indented(array)) + u'\n';
}

QString asMarkdown(const QList<OrganizationConnection> &rows)
{
    const QStringList header = csvHeader();
    const auto line = [](const QStringList &cells) -> QString {
        return "| "_L1 + cells.join(" | "_L1) + " |\n"_L1;
    };
    QString text = line(header) + line(QStringList(header.size(), u"---"_s));
    for (const OrganizationConnection &row : rows) {
        QStringList cells;
        for (const QString &cell : csvCells(row))
            cells.append(markdownCell(cell));
        text += line(cells);
    }
    return text;
}

//! Within single quotes, only the quote itself has a meaning for a POSIX shell.
QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

//! A valid resource name in Terraform: letters, digits, "_" and "-", not beginning with a digit.
QString resourceName(const OrganizationConnection &row)
{
    static const QRegularExpression others(u"[^A-Za-z0-9_-]+"_s);
    QString name = row.name.value_or(row.connectionId).left(60);
    name.replace(others, u"_"_s);
    const bool canBegin = !name.isEmpty() && (name.front().isLetter() || name.front() == u'_');
    return canBegin ? name : QString(u'_' + name);
}

//! For use within the quotes of a Terraform string.
QString hclEscaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u'"', u"\\\""_s)
        .replace(u"${"_s, u"$${"_s)
        .replace(u"%{"_s, u"%%{"_s);
}

} // namespace

QString copyText(CopyFormat format, const QList<OrganizationConnection> &rows)
{
    switch (format) {
    case CopyFormat::Tsv:
        return asTsv(rows);
    case CopyFormat::Csv:
        return asCsv(rows);
    case CopyFormat::Json:
        return asJson(rows);
    case CopyFormat::Markdown:
        return asMarkdown(rows);
    }
    Q_UNREACHABLE();
}

QString curlCommand(const ListingAddress &address)
{
    const QUrl url = connectionsUrl(address.domain, address.request, address.endpoint);
    return u"curl --fail --header \"Authorization: Bearer $AUTH0_API_TOKEN\" %1\n"_s.arg(
        shellQuoted(url.toString(QUrl::FullyEncoded)));
}

QString auth0Command(const ListingAddress &address)
{
    const QUrl url = connectionsUrl(address.domain, address.request, address.endpoint);
    QString path = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    path.remove(0, "/api/v2/"_L1.size()); // the tool adds it
    return u"auth0 api get %1\n"_s.arg(shellQuoted(path));
}

QString terraformImport(const QString &organizationId, const QList<OrganizationConnection> &rows)
{
    QString text;
    QStringList names;
    for (const OrganizationConnection &row : rows) {
        const QString base = resourceName(row);
        QString name = base;
        for (int number = 2; names.contains(name); ++number)
            name = base + u'_' + QString::number(number);
        names.append(name);
        text += "import {\n  to = auth0_organization_connection.%1\n  id = \"%2::%3\"\n}\n"_L1.arg(
            name, hclEscaped(organizationId), hclEscaped(row.connectionId));
    }
    return text;
}

} // namespace Vestibule
