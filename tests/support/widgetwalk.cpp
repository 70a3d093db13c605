// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/widgetwalk.h"

#include "support/contrast.h"
#include "support/paintedtext.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounding = 1;
constexpr double LeastForText = 4.5;
constexpr double LeastForShapes = 3;

//! Parts of Qt's own widgets, which are judged with the whole.
bool isPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith("qt_"_L1) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QLineEdit *>(parent);
}

QList<QWidget *> visibleWidgets(const QWidget &window)
{
    QList<QWidget *> visible;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == &window)
            visible.append(widget);
    }
    return visible;
}

//! The part of the widget, in its coordinates, that no widget around it cuts.
QRect visiblePart(const QWidget &widget)
{
    QRect part = widget.rect();
    QPoint corner;
    for (const QWidget *inner = &widget; !inner->isWindow(); inner = inner->parentWidget()) {
        corner -= inner->pos();
        part &= inner->parentWidget()->rect().translated(corner);
    }
    return part;
}

QString shownPart(const QString &text)
{
    constexpr qsizetype Most = 50;
    return text.size() > Most ? text.first(Most) + u"…"_s : text;
}

QString plainText(const QLabel &label)
{
    const bool isRich = label.textFormat() == Qt::RichText
        || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    if (!isRich)
        return label.text();
    QTextDocument document;
    document.setHtml(label.text());
    return document.toPlainText();
}

//! An arrow or a dash is no text, and has the contrast of a shape.
bool isReadable(const QString &text)
{
    static const QRegularExpression letter(u"[\\p{L}\\p{N}]"_s);
    return text.contains(letter);
}

class Cuts {
public:
    explicit Cuts(const QWidget &window)
    {
        for (const QWidget *widget : visibleWidgets(window))
            check(*widget);
    }

    [[nodiscard]] const WidgetFaults &faults() const { return m_faults; }

private:
    void add(const QWidget &widget, const QString &text, int needed, int room,
             const QString &what = u"wide"_s)
    {
        m_faults.append(
            {.check = u"cut"_s,
             .widget = walkName(widget),
             .details = u"\"%1\": %2 px %3, needs %4"_s.arg(shownPart(text), QString::number(room),
                                                            what, QString::number(needed))});
    }

    void check(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return checkLabel(*label);
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            return checkButton(*button);
        if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            return checkComboBox(*box);
        if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            return checkField(*field);
        if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            return checkGroupBox(*group);
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            return checkTabs(*tabs);
        if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
            return checkHeader(*header);
        if (const auto *menus = qobject_cast<const QMenuBar *>(&widget))
            return checkMenus(*menus);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            return checkCells(*view);
    }

    void checkLabel(const QLabel &label)
    {
        const QString text = plainText(label);
        const bool isLeftOut = label.maximumWidth() == 0; // where the window is narrow
        if (text.trimmed().isEmpty() || isLeftOut)
            return;
        if (label.wordWrap()) {
            const int needed = label.heightForWidth(label.width());
            if (label.height() + Rounding < needed)
                add(label, text, needed, label.height(), u"high"_s);
            return;
        }
        const QSize needed = label.minimumSizeHint();
        if (label.width() + Rounding < needed.width())
            add(label, text, needed.width(), label.width());
        else if (label.height() + Rounding < needed.height())
            add(label, text, needed.height(), label.height(), u"high"_s);
        const qsizetype ellipsis = text.indexOf(u'…');
        if (ellipsis >= 0 && ellipsis + 1 < text.size() && label.toolTip().isEmpty())
            add(label, text, needed.width(), label.width(), u"elided without a tooltip"_s);
    }

    void checkButton(const QAbstractButton &button)
    {
        const auto *tool = qobject_cast<const QToolButton *>(&button);
        const bool isIconAlone =
            tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (button.text().isEmpty() || isIconAlone)
            return;
        if (button.hasHeightForWidth()) { // its text breaks
            const int height = button.heightForWidth(button.width());
            if (button.height() + Rounding < height)
                add(button, button.text(), height, button.height(), u"high"_s);
            return;
        }
        const QSize needed = button.sizeHint();
        if (button.height() + Rounding < needed.height())
            add(button, button.text(), needed.height(), button.height(), u"high"_s);
        if (button.width() + Rounding >= needed.width())
            return;
        // A push button may be narrower than its style wants and still have room for the text.
        constexpr int LeastPadding = 4;
        const int text = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width()
            + 2 * LeastPadding;
        const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + LeastPadding;
        if (!qobject_cast<const QPushButton *>(&button) || button.width() < text + icon)
            add(button, button.text(), needed.width(), button.width());
    }

