// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exportsidefile.h"

#include "formats/connectioncsv.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Vestibule {

QByteArray ExportSideFile::toJson() const
{
    JsonMembers members{
        {"file"_L1, fileName},
        {"bytes"_L1, size},
        {"sha256"_L1, QString::fromLatin1(sha256.toHex())},
    };
    members += jsonMembers(provenance) + jsonMembers(count, readAt);
    if (layout.format == ExportFormat::Csv) {
        members += JsonMembers{
            {"columns"_L1, QJsonArray::fromStringList(csvHeader(layout.fields))},
            {"separator"_L1, QString(QChar(layout.csv.separator))},
            {"byte_order_mark"_L1, layout.csv.hasByteOrderMark},
            {"formula_guard"_L1, layout.csv.guard == CsvDialect::FormulaGuard::On},
        };
    }
    return "{\n" + jsonLines(members) + "\n}\n";
}

QString sideFilePath(const QString &path)
{
    return path + ".meta.json"_L1;
}

} // namespace Vestibule
