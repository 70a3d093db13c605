// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/programstyle.h"

#include "widgets/controls/busymotion.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qreal RingWidth = 2;
constexpr qreal Radius = 3; // of the corners of fields and buttons

QColor accentColor(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Highlight);
}

//! A ring of the accent inside the rectangle.
void drawRing(QPainter &painter, const QRect &place, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accentColor(palette), RingWidth));
    constexpr qreal Inset = RingWidth / 2;
    painter.drawRoundedRect(QRectF(place).adjusted(Inset, Inset, -Inset, -Inset), Radius, Radius);
    painter.restore();
}

//! Around a button the ring is at its edge, not among its text and icon; a box has it around its
//! text, because the box itself may be filled with the accent.
void drawFocus(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget))
        return; // drawn with the whole control
    QRect place = option.rect;
    if (qobject_cast<const QToolButton *>(widget))
        place = widget->rect();
    else if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget))
        place = place.adjusted(-3, -2, 4, 2).intersected(widget->rect());
    drawRing(painter, place, option.palette);
}

//! The tint of a selected row or cell, and the bar where it begins at the view's edge: also in a
//! table that is scrolled sideways.
void drawSelection(QPainter &painter, const QStyleOptionViewItem &item, const QWidget *widget)
{
    const QPalette &palette = item.palette;
    painter.fillRect(item.rect, selectionColor(palette));
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    if (!view)
        return;
    QRect bar = item.rect;
    if (item.direction == Qt::RightToLeft) {
        const int edge = view->viewport()->width();
        if (item.rect.right() < edge - ProgramStyle::AccentBarWidth || item.rect.left() >= edge)
            return;
        bar.setLeft(edge - ProgramStyle::AccentBarWidth);
    } else {
        if (item.rect.left() >= ProgramStyle::AccentBarWidth || item.rect.right() < 0)
            return;
        bar.setLeft(0);
    }
    bar.setWidth(ProgramStyle::AccentBarWidth);
    painter.fillRect(bar, accentColor(palette));
}

bool isSelectedInView(const QStyleOptionViewItem *item)
{
    return item && item->state.testFlag(QStyle::State_Selected) && item->showDecorationSelected;
}

bool isSorted(const QStyleOptionHeader *head)
{
    return head && head->orientation == Qt::Horizontal
        && head->sortIndicator != QStyleOptionHeader::None;
}

constexpr int SortArrowGap = 6; // between the text of a head and its arrow
constexpr int LeastSortArrowGap = 3; // where the column is narrow

int sortArrowSide(const QFontMetrics &text)
{
    return std::max(7, text.height() * 2 / 5);
}

//! In the middle of the head's height; the style below draws it a pixel higher and in the corner of
//! its place. As there, the tip of the ascending order is at the bottom.
void drawSortArrow(QPainter &painter, const QStyleOptionHeader &head)
{
    const qreal width = head.rect.width();
    const qreal height = width / 2;
    const qreal centre = head.rect.left() + width / 2;
    const qreal top = head.rect.top() + (head.rect.height() - height) / 2;
    const bool isUp = head.sortIndicator == QStyleOptionHeader::SortUp;
    const qreal base = isUp ? top + height : top;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(head.palette.color(QPalette::Active, QPalette::ButtonText));
    painter.drawPolygon(
        QPolygonF({QPointF(centre - width / 2, base), QPointF(centre + width / 2, base),
                   QPointF(centre, isUp ? top : top + height)}));
    painter.restore();
}

//! The same for push buttons, tool buttons and the buttons that draw themselves.
constexpr int IconGap = 6;

bool hasIconBesideText(const QStyleOptionToolButton *button)
{
    return button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon
        && !button->icon.isNull() && !button->text.isEmpty()
        && !button->features.testFlag(QStyleOptionToolButton::Arrow);
}

