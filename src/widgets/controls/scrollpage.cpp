// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/scrollpage.h"

#include "widgets/controls/labels.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace Vestibule {

namespace {

class QuietScrollBar final : public QScrollBar {
public:
    using QScrollBar::QScrollBar;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (minimum() < maximum())
            QScrollBar::paintEvent(event);
    }
};

} // namespace

ScrollPage::ScrollPage(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus); // the focus moves between the fields, and the area follows it
    connect(qApp, &QApplication::focusChanged, this, &ScrollPage::showFocus);
}

//! A field that loses the focus during destruction would call the half-destroyed page.
ScrollPage::~ScrollPage()
{
    qApp->disconnect(this);
}

//! Qt does it only for a focus that was in the area before. What is clicked stays where it is.
void ScrollPage::showFocus(const QWidget * /*before*/, QWidget *now)
{
    if (!now || !widget() || !widget()->isAncestorOf(now)
        || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    const QRect place(now->mapTo(viewport(), QPoint()), now->size());
    if (!viewport()->rect().contains(place))
        ensureWidgetVisible(now);
}

QSize ScrollPage::sizeHint() const
{
    if (!widget())
        return QScrollArea::sizeHint();
    QSize hint = widget()->sizeHint().expandedTo(widget()->minimumSizeHint());
    hint = hint.expandedTo(widget()->minimumSize());
    if (widget()->hasHeightForWidth())
        hint.setHeight(std::max(hint.height(), heightForTexts(*widget(), hint.width())));
    // Room for a scroll bar, which would otherwise cover a part of the widget's width; and for the
    // rounding of wrapped texts around the area, which would make one appear.
    constexpr int Rounding = 2;
    return hint + QSize(verticalScrollBar()->sizeHint().width(), Rounding);
}

QSize ScrollPage::minimumSizeHint() const
{
    constexpr int Lines = 6;
    const bool isAsWide = widget() && horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff;
    const int width = isAsWide
        ? widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()
        : QScrollArea::minimumSizeHint().width();
    return {width, Lines * fontMetrics().lineSpacing()};
}

//! QScrollArea does not update the layout around it when the widget's size hint changes.
bool ScrollPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    if (watched == widget() && event->type() == QEvent::Polish)
        widget()->setAutoFillBackground(false); // setWidget() has turned it on
    return QScrollArea::eventFilter(watched, event);
}

ReadingArea::ReadingArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(Ring, Ring, Ring, Ring);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    followRange();
}

void ReadingArea::reserveBar()
{
    reserveScrollBar(*this); // another one
    followRange();
}

void ReadingArea::followRange()
{
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int least, int most) {
        setFocusPolicy(most > least ? Qt::StrongFocus : Qt::NoFocus);
    });
}

bool ReadingArea::event(QEvent *event)
{
    const bool isHandled = QScrollArea::event(event);
    if (event->type() == QEvent::Paint && hasFocus()) {
        QPainter painter(this);
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
    return isHandled;
}

void reserveScrollBar(QAbstractScrollArea &area)
{
    auto *bar = new QuietScrollBar(Qt::Vertical, &area);
    bar->setAttribute(Qt::WA_OpaquePaintEvent,
                      false); // what is behind shows where it paints nothing
    area.setVerticalScrollBar(bar);
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

} // namespace Vestibule
