// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QStringConverter>
#include <QStringList>

#include <array>

namespace Vestibule {

//! How a CSV file is spelt where RFC 4180 leaves a choice, or its readers want another.
struct CsvDialect {
    enum class FormulaGuard { On, Off };

    char16_t separator = u','; //!< one of CsvSeparators
    //! UTF-8's, in front of the file: Excel takes a file without for one in the system's 8-bit
    //! code.
    bool hasByteOrderMark = false;
    FormulaGuard guard = FormulaGuard::On;

    bool operator==(const CsvDialect &) const = default;
};

//! What may stand between cells, and the words for it on the command line and in the settings.
struct CsvSeparator {
    char16_t sign = u',';
    QLatin1StringView word{};
};
inline constexpr std::array CsvSeparators{
    CsvSeparator{u',', QLatin1StringView("comma")},
    CsvSeparator{u';', QLatin1StringView("semicolon")},
    CsvSeparator{u'\t', QLatin1StringView("tab")},
};

//! Spells RFC 4180 records, UTF-8: CRLF behind each, quotes where they are needed.
class CsvText final {
public:
    //! Begins with the byte order mark, if \a dialect has one.
    explicit CsvText(const CsvDialect &dialect = {});

    void appendCell(QStringView cell);
    void endRecord();
    void appendRecord(const QStringList &cells);

    //! What was appended since it was called last.
    [[nodiscard]] QByteArray take();

private:
    void appendUtf8(QStringView text);

    CsvDialect m_dialect;
    QStringEncoder m_utf8;
    QByteArray m_text;
    bool m_isInRecord = false;
};

//! The cell with a leading apostrophe if a spreadsheet would take it for a formula: if it begins
//! with = + - @, a tab, a carriage return or a line feed, or with the full-width form of a sign;
//! byte order marks, which show nothing, do not hide one, nor do zeros, which LibreOffice Calc
//! drops. Source: OWASP, "CSV Injection".
[[nodiscard]] QString guardedAgainstFormula(const QString &cell);

} // namespace Vestibule