//! Icon and text together in the middle. The style below has two pixels between them, and more
//! after them than before.
void drawToolButtonLabel(const QStyle &style, const QStyleOptionToolButton &button,
                         QPainter &painter, const QWidget *widget)
{
    const bool isEnabled = button.state.testFlag(QStyle::State_Enabled);
    const int room = std::max(0, button.rect.width() - button.iconSize.width() - IconGap);
    const QString text =
        button.fontMetrics.elidedText(button.text, Qt::ElideMiddle, room, Qt::TextShowMnemonic);
    const int textWidth =
        std::min(room, button.fontMetrics.size(Qt::TextShowMnemonic, text).width());
    const int contents = button.iconSize.width() + IconGap + textWidth;
    const int left = button.rect.left() + (button.rect.width() - contents) / 2;
    const auto place = [&button](int x, int width) {
        return QStyle::visualRect(button.direction, button.rect,
                                  QRect(x, button.rect.top(), width, button.rect.height()));
    };
    const bool isHovered = button.state.testFlag(QStyle::State_MouseOver)
        && button.state.testFlag(QStyle::State_AutoRaise);
    QRect icon(QPoint(), button.iconSize); // a narrow one would grow into a higher place
    icon.moveCenter(place(left, button.iconSize.width()).center());
    button.icon.paint(&painter, icon, Qt::AlignCenter,
                      !isEnabled      ? QIcon::Disabled
                          : isHovered ? QIcon::Active
                                      : QIcon::Normal,
                      button.state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off);
    const bool isUnderlined = style.styleHint(QStyle::SH_UnderlineShortcut, &button, widget) != 0;
    const int mnemonic = isUnderlined ? int(Qt::TextShowMnemonic) : int(Qt::TextHideMnemonic);
    painter.save();
    painter.setFont(button.font);
    style.drawItemText(&painter, place(left + contents - textWidth, textWidth + 1),
                       int(Qt::AlignLeft | Qt::AlignVCenter) | mnemonic, button.palette, isEnabled,
                       text, QPalette::ButtonText);
    painter.restore();
}

constexpr int MenuArrowSide = 10; // as in the tenant's button
constexpr int MenuArrowGap = 4; // between the text and the arrow

//! A button whose whole surface opens its menu, as its arrow says.
bool hasMenuArrow(const QStyleOptionToolButton *button)
{
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->subControls.testFlag(QStyle::SC_ToolButtonMenu) && !button->text.isEmpty()
        && button->toolButtonStyle != Qt::ToolButtonIconOnly;
}

//! The style below presses a tiny arrow into the corner, onto the end of the text.
void drawMenuButton(const QStyle &style, const QStyleOptionToolButton &button, QPainter &painter,
                    const QWidget *widget)
{
    QStyleOptionToolButton frame = button;
    frame.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    frame.text.clear();
    frame.icon = {};
    style.drawComplexControl(QStyle::CC_ToolButton, &frame, &painter, widget);
    QStyleOptionToolButton label = button;
    const int textEnd = button.rect.right() - 2 * MenuArrowGap - MenuArrowSide;
    QRect text = button.rect;
    text.setLeft(text.left() + MenuArrowGap);
    text.setRight(textEnd);
    label.rect = QStyle::visualRect(button.direction, button.rect, text);
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, &painter, widget);
    QStyleOptionToolButton arrow = button;
    arrow.rect =
        QStyle::visualRect(button.direction, button.rect,
                           QRect(textEnd + MenuArrowGap + 1,
                                 button.rect.top() + (button.rect.height() - MenuArrowSide) / 2,
                                 MenuArrowSide, MenuArrowSide));
    style.drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, widget);
}

bool isPadded(const QWidget *widget)
{
    if (!widget)
        return false;
    // Asking for the property would search all those of the class by name first, and each cell that
    // is painted asks several times.
    const QList<QByteArray> own = widget->dynamicPropertyNames();
    return std::ranges::find(own, QByteArrayView(ProgramStyle::PaddedProperty)) != own.end();
}

//! What the first and the last head of a table need more than others, as their cells do.
struct EdgePadding {
    int start = 0;
    int end = 0;
};

EdgePadding edgePaddingOf(const QStyleOptionHeader &head, const QWidget *header, int margin)
{
    const QWidget *view = header ? header->parentWidget() : nullptr;
    const bool isTree = qobject_cast<const QTreeView *>(view) != nullptr;
    if (!isPadded(header) || (!isTree && !qobject_cast<const QTableView *>(view)))
        return {};
    using enum QStyleOptionHeader::SectionPosition;
    const int padding = std::max(0, ProgramStyle::EdgeMargin - margin);
    const bool isOnly = head.position == OnlyOneSection;
    // Qt counts them from the left in both directions.
    const bool isReversed = head.direction == Qt::RightToLeft;
    const bool isFirst = head.position == (isReversed ? End : Beginning);
    const bool isLast = head.position == (isReversed ? Beginning : End);
    return {.start = isOnly || isFirst ? padding : 0,
            .end = !isTree && (isOnly || isLast) ? padding : 0};
}

