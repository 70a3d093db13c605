// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/masking.h"

#include "core/jsontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

const QString Mask = u"••••••"_s;

//! Whether the string that ends before \a behind names a member.
bool isMemberName(QByteArrayView json, qsizetype behind)
{
    const qsizetype next = behindBlanks(json, behind);
    return next < json.size() && json[next] == ':';
}

} // namespace

QString maskedName(const QString &name)
{
    return name.isEmpty() ? QString() : Mask;
}

QString maskedId(const QString &id)
{
    for (const QString &prefix : {u"con_"_s, u"org_"_s}) {
        if (id.startsWith(prefix))
            return prefix + Mask;
    }
    return maskedName(id);
}

QString maskedText(const QString &text)
{
    static const QRegularExpression url(uR"([a-z]+://[^\s"”»]*[^\s"”».,:;!?])"_s);
    static const QRegularExpression host(
        uR"((?:\blocalhost|\[[0-9a-f:]+\]|(?<![\w.-])[\w-]+(?:\.[\w-]+)+)(?::\d+)?)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression id(uR"(\b(con_|org_)[A-Za-z0-9]+)"_s);
    QString masked = text;
    masked.replace(url, Mask);
    masked.replace(host, Mask);
    masked.replace(id, u"\\1"_s + Mask);
    return masked;
}

QByteArray maskedJson(QByteArrayView json)
{
    static const QByteArray mask = '"' + Mask.toUtf8() + '"';
    QByteArray masked;
    QByteArrayView name; // of the member whose value comes next, with its quotes
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] != '"') {
            if (json[at] == '[' || json[at] == '{')
                name = {}; // its own elements are nobody's words
            masked.append(json[at++]);
            continue;
        }
        const qsizetype end = behindString(json, at);
        const QByteArrayView string = json.sliced(at, end - at);
        if (isMemberName(json, end)) {
            name = string;
            masked.append(string);
        } else {
            const bool isWord = name == "\"strategy\"" || name == "\"organization_access_level\"";
            masked.append(isWord || string == "\"\"" ? string : QByteArrayView(mask));
        }
        at = end;
    }
    return masked;
}

OrganizationConnection masked(const OrganizationConnection &connection)
{
    OrganizationConnection masked = connection;
    masked.connectionId = maskedId(connection.connectionId);
    for (std::optional<QString> *name : {&masked.name, &masked.organizationConnectionName}) {
        if (*name)
            *name = maskedName(**name);
    }
    masked.json = maskedJson(connection.json.bytes());
    return masked;
}

Organization masked(const Organization &organization)
{
    return {.id = maskedId(organization.id),
            .name = maskedName(organization.name),
            .displayName = maskedName(organization.displayName)};
}

} // namespace Vestibule
