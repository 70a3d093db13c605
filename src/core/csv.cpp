// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/csv.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString quotedIfNeeded(const QString &cell)
{
    static constexpr QStringView special = u"\",\r\n";
    const bool needsQuotes = std::ranges::any_of(cell, [](QChar c) { return special.contains(c); });
    if (!needsQuotes)
        return cell;
    QString escaped = cell;
    escaped.replace(u'"', u"\"\""_s);
    return u'"' + escaped + u'"';
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, FormulaGuard guard)
    : m_device(device)
    , m_guard(guard)
{
}

bool CsvWriter::writeRecord(const QStringList &cells)
{
    QStringList record;
    for (const QString &cell : cells) {
        const bool guard = m_guard == FormulaGuard::On;
        record.append(quotedIfNeeded(guard ? guardedAgainstFormula(cell) : cell));
    }
    const QByteArray bytes = QString(record.join(u',') + "\r\n"_L1).toUtf8();
    return m_device.write(bytes) == bytes.size();
}

QString guardedAgainstFormula(const QString &cell)
{
    static constexpr QStringView starters = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    return !cell.isEmpty() && starters.contains(cell.front()) ? u'\'' + cell : cell;
}

} // namespace Vestibule