//! The grid of all dialogs: 12 pixels to the edge, 8 between two controls. 0: of anything else.
int roomInDialogs(QStyle::PixelMetric metric, const QWidget *widget)
{
    constexpr int Margin = 12;
    constexpr int Spacing = 8;
    const auto isInDialog = [widget] {
        return widget && qobject_cast<const QDialog *>(widget->window());
    };
    switch (metric) {
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return isInDialog() && widget->isWindow() ? Margin : 0;
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
        return isInDialog() ? Spacing : 0;
    default:
        return 0;
    }
}

//! What is clicked and stands alone, so that its height is its own.
bool isTarget(QStyle::ContentsType type, const QStyleOption *option)
{
    switch (type) {
    case QStyle::CT_PushButton:
    case QStyle::CT_ToolButton:
    case QStyle::CT_ComboBox:
    case QStyle::CT_SpinBox:
    case QStyle::CT_LineEdit:
    case QStyle::CT_MenuBarItem:
        return true;
    case QStyle::CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        return item && item->menuItemType != QStyleOptionMenuItem::Separator;
    }
    default:
        return false;
    }
}

//! A frame that says by its line whether the control can be used: dashed where no shade of grey may
//! say it. The tint of a banner does not take the high contrast from the buttons in it.
QPen framePen(const QStyleOption &option, bool isAccented = false)
{
    const QPalette program = QGuiApplication::palette();
    const bool isStrong = isHighContrast(option.palette) || isHighContrast(program);
    const QColor frame = isStrong ? option.palette.color(QPalette::Active, QPalette::WindowText)
                                  : frameColor(option.palette);
    if (!option.state.testFlag(QStyle::State_Enabled)) {
        return isStrong
            ? QPen(frame, 1, Qt::DashLine)
            : QPen(mixed(frame, option.palette.color(QPalette::Active, QPalette::Window), 0.6));
    }
    return QPen(isAccented ? accentColor(option.palette) : frame);
}

