// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/otherfields.h"

#include "core/connectionfield.h"
#include "core/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QList<OtherField> membersWithout(const QStringList &known, QByteArrayView json,
                                 const QString &prefix)
{
    const QStringList keys = QJsonDocument::fromJson(json.toByteArray()).object().keys();
    QList<OtherField> fields;
    for (const QString &key : keys) {
        if (!known.contains(key))
            fields.append({prefix + key, memberValue(json, key.toUtf8()).toByteArray()});
    }
    return fields;
}

} // namespace

QList<OtherField> otherFields(const OrganizationConnection &connection)
{
    static const QString nested = u"connection"_s;
    QStringList known{nested};
    for (const ConnectionField field : AllConnectionFields) {
        // These two are the nested object's, and have another name there.
        if (field != ConnectionField::Name && field != ConnectionField::Strategy)
            known.append(apiName(field));
    }
    const QByteArray row = connection.json.bytes();
    const QByteArrayView object = memberValue(row, nested.toUtf8());
    return membersWithout(known, row, {})
        + membersWithout({u"name"_s, u"strategy"_s}, object, nested + u'.');
}

} // namespace Vestibule
