// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/linklistview.h"

#include "models/inventorytext.h"
#include "session/inventorylisting.h"
#include "widgets/controls/accessladder.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/table/celldelegate.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int LinkMargin = ProgramStyle::EdgeMargin; // of the pane, too
constexpr int LinkPadding = 6; // above and below
constexpr int LinkGap = 8;
constexpr int LinkIcon = 16;

//! Where the parts of an entry are, in a row from left to right.
struct EntryPlaces {
    EntryPlaces(const QRect &row, const QFontMetrics &text, const QString &linkText)
    {
        const QRect inside = row.adjusted(LinkMargin, LinkPadding, -LinkMargin, -LinkPadding - 1);
        const int half = inside.height() / 2;
        first = QRect(inside.left(), inside.top(), inside.width(), half);
        second = QRect(inside.left(), inside.top() + half, inside.width(), half);
        link = second;
        link.setLeft(link.right() - 1 - text.horizontalAdvance(linkText)); // and for rounding
    }

    QRect first;
    QRect second;
    QRect link; //!< in the second line
};

int entryHeight(const QFontMetrics &text)
{
    return 2 * (text.height() + 2) + 2 * LinkPadding + 1;
}

QString linkText(LinkListModel::NamedBy namedBy)
{
    return namedBy == LinkListModel::NamedBy::Organization
        ? LinkListView::tr("Open ›", "an organization in the tenant")
        : LinkListView::tr("Links ›", "of a connection");
}

class LinkEntryDelegate final : public QStyledItemDelegate {
public:
    LinkEntryDelegate(const LinkListModel &model, LinkListModel::NamedBy namedBy,
                      const QPersistentModelIndex &hovered, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_namedBy(namedBy)
        , m_hovered(hovered)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, entryHeight(option.fontMetrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given,
               const QModelIndex &index) const override
    {
        painter->save();
        QStyleOptionViewItem option = given;
        const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
        option.state.setFlag(QStyle::State_HasFocus, false);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                              option.widget);
        const EntryPlaces places(option.rect, option.fontMetrics, linkText(m_namedBy));
        if (const auto entry = m_model.entryAt(index.row()))
            paintEntry(*painter, option, places, *entry, m_hovered == index);
        else
            write(*painter, option, places.first, u"…"_s, option.font,
                  mutedTextColor(option.palette), Qt::AlignLeft);
        drawLines(*painter, option, isFocused);
        painter->restore();
    }

private:
    //! In a place from left to right. Returns how much of it the text needs.
    static int write(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                     const QString &text, const QFont &font, const QColor &color,
                     Qt::Alignment side)
    {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, place.width()));
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, place),
                         int(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter)
                             | Qt::TextSingleLine,
                         shown);
        return metrics.horizontalAdvance(shown);
    }

    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                    const EntryPlaces &places, const LinkListModel::Entry &entry,
                    bool isHovered) const
    {
        const QColor color = option.palette.color(QPalette::Active, QPalette::Text);
        const QColor muted = mutedTextColor(option.palette);
        const auto iconAt = [&](int left, const QRect &line, const QSize &size) {
            const QRect place(QPoint(left, line.center().y() - size.height() / 2 + 1), size);
            return QStyle::visualRect(option.direction, option.rect, place);
        };
        QRect first = places.first;
        const bool hasLadder = isAccessLevel(entry.levelMeaning);
        const int level =
            write(painter, option, first.adjusted(first.width() / 3, 0, 0, 0), entry.level,
                  option.font, hasLadder ? color : muted, Qt::AlignRight);
        first.setRight(first.right() - level - LinkGap);
        if (hasLadder) {
            const QSize size = accessLadderSize(option.fontMetrics);
            first.setRight(first.right() - size.width());
            accessLadderIcon(entry.levelMeaning)
                .paint(&painter, iconAt(first.right() + 1, first, size));
            first.setRight(first.right() - LinkGap);
        }
        QFont bold = option.font;
        bold.setBold(true);
        write(painter, option, first, entry.name, bold, color, Qt::AlignLeft);

        QRect second = places.second;
        second.setRight(places.link.left() - LinkGap);
        if (entry.enabled == CellMeaning::Yes || entry.enabled == CellMeaning::No) {
            symbolIcon(entry.enabled == CellMeaning::Yes ? u"yes"_s : u"no"_s)
                .paint(&painter, iconAt(second.left(), second, {LinkIcon, LinkIcon}));
            second.setLeft(second.left() + LinkIcon + LinkGap / 2);
        }
        write(painter, option, second, entry.state, option.font, muted, Qt::AlignLeft);
        QFont link = option.font;
        link.setUnderline(isHovered);
        write(painter, option, places.link, linkText(m_namedBy), link,
              option.palette.color(QPalette::Active, QPalette::Link), Qt::AlignRight);
    }

    //! As in the tables: a line below each entry; with the focus, one above it as well.
    static void drawLines(QPainter &painter, const QStyleOptionViewItem &option, bool isFocused)
    {
        const QRect &place = option.rect;
        const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
        const QColor quiet =
            mixed(lineColor(option.palette), option.palette.color(QPalette::Base), 0.5);
        const QSize line(place.width(), 1);
        painter.fillRect(QRect(place.bottomLeft(), line), isFocused ? accent : quiet);
        if (isFocused)
            painter.fillRect(QRect(place.topLeft(), line), accent);
    }

    const LinkListModel &m_model;
    const LinkListModel::NamedBy m_namedBy;
    const QPersistentModelIndex &m_hovered;
};

} // namespace