QRectF frameRect(const QRect &place)
{
    return QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawButton(QPainter &painter, const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const QStyle::State state = option.state;
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const bool isOn = state.testFlag(QStyle::State_On);
    const bool isDown = state.testFlag(QStyle::State_Sunken);
    const bool isHovered = isEnabled && state.testFlag(QStyle::State_MouseOver);
    const bool isFlat = (button && button->features.testFlag(QStyleOptionButton::Flat))
        || state.testFlag(QStyle::State_AutoRaise);
    if (isFlat && !isOn && !isDown && !isHovered)
        return;
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const QPalette &palette = option.palette;
    QColor fill = palette.color(QPalette::Button);
    const bool isFilled = fill == accentColor(palette); // such as the primary button
    if (isOn && !isFilled)
        fill = selectionColor(palette);
    if (isDown || isHovered)
        fill = mixed(palette.color(QPalette::ButtonText), fill, isDown ? 0.14 : 0.06);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(isFlat && !isOn ? QPen(lineColor(palette))
                                   : framePen(option, isOn || isDefault));
    painter.drawRoundedRect(frameRect(option.rect), Radius, Radius);
    painter.restore();
}

//! The frame of a field, with its ground.
void drawField(QPainter &painter, const QStyleOption &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(option.palette.color(isEnabled ? QPalette::Base : QPalette::Window));
    painter.setPen(framePen(option));
    painter.drawRoundedRect(frameRect(option.rect), Radius, Radius);
    painter.restore();
    if (isEnabled && option.state.testFlag(QStyle::State_HasFocus))
        drawRing(painter, option.rect, option.palette);
}

//! What is done. The style below fills a busy bar wholly, with stripes that hardly differ. One that
//! may not move has its part in the middle, so that it looks neither begun nor done.
void drawProgress(QPainter &painter, const QStyleOptionProgressBar &bar, const QWidget *widget)
{
    FilledPart part;
    if (bar.maximum > bar.minimum) {
        const double range = double(bar.maximum) - bar.minimum;
        part.end = std::clamp((double(bar.progress) - bar.minimum) / range, 0.0, 1.0);
    } else {
        auto *motion =
            widget ? widget->findChild<BusyMotion *>({}, Qt::FindDirectChildrenOnly) : nullptr;
        if (motion)
            motion->start();
        part = motion && motion->isMoving() ? motion->part() : FilledPart{0.35, 0.65};
    }
    const QRect room = bar.rect.adjusted(1, 1, -1, -1); // within the frame
    const int begin = qRound(part.begin * room.width());
    const QRect filled(room.left() + begin, room.top(), qRound(part.end * room.width()) - begin,
                       room.height());
    painter.fillRect(QStyle::visualRect(bar.direction, room, filled), accentColor(bar.palette));
}

//! The square of a check box, or the disc of a radio button.
void drawBox(QPainter &painter, const QStyleOption &option, bool isRound)
{
    const QStyle::State state = option.state;
    const QPalette &palette = option.palette;
    const bool isEnabled = state.testFlag(QStyle::State_Enabled);
    const bool isOn = state.testFlag(QStyle::State_On);
    const bool isPart = state.testFlag(QStyle::State_NoChange);
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(QPointF(int(box.left()) + 0.5, int(box.top()) + 0.5)); // sharp lines
    const bool isFilled = isEnabled && (isOn || isPart);
    QColor fill = isFilled ? accentColor(palette)
                           : palette.color(isEnabled ? QPalette::Base : QPalette::Window);
    if (isEnabled && state.testFlag(QStyle::State_Sunken))
        fill = mixed(palette.color(QPalette::Text), fill, 0.2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    QPen pen = isFilled ? QPen(accentColor(palette)) : framePen(option);
    if (isRound)
        pen.setWidthF(1.3); // as dark as a straight line, whose pixels are whole
    painter.setPen(pen);
    if (isRound)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 2, 2);
    const QColor mark = palette.color(isEnabled ? QPalette::HighlightedText : QPalette::Text);
    if (isRound && isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (isOn || isPart) {
        painter.setPen(QPen(mark, side * 0.14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto point = [&box, side](qreal x, qreal y) {
            return box.topLeft() + QPointF(side * x, side * y);
        };
        if (isPart)
            painter.drawLine(point(0.27, 0.5), point(0.73, 0.5));
        else
            painter.drawPolyline(
                QPolygonF({point(0.24, 0.52), point(0.43, 0.71), point(0.77, 0.3)}));
    }
    painter.restore();
}

QColor hoverColor(const QPalette &palette, QPalette::ColorRole ground)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(ground), 0.06);
}

//! A tab is a word; the chosen one has a line of the accent below.
void drawTab(QPainter &painter, const QStyleOptionTab &tab)
{
    if (tab.state.testFlag(QStyle::State_Selected)) {
        QRect line = tab.rect;
        line.setTop(line.bottom() - int(RingWidth) + 1);
        painter.fillRect(line, accentColor(tab.palette));
    } else if (tab.state.testFlag(QStyle::State_MouseOver)
               && tab.state.testFlag(QStyle::State_Enabled)) {
        painter.fillRect(tab.rect.adjusted(0, 2, 0, -1), hoverColor(tab.palette, QPalette::Window));
    }
}

void drawHeader(QPainter &painter, const QStyleOption &option, bool hasSeparator)
{
    const QPalette &palette = option.palette;
    QColor fill = palette.color(QPalette::Active, QPalette::AlternateBase);
    if (option.state.testFlag(QStyle::State_Sunken)
        || option.state.testFlag(QStyle::State_MouseOver))
        fill = mixed(palette.color(QPalette::WindowText), fill, 0.06);
    const QRect place = option.rect;
    painter.fillRect(place, fill);
    painter.save();
    painter.setPen(lineColor(palette));
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    if (hasSeparator) {
        const int x = option.direction == Qt::RightToLeft ? place.left() : place.right();
        painter.drawLine(x, place.top() + 6, x, place.bottom() - 6);
    }
    painter.restore();
}

//! An option like it, with another place. An elided text needs the second version of the option.
void drawHeadPart(const QStyle &style, QStyle::SubElement place, const QStyleOptionHeader &head,
                  QPainter &painter, const QWidget *widget)
{
    const auto draw = [&](auto part) {
        part.rect = style.subElementRect(place, &head, widget);
        if (place == QStyle::SE_HeaderLabel)
            style.drawControl(QStyle::CE_HeaderLabel, &part, &painter, widget);
        else
            style.drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &part, &painter, widget);
    };
    if (const auto *second = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&head))
        draw(*second);
    else
        draw(head);
}

bool hasSeparator(const QStyleOption &option)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    return header && header->orientation == Qt::Horizontal
        && header->position != QStyleOptionHeader::End
        && header->position != QStyleOptionHeader::OnlyOneSection;
}

