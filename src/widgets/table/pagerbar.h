// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class PagerBar;
}

namespace Vestibule {

class ConnectionBrowser;
struct ConnectionPage;

//! Moves between pages and sets the rows per page; shows which rows are on screen, of how many, and
//! when they were read. The user sees pages counted from 1. Of a listing with one page it says only
//! how many rows there are: nothing is there that could do nothing. Everything stays at its place
//! when the page changes.
class PagerBar final : public QWidget {
    Q_OBJECT

public:
    //! Actions of the window, shared with the menus. The first and the last page have no button.
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
    //! Does nothing while there is only one page.
    void focusPageField();
    //! The listing is only a part of the organization's connections, as a saved view may be: the
    //! limit of an organization says nothing about it.
    void setPartial(bool isPartial) { m_isPartial = isPartial; }

    //! That of the pages alone: what does not fit beside them is left out.
    [[nodiscard]] QSize minimumSizeHint() const override;
    //! Watches the keys of the fields.
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void pageRequested(int index); //!< counted from 0
    void rowsPerPageRequested(int rows); //!< 1 to 100
    //! Enter or Escape in a field: the keyboard should go on in the rows.
    void left();

private:
    void requestPage();
    void requestRows();
    void keepPlaces(const std::optional<ConnectionPage> &page);
    void alignTexts();
    void showWhatFits();

    std::unique_ptr<Ui::PagerBar> m_ui;
    Steps m_steps;
    int m_shownPage = 1; //!< counted from 1
    int m_shownRows = 0;
    bool m_isPartial = false;
    bool m_isOnlyPage = true;
    bool m_isNearLimit = false;
};

//! "1–50 of 132"; "51–100, more to come" without a total; "0 of 0" for an empty listing.
[[nodiscard]] QString rangeText(const ConnectionPage &page);

} // namespace Vestibule
