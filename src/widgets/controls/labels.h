// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QIcon>
#include <QLabel>

#include <optional>

class QEvent;
class QStackedLayout;

namespace Vestibule {

//! An icon beside a text. It follows a change of theme.
class IconLabel final : public QLabel {
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    //! The side is in device-independent pixels. A null icon shows nothing.
    void setIcon(const QIcon &icon, int side = 16);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updatePixmap();

    QIcon m_icon;
    int m_side = 0;
};

//! Plain text in a muted colour, which follows a change of theme.
class MutedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit MutedLabel(QWidget *parent = nullptr);

    //! False: the text has the colour of all other text.
    void setMuted(bool isMuted);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    bool m_isMuted = true;
};

//! Plain text on one line. What does not fit is cut with an ellipsis; the tooltip has all of it
//! then.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_fullText; }
    void setElideMode(Qt::TextElideMode mode);
    //! From now on, a text that has no room becomes smaller before it is cut, down to the size of
    //! the application's font. The label keeps the height of the font that it has now.
    void shrinkBeforeEliding();
    //! True: the text is muted, as that of a MutedLabel.
    void setMuted(bool isMuted);

    //! Those of the whole text; the label may be made narrower.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFontMetrics wholeMetrics() const;
    void shrink();
    void elide();

    QString m_fullText;
    std::optional<QFont> m_largest; //!< present if the text may be smaller
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_isMuted = false;
};

//! Lets the label break plain text anywhere between words. A long word of the tenant is cut, and
//! does not make the label's pane wider.
void wrapPlainText(QLabel &label);

//! Makes the label's text that of a pane's title: bold and larger.
void makeTitle(QLabel &label);

//! Fills the line under a field of a form: a muted hint, or the problem in bold when there is one.
void showHint(MutedLabel &label, const QString &hint, const QString &problem);

//! Makes the label high enough for the longest text in every language, so that the form does not
//! move when the text changes. With a very large font the label may still grow.
void reserveLines(QLabel &label, int lines);

//! The height that the widget's labels need once their lines are wrapped at this width, with room
//! for the least height of everything else.
[[nodiscard]] int heightForTexts(const QWidget &widget, int width);
//! For the event() of a widget, after the base class has handled the event: sets the minimum height
//! that its labels need once their lines are wrapped. The layout alone asks for less.
void applyHeightForWidth(QWidget &widget, const QEvent &event);
//! A page that is not shown needs no height, so that a high one takes no room from what is around
//! the others.
void needHeightOfCurrentPage(QStackedLayout &pages);

} // namespace Vestibule