void drawSplitter(QPainter &painter, const QStyleOption &option)
{
    const QPoint middle = option.rect.center();
    const bool isUpright = option.rect.height() > option.rect.width();
    painter.fillRect(isUpright ? QRect(middle.x(), option.rect.top(), 1, option.rect.height())
                               : QRect(option.rect.left(), middle.y(), option.rect.width(), 1),
                     lineColor(option.palette));
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QRect &slider)
{
    painter.fillRect(bar.rect, bar.palette.color(QPalette::Active, QPalette::Window));
    if (!bar.state.testFlag(QStyle::State_Enabled) || bar.maximum <= bar.minimum)
        return;
    const bool isActive =
        bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    constexpr qreal Inset = 3;
    const QRectF handle = QRectF(slider).adjusted(Inset, Inset, -Inset, -Inset);
    const qreal radius = std::min(handle.width(), handle.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? mutedTextColor(bar.palette) : frameColor(bar.palette));
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

//! Without arrows: the slider has the whole bar.
QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part, int leastLength)
{
    const bool isLevel = bar.orientation == Qt::Horizontal;
    const int room = isLevel ? bar.rect.width() : bar.rect.height();
    int length = room;
    if (bar.maximum > bar.minimum) {
        const qint64 range = qint64(bar.maximum) - bar.minimum + bar.pageStep;
        length =
            std::clamp(int(qint64(bar.pageStep) * room / range), std::min(leastLength, room), room);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      room - length, bar.upsideDown);
    const auto place = [&bar, isLevel](int from, int size) {
        const QRect upright = isLevel
            ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, upright);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return place(start, length);
    case QStyle::SC_ScrollBarSubPage:
        return place(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return place(start + length, room - start - length);
    default:
        return {};
    }
}

//! In Qt only push buttons react to Enter, but users cannot tell the two kinds apart.
bool pressWithEnter(QToolButton &button, const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool isAlone = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isEnter || !isAlone || event.isAutoRepeat())
        return false;
    const QPointer<QToolButton> pressed = &button;
    // Not click(), which does not open the menu of a button that has nothing else.
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent space(type, Qt::Key_Space, Qt::NoModifier);
        if (pressed) // its menu may have removed it
            QCoreApplication::sendEvent(pressed, &space);
    }
    return true;
}

//! The chosen one of the radio buttons with this one; null when none is chosen. Without a group,
//! the radio buttons of one parent exclude each other.
QAbstractButton *chosenOne(const QRadioButton &button)
{
    if (const QButtonGroup *group = button.group())
        return group->checkedButton();
    if (!button.parentWidget())
        return nullptr;
    const auto siblings =
        button.parentWidget()->findChildren<QRadioButton *>(Qt::FindDirectChildrenOnly);
    for (QRadioButton *each : siblings) {
        if (!each->group() && each->autoExclusive() && each->isChecked())
            return each;
    }
    return nullptr;
}

//! The first time, Qt leads Tab to any of the radio buttons, where an arrow key would choose the
//! neighbour of one that is not chosen.
bool leadTabToChosenOne(const QRadioButton &button, Qt::FocusReason reason)
{
    const bool isTab = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    if (!isTab || button.isChecked())
        return false;
    QAbstractButton *chosen = chosenOne(button);
    if (!chosen || !chosen->isEnabled() || !chosen->isVisible())
        return false;
    chosen->setFocus(reason);
    return true;
}

} // namespace

ProgramStyle::ProgramStyle(const QString &below)
    : QProxyStyle(below)
    , m_isOverFusion(below.compare(QLatin1StringView("fusion"), Qt::CaseInsensitive) == 0)
{
}

void ProgramStyle::polish(QPalette &palette)
{
    QProxyStyle::polish(palette);
    if (palette.color(QPalette::PlaceholderText).alpha() == 255)
        return;
    const QColor muted = mutedTextColor(palette);
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::PlaceholderText, muted);
}

void ProgramStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QToolButton *>(widget) || qobject_cast<QRadioButton *>(widget))
        widget->installEventFilter(this);
    else if (auto *bar = qobject_cast<QProgressBar *>(widget);
             bar && !bar->findChild<BusyMotion *>({}, Qt::FindDirectChildrenOnly))
        new BusyMotion(bar); // which owns it
    else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy()) {
        // Qt draws a text with a mnemonic in parts, without kerning between them, but measures it
        // with kerning: the last letter would be cut.
        QFont font = label->font();
        font.setKerning(false);
        widget->setFont(font);
    }
    const auto *list = qobject_cast<const QListView *>(widget->parentWidget());
    if (qobject_cast<const QTabBar *>(widget) || (list && list->viewport() == widget))
        widget->setAttribute(Qt::WA_Hover);
}

void ProgramStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool ProgramStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *button = qobject_cast<QToolButton *>(watched);
        return button && pressWithEnter(*button, *static_cast<QKeyEvent *>(event));
    }
    if (event->type() == QEvent::FocusIn) {
        const auto *button = qobject_cast<QRadioButton *>(watched);
        return button && leadTabToChosenOne(*button, static_cast<QFocusEvent *>(event)->reason());
    }
    return QProxyStyle::eventFilter(watched, event);
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return drawFocus(*painter, *option, widget);
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            isSelectedInView(item))
            return drawSelection(*painter, *item, widget);
        break;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && item->state.testFlag(State_Selected))
            return drawSelection(*painter, *item, widget);
        if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
            painter->fillRect(option->rect, hoverColor(option->palette, QPalette::Base));
        break;
    default:
        break;
    }
    if (!m_isOverFusion || !drawOwnPrimitive(element, *option, *painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool ProgramStyle::drawOwnPrimitive(PrimitiveElement element, const QStyleOption &option,
                                    QPainter &painter, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_IndicatorButtonDropDown:
        drawButton(painter, option);
        return true;
    case PE_FrameLineEdit:
        drawField(painter, option);
        return true;
    case PE_IndicatorHeaderArrow:
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(&option);
            isSorted(head)) {
            drawSortArrow(painter, *head);
            return true;
        }
        return false;
    case PE_IndicatorCheckBox:
        drawBox(painter, option, false);
        return true;
    case PE_IndicatorRadioButton:
        drawBox(painter, option, true);
        return true;
    case PE_Frame: {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        if (!area && widget && widget->inherits("QComboBoxPrivateContainer"))
            return false;
        painter.save();
        if (area && area->viewport()->autoFillBackground()) // up to the line
            painter.fillRect(option.rect, palette.brush(area->viewport()->backgroundRole()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(area ? framePen(option) : QPen(lineColor(palette)));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        painter.restore();
        if (area && area->hasFocus())
            drawRing(painter, option.rect, palette);
        return true;
    }
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        painter.fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                         lineColor(palette));
        return true;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter.save();
        painter.setBrush(element == PE_PanelMenu ? palette.brush(QPalette::Base) : Qt::NoBrush);
        painter.setPen(frameColor(palette));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        painter.restore();
        return true;
    case PE_PanelScrollAreaCorner:
        painter.fillRect(option.rect, palette.color(QPalette::Active, QPalette::Window));
        return true;
    default:
        return false;
    }
}

void ProgramStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == CE_ItemViewItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->state.testFlag(State_Selected)) {
            // The style below would take other colours for the text and the icon.
            drawSelection(*painter, *item, widget);
            QStyleOptionViewItem plain = *item;
            plain.state.setFlag(State_Selected, false);
            plain.backgroundBrush = Qt::NoBrush;
            return QProxyStyle::drawControl(element, &plain, painter, widget);
        }
    }
    if (!m_isOverFusion || !drawOwnControl(element, *option, *painter, widget))
        QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton && option->state.testFlag(State_HasFocus))
        drawRing(*painter, option->rect, option->palette);
}