    void checkComboBox(const QComboBox &box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.editable = box.isEditable();
        const int room =
            box.style()
                ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
                .width();
        const bool hasIcon = !box.itemIcon(box.currentIndex()).isNull();
        const int needed = box.fontMetrics().horizontalAdvance(box.currentText())
            + (hasIcon ? box.iconSize().width() + 4 : 0);
        if (room + Rounding < needed && box.toolTip().isEmpty())
            add(box, box.currentText(), needed, room);
        if (box.height() + Rounding < box.minimumSizeHint().height())
            add(box, box.currentText(), box.minimumSizeHint().height(), box.height(), u"high"_s);
    }

    void checkField(const QLineEdit &field)
    {
        // A user's own text may be longer; a number or a choice is read at one look.
        const bool isPartOfField = isPart(field);
        const bool isEmpty = field.text().isEmpty();
        const QString text = isEmpty ? field.placeholderText() : field.displayText();
        if (text.isEmpty() || (!isEmpty && !isPartOfField))
            return;
        constexpr int Padding = 4; // 2 on each side, in every style of Qt
        int room = field.contentsRect().width() - field.textMargins().left()
            - field.textMargins().right() - (isPartOfField ? 0 : Padding);
        for (const QWidget *inside : field.findChildren<QWidget *>()) {
            if (inside->isVisible() && inside->isEnabled())
                room -= inside->width(); // an icon; the button that clears is not there yet
        }
        const int needed = field.fontMetrics().horizontalAdvance(text);
        if (room + Rounding < needed)
            add(field, text, needed, room);
    }

    void checkGroupBox(const QGroupBox &group)
    {
        const int needed = group.fontMetrics().size(Qt::TextShowMnemonic, group.title()).width();
        if (group.width() < needed)
            add(group, group.title(), needed, group.width());
    }

    void checkTabs(const QTabBar &tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab) {
            if (!tabs.isTabVisible(tab))
                continue;
            const QRect place = tabs.tabRect(tab);
            const int needed =
                tabs.fontMetrics().size(Qt::TextShowMnemonic, tabs.tabText(tab)).width();
            const int room = place.intersected(tabs.rect()).width();
            const bool isElided = tabs.tabText(tab).endsWith(u'…');
            if ((room < needed || isElided) && tabs.tabToolTip(tab).isEmpty())
                add(tabs, tabs.tabText(tab), needed, room);
        }
    }

    void checkHeader(const QHeaderView &header)
    {
        if (header.orientation() != Qt::Horizontal || !header.model())
            return;
        const QStyle &style = *header.style();
        const int margin = style.pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
        for (int section = 0; section < header.count(); ++section) {
            if (header.isSectionHidden(section))
                continue;
            const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
            const bool isSorted =
                header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
            const int arrow =
                isSorted ? style.pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &header) : 0;
            const int needed =
                header.fontMetrics().size(0, text).width() + (text.isEmpty() ? 0 : margin + arrow);
            if (header.sectionSize(section) + Rounding < needed)
                add(header, text, needed, header.sectionSize(section));
        }
    }

    void checkMenus(const QMenuBar &menus)
    {
        for (const QAction *menu : menus.actions()) {
            const QRect place = menus.actionGeometry(const_cast<QAction *>(menu));
            if (menu->isVisible() && (place.isEmpty() || !menus.rect().contains(place)))
                add(menus, menu->text(), menus.sizeHint().width(), menus.width());
        }
        for (const QWidget *more : menus.findChildren<QToolButton *>()) {
            if (more->isVisible())
                add(menus, u"»"_s, menus.sizeHint().width(), menus.width());
        }
    }

    //! Cells that are elided need a tooltip.
    void checkCells(const QAbstractItemView &view)
    {
        if (!view.model() || qobject_cast<const QHeaderView *>(&view))
            return;
        const QAbstractItemModel &model = *view.model();
        const QRect room = view.viewport()->rect();
        const int columns = model.columnCount(view.rootIndex());
        for (QModelIndex row = view.indexAt({1, 1}); row.isValid();) {
            const QRect place = view.visualRect(row);
            if (place.top() > room.bottom())
                break;
            for (int column = 0; column < columns; ++column) {
                const QModelIndex cell = row.siblingAtColumn(column);
                const QRect cellPlace = view.visualRect(cell);
                const QString text = cell.data().toString();
                if (!room.contains(cellPlace) || text.isEmpty()
                    || !cell.data(Qt::ToolTipRole).toString().isEmpty())
                    continue;
                const int needed = view.sizeHintForIndex(cell).width();
                if (cellPlace.width() + Rounding < needed)
                    add(view, text, needed, cellPlace.width());
            }
            row = view.indexAt({place.left() + 1, place.bottom() + 2});
        }
    }

    WidgetFaults m_faults;
};

