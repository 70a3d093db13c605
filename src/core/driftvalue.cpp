// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/driftvalue.h"

#include "core/json.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

DriftValue flagDriftValue(bool isOn)
{
    return {DriftValue::Kind::Flag, isOn ? u"true"_s : u"false"_s};
}

DriftValue jsonDriftValue(const QJsonValue &value, QByteArrayView json)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Null:
        return {DriftValue::Kind::Null, {}};
    case QJsonValue::Bool:
        return flagDriftValue(value.toBool());
    case QJsonValue::String:
        return {DriftValue::Kind::Text, value.toString()};
    case QJsonValue::Double:
    case QJsonValue::Array:
    case QJsonValue::Object:
        break;
    }
    return {DriftValue::Kind::Json, QString::fromUtf8(onOneLine(json))};
}

} // namespace Vestibule
