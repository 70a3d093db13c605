// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;

namespace Ui {
class SourceBar;
}

namespace Vestibule {

class TenantSession;

//! Which tenant and which organization is looked at, and the way to another one.
class SourceBar final : public QWidget {
    Q_OBJECT

public:
    explicit SourceBar(QWidget *parent = nullptr);
    ~SourceBar() override;

    struct Actions {
        QAction *refresh = nullptr;
        QAction *cancel = nullptr;
        QAction *exportRows = nullptr;
    };
    void setActions(const Actions &actions);
    void setTenantMenu(QMenu *menu);
    //! While loading takes long, Cancel stands in the place of Refresh.
    void showLoading(bool isLoading);
    //! Shows where \a session is.
    void follow(const TenantSession &session, const QString &organizationId);
    void openTenantMenu();
    //! Where the list of organizations drops down.
    [[nodiscard]] QWidget &organizationField();

Q_SIGNALS:
    void organizationsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showKind(const QString &word, const QColor &color);
    void showOnButton(QAction *action);

    std::unique_ptr<Ui::SourceBar> m_ui;
    Actions m_actions;
    QColor m_kindColor; //!< invalid without a kind
    QTimer m_cancelTimer;
};

} // namespace Vestibule
