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
#include <QTextLayout>

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
constexpr int ShareBarGap = 4; // between the text and the bar
constexpr int EntryGap = 8;
constexpr int MostLines = 3; // of an entry's text; what is longer is cut

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

//! As read from left to right.
QRect contentPlace(const QRect &entry)
{
    return entry.adjusted(EntryMargin + EntryPadding, 0, -CountPadding, 0);
}

int barWidth(const SideList::Entry &entry)
{
    const double share = std::clamp(entry.share.value_or(0), 0.0, 1.0);
    return share > 0 ? std::max(2, int(ShareBarWidth * share)) : 0;
}

//! With the gap before it.
int countWidth(const SideList::Entry &entry, const QString &widestCount,
               const QFontMetrics &metrics)
{
    const QString count = countText(entry);
    if (count.isEmpty())
        return 0;
    return EntryGap
        + std::max(metrics.horizontalAdvance(widestCount), metrics.horizontalAdvance(count));
}

//! Between words where possible. The number stands beside the first line, and leaves the others all
//! of the room. The last line that there may be has the rest, which is cut.
QStringList linesOf(const QString &text, const QFont &font, int firstRoom, int room)
{
    const QFontMetrics metrics(font);
    if (firstRoom <= 0 || metrics.horizontalAdvance(text) <= firstRoom)
        return {text};
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    qsizetype begin = 0;
    while (lines.size() + 1 < MostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(lines.isEmpty() ? firstRoom : room);
        lines.append(text.mid(begin, line.textLength()).trimmed());
        begin += line.textLength();
    }
    layout.endLayout();
    if (begin < text.size())
        lines.append(metrics.elidedText(text.mid(begin), Qt::ElideRight, room));
    return lines;
}

//! Draws an entry: its text, in as many lines as it needs, a bar if its group has them, and its
//! number at the right, where the numbers are read down their column.
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
        if (entry.key.isEmpty())
            return {0, height + 14};
        const auto more = int(m_list.shapes().at(index.row()).lines.size()) - 1;
        return {0, height + more * option.fontMetrics.lineSpacing() + 2 * paddingAbove(entry)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const SideList::Entry &entry = m_list.entries().at(index.row());
        painter->save();
        if (entry.key.isEmpty())
            paintHeading(*painter, option, entry);
        else
            paintEntry(*painter, option, entry, m_list.shapes().at(index.row()));
        painter->restore();
    }

private:
    static QRect mirrored(const QStyleOptionViewItem &option, const QRect &place)
    {
        return QStyle::visualRect(option.direction, option.rect, place);
    }

    static int paddingAbove(const SideList::Entry &entry) { return entry.isPlace ? 5 : 4; }

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
                    const SideList::Entry &entry, const SideList::Shape &shape) const
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
        // The number and the bar stand beside the first line.
        QRect place = contentPlace(option.rect);
        const int lineHeight = option.fontMetrics.lineSpacing();
        place.setHeight(place.height() - int(shape.lines.size() - 1) * lineHeight);
        const QRect first = mirrored(option, place);
        for (qsizetype i = 0; i < shape.lines.size(); ++i) {
            painter.drawText(first.translated(0, int(i) * lineHeight),
                             Qt::AlignLeft | Qt::AlignVCenter, shape.lines.at(i));
        }
        painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, countText(entry));
        const int width = barWidth(entry);
        if (!shape.hasBar || width == 0)
            return;
        place.setRight(place.right() - countWidth(entry, m_list.widestCount(), option.fontMetrics));
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.isChosen ? text : option.palette.color(QPalette::Highlight));
        const QRect line(place.right() - width + 1, place.center().y() - 1, width, ShareBarHeight);
        painter.drawRoundedRect(mirrored(option, line), 1.5, 1.5);
    }

    const SideList &m_list;
};

//! Entries with the same places for everything that is painted; their words may differ.
bool isSameKind(const SideList::Entry &one, const SideList::Entry &other)
{
    return one.key.isEmpty() == other.key.isEmpty() && one.isPlace == other.isPlace;
}

bool isDrawnAlike(const SideList::Shape &one, const SideList::Shape &other)
{
    return one.lines.size() == other.lines.size() && one.hasBar == other.hasBar;
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
    const bool isSameWidth = std::exchange(m_widestCount, widest) == widest;
    const QList<Shape> shapes = makeShapes();
    const QList<Shape> shapesBefore = std::exchange(m_shapes, shapes);
    const bool isEverythingInPlace = isSameWidth && std::ranges::equal(before, entries, isSameKind)
        && std::ranges::equal(shapesBefore, shapes, isDrawnAlike);
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
    if (isEverythingInPlace)
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

//! A group has bars if all of its texts leave room for theirs: a bar that is missing would look
//! like no rows.
QList<SideList::Shape> SideList::makeShapes() const
{
    const QFontMetrics metrics(font());
    const int room = contentPlace(viewport()->rect()).width();
    QList<Shape> shapes;
    qsizetype group = 0; // its first entry
    bool hasBars = true;
    const auto endGroup = [&] {
        for (; group < shapes.size(); ++group)
            shapes[group].hasBar = hasBars;
        hasBars = true;
    };
    for (const Entry &entry : m_entries) {
        if (entry.key.isEmpty()) {
            endGroup();
            shapes.append({.lines = {entry.text}});
            continue;
        }
        const int textRoom = room - countWidth(entry, m_widestCount, metrics);
        const int bar = barWidth(entry);
        if (bar > 0 && metrics.horizontalAdvance(entry.text) > textRoom - bar - ShareBarGap)
            hasBars = false;
        shapes.append({.lines = linesOf(entry.text, font(), textRoom, room)});
    }
    endGroup();
    return shapes;
}

void SideList::updateShapes()
{
    const QList<Shape> shapes = makeShapes();
    if (std::exchange(m_shapes, shapes) == shapes)
        return;
    doItemsLayout();
    viewport()->update();
}

void SideList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateShapes();
}

void SideList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    updateShapes();
}

//! QListView would lay out and paint all entries again. setEntries() does so where that is needed;
//! elsewhere painting the changed ones is enough.
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
