// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/figurebuttons.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Vestibule {

class MutedLabel;

//! A chart of horizontal bars under a title. Tab leads to one bar of it, the arrow keys to the
//! others.
class BarChart final : public QWidget {
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);
    ~BarChart() override;

    //! The note is a sentence below the bars; it may be empty.
    void setContent(const QString &title, const QList<BarButton::Bar> &bars, const QString &note);
    [[nodiscard]] const QList<BarButton *> &bars() const { return m_bars; }
    //! Of its longest label, and as the height of its longest number.
    [[nodiscard]] QSize textWidths() const;
    //! Those of all charts on a page, so that all bars begin and end at the same place.
    void setLeastTextWidths(const QSize &widths);

Q_SIGNALS:
    void chosen(int bar);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addBar();
    void updateWidths();
    void step(const BarButton *from, int steps);
    void updateTabStop(const BarButton *stop);

    QLabel *m_title;
    QVBoxLayout *m_rows;
    QList<BarButton *> m_bars;
    MutedLabel *m_note;
    QSize m_leastWidths;
};

} // namespace Vestibule
