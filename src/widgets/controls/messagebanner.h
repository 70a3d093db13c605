// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

#include <functional>
#include <memory>

namespace Ui {
class MessageBanner;
}

namespace Vestibule {

//! One message above the table: what happened, and at most two actions. A new message replaces the
//! old one.
class MessageBanner final : public QFrame {
    Q_OBJECT

public:
    enum class Severity { Information, Warning, Error };

    struct Message {
        Severity severity = Severity::Information;
        QString text{}; //!< shown as plain text
        QString actionText{}; //!< empty: no button
        std::function<void()> action{}; //!< of the button; empty: there is a signal instead
        QString otherText{}; //!< of a second button; empty: none
        std::function<void()> otherAction{};
        QString details{}; //!< technical, folded under a button; empty: none
        bool isLasting = false; //!< without a close button
        bool isNaming = false; //!< has a name that the privacy mode hides
    };

    explicit MessageBanner(QWidget *parent = nullptr);
    ~MessageBanner() override;

    void showMessage(const Message &message);
    //! Replaces the text of the current message, for a countdown.
    void setText(const QString &text);
    //! Closes a message that has a name, as the user would: the privacy mode has been changed.
    void closeNaming();

Q_SIGNALS:
    //! A click on the button of a message without an action.
    void actionTriggered();
    void otherTriggered();
    //! The message has been closed, by the user or because it has a name.
    void closed();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void closeMessage();
    void applyColors();

    std::unique_ptr<Ui::MessageBanner> m_ui;
    Severity m_severity = Severity::Information;
    bool m_isNaming = false;
    std::function<void()> m_action;
    std::function<void()> m_otherAction;
};

} // namespace Vestibule
