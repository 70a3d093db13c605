// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace Vestibule {

[[nodiscard]] DriftValue flagDriftValue(bool isOn);
//! Of a member that this version does not know, which is undefined where it was not sent. Numbers,
//! lists and objects keep the spelling of their JSON.
[[nodiscard]] DriftValue jsonDriftValue(const QJsonValue &value, QByteArrayView json);

} // namespace Vestibule