//! The picture of a window, in the pixels of the screen, and where its parts are.
class Picture {
public:
    explicit Picture(QWidget &window)
        : m_window(window)
        , m_image(window.grab().toImage().convertToFormat(QImage::Format_RGB32))
        , m_ratio(m_image.devicePixelRatio())
    {
    }

    //! The rectangle of a widget's part in the window; none if some of it is not to be seen.
    [[nodiscard]] QRect placeOf(const QWidget &widget, const QRect &part) const
    {
        if (part.isEmpty() || !visiblePart(widget).contains(part))
            return {};
        return {widget.mapTo(&m_window, part.topLeft()), part.size()};
    }

    //! The colour that most of the place has; letters are smaller than what they stand on.
    [[nodiscard]] QColor ground(const QRectF &place) const
    {
        const QHash<QRgb, int> counts = colors(place);
        QRgb ground = 0;
        int most = 0;
        for (auto color = counts.cbegin(); color != counts.cend(); ++color) {
            if (color.value() > most)
                ground = color.key();
            most = std::max(most, color.value());
        }
        return ground;
    }

    //! The strongest contrast between the colour that most of the place has and any other there.
    [[nodiscard]] double inkContrast(const QRectF &place) const
    {
        const QColor ground = this->ground(place);
        const QHash<QRgb, int> counts = colors(place);
        double strongest = 1;
        for (auto color = counts.cbegin(); color != counts.cend(); ++color)
            strongest = std::max(strongest, contrast(QColor(color.key()), ground));
        return strongest;
    }

    //! The contrast of a frame with what is around it: that of the weakest of its four sides.
    [[nodiscard]] double frameContrast(const QRect &place) const
    {
        const QRect pixels = inPixels(place);
        const auto strongestAt = [this](const QPoint &edge, const QPoint &inward) {
            const int inside = qRound(4 * m_ratio);
            const QPoint outside = edge - qRound(2 * m_ratio) * inward;
            const bool isShared =
                qobject_cast<const QAbstractButton *>(m_window.childAt((outside / m_ratio)));
            if (!m_image.rect().contains(outside) || isShared)
                return 21.0; // the window's own edge, or a line between two buttons of a group
            const QColor around = m_image.pixelColor(outside);
            double strongest = 1;
            // Neighbours may share an edge.
            for (QPoint pixel = edge - qRound(m_ratio) * inward;
                 m_image.rect().contains(pixel) && pixel != edge + inside * inward; pixel += inward)
                strongest = std::max(strongest, contrast(around, m_image.pixelColor(pixel)));
            return strongest;
        };
        double weakest = 21;
        const auto side = [&](const auto &edgeAt, const QPoint &inward) {
            double strongest = 1;
            for (const double share : {0.25, 0.5, 0.75})
                strongest = std::max(strongest, strongestAt(edgeAt(share), inward));
            weakest = std::min(weakest, strongest);
        };
        const auto x = [&pixels](double share) { return pixels.x() + int(pixels.width() * share); };
        const auto y = [&pixels](double share) {
            return pixels.y() + int(pixels.height() * share);
        };
        side([&](double share) { return QPoint(x(share), pixels.top()); }, {0, 1});
        side([&](double share) { return QPoint(x(share), pixels.bottom()); }, {0, -1});
        side([&](double share) { return QPoint(pixels.left(), y(share)); }, {1, 0});
        side([&](double share) { return QPoint(pixels.right(), y(share)); }, {-1, 0});
        return weakest;
    }

private:
    [[nodiscard]] QRect inPixels(const QRectF &place) const
    {
        const QRectF pixels(place.topLeft() * m_ratio, place.size() * m_ratio);
        return QRect(pixels.topLeft().toPoint(), (pixels.bottomRight() - QPointF(1, 1)).toPoint())
            .intersected(m_image.rect());
    }
    [[nodiscard]] QHash<QRgb, int> colors(const QRectF &place) const
    {
        QHash<QRgb, int> counts;
        const QRect pixels = inPixels(place);
        for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(m_image.constScanLine(y));
            for (int x = pixels.left(); x <= pixels.right(); ++x)
                ++counts[line[x] | 0xff000000U];
        }
        return counts;
    }

    QWidget &m_window;
    QImage m_image;
    double m_ratio;
};

