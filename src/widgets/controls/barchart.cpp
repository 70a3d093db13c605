// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/barchart.h"

#include "widgets/controls/labels.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Rounded up: a text that is a fraction of a pixel too wide would be cut off.
int widthOf(const QWidget &widget, const QString &text)
{
    return int(std::ceil(QFontMetricsF(widget.font()).horizontalAdvance(text)));
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_rows(new QVBoxLayout)
    , m_note(new MutedLabel(this))
{
    m_title->setObjectName(u"chartTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setContentsMargins(FigureButton::Padding, 0, 0, 0);
    m_note->setContentsMargins(FigureButton::Padding, 0, 0, 0);
    m_note->setObjectName(u"chartNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    layout->addWidget(m_note);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

BarChart::~BarChart() = default;

//! Buttons stay, so that the keyboard does.
void BarChart::setContent(const QString &title, const QList<BarButton::Bar> &bars,
                          const QString &note)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    while (m_bars.size() < bars.size())
        addBar();
    while (m_bars.size() > bars.size())
        delete m_bars.takeLast();
    for (qsizetype i = 0; i < bars.size(); ++i)
        m_bars.at(i)->setBar(bars.at(i));
    updateWidths();
    const auto focused = std::ranges::find_if(m_bars, &QWidget::hasFocus);
    const auto first = std::ranges::find_if(m_bars, &QWidget::isEnabled);
    updateTabStop(focused != m_bars.end() ? *focused : first != m_bars.end() ? *first : nullptr);
}

void BarChart::addBar()
{
    auto *bar = new BarButton(this);
    m_rows->addWidget(bar);
    m_bars.append(bar);
    connect(bar, &QAbstractButton::clicked, this,
            [this, bar] { Q_EMIT chosen(int(m_bars.indexOf(bar))); });
    connect(bar, &BarButton::stepped, this, [this, bar](int steps) { step(bar, steps); });
}

QSize BarChart::textWidths() const
{
    int label = 0;
    int number = 0;
    for (const BarButton *bar : std::as_const(m_bars)) {
        label = std::max(label, widthOf(*bar, bar->bar().label));
        number = std::max(number, widthOf(*bar, bar->bar().number));
    }
    return {label, number};
}

void BarChart::setLeastTextWidths(const QSize &widths)
{
    m_leastWidths = widths;
    updateWidths();
}

void BarChart::updateWidths()
{
    const QSize widths = textWidths().expandedTo(m_leastWidths);
    for (BarButton *bar : std::as_const(m_bars))
        bar->setWidths(widths.width(), widths.height());
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateWidths();
}

void BarChart::step(const BarButton *from, int steps)
{
    const int way = steps < 0 ? -1 : 1;
    BarButton *target = nullptr;
    for (qsizetype i = m_bars.indexOf(from) + way; i >= 0 && i < m_bars.size() && steps != 0;
         i += way) {
        if (!m_bars.at(i)->isEnabled())
            continue;
        target = m_bars.at(i);
        steps -= way;
    }
    if (!target)
        return;
    updateTabStop(target);
    target->setFocus(Qt::TabFocusReason);
}

//! One bar takes Tab: forty stops would be a long way.
void BarChart::updateTabStop(const BarButton *stop)
{
    for (BarButton *bar : std::as_const(m_bars))
        bar->setFocusPolicy(bar == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace Vestibule
