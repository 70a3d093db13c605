// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/exportchoicesfile.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView FormatKey = "export/format"_L1;
constexpr QLatin1StringView ColumnsKey = "export/columns"_L1;
constexpr QLatin1StringView HeaderKey = "export/header"_L1;
constexpr QLatin1StringView SeparatorKey = "export/separator"_L1;
constexpr QLatin1StringView MarkKey = "export/byteOrderMark"_L1;
constexpr QLatin1StringView GuardKey = "export/formulaGuard"_L1;
constexpr QLatin1StringView SideFileKey = "export/sideFile"_L1;

} // namespace

ExportChoices readExportChoices(const QSettings &file)
{
    const auto is = [&file](QLatin1StringView key, QLatin1StringView word) {
        return file.value(key).toString() == word;
    };
    ExportChoices choices;
    if (is(FormatKey, "json"_L1))
        choices.format = ExportFormat::Json;
    choices.onlyVisibleColumns = is(ColumnsKey, "visible"_L1);
    choices.hasTranslatedHeader = is(HeaderKey, "translated"_L1);
    for (const CsvSeparator &separator : CsvSeparators) {
        if (is(SeparatorKey, separator.word))
            choices.csv.separator = separator.sign;
    }
    choices.csv.hasByteOrderMark = is(MarkKey, "true"_L1);
    if (is(GuardKey, "false"_L1)) // nothing else takes the guard away
        choices.csv.guard = CsvDialect::FormulaGuard::Off;
    choices.withSideFile = is(SideFileKey, "true"_L1);
    return choices;
}

void writeExportChoices(QSettings &file, const ExportChoices &choices)
{
    const auto separator =
        std::ranges::find(CsvSeparators, choices.csv.separator, &CsvSeparator::sign);
    file.setValue(FormatKey, choices.format == ExportFormat::Json ? u"json"_s : u"csv"_s);
    file.setValue(ColumnsKey, choices.onlyVisibleColumns ? u"visible"_s : u"all"_s);
    file.setValue(HeaderKey, choices.hasTranslatedHeader ? u"translated"_s : u"api"_s);
    file.setValue(SeparatorKey, QString(separator->word));
    file.setValue(MarkKey, choices.csv.hasByteOrderMark);
    file.setValue(GuardKey, choices.csv.guard == CsvDialect::FormulaGuard::On);
    file.setValue(SideFileKey, choices.withSideFile);
}

} // namespace Vestibule
