// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/labels.h"

#include "models/displaytext.h"
#include "widgets/controls/theming.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QStackedLayout>

#include <algorithm>

namespace Vestibule {

IconLabel::IconLabel(QWidget *parent)
    : QLabel(parent)
{
}

void IconLabel::setIcon(const QIcon &icon, int side)
{
    m_icon = icon;
    m_side = side;
    updatePixmap();
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updatePixmap();
}

void IconLabel::updatePixmap()
{
    const QPixmap picture = m_icon.pixmap(QSize(m_side, m_side), devicePixelRatioF());
    if (picture.cacheKey() != pixmap().cacheKey()) // otherwise all around is laid out again
        setPixmap(picture);
}

MutedLabel::MutedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    applyColors();
}

void MutedLabel::setMuted(bool isMuted)
{
    if (isMuted == m_isMuted)
        return;
    m_isMuted = isMuted;
    applyColors();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void MutedLabel::applyColors()
{
    setPalette(m_isMuted ? mutedPalette() : QPalette());
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_fullText)
        return;
    m_fullText = text;
    updateGeometry();
    elide();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    elide();
}

void ElidedLabel::setMuted(bool isMuted)
{
    m_isMuted = isMuted;
    setPalette(m_isMuted ? mutedPalette() : QPalette());
}

void ElidedLabel::shrinkBeforeEliding()
{
    m_largest = font();
    elide();
}

QFontMetrics ElidedLabel::wholeMetrics() const
{
    return m_largest ? QFontMetrics(*m_largest) : fontMetrics();
}

QSize ElidedLabel::sizeHint() const
{
    return {wholeMetrics().horizontalAdvance(m_fullText) + 1, wholeMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {1, wholeMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
    else if (event->type() == QEvent::PaletteChange && m_isMuted)
        setPalette(mutedPalette());
}

void ElidedLabel::shrink()
{
    constexpr double Step = 0.5;
    const double least = QApplication::font(this).pointSizeF();
    QFont fitting = *m_largest;
    while (fitting.pointSizeF() > least
           && QFontMetrics(fitting).horizontalAdvance(m_fullText) > contentsRect().width())
        fitting.setPointSizeF(std::max(least, fitting.pointSizeF() - Step));
    if (fitting != font())
        setFont(fitting); // comes back to elide(), with nothing to change
}

//! Before the first layout, the label has no width that means anything.
void ElidedLabel::elide()
{
    if (m_largest && testAttribute(Qt::WA_Resized))
        shrink();
    setText(testAttribute(Qt::WA_Resized)
                ? fontMetrics().elidedText(m_fullText, m_mode, contentsRect().width())
                : m_fullText);
    setToolTip(text() == m_fullText ? QString() : literalToolTip(m_fullText));
    setAccessibleName(m_fullText);
}

void wrapPlainText(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    label.setMinimumWidth(1);
}

void makeTitle(QLabel &label)
{
    QFont font = label.font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.25);
    label.setFont(font);
}

void showHint(MutedLabel &label, const QString &hint, const QString &problem)
{
    label.setMuted(problem.isEmpty());
    QFont font = label.font();
    font.setBold(!problem.isEmpty());
    label.setFont(font);
    label.setText(problem.isEmpty() ? hint : problem);
    if (label.isVisible()) // QFormLayout does not ask a label for its new height
        label.setMinimumHeight(
            std::max(label.minimumHeight(), label.heightForWidth(label.width())));
}

void reserveLines(QLabel &label, int lines)
{
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing() + 4);
}

int heightForTexts(const QWidget &widget, int width)
{
    const QLayout *layout = widget.layout();
    if (!layout)
        return widget.heightForWidth(width);
    // The first leaves out widgets that only take what is left; the second counts their least
    // height.
    return std::max(layout->totalHeightForWidth(width), layout->totalMinimumHeightForWidth(width));
}

void applyHeightForWidth(QWidget &widget, const QEvent &event)
{
    if (event.type() != QEvent::Resize && event.type() != QEvent::LayoutRequest)
        return;
    const QSize before = widget.size();
    // 0 after the last text that wraps was hidden: the height was for its lines.
    widget.setMinimumHeight(
        widget.layout()->hasHeightForWidth() ? heightForTexts(widget, widget.width()) : 0);
    // Within the resize event of a widget that is being shown, Qt sends none about another size.
    if (widget.size() != before && !widget.isVisible())
        widget.layout()->setGeometry(widget.contentsRect());
}

void needHeightOfCurrentPage(QStackedLayout &pages)
{
    const auto update = [&pages] {
        for (int index = 0; index < pages.count(); ++index) {
            QWidget &page = *pages.widget(index);
            QSizePolicy policy =
                page.sizePolicy(); // a copy keeps that the height follows the width
            policy.setVerticalPolicy(index == pages.currentIndex() ? QSizePolicy::Preferred
                                                                   : QSizePolicy::Ignored);
            page.setSizePolicy(policy);
        }
    };
    update();
    QObject::connect(&pages, &QStackedLayout::currentChanged, &pages, update);
}

} // namespace Vestibule
