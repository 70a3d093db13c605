// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class StatePage;
}

namespace Vestibule {

//! Replaces the table when there are no rows, in one block in the middle: why, what to do about it,
//! and at most two buttons. The keyboard's focus stays in it when another state follows.
class StatePage final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString iconName{};
        QString text{}; //!< shown as plain text
        QString actionText{}; //!< empty: no button
        std::function<void()> action{}; //!< what the button does
        QString title{}; //!< the cause in a few words, over the text; may be empty
        QString otherText{}; //!< of a second button; empty: none
        std::function<void()> otherAction{};
        QString details{}; //!< technical, folded under a button; empty: none
    };

    explicit StatePage(QWidget *parent = nullptr);
    ~StatePage() override;

    void setContent(const Content &content);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    std::unique_ptr<Ui::StatePage> m_ui;
    std::function<void()> m_action;
    std::function<void()> m_otherAction;
    bool m_isFilling = false; //!< the focus is kept here meanwhile
};

} // namespace Vestibule
