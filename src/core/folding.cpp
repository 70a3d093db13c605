// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/folding.h"

#include "core/pastedtext.h"

namespace Vestibule {

namespace {

char32_t foldedCharacter(char32_t c)
{
    constexpr char32_t SymbolForNull = U'\u2400';
    constexpr char32_t SymbolForDelete = U'\u2421';
    if (c < U' ')
        return SymbolForNull + c;
    return c == U'\x7f' ? SymbolForDelete : QChar::toCaseFolded(c);
}

} // namespace

QString folded(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const bool isPair =
            c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (!isPair) {
            folded += QChar(char16_t(foldedCharacter(c.unicode())));
            continue;
        }
        ++at;
        folded += QChar::fromUcs4(foldedCharacter(QChar::surrogateToUcs4(c, text.at(at))));
    }
    return folded;
}

QString searchText(const QStringList &texts)
{
    QStringList lines;
    QStringList visibleLines;
    for (const QString &text : texts) {
        lines.append(folded(text));
        const QString visible = visibleText(text);
        if (visible != text)
            visibleLines.append(folded(visible));
    }
    return (lines + visibleLines).join(u'\n');
}

} // namespace Vestibule
