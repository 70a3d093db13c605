// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;

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
        QAction *settings = nullptr;
        QAction *refresh = nullptr;
        QAction *cancel = nullptr;
        QAction *exportRows = nullptr;
    };
    void setActions(const Actions &actions);
    //! While loading takes long, Cancel stands in the place of Refresh.
    void showLoading(bool isLoading);
    //! Shows where \a session is.
    void update(const TenantSession &session, const QString &organizationId);
    void focusOrganizationField();

Q_SIGNALS:
    //! A valid id, and another one than that on screen.
    void organizationRequested(const QString &id);
    //! What was typed cannot be an id; \a reason is a sentence.
    void organizationRefused(const QString &reason);

private:
    void requestOrganization();
    [[nodiscard]] QString typedId() const;
    void showOrganization();
    void showOnButton(QAction *action);

    std::unique_ptr<Ui::SourceBar> m_ui;
    QString m_shownId;
    Actions m_actions;
    QTimer m_cancelTimer;
};

} // namespace Vestibule
