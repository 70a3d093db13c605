// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Vestibule {

//! JSON as text: what a parsed document forgets (the order of keys, the spelling of numbers).
//!
//! All functions take text that QJsonDocument has accepted; nothing is validated again.

//! \a json without the mark that some programs begin a text with: QJsonDocument skips one, the
//! functions below do not.
[[nodiscard]] QByteArrayView withoutByteOrderMark(QByteArrayView json);

//! The elements of the array \a json, each without the blanks around it. They point into \a json.
[[nodiscard]] QList<QByteArrayView> arrayElements(QByteArrayView json);

//! The value of the last member \a key of the object \a json, as QJsonObject takes the last of
//! several; empty when there is none. \a key is found however it is spelt there.
[[nodiscard]] QByteArrayView memberValue(QByteArrayView json, QByteArrayView key);

//! The same text, one member or element a line, indented by four. Only blanks change.
[[nodiscard]] QByteArray indented(QByteArrayView json);

//! The same value without a line break in its text.
[[nodiscard]] QByteArray onOneLine(QByteArrayView json);

//! The position behind the string that begins, with its quote, at \a at.
[[nodiscard]] qsizetype behindString(QByteArrayView json, qsizetype at);

//! The position of the first sign from \a at on that is no blank; the end when there is none.
[[nodiscard]] qsizetype behindBlanks(QByteArrayView json, qsizetype at);

} // namespace Vestibule
