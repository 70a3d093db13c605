// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/visibletext.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Signs that have no picture of their own: the joiners stay, since scripts and emoji need them.
bool isInvisible(char32_t c)
{
    constexpr char32_t ZeroWidthNonJoiner = U'\u200C';
    constexpr char32_t ZeroWidthJoiner = U'\u200D';
    if (c == ZeroWidthNonJoiner || c == ZeroWidthJoiner)
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default: // of Unicode's thirty categories, the others can be seen or are blanks
        return false;
    }
}

QString spelledOut(char32_t c)
{
    constexpr char16_t SymbolForNull = u'\u2400';
    constexpr char16_t SymbolForDelete = u'\u2421';
    if (c < U' ')
        return QChar(char16_t(SymbolForNull + c));
    if (c == U'\x7f')
        return QChar(SymbolForDelete);
    return u"[U+%1]"_s.arg(QString::number(c, 16).toUpper(), 4, u'0');
}

} // namespace

QString visibleText(const QString &text)
{
    constexpr auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (std::ranges::all_of(text, isPlain)) // nearly all texts, so this way is short
        return text;
    const QList<uint> characters = text.toUcs4(); // some of them are two QChars
    if (std::ranges::none_of(characters, isInvisible))
        return text;
    QString visible;
    for (const char32_t c : characters)
        visible.append(isInvisible(c) ? spelledOut(c) : QString::fromUcs4(&c, 1));
    return visible;
}

QString literalToolTip(const QString &text)
{
    return literalToolTip(QStringList{text});
}

QString literalToolTip(const QStringList &lines)
{
    QStringList literal;
    for (const QString &line : lines)
        literal.append(visibleText(line).toHtmlEscaped());
    return "<qt>"_L1 + literal.join("<br>"_L1) + "</qt>"_L1;
}

} // namespace Vestibule
