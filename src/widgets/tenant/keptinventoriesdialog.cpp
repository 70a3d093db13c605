// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/keptinventoriesdialog.h"

#include "inventory/keptinventories.h"
#include "models/displaytext.h"
#include "store/settings.h"
#include "widgets/controls/fontscale.h"
#include "widgets/table/celldelegate.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

KeptInventoriesDialog::KeptInventoriesDialog(const QString &path, Settings &settings,
                                             QWidget *parent)
    : QDialog(parent)
    , m_path(path)
    , m_settings(settings)
    , m_list(new QTableWidget(0, 2, this))
    , m_sum(new QLabel(this))
    , m_count(new QSpinBox(this))
    , m_gigabytes(new QSpinBox(this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(u"keptInventoriesDialog"_s);
    setWindowTitle(tr("Kept inventories"));
    layOut();
    m_count->setValue(settings.inventoriesToKeep());
    m_gigabytes->setValue(settings.gigabytesToKeep());
    connect(m_open, &QPushButton::clicked, this, &KeptInventoriesDialog::openSelected);
    connect(m_remove, &QPushButton::clicked, this, &KeptInventoriesDialog::removeSelected);
    connect(m_list, &QTableWidget::itemDoubleClicked, this, &KeptInventoriesDialog::openSelected);
    auto *enter = new QShortcut(m_list);
    enter->setKeys({Qt::Key_Return, Qt::Key_Enter});
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &KeptInventoriesDialog::openSelected);
    connect(m_list, &QTableWidget::itemSelectionChanged, this,
            &KeptInventoriesDialog::updateButtons);
    connect(this, &QDialog::finished, this, &KeptInventoriesDialog::applyLimits);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showInventories();
}

KeptInventoriesDialog::~KeptInventoriesDialog() = default;

void KeptInventoriesDialog::layOut()
{
    m_list->setObjectName(u"keptInventoriesList"_s);
    m_list->setAccessibleName(windowTitle());
    setUpTable(*m_list);
    m_list->setFrameShape(QFrame::StyledPanel); // it stands alone in the dialog
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->setHorizontalHeaderLabels({tr("Read", "an inventory, at this time"), tr("Size")});
    m_list->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_open->setObjectName(u"openKeptButton"_s);
    m_remove->setObjectName(u"removeKeptButton"_s);
    m_count->setObjectName(u"keptCountField"_s);
    m_count->setRange(0, 1000);
    m_count->setSpecialValueText(tr("None"));
    m_gigabytes->setObjectName(u"keptGigabytesField"_s);
    m_gigabytes->setRange(1, 1000);
    m_gigabytes->setSuffix(tr(" GiB"));
    auto *note = new QLabel(tr("Each new sweep keeps the inventory before it, so you can see what "
                               "has changed. Beyond these limits, the oldest are removed."),
                            this);
    note->setWordWrap(true);
    // Enter in a number must not open an inventory.
    m_open->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_sum->setObjectName(u"keptSum"_s);
    m_buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    m_buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    m_buttons->setFocusProxy(nullptr); // it would lead Tab back to its first button
    auto *limits = new QFormLayout;
    limits->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    limits->addRow(tr("&Inventories, at most"), m_count);
    limits->addRow(tr("&Disk space, at most"), m_gigabytes);
    auto *limitsRow = new QHBoxLayout; // in which both numbers are as wide as the wider one
    limitsRow->addLayout(limits);
    limitsRow->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_sum);
    layout->addLayout(limitsRow);
    layout->addWidget(m_buttons);
    constexpr QSize FirstSize(460, 380);
    resize(firstSize(scaledToFont(FirstSize), *this));
}

void KeptInventoriesDialog::showInventories()
{
    const QList<KeptInventory> kept = keptInventories(m_path);
    const QLocale locale;
    qint64 bytes = 0;
    m_list->setRowCount(int(kept.size()));
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const KeptInventory &each = kept.at(row);
        bytes += each.bytes;
        auto *time = new QTableWidgetItem(readTimeText(each.ended, {}));
        time->setData(Qt::UserRole, each.path);
        auto *size = new QTableWidgetItem(locale.formattedDataSize(each.bytes, 1));
        size->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_list->setItem(row, 0, time);
        m_list->setItem(row, 1, size);
    }
    m_sum->setText(kept.isEmpty() ? tr("No inventories are kept yet.")
                                  : tr("%Ln inventory(ies), %1", nullptr, int(kept.size()))
                                        .arg(locale.formattedDataSize(bytes, 1)));
    if (!kept.isEmpty())
        m_list->selectRow(0);
    updateButtons();
}

void KeptInventoriesDialog::updateButtons()
{
    const bool hasOne = !selectedPath().isEmpty();
    m_open->setEnabled(hasOne);
    m_remove->setEnabled(hasOne);
}

QString KeptInventoriesDialog::selectedPath() const
{
    const QTableWidgetItem *item = m_list->item(m_list->currentRow(), 0);
    return item && item->isSelected() ? item->data(Qt::UserRole).toString() : QString();
}

void KeptInventoriesDialog::openSelected()
{
    const QString path = selectedPath();
    if (path.isEmpty())
        return;
    Q_EMIT openRequested(path);
    accept();
}

//! The list shows what is still there.
void KeptInventoriesDialog::removeSelected()
{
    const QString path = selectedPath();
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove an inventory"),
                                     tr("Remove the inventory of %1? This cannot be undone.")
                                         .arg(m_list->item(m_list->currentRow(), 0)->text()),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"reallyRemoveButton"_s);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, path] {
        const bool isRemoved = removeKeptInventory(path);
        if (isRemoved)
            Q_EMIT removed(path);
        showInventories();
        if (!isRemoved)
            m_sum->setText(tr("It could not be removed."));
    });
    question->open();
}

void KeptInventoriesDialog::applyLimits()
{
    m_settings.setInventoriesToKeep(m_count->value());
    m_settings.setGigabytesToKeep(m_gigabytes->value());
}

} // namespace Vestibule
