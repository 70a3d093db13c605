// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StatePage;
}

namespace Vestibule {

//! Stands where the table would be when there is nothing to show: why, and one thing to do about
//! it.
class StatePage final : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString iconName{};
        QString text{}; //!< shown as plain text
        QString actionText{}; //!< empty: no button

        bool operator==(const Content &) const = default;
    };

    explicit StatePage(QWidget *parent = nullptr);
    ~StatePage() override;

    void setContent(const Content &content);

Q_SIGNALS:
    void actionTriggered();

private:
    std::unique_ptr<Ui::StatePage> m_ui;
};

} // namespace Vestibule
