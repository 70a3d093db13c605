// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class PagerBar;
}

namespace Vestibule {

class ConnectionBrowser;
struct ConnectionPage;

//! Moves between pages and sets the rows per page; shows which rows are on screen, of how many, and
//! when they were read. The user sees pages counted from 1.
class PagerBar final : public QWidget {
    Q_OBJECT

public:
    //! Actions of the window, shared with the menus.
    struct Steps {
        QAction *first = nullptr;
        QAction *previous = nullptr;
        QAction *next = nullptr;
        QAction *last = nullptr;
    };

    explicit PagerBar(const Steps &steps, QWidget *parent = nullptr);
    ~PagerBar() override;

    //! Shows the browser's position, and enables the steps that lead to another page.
    void updateFrom(const ConnectionBrowser &browser);
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
