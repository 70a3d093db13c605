// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/displaytext.h"

#include <QCoreApplication>
#include <QList>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct DisplayText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::DisplayText)
};

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
    default: // the others of Unicode's thirty categories are visible or spaces
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

QString displaySafe(const QString &text)
{
    constexpr auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (std::ranges::all_of(text, isPlain)) // true for nearly all texts, and quick
        return text;
    const QList<uint> characters = text.toUcs4(); // a character may be two QChars
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
        literal.append(displaySafe(line).toHtmlEscaped());
    return "<qt>"_L1 + literal.join("<br>"_L1) + "</qt>"_L1;
}

QString literalLabel(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QString durationText(std::chrono::seconds duration)
{
    const auto left = std::max(duration, 0s);
    if (left < 1min)
        return DisplayText::tr("%1 s", "seconds").arg(left.count());
    if (left < 2h)
        return DisplayText::tr("%1 min", "minutes")
            .arg(std::chrono::duration_cast<std::chrono::minutes>(left).count());
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(left).count();
    if (left < 48h)
        return DisplayText::tr("%1 h", "hours").arg(hours);
    return DisplayText::tr("%n day(s)", nullptr, int(hours / 24));
}

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u"\u00A0· "_s);
}

QString datedText(const QDateTime &time, const QString &format)
{
    const QLocale locale;
    QString text = locale.toString(time, format);
    if (locale.language() == QLocale::French && time.date().day() == 1 && text.startsWith("1 "_L1))
        text.insert(1, "er"_L1);
    return text;
}

QString readTimeText(const QDateTime &readAt, const QDate &today)
{
    const QDateTime local = readAt.toLocalTime();
    const QString time = QLocale().toString(local.time(), u"HH:mm:ss"_s);
    if (local.date() == today)
        return time;
    // The month in letters: 3/4 is another day in another country.
    return DisplayText::tr("%1 %2", "a date and a time of day")
        .arg(datedText(local, u"d MMM yyyy"_s), time);
}

} // namespace Vestibule