bool ProgramStyle::drawOwnControl(ControlElement element, const QStyleOption &option,
                                  QPainter &painter, const QWidget *widget) const
{
    switch (element) {
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(&option);
            hasIconBesideText(button)) {
            drawToolButtonLabel(*this, *button, painter, widget);
            return true;
        }
        return false;
    case CE_ProgressBarGroove:
        drawField(painter, option);
        return true;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
            bar && bar->state.testFlag(State_Horizontal)) {
            drawProgress(painter, *bar, widget);
            return true;
        }
        return false;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
            tab && tab->shape == QTabBar::RoundedNorth) {
            drawTab(painter, *tab);
            return true;
        }
        return false;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option)) {
            QStyleOptionTab label = *tab;
            if (!tab->state.testFlag(State_Selected)) {
                for (const auto group : {QPalette::Active, QPalette::Inactive})
                    label.palette.setColor(group, QPalette::WindowText,
                                           mutedTextColor(tab->palette));
            }
            // The style below would draw a pale focus, and not ask this style for it.
            if (tab->state.testFlag(State_HasFocus))
                drawRing(painter, tab->rect.adjusted(2, 2, -2, -int(RingWidth) - 2), tab->palette);
            label.state.setFlag(State_HasFocus, false);
            QProxyStyle::drawControl(element, &label, &painter, widget);
            return true;
        }
        return false;
    case CE_Header:
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(&option)) {
            // The style below would ask itself for the places of the text and the arrow.
            painter.save();
            painter.setClipRect(head->rect, Qt::IntersectClip);
            drawControl(CE_HeaderSection, head, &painter, widget);
            drawHeadPart(*this, SE_HeaderLabel, *head, painter, widget);
            if (isSorted(head))
                drawHeadPart(*this, SE_HeaderArrow, *head, painter, widget);
            painter.restore();
            return true;
        }
        return false;
    case CE_HeaderSection:
        drawHeader(painter, option, hasSeparator(option));
        return true;
    case CE_HeaderEmptyArea:
        drawHeader(painter, option, false);
        return true;
    case CE_Splitter:
        drawSplitter(painter, option);
        return true;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            painter.fillRect(
                QRect(item->rect.left(), item->rect.center().y(), item->rect.width(), 1),
                lineColor(item->palette));
            return true;
        } else if (item && item->state.testFlag(State_Selected)
                   && item->state.testFlag(State_Enabled)) {
            QStyleOptionMenuItem plain = *item;
            painter.fillRect(item->rect, selectionColor(item->palette));
            painter.fillRect(
                QStyle::visualRect(item->direction, item->rect,
                                   QRect(item->rect.topLeft(),
                                         QSize(ProgramStyle::AccentBarWidth, item->rect.height()))),
                accentColor(item->palette));
            plain.state.setFlag(State_Selected, false);
            QProxyStyle::drawControl(element, &plain, &painter, widget);
            return true;
        }
        return false;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
            item && item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled)) {
            QStyleOptionMenuItem plain = *item;
            plain.palette.setColor(QPalette::Window, selectionColor(item->palette));
            plain.state &= ~(State_Selected | State_Sunken);
            QProxyStyle::drawControl(element, &plain, &painter, widget);
            return true;
        }
        return false;
    default:
        return false;
    }
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar && m_isOverFusion) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(*painter, *bar,
                                 subControlRect(control, option, SC_ScrollBarSlider, widget));
    }
    if (control == CC_ToolButton && m_isOverFusion) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (hasMenuArrow(button))
            return drawMenuButton(*this, *button, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool isFocused =
        option->state.testFlag(State_HasFocus) && option->state.testFlag(State_Enabled);
    if (control == CC_SpinBox && m_isOverFusion) {
        // Over the frame of Fusion, which takes no other colour.
        const QRect frame = option->rect.adjusted(0, 1, 0, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(framePen(*option));
        painter->drawRoundedRect(frameRect(frame), 2, 2);
        painter->restore();
        if (isFocused)
            drawRing(*painter, frame, option->palette);
    } else if ((control == CC_ComboBox || control == CC_SpinBox) && isFocused) {
        drawRing(*painter, option->rect, option->palette);
    }
}

QRect ProgramStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar && m_isOverFusion) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*bar, subControl,
                                 pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    if (hint == SH_EtchDisabledText && m_isOverFusion)
        return 0; // a shadow makes it harder to read on dark colours
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons && m_isOverFusion)
        return 0; // its green tick and red cross are of no family here, and say what the word says
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

//! The icons of questions and messages, and the two that each window would read from files, from
//! the same family as all others. The reader of pictures would load its libraries for all formats.
QIcon ProgramStyle::standardIcon(StandardPixmap standard, const QStyleOption *option,
                                 const QWidget *widget) const
{
    if (m_isOverFusion) {
        switch (standard) {
        case SP_MessageBoxQuestion: // each asks before something is lost
        case SP_MessageBoxWarning:
            return symbolIcon(u"warning"_s);
        case SP_MessageBoxCritical:
            return symbolIcon(u"error"_s);
        case SP_MessageBoxInformation:
            return symbolIcon(u"information"_s);
        case SP_LineEditClearButton:
            return symbolIcon(u"close"_s);
        case SP_ToolBarHorizontalExtensionButton: // the menu bar asks for it, too
            return symbolIcon(widget && widget->isRightToLeft() ? u"previous"_s : u"next"_s);
        default:
            break;
        }
    }
    return QProxyStyle::standardIcon(standard, option, widget);
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    constexpr int Padding = 3;
    if (metric == PM_DefaultFrameWidth && m_isOverFusion
        && qobject_cast<const QAbstractScrollArea *>(widget))
        return int(RingWidth); // a ring of one pixel differs too little from the frame
    if (const int room = roomInDialogs(metric, widget); room > 0 && m_isOverFusion)
        return room;
    const bool isOfPadding =
        metric == PM_HeaderMargin || metric == PM_HeaderMarkSize || metric == PM_FocusFrameHMargin;
    if (!isOfPadding || !isPadded(widget))
        return QProxyStyle::pixelMetric(metric, option, widget);
    if (metric == PM_HeaderMargin) // that of the cells below
        return pixelMetric(PM_FocusFrameHMargin, option, widget) + 1;
    if (metric == PM_HeaderMarkSize)
        return sortArrowSide(widget->fontMetrics()) + 1;
    const int standard = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_FocusFrameHMargin ? standard + Padding : standard;
}

