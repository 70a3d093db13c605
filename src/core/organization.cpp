// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organization.h"

#include "core/json.h"
#include "core/pastedtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct OrganizationText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::OrganizationText)
};

//! The ids that a text names so that they cannot be anything else, without duplicates: in the path
//! or query of an address, and as words that begin with `org_`.
QStringList namedIds(const QString &text)
{
    static const QRegularExpression pattern(
        uR"re((?:\borganizations/(?!name/)|[?&#]organization=)([^/?#&\s"'<>]+))re"
        uR"re(|(?:^|[\s"'`/?#&=:,;|\\{}()\[\]<>])(org_(?!id\b|name\b)[A-Za-z0-9]++))re"
        uR"re((?=\.?(?:[\s"'`/?#&:,;|\\{}()\[\]<>]|$)))re"_s);
    QStringList ids;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString id = match.captured(match.lastCapturedIndex());
        ids.append(QUrl::fromPercentEncoding(id.toUtf8()));
    }
    ids.removeDuplicates();
    return ids;
}

//! Whether a line break or a space divides an id: its first part would be another one.
bool isDivided(const QString &text)
{
    static const QRegularExpression pattern(uR"re(\Aorg_\w*\s+(?!org_)\w+\z)re"_s);
    return pattern.match(text).hasMatch();
}

//! Whether the text is a shortened id, or a placeholder for an id in a document or a program.
bool isPlaceholder(const QString &id)
{
    static const QRegularExpression pattern(uR"re(\A[:$]|[{}…]|\.\.\.)re"_s);
    return pattern.match(id).hasMatch();
}

//! Whether the text is an address, or a piece of JSON or a program, but not an id.
bool isSomethingElse(const QString &text)
{
    static const QRegularExpression pattern(uR"re(://|auth0\.com\b|\borganizations/|["{}\\])re"_s);
    return pattern.match(text).hasMatch();
}

} // namespace

std::optional<OrganizationIdProblem> organizationIdProblem(const QString &id)
{
    if (id.isEmpty())
        return OrganizationIdProblem::Empty;
    if (id.toUcs4().size() > MaximumOrganizationIdLength)
        return OrganizationIdProblem::TooLong;
    const bool isPrintable = std::ranges::all_of(
        id, [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Control; });
    if (!isPrintable || id == "."_L1 || id == ".."_L1 || !id.isValidUtf16())
        return OrganizationIdProblem::NotAnId;
    return {};
}

Result<QString, OrganizationIdProblem> organizationIdFromText(const QString &text)
{
    const QString visible = visibleText(text);
    const QString bare = bareText(visible).toString();
    const QStringList named = isDivided(bare) ? QStringList() : namedIds(bare);
    if (named.size() > 1 || (named.isEmpty() && isSomethingElse(bare)))
        return OrganizationIdProblem::NotAnId;
    const QString id = named.isEmpty() ? bare : named.constFirst();
    if (const auto problem = organizationIdProblem(id))
        return *problem;
    if (isPlaceholder(id))
        return OrganizationIdProblem::NotAnId;
    return id;
}

Result<OrganizationPage> parseOrganizationPage(const QByteArray &body)
{
    const auto document = parseJsonBody(body);
    if (!document)
        return document.error();
    const QJsonObject envelope = document->object();
    const QJsonValue list =
        document->isArray() ? QJsonValue(document->array()) : envelope.value("organizations"_L1);
    if (!list.isArray())
        return badPayload(OrganizationText::tr("the list of organizations is missing"));

    OrganizationPage page{.next = envelope.value("next"_L1).toString()};
    const QJsonArray rows = list.toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows.at(i).toObject();
        const QString id = row.value("id"_L1).toString();
        if (id.isEmpty())
            return badPayload(OrganizationText::tr("organization %1 has no ID").arg(i + 1));
        page.items.append({.id = id,
                           .name = row.value("name"_L1).toString(),
                           .displayName = row.value("display_name"_L1).toString()});
    }
    constexpr qsizetype DefaultPageSize = 50;
    const double total = envelope.value("total"_L1).toDouble();
    const double start = envelope.value("start"_L1).toDouble();
    page.isCutOff = page.next.isEmpty()
        && (document->isArray() ? rows.size() >= DefaultPageSize
                                : start + double(rows.size()) < total);
    return page;
}

} // namespace Vestibule
