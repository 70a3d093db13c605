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

//! Replaces the table when there are no rows: says why, and offers what can be done.
class StatePage final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString iconName{};
        QString text{}; //!< shown as plain text
        QString actionText{}; //!< empty: no button
        std::function<void()> action{}; //!< what the button does
        QString otherText{}; //!< of a second button; empty: there is none
        std::function<void()> otherAction{};
    };

    explicit StatePage(QWidget *parent = nullptr);
    ~StatePage() override;

    void setContent(const Content &content);

private:
    std::unique_ptr<Ui::StatePage> m_ui;
    std::function<void()> m_action;
    std::function<void()> m_otherAction;
};

} // namespace Vestibule
