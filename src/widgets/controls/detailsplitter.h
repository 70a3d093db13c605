// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QSplitter>

namespace Vestibule {

//! Parts two widgets with a line of one pixel, which can be grabbed some pixels beside it.
class LineSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit LineSplitter(QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
    void changeEvent(QEvent *event) override;

private:
    void leaveEdge();
};

//! Rows and their details: side by side, or the details below the rows where the width is too
//! small. The details take a share of the window until the user moves the line; after that, they
//! keep their size.
class DetailSplitter final : public LineSplitter {
    Q_OBJECT

public:
    explicit DetailSplitter(QWidget *parent = nullptr);

    //! Call one of them once, in place of addWidget(). A footer stands below the rows alone.
    void setPanes(QWidget &rows, QWidget &details);
    void setPanes(QWidget &rows, QWidget &footer, QWidget &details);
    //! What the user has made of both ways; for restore().
    [[nodiscard]] QByteArray save() const;
    //! Anything but what save() returned brings back the sizes of a first start.
    void restore(const QByteArray &saved);

    //! Enough for the rows alone, which the details leave their place where it is scarce.
    [[nodiscard]] QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int &sizeOfDetails();
    void apply();

    int m_besideSize = 0; //!< the width that the user chose for the details; 0: none
    int m_belowSize = 0; //!< the height, the same way
};

} // namespace Vestibule
