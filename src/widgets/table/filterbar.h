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

//! The server's filter, and the find field for the rows of the page. Whatever they say and whether
//! they can be used, they stay where the owner's layout has put them.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    //! Exclusive actions of the window, one for each state of the filter.
    struct Filters {
        QAction *all = nullptr;
        QAction *enabled = nullptr;
        QAction *disabled = nullptr;
    };

    explicit FilterBar(const Filters &filters, QWidget *parent = nullptr);
    ~FilterBar() override;

    //! What the find field looks at; it says so.
    enum class Scope { Listing, Page, AllPages };
    void showScope(Scope scope);
    //! Shows why the server's filter is not available; empty when it is.
    void showFilterHint(const QString &reason);
    //! Where the controls stand; the reason why there is no filter has the rest of the width.
    enum class Side { Left, Right };
    void setSide(Side side);
    //! That of all controls: the field to find something is as wide as this makes it.
    void setWidth(int width);
    //! With the narrowest field that says what it is for, and with the widest one.
    [[nodiscard]] int leastWidth() const;
    [[nodiscard]] int mostWidth() const;
    //! In the order of Tab.
    [[nodiscard]] QWidgetList controls() const;
    void focusFind();
    void clearFind();

Q_SIGNALS:
    void findTextChanged(const QString &text);
    //! The user has finished typing; the owner moves the focus to the rows.
    void findLeft();

private:
    [[nodiscard]] int widthBesidesFind() const;

    std::unique_ptr<Ui::FilterBar> m_ui;
};

} // namespace Vestibule
