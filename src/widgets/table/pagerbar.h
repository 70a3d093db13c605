// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class PagerBar;
}

namespace Vestibule {

//! First, previous, page field, next, last; rows per page; which rows are on screen, of how many,
//! and when they were read. Pages count from 1 here, for people.
class PagerBar final : public QWidget {
    Q_OBJECT

public:
    //! The steps are actions of the window, so that menus and keys do the same.
    struct Steps {
        QAction *first = nullptr;
        QAction *previous = nullptr;
        QAction *next = nullptr;
        QAction *last = nullptr;
    };

    explicit PagerBar(QWidget *parent = nullptr);
    ~PagerBar() override;

    void setSteps(const Steps &steps);
    //! Shows where \a browser is, and enables the steps that lead somewhere.
    void follow(const ConnectionBrowser &browser);
    void focusPageField();

Q_SIGNALS:
    void pageRequested(int index); //!< counted from 0
    void rowsPerPageRequested(int rows); //!< 1 to 100

private:
    void requestPage();
    void requestRows();

    std::unique_ptr<Ui::PagerBar> m_ui;
    Steps m_steps;
    int m_shownPage = 1; //!< counted from 1
    int m_shownRows = 0;
};

//! "1-50 of 132"; "51-100, more to come" without a total; "0 of 0" for an empty listing.
[[nodiscard]] QString rangeText(const ConnectionPage &page);

} // namespace Vestibule
