// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/filterheader.h"

#include "core/pastedtext.h"
#include "widgets/controls/theming.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int FieldGap = 2; // above and below a field, and after it

} // namespace

QRect pinnedEdge(const QWidget &widget, const QRect &pinned)
{
    const int x = widget.isRightToLeft() ? pinned.left() : pinned.right();
    return {x, pinned.top(), 1, pinned.height()};
}

FilterHeader::FilterHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    // As QTableView sets up its own.
    setSectionsClickable(true);
    setHighlightSections(true);
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int /*before*/, int now) {
        // A hidden filter must not hide rows.
        if (now == 0 && section < m_fields.size())
            m_fields.at(section)->clear();
        placeFields();
    });
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        placeFields();
        orderFields();
    });
    connect(this, &QHeaderView::geometriesChanged, this, &FilterHeader::placeFields);
}

FilterHeader::~FilterHeader() = default;

void FilterHeader::setFiltersShown(bool isShown)
{
    if (isShown == m_areShown)
        return;
    m_areShown = isShown;
    if (isShown)
        makeFields();
    else
        clearTexts();
    updateGeometry();
    updateGeometries();
    placeFields();
    Q_EMIT geometriesChanged(); // so that the table gives the header its new height
}

void FilterHeader::makeFields()
{
    while (m_fields.size() < count()) {
        auto *field = new QLineEdit(this);
        const auto section = int(m_fields.size());
        field->setObjectName(u"columnFilter%1"_s.arg(section));
        field->installEventFilter(this);
        connect(field, &QLineEdit::textChanged, this, &FilterHeader::textsChanged);
        m_fields.append(field);
    }
    for (int section = 0; section < m_fields.size(); ++section) {
        QLineEdit *field = m_fields.at(section);
        const QString title =
            model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        field->setPlaceholderText(tr("Filter", "a field under the title of a column"));
        field->setAccessibleName(tr("Filter: %1", "the title of a column").arg(title));
        field->setToolTip(tr("Only rows that contain this text in this column"));
    }
    orderFields();
}

QHash<int, QString> FilterHeader::texts() const
{
    QHash<int, QString> all;
    for (int section = 0; m_areShown && section < m_fields.size(); ++section) {
        const QString text = visibleText(m_fields.at(section)->text()).trimmed();
        if (!text.isEmpty() && sectionSize(section) > 0)
            all.insert(section, text);
    }
    return all;
}

void FilterHeader::clearTexts()
{
    bool isChanged = false;
    for (QLineEdit *field : std::as_const(m_fields)) {
        const QSignalBlocker blocker(field); // one change in place of ten
        isChanged = isChanged || !field->text().isEmpty();
        field->clear();
    }
    if (isChanged)
        Q_EMIT textsChanged();
}

void FilterHeader::focusField(int section)
{
    if (!m_areShown || m_fields.isEmpty())
        return;
    if (section < 0 || section >= m_fields.size() || isSectionHidden(section)) {
        for (int position = 0; position < count(); ++position) {
            section = logicalIndex(position);
            if (!isSectionHidden(section))
                break;
        }
    }
    m_fields.at(section)->setFocus(Qt::ShortcutFocusReason);
    m_fields.at(section)->selectAll();
}

int FilterHeader::rowHeight() const
{
    if (!m_areShown || m_fields.isEmpty())
        return 0;
    return m_fields.constFirst()->sizeHint().height() + 2 * FieldGap;
}

QRect FilterHeader::pinnedPlace() const
{
    if (m_pinned < 0 || m_pinned >= count() || isSectionHidden(m_pinned))
        return {};
    const int width = sectionSize(m_pinned);
    const int room = viewport()->width();
    const int left = sectionViewportPosition(m_pinned);
    const int place = isRightToLeft() ? std::min(left, room - width) : std::max(left, 0);
    return place == left || 2 * width > room ? QRect() : QRect(place, 0, width, 0);
}

//! How far the section under the mouse is drawn from its own place.
int FilterHeader::shiftAt(const QPoint &place) const
{
    const QRect pinned = pinnedPlace();
    const bool isOnIt = place.x() >= pinned.left() && place.x() < pinned.left() + pinned.width();
    return !pinned.isNull() && (isOnIt || m_isPinnedPressed)
        ? sectionViewportPosition(m_pinned) - pinned.left()
        : 0;
}

int FilterHeader::sectionAt(const QPoint &place) const
{
    return logicalIndexAt(place.x() + shiftAt(place));
}

//! The base class looks for the section at its own place.
bool FilterHeader::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int shift = shiftAt(mouse->position().toPoint());
        m_isPinnedPressed = shift != 0 && event->type() != QEvent::MouseButtonRelease
            && mouse->buttons() != Qt::NoButton;
        if (shift == 0)
            break;
        QMouseEvent shifted(mouse->type(), mouse->position() + QPointF(shift, 0),
                            mouse->globalPosition(), mouse->button(), mouse->buttons(),
                            mouse->modifiers(), mouse->pointingDevice());
        const bool isHandled = QHeaderView::viewportEvent(&shifted);
        event->setAccepted(shifted.isAccepted());
        return isHandled;
    }
    case QEvent::ToolTip:
    case QEvent::WhatsThis: {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int shift = shiftAt(help->pos()); shift != 0) {
            QHelpEvent shifted(help->type(), help->pos() + QPoint(shift, 0), help->globalPos());
            return QHeaderView::viewportEvent(&shifted);
        }
        break;
    }
    default:
        break;
    }
    return QHeaderView::viewportEvent(event);
}

void FilterHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const QRect pinned = pinnedPlace();
    if (pinned.isNull())
        return;
    QPainter painter(viewport());
    const QRect place(pinned.left(), 0, pinned.width(), viewport()->height());
    painter.fillRect(place, palette().color(QPalette::Window));
    paintSection(&painter, place, m_pinned);
    painter.fillRect(pinnedEdge(*this, place), lineColor(palette()));
}

//! With the room for the arrow of sorting, so that it moves no column and cuts no title. The base
//! class would measure a bold font, which only highlighted titles have.
QSize FilterHeader::sectionSizeFromContents(int section) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.section = section;
    option.text = model()->headerData(section, orientation()).toString();
    option.sortIndicator = QStyleOptionHeader::SortDown;
    const QSize size = style()->sizeFromContents(QStyle::CT_HeaderSection, &option, {}, this);
    return {size.width(), QHeaderView::sectionSizeFromContents(section).height()};
}

QSize FilterHeader::sizeHint() const
{
    const QSize titles = QHeaderView::sizeHint();
    return {titles.width(), titles.height() + rowHeight()};
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, rowHeight());
    QHeaderView::updateGeometries();
    placeFields();
}

//! A field begins where the title and the cells of its column do, and that of the last column ends
//! where they do: at the margin of the window.
QRect FilterHeader::fieldPlace(int section, const QRect &room) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, section);
    option.sortIndicator = QStyleOptionHeader::None; // which moves no field
    option.rect = room;
    const QRect title = QStyle::visualRect(
        layoutDirection(), room, style()->subElementRect(QStyle::SE_HeaderLabel, &option, this));
    const bool isLast = option.position == QStyleOptionHeader::OnlyOneSection
        || option.position
            == (isRightToLeft() ? QStyleOptionHeader::Beginning : QStyleOptionHeader::End);
    QRect place = room.adjusted(0, FieldGap, -FieldGap, -FieldGap);
    place.setLeft(title.left());
    if (isLast)
        place.setRight(title.right());
    return QStyle::visualRect(layoutDirection(), room, place);
}

void FilterHeader::placeFields()
{
    const QRect pinned = pinnedPlace();
    if (m_pinned >= 0) // what was scrolled has moved with the picture of the pinned section
        viewport()->update();
    for (int section = 0; section < m_fields.size(); ++section) {
        QLineEdit *field = m_fields.at(section);
        // A section that is being hidden has no size before it is hidden.
        field->setVisible(m_areShown && sectionSize(section) > 0);
        const bool isPinned = section == m_pinned && !pinned.isNull();
        if (isPinned)
            field->raise();
        const int left = isPinned ? pinned.left() : sectionViewportPosition(section);
        const QRect room(viewport()->x() + left, height() - rowHeight(), sectionSize(section),
                         rowHeight());
        field->setGeometry(fieldPlace(section, room));
    }
}

//! Tab goes through the fields from left to right, and then to the rows. Only the fields are moved
//! in the order of Tab, to the place before the table; moving the table would bring it behind
//! everything that was made before the fields.
void FilterHeader::orderFields()
{
    QWidget *table = parentWidget();
    QWidget *before = table->previousInFocusChain();
    while (before != table
           && ((before->focusPolicy() & Qt::TabFocus) == 0 || table->isAncestorOf(before)))
        before = before->previousInFocusChain();
    const bool isAlone = before == table;
    if (isAlone)
        before = nullptr;
    for (int position = 0; position < m_fields.size(); ++position) {
        QLineEdit *field = m_fields.at(logicalIndex(position));
        if (before)
            setTabOrder(before, field);
        before = field;
    }
    if (isAlone && before)
        setTabOrder(before, table);
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    // The header's own scroll bars come here, too.
    const auto section = m_fields.indexOf(qobject_cast<QLineEdit *>(watched));
    if (section >= 0 && event->type() == QEvent::KeyPress)
        return handleKey(*m_fields.at(section), static_cast<QKeyEvent *>(event)->key());
    if (section >= 0 && event->type() == QEvent::FocusIn)
        Q_EMIT fieldFocused(int(section));
    return QHeaderView::eventFilter(watched, event);
}

//! As the find field does; Escape in an empty field leaves it.
bool FilterHeader::handleKey(QLineEdit &field, int key)
{
    switch (key) {
    case Qt::Key_Escape:
        if (field.text().isEmpty())
            Q_EMIT left();
        field.clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        Q_EMIT left();
        return true;
    default:
        return false;
    }
}

bool FilterHeader::event(QEvent *event)
{
    const bool isHandled = QHeaderView::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        placeFields();
    return isHandled;
}

} // namespace Vestibule