LinkListView::LinkListView(InventoryListing &listing, LinkListModel::NamedBy namedBy,
                           QWidget *parent)
    : QListView(parent)
    , m_listing(listing)
    , m_namedBy(namedBy)
    , m_model(listing.model(), namedBy)
    , m_orderMenu(new QMenu(this))
{
    const bool areOrganizations = namedBy == LinkListModel::NamedBy::Organization;
    setAccessibleName(
        listTitle(areOrganizations ? InventoryList::Organizations : InventoryList::Connections));
    setAccessibleDescription(areOrganizations ? tr("Enter opens the organization in the tenant.")
                                              : tr("Enter shows the links of the connection."));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true); // or each of a hundred thousand would be asked for its height
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    viewport()->setMouseTracking(true);
    setItemDelegate(new LinkEntryDelegate(m_model, namedBy, m_hovered, this));
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &LinkListView::remember);
    setModel(&m_model);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LinkListView::restore);
    connect(&listing.model(), &InventoryModel::rowsRead, this, [this](int first, int last) {
        const int row = currentIndex().row();
        if (row >= first && row <= last)
            Q_EMIT rowSelected();
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LinkListView::rowSelected);
    connect(this, &QAbstractItemView::doubleClicked, this, &LinkListView::open);
    connect(&listing, &InventoryListing::changed, this, &LinkListView::showOrder);
    makeOrderMenu();
    listing.setOrder(m_model.columns().constFirst(), false);
    showOrder();
}

LinkListView::~LinkListView() = default;

void LinkListView::makeOrderMenu()
{
    m_orderMenu->setTitle(tr("&Sort by"));
    auto *group = new QActionGroup(m_orderMenu);
    for (const InventoryColumn column : m_model.columns()) {
        QAction *action = m_orderMenu->addAction(columnTitle(InventoryList::Links, column));
        action->setCheckable(true);
        action->setData(int(column));
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, column] { m_listing.setOrder(column, m_listing.query().isDescending); });
    }
    m_orderMenu->addSeparator();
    QAction *descending = m_orderMenu->addAction(tr("&Descending"));
    descending->setObjectName(u"descendingAction"_s);
    descending->setCheckable(true);
    connect(descending, &QAction::triggered, this, [this](bool isDescending) {
        m_listing.setOrder(m_listing.query().sortedBy, isDescending);
    });
}

void LinkListView::showOrder()
{
    const InventoryQuery &query = m_listing.query();
    for (QAction *action : m_orderMenu->actions()) {
        if (action->data().isValid())
            action->setChecked(action->data().toInt() == int(query.sortedBy));
        else if (action->isCheckable())
            action->setChecked(query.isDescending);
    }
}

const InventoryRow *LinkListView::selectedRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isSelected(current)
        ? m_listing.model().rowAt(current.row())
        : nullptr;
}

//! Copies contain the real names. Rows that are not read yet have no text to copy.
void LinkListView::copySelection() const
{
    QModelIndexList selected = selectionModel()->selectedRows();
    if (selected.isEmpty() && currentIndex().isValid())
        selected.append(currentIndex());
    std::ranges::sort(selected, {}, [](const QModelIndex &index) { return index.row(); });
    QStringList lines;
    for (const QModelIndex &index : std::as_const(selected))
        lines.append(m_model.copiedText(index.row()));
    lines.removeAll(QString()); // not read yet
    copyRows(lines, selected.size(), *this);
}

