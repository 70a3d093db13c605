// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/pastedtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Characters of other categories that a font leaves out (Default_Ignorable_Code_Point of Unicode's
//! DerivedCoreProperties.txt): the first and the last of each range.
constexpr std::array<std::pair<char32_t, char32_t>, 8> IgnorableRanges{{
    {0x034F, 0x034F}, // combining grapheme joiner
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer inherent vowels
    {0x180B, 0x180F}, // Mongolian variation selectors
    {0x3164, 0x3164}, // Hangul filler
    {0xFE00, 0xFE0F}, // variation selectors
    {0xFFA0, 0xFFA0}, // half-width Hangul filler
    {0xE0100, 0xE01EF}, // variation selectors supplement
}};

bool isInvisible(char32_t character)
{
    return QChar::category(character) == QChar::Other_Format
        || std::ranges::any_of(IgnorableRanges, [character](const auto &range) {
               return character >= range.first && character <= range.second;
           });
}

//! Whether the character, itself invisible, changes how the one before it looks: the joiners of
//! emoji and of Persian and Indic scripts, and variation selectors.
bool isJoinerOrSelector(char32_t character)
{
    return character == 0x200C || character == 0x200D
        || (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
}

bool isQuote(QChar character)
{
    return QStringView(u"\"'`´‘’‚‛“”„‟«»‹›′″＂＇").contains(character);
}

//! Without invisible characters; with those that change the one before them if the caller wants.
QString withoutInvisible(QStringView text, bool keepsJoiners)
{
    QString visible;
    visible.reserve(text.size()); // reallocation would leave a copy of a secret
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        const bool isKept = keepsJoiners && isJoinerOrSelector(character) && !visible.isEmpty()
            && !visible.back().isSpace();
        if (isKept || !isInvisible(character))
            visible.append(text.sliced(at, isPair ? 2 : 1));
        if (isPair)
            ++at;
    }
    return visible;
}

} // namespace

QString visibleText(QStringView text)
{
    return withoutInvisible(text, false);
}

QStringView bareText(QStringView text)
{
    for (;;) {
        text = text.trimmed();
        if (text.isEmpty())
            return text;
        const QChar last = text.back();
        if (isQuote(text.front()))
            text = text.sliced(1);
        else if (isQuote(last) || last == u',' || last == u';')
            text.chop(1);
        else if (text.front() == u'<' && last == u'>' && text.size() > 1)
            text = text.sliced(1, text.size() - 2);
        else
            return text;
    }
}

QStringView assignedValue(QStringView text)
{
    static const QRegularExpression assignment(
        uR"re(\A(?:[$%>#]\s++)?)re" // a prompt
        uR"re((?:(?:export|set|setx|env|declare|const|let|var)\s++(?:-\w++\s++)*+)?)re"
        uR"re((?:["']?\$?(?:env:)?[A-Z_]\w*["']?\s*=)re"
        uR"re(|["']?[A-Z_]\w*["']\s*:|[A-Z_]\w*:(?=\s)|(?<=\s)[A-Z_]\w*\s)\s*(?=\S))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Raw data, so that no copy of a secret is made.
    const auto match = assignment.match(QString::fromRawData(text.data(), text.size()));
    return match.hasMatch() ? bareText(text.sliced(match.capturedEnd())) : text;
}

QString lineOfText(QStringView text)
{
    return withoutInvisible(text, true).simplified();
}

} // namespace Vestibule
