// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/popupfield.h"

#include "models/displaytext.h"
#include "widgets/controls/theming.h"

#include <QCursor>
#include <QEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

#include <algorithm>

namespace Vestibule {

namespace {

constexpr int TextMargin = 6;
constexpr int PopupPartGap = 9; //!< between title, detail and arrow
constexpr int PopupArrowSize = 10;
constexpr int LeastTitleLetters = 8; //!< of the title
constexpr int TitleRadius = 3; //!< of the corners, as those of buttons
constexpr int TitleRing = 2; //!< of the focus

QFont titleFont(QFont font)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    return font;
}

} // namespace

PopupField::PopupField(QWidget *parent)
    : QComboBox(parent)
{
    setAttribute(Qt::WA_Hover);
    setFrame(false);
}

void PopupField::setContent(const Content &content)
{
    m_content = content;
    clear();
    addItem(content.wholeText.isEmpty() ? content.title : content.wholeText);
    setToolTip(literalToolTip(currentText()));
    updateGeometry();
    update();
}

void PopupField::showPopup()
{
    Q_EMIT popupRequested();
}

//! A field that cannot be chosen has no arrow.
int PopupField::arrowWidth() const
{
    return isEnabled() ? PopupPartGap + PopupArrowSize : 0;
}

int PopupField::titleWidth() const
{
    const QFontMetrics metrics(titleFont(font()));
    return 2 * TextMargin + metrics.horizontalAdvance(m_content.title) + 1 + arrowWidth();
}

int PopupField::detailWidth() const
{
    return m_content.detail.isEmpty()
        ? 0
        : PopupPartGap + fontMetrics().horizontalAdvance(m_content.detail);
}

QSize PopupField::sizeHint() const
{
    return {titleWidth() + detailWidth(), fontMetrics().height() + 14};
}

QSize PopupField::minimumSizeHint() const
{
    const QFontMetrics metrics(titleFont(font()));
    const int least =
        2 * TextMargin + LeastTitleLetters * metrics.averageCharWidth() + arrowWidth();
    return {m_content.isWhole ? titleWidth() : std::min(least, titleWidth()), sizeHint().height()};
}

void PopupField::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::EnabledChange)
        updateGeometry();
}

//! Title, detail and arrow stand on the line on which text of the window's font would stand in the
//! middle of the field, so that the whole bar has one baseline.
void PopupField::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPalette colors = palette();
    colors.setCurrentColorGroup(isActiveWindow() ? QPalette::Active : QPalette::Inactive);
    const QColor text = colors.color(QPalette::WindowText);
    // While a popup is open, nothing tells that the mouse has left the field for it.
    const bool isHovered = underMouse() && rect().contains(mapFromGlobal(QCursor::pos()));
    if (isEnabled() && (isHovered || hasFocus())) {
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(frameColor(colors));
        painter.setBrush(mixed(text, colors.color(QPalette::Button), isHovered ? 0.06 : 0));
        painter.drawRoundedRect(frame, TitleRadius, TitleRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.color(QPalette::Active, QPalette::Highlight), TitleRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), TitleRadius, TitleRadius);
    }
    const int baseline = (height() + fontMetrics().ascent() - fontMetrics().descent()) / 2;
    const bool hasDetail = detailWidth() > 0 && width() >= titleWidth() + detailWidth();
    const int room = width() - 2 * TextMargin - arrowWidth() - (hasDetail ? detailWidth() : 0);
    painter.setFont(titleFont(font()));
    painter.setPen(text);
    const QString title =
        painter.fontMetrics().elidedText(m_content.title, Qt::ElideMiddle, std::max(0, room));
    const auto drawAt = [&](int x, const QString &words) {
        const int length = painter.fontMetrics().horizontalAdvance(words);
        painter.drawText(isRightToLeft() ? width() - x - length : x, baseline, words);
        return x + length;
    };
    int x = drawAt(TextMargin, title);
    if (hasDetail) {
        painter.setFont(font());
        painter.setPen(mutedTextColor(colors));
        x = drawAt(x + PopupPartGap, m_content.detail);
    }
    if (isEnabled()) {
        QStyleOption arrow;
        arrow.initFrom(this);
        arrow.rect = QStyle::visualRect(layoutDirection(), rect(),
                                        QRect(x + PopupPartGap, (height() - PopupArrowSize) / 2,
                                              PopupArrowSize, PopupArrowSize));
        painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrow);
    }
}

//! There is no list to scroll through.
void PopupField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Vestibule