//! What the eye sees of a colour that lets some of the ground through.
QColor over(const QColor &color, const QColor &ground)
{
    const auto mixed = [share = color.alphaF()](float ink, float below) {
        return ink * share + below * (1 - share);
    };
    return QColor::fromRgbF(mixed(color.redF(), ground.redF()),
                            mixed(color.greenF(), ground.greenF()),
                            mixed(color.blueF(), ground.blueF()));
}

//! The cell at a point of a view's viewport; invalid for other widgets.
QModelIndex cellAt(const QWidget &widget, const QPoint &point)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    return view && view->viewport() == &widget ? view->indexAt(point) : QModelIndex();
}

//! WCAG 2.1 leaves out what cannot be used.
bool isUsable(const QWidget &widget, const QPoint &point)
{
    const QModelIndex cell = cellAt(widget, point);
    if (!widget.isEnabled() || (cell.isValid() && !(cell.flags() & Qt::ItemIsEnabled)))
        return false;
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabs->isTabEnabled(tabs->tabAt(point));
    const QAction *action = nullptr;
    if (const auto *menu = qobject_cast<const QMenu *>(&widget))
        action = menu->actionAt(point);
    else if (const auto *menus = qobject_cast<const QMenuBar *>(&widget))
        action = menus->actionAt(point);
    return !action || action->isEnabled();
}

class Contrasts {
public:
    Contrasts(QWidget &window, QSet<QString> *seen)
        : m_window(window)
        , m_seen(seen)
    {
        for (const PaintedText &text : paintedTexts(window))
            checkText(text);
        for (QWidget *widget : visibleWidgets(window)) {
            if (widget->isEnabled())
                check(*widget);
        }
    }

    [[nodiscard]] const WidgetFaults &faults() const { return m_faults; }

private:
    [[nodiscard]] const Picture &picture()
    {
        if (!m_picture)
            m_picture = std::make_unique<Picture>(m_window);
        return *m_picture;
    }

    bool isNew(const QWidget &widget, const QString &what)
    {
        if (!m_seen)
            return true;
        const QString key = walkName(widget) + u'|' + what;
        if (m_seen->contains(key))
            return false;
        m_seen->insert(key);
        return true;
    }

    void judge(const QString &check, const QWidget &widget, const QString &what, double reached,
               double least)
    {
        if (reached < least)
            m_faults.append({.check = check,
                             .widget = walkName(widget),
                             .details = u"%1: %2 instead of %3"_s.arg(
                                 what, QString::number(reached, 'f', 2), QString::number(least))});
    }

    void checkText(const PaintedText &text)
    {
        const QPoint center = text.place.center().toPoint();
        const QWidget *inside = m_window.childAt(center);
        const QWidget &widget = inside ? *inside : m_window;
        const QPoint point = widget.mapFrom(&m_window, center);
        if (!isReadable(text.text) || !isUsable(widget, point))
            return;
        const QModelIndex cell = cellAt(widget, point);
        const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
        const bool isSelected = cell.isValid() && view->selectionModel()->isSelected(cell);
        const QString shown =
            u"\"%1\" in %2"_s.arg(shownPart(text.text), text.color.name(QColor::HexArgb));
        if (!isNew(widget, shown + (isSelected ? u"+"_s : QString())))
            return;
        constexpr int Around = 4; // a single letter would be most of its own place
        const QColor ground = picture().ground(text.place.adjusted(-Around, 0, Around, 0));
        judge(u"text"_s, widget, u"%1 on %2"_s.arg(shown, ground.name()),
              contrast(over(text.color, ground), ground), LeastForText);
    }

    void checkIcon(const QWidget &widget, const QRect &part)
    {
        if (!isNew(widget, u"icon"_s))
            return;
        const QRect place = picture().placeOf(widget, part);
        if (!place.isEmpty())
            judge(u"icon"_s, widget, u"icon"_s, picture().inkContrast(place), LeastForShapes);
    }

    void checkFrame(const QWidget &widget, const QRect &part)
    {
        if (!isNew(widget, u"frame"_s))
            return;
        const QRect place = picture().placeOf(widget, part);
        if (!place.isEmpty())
            judge(u"frame"_s, widget, u"frame"_s, picture().frameContrast(place), LeastForShapes);
    }

