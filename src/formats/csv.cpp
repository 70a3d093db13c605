// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

bool beginsFormula(QStringView cell)
{
    static constexpr QStringView starters = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    static constexpr QStringView invisible(u"\uFEFF\0", 2);
    while (!cell.isEmpty() && invisible.contains(cell.front()))
        cell = cell.sliced(1);
    return !cell.isEmpty() && starters.contains(cell.front());
}

QString cellText(const QString &text)
{
    return text;
}

QString cellText(const std::optional<QString> &text)
{
    return text.value_or(QString());
}

QString cellText(const std::optional<bool> &flag)
{
    return !flag ? QString() : *flag ? u"true"_s : u"false"_s;
}

} // namespace

CsvText::CsvText(const CsvDialect &dialect)
    : m_dialect(dialect)
    , m_utf8(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless)
{
    if (dialect.hasByteOrderMark)
        m_text = "\xEF\xBB\xBF"_ba;
}

//! Encodes directly into the text, because a large listing has many cells.
void CsvText::appendUtf8(QStringView text)
{
    const qsizetype size = m_text.size();
    m_text.resize(size + m_utf8.requiredSpace(text.size()));
    const char *end = m_utf8.appendToBuffer(m_text.data() + size, text);
    m_text.truncate(end - m_text.constData());
}

void CsvText::appendCell(QStringView cell)
{
    if (std::exchange(m_isInRecord, true))
        m_text.append(char(m_dialect.separator));
    const bool isGuarded = m_dialect.guard == CsvDialect::FormulaGuard::On && beginsFormula(cell);
    const bool isQuoted = std::ranges::any_of(cell, [](QChar c) {
        return c == u'"' || c == u'\r' || c == u'\n'
            || std::ranges::find(CsvSeparators, c, &CsvSeparator::character) != CsvSeparators.end();
    });
    if (isQuoted)
        m_text.append('"');
    if (isGuarded)
        m_text.append('\'');
    if (!isQuoted)
        return appendUtf8(cell);
    appendUtf8(cell.toString().replace(u'"', u"\"\""_s));
    m_text.append('"');
}

void CsvText::endRecord()
{
    m_text.append("\r\n");
    m_isInRecord = false;
}

void CsvText::appendRecord(const QStringList &cells)
{
    for (const QString &cell : cells)
        appendCell(cell);
    endRecord();
}

QByteArray CsvText::take()
{
    return std::exchange(m_text, {});
}

QString guardedAgainstFormula(const QString &cell)
{
    return beginsFormula(cell) ? u'\'' + cell : cell;
}

QStringList csvHeader()
{
    return csvHeader({AllConnectionFields.begin(), AllConnectionFields.end()});
}

QStringList csvHeader(const QList<ConnectionField> &fields)
{
    QStringList header;
    for (const ConnectionField field : fields)
        header.append(apiName(field));
    return header;
}

QStringList csvCells(const OrganizationConnection &connection)
{
    QStringList cells;
    for (const ConnectionField field : AllConnectionFields)
        cells.append(csvCell(connection, field));
    return cells;
}

//! Without the QVariant of fieldValue(), which would slow down large exports.
QString csvCell(const OrganizationConnection &connection, ConnectionField field)
{
    return visitField(connection, field, [](const auto &value) { return cellText(value); });
}

} // namespace Vestibule