QRect ProgramStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool isOfHead = element == SE_HeaderArrow || element == SE_HeaderLabel;
    if (!head || !isOfHead || (!isSorted(head) && !isPadded(widget)))
        return QProxyStyle::subElementRect(element, option, widget);
    const int margin = pixelMetric(PM_HeaderMargin, option, widget);
    const EdgePadding edges = edgePaddingOf(*head, widget, margin);
    QRect label = head->rect.adjusted(margin + edges.start, margin, -margin - edges.end, -margin);
    const int side = sortArrowSide(head->fontMetrics);
    int arrow = head->rect.right() - side; // it may use the margins
    int room = arrow - label.left() - head->fontMetrics.horizontalAdvance(head->text) - 1;
    const int fromEdge = std::clamp(room - LeastSortArrowGap, 0, margin);
    arrow -= fromEdge;
    room -= fromEdge;
    const int gap = std::clamp(room, LeastSortArrowGap, SortArrowGap);
    if (isSorted(head))
        label.setRight(std::min(arrow - gap - 1, label.right()));
    const QRect place = element == SE_HeaderArrow
        ? QRect(arrow, head->rect.center().y() - side / 2, side, side)
        : label;
    return visualRect(head->direction, head->rect, place);
}

//! Of a field with one line, so that a number stands on the line of its label, as a text does:
//! Fusion's boxes with numbers are a little higher.
int ProgramStyle::lineHeight(const QFontMetrics &metrics, const QWidget *widget) const
{
    constexpr int LeastLine = 14; // the two are those of QLineEdit
    constexpr int Margins = 2;
    QStyleOptionFrame field;
    field.lineWidth = pixelMetric(PM_DefaultFrameWidth, nullptr, widget);
    const QSize line(1, std::max(metrics.height(), LeastLine) + Margins);
    return QProxyStyle::sizeFromContents(CT_LineEdit, &field, line, widget).height();
}

QSize ProgramStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &contents, const QWidget *widget) const
{
    constexpr int ButtonPadding = 8; // Fusion's 3 put a long text on the frame
    constexpr int LeastTarget = 24; // of what is clicked (WCAG 2.2, 2.5.8)
    const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (type != CT_HeaderSection || !isSorted(head)) {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (type == CT_PushButton && m_isOverFusion && button && !button->text.isEmpty())
            size.setWidth(std::max(size.width(), contents.width() + 2 * ButtonPadding));
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (type == CT_ToolButton && m_isOverFusion && hasIconBesideText(tool)
            && !tool->state.testFlag(State_AutoRaise)) {
            const int text = tool->fontMetrics.size(Qt::TextShowMnemonic, tool->text).width();
            size.setWidth(std::max(size.width(),
                                   tool->iconSize.width() + IconGap + text + 2 * ButtonPadding));
        }
        if (type == CT_ToolButton && m_isOverFusion && hasMenuArrow(tool))
            size.rwidth() += 2 * MenuArrowGap + MenuArrowSide;
        if (type == CT_SpinBox && m_isOverFusion)
            size.setHeight(lineHeight(option->fontMetrics, widget));
        if (m_isOverFusion && isTarget(type, option))
            size.setHeight(std::max(size.height(), LeastTarget));
        return size;
    }
    QStyleOptionHeader unsorted = *head;
    unsorted.sortIndicator = QStyleOptionHeader::None;
    QSize size = QProxyStyle::sizeFromContents(type, &unsorted, contents, widget);
    const int margin = pixelMetric(PM_HeaderMargin, option, widget);
    size.rwidth() +=
        // it may use the margin
        std::max(0, LeastSortArrowGap + sortArrowSide(head->fontMetrics) + 2 - margin);
    return size;
}

} // namespace Vestibule