    void check(const QWidget &widget)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            if (!label->pixmap().isNull())
                checkIcon(widget, widget.rect());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
            checkButton(*button);
        } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            if (box->hasFrame())
                checkFrame(widget, widget.rect());
        } else if (qobject_cast<const QAbstractSpinBox *>(&widget)) {
            checkFrame(widget, widget.rect());
        } else if (const auto *field = qobject_cast<const QLineEdit *>(&widget)) {
            if (!isPart(widget) && field->hasFrame())
                checkFrame(widget, widget.rect());
        } else if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget)) {
            if (!text->isReadOnly() && text->frameShape() != QFrame::NoFrame)
                checkFrame(widget, widget.rect());
        }
    }

    void checkButton(const QAbstractButton &button)
    {
        const QStyle &style = *button.style();
        QStyleOptionButton option;
        option.initFrom(&button);
        option.text = button.text();
        if (qobject_cast<const QCheckBox *>(&button)) {
            checkFrame(button,
                       style.subElementRect(QStyle::SE_CheckBoxIndicator, &option, &button));
        } else if (qobject_cast<const QRadioButton *>(&button)) {
            checkFrame(button,
                       style.subElementRect(QStyle::SE_RadioButtonIndicator, &option, &button));
        } else {
            const auto *tool = qobject_cast<const QToolButton *>(&button);
            const auto *push = qobject_cast<const QPushButton *>(&button);
            if ((tool && !tool->autoRaise() && !isPart(button)) || (push && !push->isFlat()))
                checkFrame(button, button.rect());
            const QVariant opacity = button.property("opacity"); // of an icon that fades in
            if (opacity.isValid() && opacity.toDouble() < 1)
                return;
            const bool isIconAlone = button.text().isEmpty()
                || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly
                    && !tool->icon().isNull());
            constexpr int Frame = 4;
            if (isIconAlone && !button.icon().isNull())
                checkIcon(button, button.rect().adjusted(Frame, Frame, -Frame, -Frame));
        }
    }

    QWidget &m_window;
    QSet<QString> *m_seen;
    std::unique_ptr<Picture> m_picture;
    WidgetFaults m_faults;
};

//! The strongest contrast between two pictures of the same place.
double strongestChange(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 21;
    double strongest = 1;
    QSet<std::pair<QRgb, QRgb>> known;
    for (int y = 0; y < one.height(); ++y) {
        const auto *before = reinterpret_cast<const QRgb *>(one.constScanLine(y));
        const auto *after = reinterpret_cast<const QRgb *>(other.constScanLine(y));
        for (int x = 0; x < one.width(); ++x) {
            if (before[x] == after[x] || known.contains({before[x], after[x]}))
                continue;
            known.insert({before[x], after[x]});
            strongest = std::max(strongest, contrast(QColor(before[x]), QColor(after[x])));
        }
    }
    return strongest;
}

//! Where Tab could go from the widget.
const QWidget *otherStop(const QWidget &window, const QWidget &stop)
{
    const QList<QWidget *> widgets = visibleWidgets(window);
    const auto found = std::ranges::find_if(widgets, [&stop](const QWidget *widget) {
        return widget != &stop && widget->isEnabled() && !widget->focusProxy()
            && (widget->focusPolicy() & Qt::TabFocus) && !isPart(*widget);
    });
    return found == widgets.end() ? nullptr : *found;
}

//! What a widget says at a point.
struct Saying {
    const QWidget *widget = nullptr;
    QStringList texts{}; //!< as the program has them, before they are shortened
    QString toolTip{};
};

QString plainToolTip(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return QString(toolTip).replace(QChar::Nbsp, u' ');
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

Saying sayingAt(const QWidget &widget, const QPointF &point)
{
    const QPoint place = point.toPoint();
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    if (const auto *header = qobject_cast<const QHeaderView *>(view)) {
        const int section = header->logicalIndexAt(place);
        const auto said = [&](int role) {
            return header->model()->headerData(section, header->orientation(), role).toString();
        };
        return {.widget = header,
                .texts = {said(Qt::DisplayRole)},
                .toolTip = plainToolTip(said(Qt::ToolTipRole))};
    }
    if (view) {
        const QModelIndex cell = view->indexAt(place);
        return {.widget = view,
                .texts = {cell.data().toString()},
                .toolTip = plainToolTip(cell.data(Qt::ToolTipRole).toString())};
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        const int tab = tabs->tabAt(place);
        return {.widget = tabs,
                .texts = {tabs->tabText(tab).remove(u'&')},
                .toolTip = plainToolTip(tabs->tabToolTip(tab))};
    }
    Saying saying{.widget = &widget, .toolTip = plainToolTip(widget.toolTip())};
    for (const char *property : {"text", "title", "placeholderText", "currentText"}) {
        const QString text = widget.property(property).toString();
        if (!text.isEmpty())
            saying.texts.append({text, QString(text).remove(u'&')});
    }
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        saying.texts.append(plainText(*label));
    if (const auto *menus = qobject_cast<const QMenuBar *>(&widget)) {
        for (const QAction *menu : menus->actions())
            saying.texts.append(QString(menu->text()).remove(u'&'));
    }
    if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        for (const QAction *action : menu->actions())
            saying.texts.append(QString(action->text()).remove(u'&'));
    }
    return saying;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QTabBar *>(&widget);
}

} // namespace

