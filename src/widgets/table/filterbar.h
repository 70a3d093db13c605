// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class FilterBar;
}

namespace Vestibule {

//! The server's filter, and the quick find over the rows on screen.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    //! The three states of the filter are exclusive actions of the window.
    struct Filters {
        QAction *all = nullptr;
        QAction *enabled = nullptr;
        QAction *disabled = nullptr;
    };

    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    void setFilters(const Filters &filters);
    //! How many of the page's rows match; nothing is said while there is nothing to find.
    void showMatches(int matches, int rows);
    //! Says that a sorting covers this page alone, where there are others.
    void showSortHint(bool isShown);
    //! After setFilters(): says why the server's filter is off; empty when it is not.
    void showFilterHint(const QString &reason);
    void focusFind();
    void clearFind();

Q_SIGNALS:
    void findTextChanged(const QString &text);
    //! The person is done with typing and goes on among the rows.
    void findLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    std::unique_ptr<Ui::FilterBar> m_ui;
};

} // namespace Vestibule
