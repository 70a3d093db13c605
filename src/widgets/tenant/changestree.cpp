// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/changestree.h"

#include "core/connectionfield.h"
#include "formats/driftencoder.h"
#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "models/drifttext.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int LeastName = 24; //!< characters, with what it is indented
constexpr int HeadPadding = 12; //!< wider than what the first head has on both sides of its title
constexpr int Indentation = 24; //!< with the margin before the arrow
constexpr int ArrowShift = 4; //!< from the middle of it to where the tables' texts begin
constexpr int RowPadding = 10; //!< above and below a row's text, as in the tables

//! Draws groups in bold, and values that were not sent muted.
class ChangesDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), option.fontMetrics.height() + RowPadding};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid() && index.column() == int(DriftColumn::Name))
            option->font.setBold(true);
        if (index.data(MeaningRole).value<CellMeaning>() == CellMeaning::NotSent)
            option->palette.setColor(QPalette::Text, mutedTextColor(option->palette));
    }
};

} // namespace

ChangesTree::ChangesTree(DriftModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ChangesDelegate(this));
    setPadding(*this, *header());
    setIndentation(Indentation);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    connect(&model, &QAbstractItemModel::modelReset, this, &ChangesTree::updateFields);
}

ChangesTree::~ChangesTree() = default;

int usualValueWidth(const QFontMetrics &metrics)
{
    int width = metrics.horizontalAdvance(driftValueWord({}, {.kind = DriftValue::Kind::Absent}));
    for (const CellMeaning level : {CellMeaning::AccessNone, CellMeaning::AccessReadOnly,
                                    CellMeaning::AccessLimited, CellMeaning::AccessFull})
        width = std::max(width, metrics.horizontalAdvance(accessWord(level)));
    return width;
}

void ChangesTree::updateFields()
{
    m_fields.clear();
    if (m_model.rows()) {
        for (const DriftChange &change : m_model.rows()->drift->changes)
            m_fields.insert(change.field);
    }
    fitColumns();
}

//! The kind has the width of its longest usual word, and the field that of the longest one that
//! differs, so that no filter moves them; a long field of the tenant is cut. The others share what
//! is left: of names and values, each may be long.
void ChangesTree::fitColumns()
{
    constexpr int CellMargin = 16;
    const QFontMetrics metrics(font());
    int kind = metrics.horizontalAdvance(differencesText(9'999));
    for (const DriftKind each :
         {DriftKind::Added, DriftKind::Removed, DriftKind::Changed, DriftKind::NotComparable})
        kind = std::max(kind, metrics.horizontalAdvance(driftKindWord(each)));
    int longestField = 0; // of those that have a title
    for (const ConnectionField each : AllConnectionFields)
        longestField = std::max(longestField, metrics.horizontalAdvance(fieldTitle(each)));
    int field = 0;
    for (const QString &each : std::as_const(m_fields))
        field = std::max(field, metrics.horizontalAdvance(driftFieldTitle(each)));
    kind += CellMargin;
    field = std::max(std::min(field, longestField) + CellMargin,
                     header()->sectionSizeHint(int(DriftColumn::Field)) + HeadPadding);
    int value = usualValueWidth(metrics) + CellMargin;
    const int rest = std::max(0, viewport()->width() - kind - field);
    // Without room for names and values, the values stay in the details alone.
    const int name = std::max(LeastName * metrics.averageCharWidth(),
                              header()->sectionSizeHint(int(DriftColumn::Name)) + HeadPadding);
    const bool hasValues = rest - 2 * value >= name;
    for (const DriftColumn column : {DriftColumn::Before, DriftColumn::After})
        setColumnHidden(int(column), !hasValues);
    value = std::max(value, std::min((rest - 2 * Indentation) / 3, (rest - name) / 2));
    header()->resizeSection(int(DriftColumn::Name), hasValues ? rest - 2 * value : rest);
    header()->resizeSection(int(DriftColumn::Kind), kind);
    header()->resizeSection(int(DriftColumn::Field), field);
    if (hasValues) {
        // The last one would keep its width from when it was hidden, if it is larger.
        for (const DriftColumn column : {DriftColumn::Before, DriftColumn::After})
            header()->resizeSection(int(column), value);
    }
}

void ChangesTree::copySelection() const
{
    std::set<DriftRows::Row> rows; // in the order of the drift
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (!m_model.isGroup(index)) {
            rows.insert(m_model.rowAt(index));
            continue;
        }
        const auto group = m_model.rows()->group(std::size_t(index.row()));
        rows.insert(group.begin(), group.end());
    }
    if (rows.empty())
        return;
    QList<DriftChange> changes;
    for (const DriftRows::Row row : rows)
        changes.append(m_model.rows()->change(row));
    const auto encoder = makeDriftEncoder({.csv = {.separator = u'\t'}}, *m_model.rows()->drift);
    QByteArray text = encoder->begin();
    text += encoder->encode(changes);
    text += encoder->end();
    copyToClipboard(QString::fromUtf8(text), *this,
                    tr("%n change(s) copied", nullptr, int(changes.size())));
}

void ChangesTree::copyCell() const
{
    if (currentIndex().isValid())
        copyToClipboard(currentIndex().data(TextRole).toString(), *this, tr("Cell copied"));
}

//! The same copies as in the lists.
void ChangesTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        isKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"changesMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *cell = menu->addAction(tr("Copy &cell"));
    cell->setEnabled(!index.data(TextRole).toString().isEmpty());
    connect(cell, &QAction::triggered, this, &ChangesTree::copyCell);
    connect(menu->addAction(tr("Copy &rows")), &QAction::triggered, this,
            &ChangesTree::copySelection);
    menu->popup(isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                      : event->globalPos());
}

void ChangesTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    QTreeView::keyPressEvent(event);
}

QItemSelectionModel::SelectionFlags ChangesTree::selectionCommand(const QModelIndex &index,
                                                                  const QEvent *event) const
{
    const auto key = selectingKey(event);
    return QTreeView::selectionCommand(index, key ? key.get() : event);
}

void ChangesTree::drawBranches(QPainter *painter, const QRect &place,
                               const QModelIndex &index) const
{
    QTreeView::drawBranches(painter,
                            place.translated(isRightToLeft() ? -ArrowShift : ArrowShift, 0), index);
}

void ChangesTree::resizeEvent(QResizeEvent *event)
{
    const bool hidesCurrent = hidesCurrentRow(*this, *event);
    QTreeView::resizeEvent(event);
    fitColumns();
    if (hidesCurrent)
        scrollTo(currentIndex());
}

void ChangesTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

} // namespace Vestibule
