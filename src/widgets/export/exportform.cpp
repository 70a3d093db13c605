// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportform.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/formrows.h"
#include "widgets/controls/labels.h"
#include "widgets/table/connectiontableview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

#include "ui_exportform.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype PreviewRows = 3;
constexpr int PreviewLines = 5; //!< the header, the rows and space for a scroll bar
constexpr char16_t ByteOrderMark = u'\uFEFF'; //!< invisible

} // namespace

VisibleRows visibleRows(ConnectionTableView &table)
{
    VisibleRows visible{.selectedRows = table.selectedConnections(), .shownFields = {}};
    const QHeaderView &header = *table.horizontalHeader();
    for (int position = 0; position < header.count(); ++position) {
        const int column = header.logicalIndex(position);
        if (!header.isSectionHidden(column))
            visible.shownFields.append(ConnectionField(column));
    }
    const ConnectionFilterModel &filter = table.filterModel();
    if (filter.isFiltering()) {
        visible.foundRows = filter.rowCount();
        visible.searchedRows = filter.sourceModel()->rowCount();
    }
    return visible;
}

ExportForm::ExportForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExportForm>())
{
    m_ui->setupUi(this);
    m_ui->preview->setFont(monospacedFont(font()));
    m_ui->preview->setMinimumHeight(m_ui->preview->fontMetrics().lineSpacing()
                                    * (PreviewLines + 1));
    m_ui->preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is left
    alignFields();
    for (QAbstractButton *button : findChildren<QAbstractButton *>())
        connect(button, &QAbstractButton::toggled, this, &ExportForm::showChoices);
    for (QComboBox *field : findChildren<QComboBox *>())
        connect(field, &QComboBox::currentIndexChanged, this, &ExportForm::showChoices);
}

ExportForm::~ExportForm() = default;

//! Fields of one width, labels on the line of the first button beside them, and a column of labels
//! that keeps its width when a format needs fewer of them.
void ExportForm::alignFields()
{
    int width = 0;
    for (const QComboBox *field : {m_ui->formatField, m_ui->headerField, m_ui->separatorField})
        width = std::max(width, field->sizeHint().width());
    for (QComboBox *field : {m_ui->formatField, m_ui->headerField, m_ui->separatorField})
        field->setMinimumWidth(width);
    for (QLabel *label : {m_ui->rowsLabel, m_ui->columnsLabel}) {
        label->setMinimumHeight(m_ui->allPagesButton->sizeHint().height());
        m_ui->layout->setAlignment(label, Qt::AlignTop);
    }
    int column = 0;
    for (const QLabel *label : {m_ui->rowsLabel, m_ui->formatLabel, m_ui->columnsLabel,
                                m_ui->headerLabel, m_ui->separatorLabel})
        column = std::max(column, label->sizeHint().width());
    m_ui->rowsLabel->setMinimumWidth(column);
}

void ExportForm::setRows(const ConnectionPage &page, const VisibleRows &visible, bool hasPreview)
{
    m_page = page;
    m_visible = visible;
    m_hasPreview = hasPreview;
    const auto selected = int(visible.selectedRows.size());
    m_ui->selectedButton->setText(tr("S&elected rows (%n)", nullptr, selected));
    m_ui->selectedButton->setEnabled(selected > 0);
    m_ui->thisPageButton->setText(tr("&This page (%n row(s))", nullptr, int(page.items.size())));
    const bool isWhole = page.isWholeListing();
    m_ui->thisPageButton->setHidden(isWhole);
    m_ui->allPagesButton->setText(
        isWhole          ? tr("&All rows (%1)").arg(QLocale().toString(page.items.size()))
            : page.total ? tr("&All pages (%Ln row(s))", nullptr, int(*page.total))
                         : tr("&All pages"));
    m_ui->allPagesButton->setChecked(true);
    m_ui->allPagesButton->setFocus(); // or it would be on the first, which is not chosen
    explainFind();
    showChoices();
}

void ExportForm::explainFind()
{
    m_ui->findLabel->setVisible(m_visible.foundRows.has_value());
    if (!m_visible.foundRows)
        return;
    const QLocale locale;
    const bool isPage = m_visible.searchedRows == m_page.items.size();
    const QString text = isPage
        ? tr("Find shows %1 of %2 rows of this page, but the export ignores it. To export only "
             "these rows, select them in the table.")
        : tr("Find shows %1 of %2 rows of all pages, but the export ignores it. To export only "
             "these rows, select them in the table.");
    m_ui->findLabel->setText(
        text.arg(locale.toString(*m_visible.foundRows), locale.toString(m_visible.searchedRows)));
}

