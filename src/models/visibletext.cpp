// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Signs that have no picture of their own: the joiners stay, since scripts and emoji need them.
bool isInvisible(QChar c)
{
    constexpr QChar ZeroWidthNonJoiner = u'\u200C';
    constexpr QChar ZeroWidthJoiner = u'\u200D';
    if (c == ZeroWidthNonJoiner || c == ZeroWidthJoiner)
        return false;
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default: // of Unicode's thirty categories, the others can be seen or are blanks
        return false;
    }
}

QString spelledOut(QChar c)
{
    constexpr char16_t SymbolForNull = u'\u2400';
    constexpr char16_t SymbolForDelete = u'\u2421';
    if (c < u' ')
        return QChar(char16_t(SymbolForNull + c.unicode()));
    if (c == u'\x7f')
        return QChar(SymbolForDelete);
    return u"[U+%1]"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
}

} // namespace

QString visibleText(const QString &text)
{
    if (std::ranges::none_of(text, isInvisible))
        return text;
    QString visible;
    for (const QChar c : text)
        visible.append(isInvisible(c) ? spelledOut(c) : QString(c));
    return visible;
}

QString literalToolTip(const QString &text)
{
    return "<qt>"_L1 + visibleText(text).toHtmlEscaped() + "</qt>"_L1;
}

} // namespace Vestibule
