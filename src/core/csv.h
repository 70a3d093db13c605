// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

class QIODevice;

namespace Vestibule {

//! Writes RFC 4180 records, UTF-8, to a device: CRLF behind each, quotes where they are needed.
class CsvWriter final {
public:
    enum class FormulaGuard { On, Off };

    //! \a device is open for writing and outlives the writer.
    explicit CsvWriter(QIODevice &device, FormulaGuard guard = FormulaGuard::On);

    //! False when the device did not take it all; its errorString() says why.
    [[nodiscard]] bool writeRecord(const QStringList &cells);

private:
    QIODevice &m_device;
    FormulaGuard m_guard;
};

//! The cell with a leading apostrophe if a spreadsheet would take it for a formula: if it begins
//! with = + - @, a tab, a carriage return or a line feed, or with the full-width form of a sign.
//! Source: OWASP, "CSV Injection".
[[nodiscard]] QString guardedAgainstFormula(const QString &cell);

} // namespace Vestibule
