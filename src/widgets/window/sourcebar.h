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

class FilterBar;
class PrivacyMode;
class Settings;
class WindowActions;

//! The header of the window: the tenant and the organization, of which the user can choose others,
//! and the actions for what is shown. The menu of the tenant button lists the profiles. The tools
//! of the organization stand in the same row where there is room, and below it otherwise. Where a
//! control stands depends on the width, the font and the language alone, so that nothing moves
//! under the pointer: names get the rest of the width.
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

    //! The bar takes the tools as its child.
    explicit SourceBar(const Sources &sources, FilterBar &tools, QWidget *parent = nullptr);
    ~SourceBar() override;

    //! While loading takes long, Cancel replaces Refresh.
    void showLoading(bool isLoading);
    //! Shows the subject with this organization; its id is empty when none is chosen.
    void showSubject(const Organization &organization);
    //! A place of the whole tenant has no organization, no tools and nothing to refresh.
    void setOrganizationShown(bool isShown);
    void openTenantMenu();
    //! The list of organizations opens below this field.
    [[nodiscard]] QWidget &organizationField();

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void profileChosen(const Vestibule::Profile &profile);
    void organizationsRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTenantMenu();
    void setHeights();
    void arrange();
    [[nodiscard]] int widthBesidesNames() const;
    void orderFocus();
    void showOrganization();
    void showKind(const QString &text, const QColor &color);
    void showOnButton(QAction *action);

    Sources m_sources;
    std::unique_ptr<Ui::SourceBar> m_ui;
    FilterBar &m_tools;
    QMenu *m_tenantMenu;
    Organization m_organization; //!< its id is empty when none is chosen
    bool m_isOrganizationShown = true;
    bool m_areToolsBelow = true;
    QColor m_kindColor; //!< invalid without a kind
    QTimer m_cancelTimer;
};

} // namespace Vestibule
