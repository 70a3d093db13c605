// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/json.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Vestibule {

namespace {

struct JsonText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::JsonText)
};

bool isWhitespace(char c)
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

//! The position of the comma or bracket after the value that begins at the given position.
qsizetype valueEnd(QByteArrayView json, qsizetype at)
{
    for (int depth = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = stringEnd(json, at);
            continue;
        }
        if (depth == 0 && (c == ',' || closes(c)))
            break;
        depth += opens(c) ? 1 : closes(c) ? -1 : 0;
        ++at;
    }
    return at;
}

//! The text of a string as it is written between its quotes.
QByteArray withoutEscapes(QByteArrayView written)
{
    if (written.indexOf('\\') < 0)
        return QByteArray::fromRawData(written.data(), written.size());
    const QByteArray list = "[\"" + written.toByteArray() + "\"]";
    return QJsonDocument::fromJson(list).array().at(0).toString().toUtf8();
}

void appendLineBreak(QByteArray &text, int depth)
{
    text.append('\n').append(QByteArray(depth * 2, ' '));
}

} // namespace

Result<QJsonDocument> parseJsonBody(const QByteArray &body)
{
    const QByteArrayView start = withoutByteOrderMark(body).trimmed();
    if (start.isEmpty())
        return badPayload(JsonText::tr("nothing was sent"));
    if (start.startsWith('<')) {
        return badPayload(
            JsonText::tr("a web page came instead of JSON, perhaps a network's sign-in page"));
    }
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return badPayload(
            JsonText::tr("not JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    }
    return document;
}

ApiError badPayload(const QString &detail)
{
    return {.kind = ApiError::Kind::BadPayload, .detail = detail};
}

qsizetype stringEnd(QByteArrayView json, qsizetype at)
{
    const auto isEscaped = [json, begin = at + 1](qsizetype quote) {
        qsizetype backslashes = 0;
        while (quote - backslashes > begin && json[quote - backslashes - 1] == '\\')
            ++backslashes;
        return backslashes % 2 == 1;
    };
    qsizetype quote = json.indexOf('"', at + 1);
    while (quote >= 0 && isEscaped(quote))
        quote = json.indexOf('"', quote + 1);
    return quote < 0 ? json.size() : quote + 1;
}

qsizetype skipWhitespace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isWhitespace(json[at]))
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
    qsizetype at = skipWhitespace(json, skipWhitespace(json, 0) + 1);
    while (at < json.size() && json[at] != ']') {
        const qsizetype end = valueEnd(json, at);
        elements.append(json.sliced(at, end - at).trimmed());
        if (end == json.size() || json[end] != ',')
            break;
        at = skipWhitespace(json, end + 1);
    }
    return elements;
}

QList<JsonMember> members(QByteArrayView json)
{
    constexpr qsizetype UsualCount = 16;
    QList<JsonMember> members;
    qsizetype at = skipWhitespace(json, 0);
    if (at == json.size() || json[at] != '{')
        return members;
    members.reserve(UsualCount);
    at = skipWhitespace(json, at + 1);
    while (at < json.size() && json[at] == '"') {
        const qsizetype keyEnd = stringEnd(json, at);
        const qsizetype begin = skipWhitespace(json, skipWhitespace(json, keyEnd) + 1);
        if (keyEnd - at < 2 || begin > json.size()) // no JSON, perhaps from a stranger's file
            break;
        const QByteArrayView key = json.sliced(at + 1, keyEnd - at - 2);
        const qsizetype end = valueEnd(json, begin);
        members.append({withoutEscapes(key), json.sliced(begin, end - begin).trimmed()});
        at = skipWhitespace(json, std::min(end + 1, json.size()));
    }
    return members;
}

QByteArrayView memberValue(QByteArrayView json, QByteArrayView key)
{
    QByteArrayView value;
    for (const JsonMember &member : members(json)) {
        if (member.key == key)
            value = member.value;
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
            const qsizetype end = stringEnd(json, at);
            text.append(json.sliced(at, end - at));
            at = end;
            continue;
        }
        ++at;
        if (isWhitespace(c))
            continue;
        if (opens(c)) {
            const qsizetype next = skipWhitespace(json, at);
            text.append(c);
            if (next < json.size() && closes(json[next])) { // keep {} and [] on one line
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

//! A line break within a string becomes an escape: JSON demands one there, but Qt's parser accepts
//! a bare line break.
QByteArray onOneLine(QByteArrayView json)
{
    QByteArray text;
    if (!json.contains('\n') && !json.contains('\r'))
        return json.toByteArray();
    for (qsizetype at = 0; at < json.size();) {
        const qsizetype end = json[at] == '"' ? stringEnd(json, at) : at + 1;
        QByteArray part = json.sliced(at, end - at).toByteArray();
        const bool isString = part.size() > 1;
        text += part.replace('\r', isString ? "\\r" : "").replace('\n', isString ? "\\n" : "");
        at = end;
    }
    return text;
}

} // namespace Vestibule
