// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace Vestibule {

//! What a new user sees first: what the program is, and two buttons to start.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    //! Shows why something did not open; an empty text hides it.
    void showProblem(const QString &text);

Q_SIGNALS:
    void connectRequested();
    void demoRequested();

protected:
    bool event(QEvent *event) override;

private:
    void breakText();

    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace Vestibule
