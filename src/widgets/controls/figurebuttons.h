// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>
#include <QString>

namespace Vestibule {

//! A number of the overview that leads to its rows: a click, Enter or Space chooses it. It draws
//! itself with the palette, and says in words what its picture shows.
class FigureButton : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int Padding = 8; //!< left and right of what it shows, in pixels

    explicit FigureButton(QWidget *parent = nullptr);
    ~FigureButton() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    //! What shows the pointer and the focus, behind the figure.
    void paintState(QPainter &painter) const;
    //! Of text: grey for a number that leads nowhere is only a hint, so it stays readable.
    [[nodiscard]] QColor textColor() const;
};

//! A large number over its caption.
class NumberTile final : public FigureButton {
    Q_OBJECT

public:
    explicit NumberTile(QWidget *parent = nullptr);

    void setNumber(const QString &number, const QString &caption, const QString &spoken);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont numberFont() const;

    QString m_number;
    QString m_caption;
};

//! A bar of a chart: its label, the bar, and its number at the end of the line.
class BarButton final : public FigureButton {
    Q_OBJECT

public:
    struct Bar {
        QString label{}; //!< plain text, on one line
        QString number{};
        QString spoken{}; //!< for screen readers and the tooltip: label and number in words
        double share = 0; //!< of the longest bar, 0 to 1
        bool leadsToRows = true; //!< false: it cannot be chosen
        bool isLabelAbove = false; //!< for long labels: the bar is on a second line

        bool operator==(const Bar &) const = default;
    };

    explicit BarButton(QWidget *parent = nullptr);

    void setBar(const Bar &bar);
    [[nodiscard]] const Bar &bar() const { return m_bar; }
    //! Of the labels and numbers of all bars, so that they begin and end at the same place.
    void setWidths(int label, int number);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! An arrow key: to the bar before (-1) or after (1), to the first (-1000) or last one (1000).
    void stepped(int steps);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    //! In the layout's direction; the place is one from left to right.
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    void paintBar(QPainter &painter, const QRect &place) const;
    [[nodiscard]] int barHeight() const;
    [[nodiscard]] int gapBelowLabel() const;
    [[nodiscard]] int marginOfLines() const;

    Bar m_bar;
    int m_labelWidth = 0;
    int m_numberWidth = 0;
};

} // namespace Vestibule
