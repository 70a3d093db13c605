// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "session/subject.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;

namespace Ui {
class SourceBar;
}

namespace Vestibule {

class PrivacyMode;
class Settings;
class WindowActions;

//! Shows the tenant and the organization, and lets the user choose others. The menu of the tenant
//! button lists the profiles.
class SourceBar final : public QWidget {
    Q_OBJECT

public:
    //! All of it outlives the bar.
    struct Sources {
        const Subject &subject;
        const Settings &settings;
        const PrivacyMode &privacy;
        const WindowActions &actions;
    };

    explicit SourceBar(const Sources &sources, QWidget *parent = nullptr);
    ~SourceBar() override;

    //! While loading takes long, Cancel replaces Refresh.
    void showLoading(bool isLoading);
    //! Shows the subject with this organization; its id is empty when none is chosen.
    void showSubject(const Organization &organization);
    void openTenantMenu();
    //! The list of organizations opens below this field.
    [[nodiscard]] QWidget &organizationField();

Q_SIGNALS:
    void profileChosen(const Vestibule::Profile &profile);
    void organizationsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTenantMenu();
    void showKind(const QString &text, const QColor &color);
    void showOnButton(QAction *action);

    Sources m_sources;
    std::unique_ptr<Ui::SourceBar> m_ui;
    QMenu *m_tenantMenu;
    QColor m_kindColor; //!< invalid without a kind
    QTimer m_cancelTimer;
};

} // namespace Vestibule
