// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/jsonhighlighter.h"

#include "widgets/controls/theming.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestLine = 10'000; //!< characters; a tenant may send more, to read as it is

} // namespace

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > LongestLine)
        return;
    static const QRegularExpression token(
        uR"(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\btrue\b|\bfalse\b|\bnull\b))"_s);
    QTextCharFormat name;
    name.setForeground(mutedTextColor(QGuiApplication::palette()));
    QTextCharFormat literal;
    literal.setFontWeight(QFont::Bold);
    for (auto tokens = token.globalMatch(text); tokens.hasNext();) {
        const QRegularExpressionMatch match = tokens.next();
        if (match.hasCaptured(2))
            setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), name);
        else if (match.hasCaptured(3))
            setFormat(int(match.capturedStart(3)), int(match.capturedLength(3)), literal);
    }
}

} // namespace Vestibule
