// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/optionallabels.h"

#include <QEvent>
#include <QLayout>

#include <ranges>

namespace Vestibule {

namespace {

bool isLeftOut(const QLabel &label)
{
    return label.maximumWidth() == 0;
}

} // namespace

OptionalLabels::OptionalLabels(QWidget &bar, const QList<QLabel *> &labels)
    : QObject(&bar)
    , m_bar(bar)
    , m_labels(labels)
{
    bar.installEventFilter(this);
}

bool OptionalLabels::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        update();
    return isHandled;
}

int OptionalLabels::leftOutWidth() const
{
    int width = 0;
    for (const QLabel *label : m_labels) {
        if (!label->isHidden() && isLeftOut(*label))
            width += label->minimumSizeHint().width();
    }
    return width;
}

//! A label that is left out gets no width. It is not hidden, because the bar hides a label for its
//! own reasons.
void OptionalLabels::update()
{
    int needed = m_bar.layout()->minimumSize().width();
    for (const QLabel *label : m_labels) {
        if (!label->isHidden() && !isLeftOut(*label))
            needed -= label->minimumSizeHint().width();
    }
    m_bar.setMinimumWidth(needed);
    int room = m_bar.width() - needed;
    for (QLabel *label : std::ranges::reverse_view(m_labels)) {
        const int width = label->isHidden() ? 0 : label->minimumSizeHint().width();
        const bool fits = width <= room;
        room = fits ? room - width : 0; // a less important one does not take its place
        label->setMaximumWidth(fits ? QWIDGETSIZE_MAX : 0);
    }
}

} // namespace Vestibule