QString faultText(const WidgetFaults &faults)
{
    QStringList lines;
    for (const WidgetFault &fault : faults)
        lines.append(fault.check + u' ' + fault.widget + u": "_s + fault.details);
    return lines.join(u'\n');
}

QString walkName(const QWidget &widget)
{
    const auto nameOf = [](const QWidget &named) {
        return named.objectName().startsWith("qt_"_L1) ? QString() : named.objectName();
    };
    const QString own = nameOf(widget).isEmpty()
        ? QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1)
        : nameOf(widget);
    const QWidget *around = widget.isWindow() ? nullptr : widget.parentWidget();
    while (around && nameOf(*around).isEmpty() && !around->isWindow())
        around = around->parentWidget();
    if (!around)
        return own;
    const QString outer = nameOf(*around).isEmpty()
        ? QString::fromLatin1(around->metaObject()->className()).section(u"::"_s, -1)
        : nameOf(*around);
    return outer + u'/' + own;
}

WidgetFaults cutTexts(const QWidget &window)
{
    return Cuts(window).faults();
}

WidgetFaults elidedTexts(QWidget &window)
{
    WidgetFaults faults;
    for (const PaintedText &painted : paintedTexts(window)) {
        const qsizetype ellipsis = painted.text.indexOf(u'…');
        const QWidget *widget = window.childAt(painted.place.center().toPoint());
        if (ellipsis < 0 || !widget || qobject_cast<const QPlainTextEdit *>(widget->parent()))
            continue;
        const Saying saying = sayingAt(*widget, widget->mapFrom(&window, painted.place.center()));
        // The plain text of a tooltip has no such spaces.
        const QString shown = QString(painted.text).replace(u'\u00A0', u' ').remove(u'\u2060');
        const QString beginning = shown.first(shown.indexOf(u'…')).trimmed();
        const QString end = shown.sliced(shown.indexOf(u'…') + 1).trimmed();
        const bool isWhole = std::ranges::any_of(
            saying.texts, [&painted](const QString &text) { return text.contains(painted.text); });
        if (isWhole
            || (saying.toolTip.contains(beginning) && saying.toolTip.contains(end)
                && !saying.toolTip.isEmpty()))
            continue;
        faults.append({.check = u"elided"_s,
                       .widget = walkName(*saying.widget),
                       .details = u"\"%1\", and the tooltip is \"%2\""_s.arg(
                           shownPart(painted.text), shownPart(saying.toolTip))});
    }
    return faults;
}

WidgetFaults widgetsOutside(const QWidget &window)
{
    WidgetFaults faults;
    const auto add = [&faults](const QWidget &widget, const QRect &place, const QRect &room) {
        faults.append({.check = u"outside"_s,
                       .widget = walkName(widget),
                       .details = u"at %1,%2 %3x%4 in %5x%6"_s.arg(place.x())
                                      .arg(place.y())
                                      .arg(place.width())
                                      .arg(place.height())
                                      .arg(room.width())
                                      .arg(room.height())});
    };
    // The window manager's frame may be out of sight.
    constexpr int Frame = 4;
    const QRect screen = window.screen()->availableGeometry();
    const QRect room = screen.adjusted(-Frame, -Frame, Frame, Frame);
    if (!room.contains(window.geometry()) || window.width() > screen.width()
        || window.height() > screen.height())
        add(window, window.geometry(), screen);
    for (const QWidget *widget : visibleWidgets(window)) {
        const QWidget *parent = widget->parentWidget();
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        const bool isScrolled = area && area->viewport() == parent;
        const auto *splitter = qobject_cast<const QSplitter *>(parent);
        const bool isFolded = splitter && (widget->width() == 0 || widget->height() == 0);
        const bool isHandle = qobject_cast<const QSplitterHandle *>(widget);
        if (isScrolled || isFolded || isHandle || isPart(*widget) || widget->size().isEmpty())
            continue;
        if (!parent->rect()
                 .adjusted(-Rounding, -Rounding, Rounding, Rounding)
                 .contains(widget->geometry()))
            add(*widget, widget->geometry(), parent->rect());
    }
    return faults;
}