void LinkListView::select(const InventoryKey &key)
{
    m_wanted = key;
    takePosition();
}

void LinkListView::remember()
{
    setHovered({}); // before the reset, after which no index is valid
    m_finding.reset();
    if (const InventoryRow *row = selectedRow())
        m_wanted = keyOf(*row);
}

//! The keyboard starts at the first entry, without selecting it.
void LinkListView::restore()
{
    if (m_model.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_model.index(0), QItemSelectionModel::NoUpdate);
    takePosition();
    Q_EMIT rowSelected();
}

//! Asks where the entry is that is to be selected.
void LinkListView::takePosition()
{
    const InventorySourcePtr source = m_listing.source();
    if (!m_wanted || !source || m_model.rowCount() == 0)
        return;
    m_finding = source->find(m_listing.model().view(), *m_wanted);
    m_wanted.reset();
    connect(m_finding.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_finding);
        if (!reply->result() || !*reply->result())
            return;
        setCurrentIndex(m_model.index(int(**reply->result())));
        scrollTo(currentIndex(), PositionAtCenter);
    });
}

void LinkListView::open(const QModelIndex &index)
{
    if (const InventoryRow *row = index.isValid() ? m_listing.model().rowAt(index.row()) : nullptr)
        Q_EMIT rowOpened(InventoryRow(*row));
}

QRect LinkListView::linkPlace(const QModelIndex &index) const
{
    if (!index.isValid() || !m_listing.model().rowAt(index.row()))
        return {};
    const QRect row = visualRect(index);
    QRect place = EntryPlaces(row, fontMetrics(), linkText(m_namedBy)).link;
    place.adjust(-LinkGap / 2, -LinkGap / 2, LinkMargin, LinkPadding); // easy to hit
    return QStyle::visualRect(layoutDirection(), row, place);
}

QModelIndex LinkListView::linkAt(const QPoint &place) const
{
    const QModelIndex index = indexAt(place);
    return linkPlace(index).contains(place) ? index : QModelIndex();
}

void LinkListView::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    const QModelIndex before = std::exchange(m_hovered, QPersistentModelIndex(index));
    update(before);
    update(index);
    if (index.isValid())
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

bool LinkListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setHovered(linkAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::Leave)
        setHovered({});
    return QListView::viewportEvent(event);
}

void LinkListView::mousePressEvent(QMouseEvent *event)
{
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    m_pressed = isPlain ? linkAt(event->position().toPoint()) : QModelIndex();
    m_openedByClick = QModelIndex();
    QListView::mousePressEvent(event);
}

QItemSelectionModel::SelectionFlags LinkListView::selectionCommand(const QModelIndex &index,
                                                                   const QEvent *event) const
{
    const auto key = selectingKey(event);
    return QListView::selectionCommand(index, key ? key.get() : event);
}

void LinkListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    if (pressed.isValid() && linkAt(event->position().toPoint()) == pressed) {
        m_openedByClick = pressed;
        open(pressed);
    }
}

//! On a link, its first click has already opened the entry.
void LinkListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPersistentModelIndex opened = std::exchange(m_openedByClick, QPersistentModelIndex());
    if (opened.isValid() && indexAt(event->position().toPoint()) == opened)
        return;
    QListView::mouseDoubleClickEvent(event);
}

void LinkListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        isKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid() || !m_listing.model().rowAt(index.row()))
        return;
    const InventoryRow row = *m_listing.model().rowAt(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"linkListMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_namedBy == LinkListModel::NamedBy::Organization)
        connect(menu->addAction(tr("&Open in Tenant")), &QAction::triggered, this,
                [this, row] { Q_EMIT rowOpened(row); });
    connect(menu->addAction(m_namedBy == LinkListModel::NamedBy::Organization
                                ? tr("Show &Links of the Organization")
                                : tr("Show &Links of the Connection")),
            &QAction::triggered, this, [this, row] { Q_EMIT linksRequested(row); });
    menu->addSeparator();
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this, &LinkListView::copySelection);
    menu->addMenu(m_orderMenu);
    menu->popup(isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                      : event->globalPos());
}

void LinkListView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return open(currentIndex());
    QListView::keyPressEvent(event);
}

//! The focus of a list without entries, of which none can show it.
void LinkListView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    paintFocusOfNothing(*this);
}

} // namespace Vestibule
