// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringConverter>
#include <QStringList>

#include <array>

namespace Vestibule {

//! How a CSV file is written where RFC 4180 leaves a choice, or its readers need something else.
struct CsvDialect {
    enum class FormulaGuard { On, Off };

    char16_t separator = u','; //!< one of CsvSeparators
    //! UTF-8's, at the start of the file: without it, Excel reads the file in the system's 8-bit
    //! encoding.
    bool hasByteOrderMark = false;
    FormulaGuard guard = FormulaGuard::On;

    bool operator==(const CsvDialect &) const = default;
};

//! A separator of cells, and its name on the command line and in the settings.
struct CsvSeparator {
    char16_t character = u',';
    QLatin1StringView word{};
};
inline constexpr std::array CsvSeparators{
    CsvSeparator{u',', QLatin1StringView("comma")},
    CsvSeparator{u';', QLatin1StringView("semicolon")},
    CsvSeparator{u'\t', QLatin1StringView("tab")},
};

//! Writes records as in RFC 4180, in UTF-8: ended by CRLF, with quotes where they are needed. A
//! cell with any of CsvSeparators is quoted, because spreadsheets split at all of them by default:
//! what follows the separator could become a formula.
class CsvText final {
public:
    //! Begins with the byte order mark, if the dialect has one.
    explicit CsvText(const CsvDialect &dialect = {});

    void appendCell(QStringView cell);
    void endRecord();
    void appendRecord(const QStringList &cells);

    //! The bytes since the last call.
    [[nodiscard]] QByteArray take();

private:
    void appendUtf8(QStringView text);

    CsvDialect m_dialect;
    QStringEncoder m_utf8;
    QByteArray m_text;
    bool m_isInRecord = false;
};

//! Puts an apostrophe before a cell that a spreadsheet would read as a formula: one that begins
//! with = + - @ (also in full width), a tab, a carriage return or a line feed, even after byte
//! order marks, which are invisible, or zeros, which LibreOffice Calc drops. Source: OWASP, "CSV
//! Injection".
[[nodiscard]] QString guardedAgainstFormula(const QString &cell);

//! The API's field names; without an argument those of AllConnectionFields.
[[nodiscard]] QStringList csvHeader();
[[nodiscard]] QStringList csvHeader(const QList<ConnectionField> &fields);

//! The cells of a row, in the order of csvHeader(): `true` and `false` for flags, empty for a field
//! that was not sent. CsvText guards and quotes them.
[[nodiscard]] QStringList csvCells(const OrganizationConnection &connection);
[[nodiscard]] QString csvCell(const OrganizationConnection &connection, ConnectionField field);

} // namespace Vestibule