WidgetFaults columnsOutside(const QWidget &window)
{
    WidgetFaults faults;
    for (const QTableView *table : window.findChildren<QTableView *>()) {
        if (!table->isVisible())
            continue;
        const QHeaderView &header = *table->horizontalHeader();
        const auto add = [&](const QString &details) {
            faults.append({.check = u"column"_s, .widget = walkName(*table), .details = details});
        };
        if (table->horizontalScrollBar()->maximum() > 0)
            add(u"scrolls sideways by %1 px"_s.arg(table->horizontalScrollBar()->maximum()));
        const int room = table->viewport()->width();
        if (header.length() < room - Rounding)
            add(u"leaves %1 px at the edge"_s.arg(room - header.length()));
        for (int section = 0; section < header.count(); ++section) {
            const int end = header.sectionViewportPosition(section) + header.sectionSize(section);
            if (!header.isSectionHidden(section) && end > room + Rounding)
                add(u"\"%1\" ends at %2 of %3"_s.arg(
                    table->model()->headerData(section, Qt::Horizontal).toString(),
                    QString::number(end), QString::number(room)));
        }
    }
    return faults;
}

WidgetFaults shortenedCells(const QWidget &window)
{
    WidgetFaults faults;
    for (const QTableView *table : window.findChildren<QTableView *>()) {
        if (!table->isVisible())
            continue;
        const QAbstractItemModel &model = *table->model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (table->isColumnHidden(column))
                continue;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex cell = model.index(row, column);
                const int needed = table->sizeHintForIndex(cell).width();
                if (table->columnWidth(column) + Rounding < needed)
                    faults.append({.check = u"cell"_s,
                                   .widget = walkName(*table),
                                   .details = u"\"%1\" needs %2 px and has %3"_s.arg(
                                       cell.data().toString(), QString::number(needed),
                                       QString::number(table->columnWidth(column)))});
            }
        }
    }
    return faults;
}

WidgetFaults lowContrasts(QWidget &window, QSet<QString> *seen)
{
    return Contrasts(window, seen).faults();
}

WidgetFaults invisibleFocus(QWidget &window, QSet<QString> *seen)
{
    WidgetFaults faults;
    const auto add = [&faults](const QWidget &widget, const QString &details) {
        faults.append({.check = u"focus"_s, .widget = walkName(widget), .details = details});
    };
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) {
        add(window, u"the window does not become active"_s);
        return faults;
    }
    const QPointer<QWidget> first = window.focusWidget();
    QSet<const QWidget *> stops;
    constexpr int Most = 300;
    for (int step = 0; step < Most; ++step) {
        QWidget *before = window.focusWidget() ? window.focusWidget() : &window;
        QTest::keyClick(before, Qt::Key_Tab);
        const QPointer<QWidget> stop = window.focusWidget();
        if (!stop || stops.contains(stop))
            break;
        const QWidget *other = stop == before ? otherStop(window, *stop) : nullptr;
        if (other) {
            add(*stop, u"Tab does not leave it for "_s + walkName(*other));
            break;
        }
        stops.insert(stop);
        const auto *view = qobject_cast<const QAbstractItemView *>(stop.data());
        const bool isEmpty = view && (!view->model() || view->model()->rowCount() == 0);
        const QString key = walkName(*stop) + (isEmpty ? u"|focus, empty"_s : u"|focus"_s);
        if (seen && seen->contains(key))
            continue;
        if (seen)
            seen->insert(key);
        if (visiblePart(*stop).isEmpty()) {
            add(*stop, u"out of sight"_s);
            continue;
        }
        constexpr int Around = 4;
        const QRect place = QRect(stop->mapTo(&window, QPoint()), stop->size())
                                .adjusted(-Around, -Around, Around, Around)
                                .intersected(window.rect());
        const auto picture = [&window, &place] {
            return window.grab(place).toImage().convertToFormat(QImage::Format_RGB32);
        };
        const QImage focused = picture();
        stop->clearFocus();
        const QImage unfocused = picture();
        const double change = strongestChange(focused, unfocused);
        if (!stop)
            break;
        stop->setFocus(Qt::TabFocusReason);
        if (change < LeastForShapes)
            add(*stop,
                u"%1 instead of %2%3"_s.arg(QString::number(change, 'f', 2),
                                            QString::number(LeastForShapes),
                                            isEmpty ? u", empty"_s : QString()));
    }
    if (first)
        first->setFocus();
    else if (window.focusWidget())
        window.focusWidget()->clearFocus();
    return faults;
}

