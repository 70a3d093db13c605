// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>

namespace Vestibule {

class ConnectionDetailPane;
class OrganizationFacets;
class TablePane;
class TenantSession;
class WindowActions;

//! Fills the pane beside an organization's table: with the selected connections, and without any
//! with what the page on screen is like as a whole. Does what is chosen in the pane's drawings.
class OrganizationDetails final : public QObject {
    Q_OBJECT

public:
    struct Sources {
        TenantSession &session;
        ConnectionDetailPane &pane;
        TablePane &table;
        OrganizationFacets &facets;
        const WindowActions &actions;
    };

    //! All of them outlive this object.
    explicit OrganizationDetails(const Sources &sources, QObject *parent = nullptr);

    //! The page or its organization's name is another one. No request is made for a drawing.
    void updatePage();
    void updateSelection();
    void updatePrivacy();
    //! Takes the selection back, and shows the pane even if it is hidden.
    void showOverview();

private:
    void showLoginPrompt();
    void updateRows();
    void showListing();
    [[nodiscard]] bool isSavedPart() const;
    void filterEnabled(bool isEnabled);
    void select(const QStringList &ids);

    Sources m_sources;
    bool m_hasRows = false; //!< that neither Find nor a filter hides
};

} // namespace Vestibule
