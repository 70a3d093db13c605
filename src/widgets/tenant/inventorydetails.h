// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"
#include "session/inventorylisting.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Vestibule {

class ConnectionDetailPane;
class InventoryTableView;
class MutedLabel;
class PrivacyMode;

//! Everything about the selected row of an inventory: of a link the connection's fields, of a
//! connection the organizations that have it, of an organization its connections, of a rule what it
//! says.
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
    //! The rule of which the row is a finding, absent: none; and the mute that hides it, null:
    //! none.
    void showFinding(const std::optional<FindingRule> &rule, const FindingMute *mute);
    //! Whether catalogueRequested() can help; without it, the button is not there.
    void setCatalogueOffered(bool isOffered);
    //! Shows the row again, masked or not.
    void updatePrivacy();

Q_SIGNALS:
    void liveRequested(const Vestibule::Organization &organization);
    //! The links of this connection are to be shown in the list of links.
    void linksRequested(const QString &connectionId);
    //! What a rule has found is to be shown, with muted findings or without.
    void findingsRequested(Vestibule::FindingRule rule, bool withMuted);
    //! A sweep is to read the tenant's connections as well.
    void catalogueRequested();
    //! Of the row.
    void muteRequested();
    void unmuteRequested();

private:
    void showLink(const InventoryLink &link);
    void showUse(const ConnectionUse &use);
    void showOrganization(const InventoryOrganization &entry);
    void showRule(const FindingCount &count);
    void showUnused();
    void updateCatalogue();
    void showRelated(InventoryTableView *table, const InventoryFilter &filter);

    const PrivacyMode &m_privacy;
    std::optional<InventoryRow> m_row;
    bool m_isCatalogueOffered = false;
    QLabel *m_title;
    MutedLabel *m_subtitle;
    QLabel *m_note;
    QPushButton *m_live;
    QPushButton *m_links;
    QPushButton *m_withMuted;
    QPushButton *m_mute;
    QPushButton *m_unmute;
    QLabel *m_findingNote;
    QPushButton *m_document; //!< opens what says so in a browser
    QPushButton *m_catalogue;
    QPlainTextEdit *m_unused; //!< connections that no organization has
    InventorySource::InventoryReply<QList<ConnectionUse>> m_readingUnused;
    InventorySourcePtr m_inventory;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
    ConnectionDetailPane *m_connection;
    InventoryListing m_related; //!< the links of the connection or of the organization
    InventoryListing m_relatedConnections;
    InventoryTableView *m_organizations; //!< that have the connection
    InventoryTableView *m_connections; //!< of the organization
};

} // namespace Vestibule
