// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/sidelist.h"

#include "models/displaytext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/controls/theming.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int FirstWidth = 184;
constexpr int LeastWidth = 120;
constexpr int EntryMargin = 6; // left of an entry's background; right of it is the scroll bar
constexpr int EntryPadding = 8; // between the background's left edge and the text
constexpr int CountPadding = 4; // between the number and the background's right edge
constexpr int ShareBarWidth = 18; // and no more, for the sake of the words
constexpr int ShareBarHeight = 3;
constexpr int ShareBarGap = 6; // between the text and the bar
constexpr int EntryGap = 8;

QString countText(const SideList::Entry &entry)
{
    return entry.count ? QLocale().toString(qlonglong(*entry.count)) : QString();
}

QFont headingFont(QFont font)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

//! Draws an entry: its text, a bar if it leaves the text whole, and its number at the right. A long
//! text is cut: the numbers are read down their column, and the tooltip has all of the text.
class EntryDelegate final : public QStyledItemDelegate {
public:
    explicit EntryDelegate(SideList *list)
        : QStyledItemDelegate(list)
        , m_list(*list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const SideList::Entry &entry = m_list.entries().at(index.row());
        const int height = option.fontMetrics.height();
        return {0, entry.key.isEmpty() ? height + 14 : height + 2 * paddingAbove(entry)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const SideList::Entry &entry = m_list.entries().at(index.row());
        painter->save();
        if (entry.key.isEmpty())
            paintHeading(*painter, option, entry);
        else
            paintEntry(*painter, option, entry);
        painter->restore();
    }

private:
    //! As read from left to right.
    static QRect contentPlace(const QRect &entry)
    {
        return entry.adjusted(EntryMargin + EntryPadding, 0, -CountPadding, 0);
    }

    static QRect mirrored(const QStyleOptionViewItem &option, const QRect &place)
    {
        return QStyle::visualRect(option.direction, option.rect, place);
    }

    static int paddingAbove(const SideList::Entry &entry) { return entry.isPlace ? 5 : 4; }

    [[nodiscard]] int countWidth(const SideList::Entry &entry, const QFontMetrics &metrics) const
    {
        const QString count = countText(entry);
        if (count.isEmpty())
            return 0;
        return EntryGap
            + std::max(metrics.horizontalAdvance(m_list.widestCount()),
                       metrics.horizontalAdvance(count));
    }

    static void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                             const SideList::Entry &entry)
    {
        painter.setFont(headingFont(option.font));
        QPalette colors = option.palette;
        colors.setCurrentColorGroup(QPalette::Active); // no item for clicks, but a text to read
        painter.setPen(mutedTextColor(colors));
        const QRect place = mirrored(option, contentPlace(option.rect)).adjusted(0, 0, 0, -3);
        painter.drawText(
            place, Qt::AlignLeft | Qt::AlignBottom,
            painter.fontMetrics().elidedText(entry.text.toUpper(), Qt::ElideRight, place.width()));
    }

    void paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                    const SideList::Entry &entry) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF background =
            QRectF(mirrored(option, option.rect.adjusted(EntryMargin, 1, 0, -1)));
        QColor text = option.palette.color(QPalette::WindowText);
        if (entry.isChosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(option.palette.color(QPalette::Highlight));
            painter.drawRoundedRect(background, 4, 4);
            text = option.palette.color(QPalette::HighlightedText);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(
                QPen(entry.isChosen ? text : option.palette.color(QPalette::Highlight), 2));
            painter.drawRoundedRect(background.adjusted(2, 2, -2, -2), 3, 3);
        }
        painter.setPen(text);
        painter.setFont(option.font);
        QRect place = contentPlace(option.rect);
        const double share = std::clamp(entry.share.value_or(0), 0.0, 1.0);
        const int width = share > 0 ? std::max(2, int(ShareBarWidth * share)) : 0;
        const int room = place.width() - countWidth(entry, option.fontMetrics);
        // The word says more than the bar, whose number stands beside it.
        const bool hasBar = width > 0
            && option.fontMetrics.horizontalAdvance(entry.text) <= room - width - ShareBarGap;
        const QRect visible = mirrored(option, place);
        painter.drawText(visible, Qt::AlignLeft | Qt::AlignVCenter,
                         option.fontMetrics.elidedText(entry.text, Qt::ElideRight, room));
        painter.drawText(visible, Qt::AlignRight | Qt::AlignVCenter, countText(entry));
        if (!hasBar)
            return;
        place.setRight(place.right() - countWidth(entry, option.fontMetrics));
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.isChosen ? text : option.palette.color(QPalette::Highlight));
        const QRect line(place.right() - width + 1, place.center().y() - 1, width, ShareBarHeight);
        painter.drawRoundedRect(mirrored(option, line), 1.5, 1.5);
    }

    const SideList &m_list;
};

