// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/detailsplitter.h"

#include "widgets/controls/fontscale.h"
#include "widgets/controls/theming.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Vestibule {

namespace {

// In pixels at the designed font.
constexpr int LeastDetails = 300;
constexpr int MostDetails = 420;
constexpr int FirstWindow = 1280; //!< the width in which the details have their least
constexpr int LeastWidthBeside = 860; //!< of rows and details
constexpr qint32 SavedVersion = 2;

int scaled(int pixels)
{
    return scaledToFont({pixels, 1}).width();
}

//! Draws the line alone, without the dots of most styles; in the accent where it can be grabbed.
//! From right to left, QSplitter places it one pixel before its own place in LineSplitter.
class LineHandle final : public QSplitterHandle {
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const bool isGrabbed = underMouse() && isEnabled();
        QPainter(this).fillRect(line(),
                                isGrabbed ? palette().color(QPalette::Active, QPalette::Highlight)
                                          : lineColor(palette()));
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QSplitterHandle::resizeEvent(event);
        if (!mask().isEmpty()) // of a line so thin that it can be grabbed beside it
            setMask(line());
    }

private:
    [[nodiscard]] QRect line() const
    {
        const bool isShifted = isRightToLeft() && orientation() == Qt::Horizontal;
        return contentsRect().translated(isShifted ? 1 : 0, 0);
    }
};

} // namespace

LineSplitter::LineSplitter(QWidget *parent)
    : QSplitter(parent)
{
    setHandleWidth(1); // Qt lets a line so thin be grabbed beside it, too
    leaveEdge();
}

//! From right to left, QSplitter places its widgets one pixel too far, where the last one is cut.
void LineSplitter::leaveEdge()
{
    setContentsMargins(0, 0, isRightToLeft() ? 1 : 0, 0);
}

void LineSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        leaveEdge();
}

QSplitterHandle *LineSplitter::createHandle()
{
    return new LineHandle(orientation(), this);
}

DetailSplitter::DetailSplitter(QWidget *parent)
    : LineSplitter(parent)
{
    connect(this, &QSplitter::splitterMoved, this, [this] { sizeOfDetails() = sizes().at(1); });
}

void DetailSplitter::setPanes(QWidget &rows, QWidget &details)
{
    addWidget(&rows);
    addWidget(&details);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setCollapsible(0, false);
    setCollapsible(1, false); // the window has an action for that
    details.installEventFilter(this);
}

void DetailSplitter::setPanes(QWidget &rows, QWidget &footer, QWidget &details)
{
    auto *half = new QWidget(this);
    auto *layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&rows, 1);
    layout->addWidget(&footer);
    setPanes(*half, details);
}

int &DetailSplitter::sizeOfDetails()
{
    return orientation() == Qt::Horizontal ? m_besideSize : m_belowSize;
}

QByteArray DetailSplitter::save() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << SavedVersion << qint32(m_besideSize) << qint32(m_belowSize);
    return saved;
}

void DetailSplitter::restore(const QByteArray &saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    qint32 beside = 0;
    qint32 below = 0;
    stream >> version >> beside >> below;
    const bool isSaved = stream.status() == QDataStream::Ok && stream.atEnd()
        && version == SavedVersion && beside >= 0 && below >= 0;
    m_besideSize = isSaved ? beside : 0;
    m_belowSize = isSaved ? below : 0;
    apply();
}

QSize DetailSplitter::minimumSizeHint() const
{
    const QSize rows = widget(0) ? widget(0)->minimumSizeHint() : QSize();
    return rows.expandedTo({0, 0});
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    apply();
    QSplitter::resizeEvent(event);
    apply();
}

//! Qt gives a widget that was hidden until now the size of its hint, and not what was set.
bool DetailSplitter::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = LineSplitter::eventFilter(watched, event);
    if (event->type() == QEvent::Show && count() == 2 && watched == widget(1))
        apply();
    return isHandled;
}

//! Chooses the way of the two panes, and gives the details their size.
void DetailSplitter::apply()
{
    if (count() < 2)
        return;
    setOrientation(width() < scaled(LeastWidthBeside) ? Qt::Vertical : Qt::Horizontal);
    const bool isBeside = orientation() == Qt::Horizontal;
    const int room = isBeside ? width() : height();
    const int first = isBeside ? std::clamp(window()->width() * LeastDetails / FirstWindow,
                                            scaled(LeastDetails), scaled(MostDetails))
                               : height() * 45 / 100;
    const int wanted = sizeOfDetails() > 0 ? sizeOfDetails() : first;
    const int details = std::clamp(wanted, 0, std::max(0, room - handleWidth()));
    setSizes({room - details - handleWidth(), details});
}

} // namespace Vestibule