namespace {

//! Calls visit for each visible widget below, with a key that a widget has in common with the one
//! that has taken its place since, such as the values of another row.
template <typename Visit>
void visitWidgets(const QWidget &parent, const QString &parentKey, const Visit &visit)
{
    QHash<QString, int> namesakes;
    for (const QObject *object : parent.children()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (!widget || widget->isWindow())
            continue;
        const QString name = widget->objectName().isEmpty()
            ? QString::fromLatin1(widget->metaObject()->className())
            : widget->objectName();
        const QString key = u"%1/%2 %3"_s.arg(parentKey, name).arg(namesakes[name]++);
        if (widget->isVisible() && visit(*widget, key))
            visitWidgets(*widget, key, visit);
    }
}

} // namespace

void WidgetPlaces::add(const QString &key, const QWidget &widget)
{
    m_places.insert(key,
                    {.name = walkName(widget),
                     .rect = QRect(widget.mapTo(widget.window(), QPoint()), widget.size()),
                     .isText = !isControl(widget)});
}

WidgetPlaces WidgetPlaces::ofControls(const QWidget &window, const QStringList &areasLeftOut)
{
    WidgetPlaces places;
    visitWidgets(window, {}, [&](const QWidget &widget, const QString &key) {
        const QString name =
            QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1);
        if (areasLeftOut.contains(name))
            return false;
        const auto *label = qobject_cast<const QLabel *>(&widget);
        const bool saysSomething = label && !(label->text().isEmpty() && label->pixmap().isNull());
        if (!isPart(widget) && (isControl(widget) || saysSomething))
            places.add(key, widget);
        return true;
    });
    return places;
}

WidgetPlaces WidgetPlaces::ofTexts(const QWidget &area)
{
    WidgetPlaces places;
    visitWidgets(area, {}, [&places](const QWidget &widget, const QString &key) {
        const auto *label = qobject_cast<const QLabel *>(&widget);
        const bool isText = label && !label->text().isEmpty();
        if (!isPart(widget) && (isControl(widget) || isText))
            places.add(key, widget);
        return true;
    });
    return places;
}

WidgetPlaces WidgetPlaces::withoutTexts() const
{
    WidgetPlaces controls = *this;
    controls.m_places.removeIf([](const auto &place) { return place.value().isText; });
    return controls;
}

void WidgetPlaces::include(const WidgetPlaces &later)
{
    for (auto place = later.m_places.cbegin(); place != later.m_places.cend(); ++place) {
        if (!m_places.contains(place.key()))
            m_places.insert(place.key(), *place);
    }
}

namespace {

bool isNear(int one, int other)
{
    return std::abs(one - other) <= Rounding;
}

QString change(const QRect &before, const QRect &after)
{
    const auto text = [](const QRect &rect) {
        return u"%1,%2 %3x%4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
    };
    return text(before) + u" -> "_s + text(after);
}

} // namespace

WidgetFaults WidgetPlaces::floatsUntil(const WidgetPlaces &later) const
{
    WidgetFaults faults;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        const auto found = later.m_places.constFind(place.key());
        if (found == later.m_places.cend())
            continue;
        const QRect &before = place->rect;
        const QRect &after = found->rect;
        const bool isSameX = isNear(before.left(), after.left());
        const bool isSameEnd = isNear(before.right(), after.right());
        const bool isStill = isNear(before.center().y(), after.center().y())
            && (place->isText ? isSameX || isSameEnd : isSameX && isSameEnd);
        if (!isStill)
            faults.append(
                {.check = u"floats"_s, .widget = place->name, .details = change(before, after)});
    }
    return faults;
}

WidgetFaults WidgetPlaces::movesUntil(const WidgetPlaces &later) const
{
    WidgetFaults faults;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        const auto found = later.m_places.constFind(place.key());
        if (found == later.m_places.cend())
            continue;
        // A value at the right has its end where the others have theirs.
        const bool isStill = isNear(place->rect.left(), found->rect.left())
            || isNear(place->rect.right(), found->rect.right());
        if (!isStill)
            faults.append({.check = u"moved"_s,
                           .widget = place->name,
                           .details = change(place->rect, found->rect)});
    }
    return faults;
}
