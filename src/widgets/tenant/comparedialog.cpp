// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/comparedialog.h"

#include "inventory/keptinventories.h"
#include "models/displaytext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/programstyle.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

CompareDialog::CompareDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_compare(new QPushButton(tr("&Compare"), this))
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare with"));
    m_list->setObjectName(u"comparedInventories"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setProperty(ProgramStyle::PaddedProperty, true);
    m_compare->setObjectName(u"compareChosenButton"_s);
    addInventories(content);
    const bool isLatestOpen = content.openPath == content.workingPath;
    auto *note = new QLabel(m_list->count() > 0
                                ? isLatestOpen ? tr("Earlier inventories of this tenant:")
                                               : tr("Other inventories of this tenant:")
                                : tr("There is no earlier inventory of this tenant yet: the next "
                                     "sweep keeps the current one. You can also choose a file."),
                            this);
    note->setObjectName(u"compareNote"_s);
    note->setWordWrap(true);
    auto *file = new QPushButton(tr("Another &file…"), this);
    file->setObjectName(u"compareFileButton"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const bool hasChoice = m_list->count() > 0;
    if (hasChoice) {
        buttons->addButton(m_compare, QDialogButtonBox::ActionRole);
        m_compare->setDefault(true);
    }
    buttons->addButton(file, QDialogButtonBox::ActionRole);
    buttons->setFocusProxy(nullptr); // it would lead Tab back to its first button
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_compare, &QPushButton::clicked, this, &CompareDialog::choose);
    connect(m_list, &QListWidget::itemActivated, this, &CompareDialog::choose);
    connect(file, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT fileRequested();
    });
    m_list->setVisible(hasChoice);
    m_compare->setVisible(hasChoice);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(firstSize(scaledToFont({420, m_list->count() > 0 ? 280 : 1}), *this));
}

CompareDialog::~CompareDialog() = default;

//! The newest first.
void CompareDialog::addInventories(const Content &content)
{
    if (content.workingPath.isEmpty())
        return;
    constexpr int Leading = 12; // between the rows, as in a table
    const QLocale locale;
    const auto add = [&](const QString &path, const QString &text) {
        if (path == content.openPath)
            return;
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, path);
        item->setSizeHint({0, m_list->fontMetrics().height() + Leading});
    };
    if (QFileInfo::exists(content.workingPath))
        add(content.workingPath, tr("The latest sweep"));
    for (const KeptInventory &kept : keptInventories(content.workingPath))
        add(kept.path,
            tr("%1 (%2)", "a time, the size of a file")
                .arg(readTimeText(kept.ended, {}), locale.formattedDataSize(kept.bytes, 1)));
    m_list->setCurrentRow(0);
}

void CompareDialog::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    accept();
    Q_EMIT inventoryChosen(item->data(Qt::UserRole).toString());
}

} // namespace Vestibule
