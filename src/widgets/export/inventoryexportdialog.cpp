// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/inventoryexportdialog.h"

#include "export/exporttext.h"
#include "models/displaytext.h"
#include "models/inventorytext.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/formrows.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/export/exportfiledialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

enum RowChoice { ShownRows, AllRows };

QString listName(InventoryList list)
{
    switch (list) {
    case InventoryList::Links:
        return u"links"_s;
    case InventoryList::Connections:
        return u"connections"_s;
    case InventoryList::Organizations:
        return u"organizations"_s;
    case InventoryList::Rules:
    case InventoryList::Findings:
        return u"findings"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

InventoryExportDialog::InventoryExportDialog(const Content &content, Settings &settings,
                                             const PrivacyMode &privacy, QWidget *parent)
    : QDialog(parent)
    , m_content(content)
    , m_settings(settings)
    , m_privacy(privacy)
    , m_rows(new QButtonGroup(this))
    , m_format(new QComboBox(this))
    , m_separator(new QComboBox(this))
    , m_byteOrderMark(new QCheckBox(tr("For E&xcel: mark the file as UTF-8"), this))
    , m_guard(new QCheckBox(tr("Escape cells that look like for&mulas"), this))
    , m_choices(new QWidget(this))
    , m_progress(new QProgressBar(this))
    , m_resultIcon(new IconLabel(this))
    , m_result(new QLabel(this))
    , m_save(new QPushButton(tr("&Save as…"), this))
    , m_folder(new QPushButton(tr("Show in &folder"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"inventoryExportDialog"_s);
    setWindowTitle(tr("Export: %1", "a list").arg(listTitle(content.query.list)));
    layOut();
    resize(firstSize(scaledToFont({460, 1}),
                     *this)); // with the options of CSV, of which there are most
    restoreChoices();
    connect(m_format, &QComboBox::currentIndexChanged, this, &InventoryExportDialog::showChoices);
    connect(m_save, &QPushButton::clicked, this, &InventoryExportDialog::chooseFile);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { openFolderOfFile(m_job->request().path); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &InventoryExportDialog::reject);
    showChoices();
}

InventoryExportDialog::~InventoryExportDialog() = default;

void InventoryExportDialog::layOut()
{
    const QLocale locale;
    const bool isFiltered = m_content.shownRows != m_content.allRows;
    auto *shown = new QRadioButton(
        isFiltered ? tr("Sho&wn rows (%1)").arg(locale.toString(qlonglong(m_content.shownRows)))
                   : tr("&All rows (%1)").arg(locale.toString(qlonglong(m_content.allRows))),
        this);
    auto *all = new QRadioButton(
        tr("&All rows (%1)").arg(locale.toString(qlonglong(m_content.allRows))), this);
    shown->setObjectName(u"shownRowsButton"_s);
    all->setObjectName(u"allRowsButton"_s);
    shown->setChecked(true);
    // Where nothing is filtered there is no choice.
    all->setVisible(isFiltered);
    shown->setVisible(isFiltered);
    auto *onlyRows = new QLabel(QString(shown->text()).remove(u'&'), this);
    onlyRows->setVisible(!isFiltered);
    m_rows->addButton(shown, ShownRows);
    m_rows->addButton(all, AllRows);
    auto *rows = new QVBoxLayout;
    rows->addWidget(shown);
    rows->addWidget(all);
    rows->addWidget(onlyRows);
    m_format->setObjectName(u"inventoryFormatField"_s);
    m_format->addItem(tr("CSV, for spreadsheets"));
    m_format->addItem(tr("JSON, for programs"));
    m_format->addItem(tr("NDJSON, one row per line"));
    m_separator->addItems({tr("Comma"), tr("Semicolon"), tr("Tab", "the character")});
    m_byteOrderMark->setToolTip(
        tr("Adds a byte order mark; without it, Excel may show accented letters wrongly."));
    m_guard->setToolTip(
        tr("Puts an apostrophe before cells that a spreadsheet would run as formulas."));
    auto *form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_separator->setMinimumWidth(m_format->sizeHint().width()); // one width
    auto *rowsLabel = new QLabel(tr("Rows"), this);
    if (isFiltered)
        rowsLabel->setMinimumHeight(shown->sizeHint().height()); // on the line of the first button
    form->addRow(rowsLabel, rows);
    form->setAlignment(rowsLabel, Qt::AlignTop);
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(tr("Se&parator"), m_separator);
    form->addRow(QString(), m_byteOrderMark);
    form->addRow(QString(), m_guard);

    m_result->setObjectName(u"inventoryExportResult"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    reserveLines(*m_result, 2);
    m_progress->hide();
    m_save->setDefault(true);
    m_save->setObjectName(u"inventorySaveButton"_s);
    m_buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_buttons->addButton(m_folder, QDialogButtonBox::ActionRole);
    m_buttons->setFocusProxy(nullptr); // it would lead Tab back to its first button
    m_folder->hide(); // the box shows what is added to it
    m_folder->setObjectName(u"inventoryFolderButton"_s);
    auto *what = new QLabel(tr("%1 – %2", "a list, the name of a tenant")
                                .arg(listTitle(m_content.query.list),
                                     inventoryTenantText(m_content.summary.tenant, m_privacy)),
                            this);
    what->setObjectName(u"whatLabel"_s);
    wrapPlainText(*what);
    QFont bold = font();
    bold.setBold(true);
    what->setFont(bold);
    QSizePolicy room = m_resultIcon->sizePolicy();
    room.setRetainSizeWhenHidden(true); // so that the text beside it stays where it is
    m_resultIcon->setSizePolicy(room);
    m_resultIcon->setObjectName(u"inventoryResultIcon"_s);
    m_resultIcon->setIcon(symbolIcon(u"yes"_s));
    m_resultIcon->hide();
    auto *result = new QHBoxLayout;
    result->setSpacing(8);
    result->addWidget(m_resultIcon, 0, Qt::AlignTop);
    result->addWidget(m_result, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(m_choices);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addLayout(result);
    auto *warning = new QWidget(this);
    warning->setObjectName(u"realNamesRow"_s);
    auto *warningLayout = new QHBoxLayout(warning);
    warningLayout->setContentsMargins(0, 0, 0, 0);
    warningLayout->setSpacing(8);
    auto *warningIcon = new IconLabel(warning);
    warningIcon->setIcon(symbolIcon(u"warning"_s));
    warningIcon->setAccessibleName(tr("Warning"));
    auto *warningText = new QLabel(realNamesText(), warning);
    warningText->setTextFormat(Qt::PlainText);
    warningText->setWordWrap(true);
    warningLayout->addWidget(warningIcon, 0, Qt::AlignTop);
    warningLayout->addWidget(warningText, 1);
    warning->setVisible(m_privacy.isOn());
    layout->addWidget(warning);
    layout->addWidget(m_buttons);
}

void InventoryExportDialog::restoreChoices()
{
    const ExportChoices choices = m_settings.exportChoices();
    m_format->setCurrentIndex(int(choices.format));
    const auto separator =
        std::ranges::find(CsvSeparators, choices.csv.separator, &CsvSeparator::character);
    m_separator->setCurrentIndex(int(separator - CsvSeparators.begin()));
    m_byteOrderMark->setChecked(choices.csv.hasByteOrderMark);
    m_guard->setChecked(choices.csv.guard == CsvDialect::FormulaGuard::On);
}

InventoryLayout InventoryExportDialog::chosenLayout() const
{
    return {
        .format = ExportFormat(m_format->currentIndex()),
        .csv = {.separator = CsvSeparators.at(std::size_t(m_separator->currentIndex())).character,
                .hasByteOrderMark = m_byteOrderMark->isChecked(),
                .guard = m_guard->isChecked() ? CsvDialect::FormulaGuard::On
                                              : CsvDialect::FormulaGuard::Off}};
}

//! An inventory that is not complete is said before anybody takes the file for the whole tenant.
void InventoryExportDialog::showChoices()
{
    const bool isCsv = chosenLayout().format == ExportFormat::Csv;
    auto *form = qobject_cast<QFormLayout *>(m_choices->layout());
    for (QWidget *field : std::initializer_list<QWidget *>{m_separator, m_byteOrderMark, m_guard})
        setRowShown(*form, *field, isCsv);
    if (!m_content.summary.isComplete()) {
        m_result->setText(
            tr("The inventory is not complete: %1.").arg(countsText(m_content.summary.counts)));
        showResultIcon(false);
    }
}

void InventoryExportDialog::showResultIcon(bool isGood)
{
    m_resultIcon->setIcon(symbolIcon(isGood ? u"yes"_s : u"warning"_s));
    m_resultIcon->setAccessibleName(isGood ? tr("Done") : tr("Warning"));
    m_resultIcon->show();
}

QString InventoryExportDialog::suggestedName() const
{
    const QString tenant =
        m_privacy.isOn() ? u"tenant"_s : inventoryTenantText(m_content.summary.tenant, m_privacy);
    return datedFileName(tenant + u'-' + listName(m_content.query.list),
                         m_content.summary.ended.toLocalTime().date(),
                         suffixOf(chosenLayout().format));
}

void InventoryExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export"),
                                   QDir(exportFolder(m_settings)).filePath(suggestedName()));
    dialog->setObjectName(u"inventoryExportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(chosenLayout().format));
    connect(dialog, &QFileDialog::fileSelected, this, &InventoryExportDialog::exportTo);
    dialog->open();
}

void InventoryExportDialog::exportTo(const QString &path)
{
    const InventoryLayout layout = chosenLayout();
    m_settings.setExportFolder(QFileInfo(path).absolutePath());
    ExportChoices choices = m_settings.exportChoices();
    choices.csv = layout.csv;
    choices.format = layout.format;
    m_settings.setExportChoices(choices);
    InventoryQuery query = m_content.query;
    if (m_rows->checkedId() == AllRows)
        query.filter = {};
    m_job = std::make_unique<InventoryExport>(
        m_content.source, InventoryExport::Request{.query = query, .layout = layout, .path = path});
    connect(m_job.get(), &InventoryExport::changed, this, &InventoryExportDialog::showJob);
    m_choices->setEnabled(false);
    m_job->start();
    showJob();
}

void InventoryExportDialog::showJob()
{
    using State = InventoryExport::State;
    const bool isRunning = m_job->isRunning();
    m_progress->setVisible(isRunning);
    m_resultIcon->hide();
    m_progress->setRange(0, int(std::max(m_job->total(), qsizetype(0))));
    m_progress->setValue(int(m_job->rowsRead()));
    m_save->setVisible(m_job->state() == State::Failed || m_job->state() == State::Cancelled);
    m_folder->setVisible(m_job->state() == State::Written);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(isRunning ? tr("Cancel") : tr("&Close"));
    m_buttons->button(QDialogButtonBox::Cancel)->setEnabled(m_job->state() != State::Saving);
    switch (m_job->state()) {
    case State::Reading:
        return m_result->setText(tr("%Ln row(s) written", nullptr, int(m_job->rowsRead())));
    case State::Saving:
        return m_result->setText(tr("Saving…"));
    case State::Cancelled:
        m_choices->setEnabled(true);
        return m_result->setText(cancelledText());
    case State::Failed:
        m_choices->setEnabled(true);
        [[fallthrough]];
    case State::Written:
        break;
    }
    const QString file = m_privacy.isOn()
        ? displaySafe(m_privacy.name(QFileInfo(m_job->request().path).fileName()))
        : m_job->targetName();
    QString text = outcomeText(m_job->outcome(), file);
    if (m_job->state() == State::Written && !m_content.summary.isComplete())
        text += u' '
            + tr("The inventory is not complete: %1.").arg(countsText(m_content.summary.counts));
    m_result->setText(text);
    showResultIcon(m_job->state() == State::Written && m_content.summary.isComplete());
}

void InventoryExportDialog::reject()
{
    if (m_job && m_job->state() == InventoryExport::State::Saving)
        return; // it takes a moment and cannot be stopped
    if (m_job && m_job->isRunning())
        return m_job->cancel();
    QDialog::reject();
}

} // namespace Vestibule