bool isAsHigh(const SideList::Entry &one, const SideList::Entry &other)
{
    return one.key.isEmpty() == other.key.isEmpty() && one.isPlace == other.isPlace;
}

QString wholeText(const SideList::Entry &entry)
{
    return entry.wholeText.isEmpty() ? entry.text : entry.wholeText;
}

QString spokenText(const SideList::Entry &entry)
{
    if (entry.key.isEmpty())
        return entry.text;
    QStringList parts{wholeText(entry)};
    if (entry.count)
        parts.append(countText(entry));
    if (entry.isChosen)
        parts.append(SideList::tr("chosen", "a place or a filter"));
    return parts.join(", "_L1);
}

} // namespace

SideList::SideList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"sideList"_s);
    setAccessibleName(tr("Places and filters"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new EntryDelegate(this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    reserveScrollBar(*this);
    viewport()->setAutoFillBackground(false); // the window's colour: it is no table
    connect(this, &QListWidget::itemClicked, this, &SideList::choose);
}

SideList::~SideList() = default;

void SideList::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    const int row = currentRow();
    const QString key = row >= 0 && row < m_entries.size() ? m_entries.at(row).key : QString();
    const QList<Entry> before = std::exchange(m_entries, entries);
    QString widest = QLocale().toString(10); // the bars stay where they are for smaller numbers
    for (const Entry &entry : entries) {
        if (entry.share && countText(entry).size() > widest.size())
            widest = countText(entry);
    }
    const bool isSameShape = std::exchange(m_widestCount, widest) == widest
        && std::ranges::equal(before, entries, isAsHigh);
    while (count() > entries.size())
        delete takeItem(count() - 1);
    while (count() < entries.size())
        addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const Entry &entry = entries.at(i);
        if (i < before.size() && before.at(i) == entry)
            continue; // each page has other numbers, but most words stay
        update(indexFromItem(item(i)));
        item(i)->setText(entry.text);
        item(i)->setData(Qt::AccessibleTextRole, spokenText(entry));
        item(i)->setToolTip(literalToolTip(wholeText(entry)));
        item(i)->setFlags(entry.key.isEmpty() ? Qt::NoItemFlags
                                              : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    const auto kept = std::ranges::find(entries, key, &Entry::key);
    const auto place = std::ranges::find(entries, true, &Entry::isChosen);
    if (!key.isEmpty() && kept != entries.end())
        setCurrentRow(int(kept - entries.begin()));
    else if (place != entries.end())
        setCurrentRow(int(place - entries.begin()));
    if (isSameShape)
        return;
    doItemsLayout();
    viewport()->update();
}

QSize SideList::sizeHint() const
{
    return {scaledToFont({FirstWidth, 1}).width(), QListWidget::sizeHint().height()};
}

QSize SideList::minimumSizeHint() const
{
    return {scaledToFont({LeastWidth, 1}).width(), QListWidget::minimumSizeHint().height()};
}

//! QListView would lay out and paint all entries again. A changed text never changes the height of
//! its entry, so painting the changed ones is enough.
void SideList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                           const QList<int> &roles)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): passes over QListView's
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

void SideList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(currentItem());
    default:
        QListWidget::keyPressEvent(event);
    }
}

void SideList::choose(const QListWidgetItem *item)
{
    if (!item)
        return;
    const QString key = m_entries.at(row(item)).key; // the handler may replace the entries
    if (!key.isEmpty())
        Q_EMIT chosen(key);
}

} // namespace Vestibule
