// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "session/inventorylisting.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Vestibule {

class ConnectionDetailPane;
class InventoryTableView;
class MutedLabel;
class PrivacyMode;

//! Everything about the selected row of an inventory: of a link the connection's fields, of a
//! connection the organizations that have it, of an organization its connections.
class InventoryDetails final : public QWidget {
    Q_OBJECT

public:
    //! The privacy mode outlives the pane.
    explicit InventoryDetails(const PrivacyMode &privacy, QWidget *parent = nullptr);
    ~InventoryDetails() override;

    //! Where related rows are read; null: nowhere.
    void setSource(const InventorySourcePtr &source);
    //! Null shows a hint.
    void showRow(const InventoryRow *row);
    //! Shows the row again, masked or not.
    void updatePrivacy();

Q_SIGNALS:
    void liveRequested(const Vestibule::Organization &organization);
    //! The links of this connection are to be shown in the list of links.
    void linksRequested(const QString &connectionId);

private:
    void showLink(const InventoryLink &link);
    void showUse(const ConnectionUse &use);
    void showOrganization(const InventoryOrganization &entry);
    void showRelated(InventoryTableView *table, const InventoryFilter &filter);

    const PrivacyMode &m_privacy;
    std::optional<InventoryRow> m_row;
    QLabel *m_title;
    MutedLabel *m_subtitle;
    QLabel *m_note;
    QPushButton *m_live;
    QPushButton *m_links;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
    ConnectionDetailPane *m_connection;
    InventoryListing m_related; //!< the links of the connection or of the organization
    InventoryListing m_relatedConnections;
    InventoryTableView *m_organizations; //!< that have the connection
    InventoryTableView *m_connections; //!< of the organization
};

} // namespace Vestibule
