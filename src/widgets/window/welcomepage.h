// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace Vestibule {

//! The first thing a new person sees: what this is, and the two ways in.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    //! Says why one of the two ways is closed; an empty \a text takes that back.
    void showProblem(const QString &text);

Q_SIGNALS:
    void connectRequested();
    void demoRequested();

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace Vestibule
