// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/masking.h"

#include "core/connectionfield.h"
#include "core/json.h"

#include <QCoreApplication>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

const QString Mask = u"••••••"_s;

//! Whether the string that ends at the given position is a key.
bool isMemberKey(QByteArrayView json, qsizetype end)
{
    const qsizetype next = skipWhitespace(json, end);
    return next < json.size() && json[next] == ':';
}

//! Whether other people may read the value of a key.
bool isPublic(QLatin1StringView key)
{
    return std::ranges::any_of(AllConnectionFields, [key](ConnectionField field) {
        const FieldInfo &info = fieldInfo(field);
        const bool isWord = info.kind == FieldKind::Strategy || info.kind == FieldKind::AccessLevel;
        return isWord && info.key() == key;
    });
}

struct MaskingText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::MaskingText)
};

//! The numbers of ids, in the order in which they were first asked for.
class Numbers {
public:
    qsizetype of(const QString &id)
    {
        const QMutexLocker locker(&m_mutex);
        const auto known = m_numbers.constFind(id);
        if (known != m_numbers.cend())
            return *known;
        const qsizetype next = m_numbers.size() + 1;
        m_numbers.insert(id, next);
        return next;
    }

private:
    QMutex m_mutex;
    QHash<QString, qsizetype> m_numbers;
};

enum class Named { Connection, Organization };

QString numbered(Named named, const QString &name, const QString &id)
{
    static Numbers connections;
    static Numbers organizations;
    if (name.isEmpty() || id.isEmpty())
        return maskedName(name);
    if (id.endsWith(Mask)) // masked already
        return name;
    return named == Named::Connection
        ? MaskingText::tr("Connection %1", "a number instead of its name").arg(connections.of(id))
        : MaskingText::tr("Organization %1", "a number instead of its name")
              .arg(organizations.of(id));
}

void mask(QString &id)
{
    id = maskedId(id);
}

void mask(std::optional<QString> &name)
{
    if (name)
        name = maskedName(*name);
}

void mask(std::optional<bool> & /*flag*/) {}

} // namespace

QString maskedName(const QString &name)
{
    return name.isEmpty() ? QString() : Mask;
}

QString maskedConnectionName(const QString &name, const QString &id)
{
    return numbered(Named::Connection, name, id);
}

QString maskedOrganizationName(const QString &name, const QString &id)
{
    return numbered(Named::Organization, name, id);
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
    static const QByteArray quotedMask = '"' + Mask.toUtf8() + '"';
    QByteArray masked;
    QLatin1StringView key; // of the next value
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] != '"') {
            if (json[at] == '[' || json[at] == '{')
                key = {}; // array elements have no key
            masked.append(json[at++]);
            continue;
        }
        const qsizetype end = stringEnd(json, at);
        const QByteArrayView string = json.sliced(at, end - at);
        if (isMemberKey(json, end)) {
            key = QLatin1StringView(string.sliced(1, string.size() - 2));
            masked.append(string);
        } else {
            masked.append(isPublic(key) || string == "\"\"" ? string : QByteArrayView(quotedMask));
        }
        at = end;
    }
    return masked;
}

OrganizationConnection masked(const OrganizationConnection &connection)
{
    OrganizationConnection masked = connection;
    for (const ConnectionField field : AllConnectionFields) {
        if (isFreeText(field))
            visitField(masked, field, [](auto &value) { mask(value); });
    }
    if (connection.name)
        masked.name = maskedConnectionName(*connection.name, connection.connectionId);
    masked.json = maskedJson(connection.json.bytes());
    return masked;
}

Organization masked(const Organization &organization)
{
    const QString &id = organization.id;
    // One of the two is the title; the other one would only repeat its number.
    return {.id = maskedId(id),
            .name = organization.displayName.isEmpty()
                ? maskedOrganizationName(organization.name, id)
                : maskedName(organization.name),
            .displayName = maskedOrganizationName(organization.displayName, id)};
}

} // namespace Vestibule
