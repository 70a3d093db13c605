// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Vestibule {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool opens(char c)
{
    return c == '{' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ']';
}

//! The position of the comma or the bracket that ends the value which begins at \a at.
qsizetype valueEnd(QByteArrayView json, qsizetype at)
{
    for (int depth = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = behindString(json, at);
            continue;
        }
        if (depth == 0 && (c == ',' || closes(c)))
            break;
        depth += opens(c) ? 1 : closes(c) ? -1 : 0;
        ++at;
    }
    return at;
}

//! Whether the text within quotes \a written is \a key, which has no escapes.
bool isKey(QByteArrayView written, QByteArrayView key)
{
    if (!written.contains('\\'))
        return written == key;
    const QByteArray list = "[\"" + written.toByteArray() + "\"]";
    return QJsonDocument::fromJson(list).array().at(0).toString() == QString::fromUtf8(key);
}

void appendLineBreak(QByteArray &text, int depth)
{
    text.append('\n').append(QByteArray(depth * 4, ' '));
}

} // namespace

qsizetype behindString(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

qsizetype behindBlanks(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isBlank(json[at]))
        ++at;
    return at;
}

QByteArrayView withoutByteOrderMark(QByteArrayView json)
{
    constexpr QByteArrayView Mark = "\xEF\xBB\xBF";
    return json.startsWith(Mark) ? json.sliced(Mark.size()) : json;
}

QList<QByteArrayView> arrayElements(QByteArrayView json)
{
    QList<QByteArrayView> elements;
    qsizetype at = behindBlanks(json, behindBlanks(json, 0) + 1);
    while (at < json.size() && json[at] != ']') {
        const qsizetype end = valueEnd(json, at);
        elements.append(json.sliced(at, end - at).trimmed());
        if (end == json.size() || json[end] != ',')
            break;
        at = behindBlanks(json, end + 1);
    }
    return elements;
}

QByteArrayView memberValue(QByteArrayView json, QByteArrayView key)
{
    QByteArrayView value;
    qsizetype at = behindBlanks(json, behindBlanks(json, 0) + 1);
    while (at < json.size() && json[at] == '"') {
        const qsizetype keyEnd = behindString(json, at);
        const QByteArrayView memberKey = json.sliced(at + 1, keyEnd - at - 2);
        const qsizetype begin = behindBlanks(json, behindBlanks(json, keyEnd) + 1);
        const qsizetype end = valueEnd(json, begin);
        if (isKey(memberKey, key))
            value = json.sliced(begin, end - begin).trimmed();
        at = behindBlanks(json, std::min(end + 1, json.size()));
    }
    return value;
}

QByteArray indented(QByteArrayView json)
{
    QByteArray text;
    int depth = 0;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = behindString(json, at);
            text.append(json.sliced(at, end - at));
            at = end;
            continue;
        }
        ++at;
        if (isBlank(c))
            continue;
        if (opens(c)) {
            const qsizetype next = behindBlanks(json, at);
            text.append(c);
            if (next < json.size() && closes(json[next])) { // an empty one stays on its line
                text.append(json[next]);
                at = next + 1;
            } else {
                appendLineBreak(text, ++depth);
            }
        } else if (closes(c)) {
            appendLineBreak(text, --depth);
            text.append(c);
        } else if (c == ',') {
            text.append(c);
            appendLineBreak(text, depth);
        } else {
            text.append(c == ':' ? QByteArrayView(": ") : QByteArrayView(&c, 1));
        }
    }
    return text;
}

//! Qt's parser takes a line break within a string, too, though JSON would have it escaped.
QByteArray onOneLine(QByteArrayView json)
{
    QByteArray text;
    if (!json.contains('\n') && !json.contains('\r'))
        return json.toByteArray();
    for (qsizetype at = 0; at < json.size();) {
        const qsizetype end = json[at] == '"' ? behindString(json, at) : at + 1;
        QByteArray part = json.sliced(at, end - at).toByteArray();
        const bool isString = part.size() > 1;
        text += part.replace('\r', isString ? "\\r" : "").replace('\n', isString ? "\\n" : "");
        at = end;
    }
    return text;
}

} // namespace Vestibule