void ExportForm::setChoices(const ExportChoices &choices)
{
    m_ui->formatField->setCurrentIndex(int(choices.format));
    m_ui->visibleColumnsButton->setChecked(choices.onlyVisibleColumns);
    m_ui->allColumnsButton->setChecked(!choices.onlyVisibleColumns);
    const auto separator =
        std::ranges::find(CsvSeparators, choices.csv.separator, &CsvSeparator::character);
    m_ui->separatorField->setCurrentIndex(int(separator - CsvSeparators.begin()));
    m_ui->headerField->setCurrentIndex(choices.hasTranslatedHeader ? 1 : 0);
    m_ui->byteOrderMarkField->setChecked(choices.csv.hasByteOrderMark);
    m_ui->guardField->setChecked(choices.csv.guard == CsvDialect::FormulaGuard::On);
    m_ui->sideFileField->setChecked(choices.withSideFile);
}

ExportChoices ExportForm::choices() const
{
    return {
        .format = ExportFormat(m_ui->formatField->currentIndex()),
        .onlyVisibleColumns = m_ui->visibleColumnsButton->isChecked(),
        .csv = {.separator =
                    CsvSeparators.at(std::size_t(m_ui->separatorField->currentIndex())).character,
                .hasByteOrderMark = m_ui->byteOrderMarkField->isChecked(),
                .guard = m_ui->guardField->isChecked() ? CsvDialect::FormulaGuard::On
                                                       : CsvDialect::FormulaGuard::Off},
        .hasTranslatedHeader = m_ui->headerField->currentIndex() == 1,
        .withSideFile = m_ui->sideFileField->isChecked(),
    };
}

ExportExtent ExportForm::extent() const
{
    if (m_ui->selectedButton->isChecked())
        return ExportExtent::SelectedRows;
    return m_ui->thisPageButton->isChecked() ? ExportExtent::OnePage : ExportExtent::AllPages;
}

ExportLayout ExportForm::exportLayout() const
{
    const ExportChoices chosen = choices();
    ExportLayout layout{.format = chosen.format, .csv = chosen.csv};
    if (chosen.onlyVisibleColumns)
        layout.fields = m_visible.shownFields;
    if (chosen.hasTranslatedHeader) {
        for (const ConnectionField field : std::as_const(layout.fields))
            layout.header.append(fieldTitle(field));
    }
    return layout;
}

ConnectionPage ExportForm::rowsOnScreen() const
{
    ConnectionPage page = m_page;
    if (extent() == ExportExtent::SelectedRows)
        page.items = m_visible.selectedRows;
    return page;
}

void ExportForm::showChoices()
{
    const ExportLayout layout = exportLayout();
    const bool isCsv = layout.format == ExportFormat::Csv;
    const bool isJson = layout.format == ExportFormat::Json;
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_ui->columnsChoice, m_ui->headerField, m_ui->separatorField, m_ui->byteOrderMarkField,
             m_ui->guardField})
        setRowShown(*m_ui->layout, *field, isCsv);
    setRowShown(*m_ui->layout, *m_ui->sideFileField, !isJson); // JSON has all of that in itself
    m_ui->jsonLabel->setVisible(!isCsv);
    m_ui->jsonLabel->setText(
        isJson ? tr("The rows exactly as received, with every field and their source. Vestibule "
                    "can open the file again and compare it.")
               : tr("The rows exactly as received, with every field, one per line."));
    m_ui->previewLabel->setVisible(m_hasPreview);
    m_ui->preview->setVisible(m_hasPreview);
    if (!m_hasPreview)
        return m_ui->preview->clear();
    const QList<OrganizationConnection> rows =
        rowsOnScreen().items.first(std::min(PreviewRows, rowsOnScreen().items.size()));
    const auto encoder = makeConnectionEncoder(layout, {});
    const QByteArray head = isCsv ? encoder->begin() : QByteArray();
    const QString text =
        QString::fromUtf8(head + encoder->encode(rows)).remove(QChar(ByteOrderMark));
    QStringList lines = text.trimmed().remove(u'\r').split(u'\n');
    const bool hasTabs = isCsv && layout.csv.separator == u'\t';
    for (QString &line : lines) {
        // displaySafe() would replace the separator.
        QStringList cells = hasTabs ? line.split(u'\t') : QStringList{line};
        for (QString &cell : cells)
            cell = displaySafe(cell);
        line = cells.join(u'\t');
    }
    m_ui->preview->setPlainText(lines.join(u'\n'));
}

bool ExportForm::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    applyHeightForWidth(*this, *event);
    return isHandled;
}

} // namespace Vestibule
