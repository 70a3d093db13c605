// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"
#include "session/inventorylisting.h"
#include "session/organizationreader.h"

#include <QDateTime>
#include <QString>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace Vestibule {

class ConnectionDetailPane;
class LinkListView;
class LoginPromptView;
class CopyButton;
class ElidedLabel;
class FindingBox;
class MutedLabel;
class PrivacyMode;
class ScrollPage;

//! Everything about the selected row of an inventory: of a link the connection's fields, of a
//! connection the organizations that have it, of an organization its connections, and of each of
//! them what the rules have found; of a rule what it says. Of a link and of an organization also
//! the organization's login page, drawn.
class InventoryDetails final : public QWidget {
    Q_OBJECT

public:
    //! The privacy mode outlives the pane.
    explicit InventoryDetails(const PrivacyMode &privacy, QWidget *parent = nullptr);
    ~InventoryDetails() override;

    //! Where related rows are read, and from which list a sweep took them; null: nowhere.
    void setSource(const InventorySourcePtr &source,
                   ConnectionEndpoint endpoint = ConnectionEndpoint::Connections);
    //! Null shows a hint.
    void showRow(const InventoryRow *row);
    //! The rule of which the row is a finding, absent: none; and the mute that hides it, null:
    //! none.
    void showFinding(const std::optional<FindingRule> &rule, const FindingMute *mute);
    //! Whether catalogueRequested() can help; without it, the button is not there.
    void setCatalogueOffered(bool isOffered);
    //! Without rows, nothing tells to select one.
    void setSelectable(bool isSelectable);
    //! Shows the row again, masked or not.
    void updatePrivacy();

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void liveRequested(const Vestibule::Organization &organization);
    //! The links of this connection are to be shown in the list of links.
    void linksRequested(const QString &connectionId);
    //! Those of this organization are.
    void linksOfOrganizationRequested(const Vestibule::Organization &organization);
    //! The rule is to be shown among all rules, with what it says and what it has found.
    void ruleRequested(Vestibule::FindingRule rule);
    //! A link of the selected row's organization was chosen in the drawing of its login page.
    void linkChosen(const Vestibule::InventoryKey &key);
    //! What a rule has found is to be shown, with muted findings or without.
    void findingsRequested(Vestibule::FindingRule rule, bool withMuted);
    //! A sweep is to read the tenant's connections as well.
    void catalogueRequested();
    //! Of the row.
    void muteRequested();
    void unmuteRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void showId();
    void showLink(const InventoryLink &link);
    void showUse(const ConnectionUse &use);
    void showOrganization(const InventoryOrganization &entry);
    void showRule(const FindingCount &count);
    void showUnused();
    void updateHint();
    void updateCatalogue();
    void showRelated(LinkListView *list, const InventoryFilter &filter);
    void addFigures();
    void showFigures(const ConnectionUse &use);
    [[nodiscard]] QTabWidget *makeTabs(LinkListView &list, const QString &title);
    void showBox();
    void updatePrompt();
    void takePrompt();
    void showNoPrompt(const QString &why);
    [[nodiscard]] bool isPromptShown() const;

    //! An organization at one time.
    struct PromptKey {
        QString organizationId{};
        QDateTime readAt{};
        OrganizationState state = OrganizationState::Read;

        bool operator==(const PromptKey &) const = default;
    };
    //! Of the selected row; absent if it is no organization's.
    [[nodiscard]] std::optional<PromptKey> promptKey() const;

    const PrivacyMode &m_privacy;
    std::optional<InventoryRow> m_row;
    bool m_isSelectable = true;
    bool m_isCatalogueOffered = false;
    QWidget *m_head; //!< what is said of the row
    ScrollPage *m_headArea;
    QLabel *m_title;
    MutedLabel *m_subtitle;
    QWidget *m_idRow;
    ElidedLabel *m_id;
    CopyButton *m_copyId;
    QString m_shownId; //!< the real one
    QLabel *m_note;
    QPushButton *m_live;
    QPushButton *m_links;
    QPushButton *m_withMuted;
    QPushButton *m_mute;
    QPushButton *m_unmute;
    FindingBox *m_box;
    QLabel *m_findingNote;
    std::optional<FindingRule> m_filterRule; //!< that the list is filtered by, unless it is muted
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
    LinkListView *m_organizations; //!< that have the connection
    QTabWidget *m_connectionTabs; //!< m_organizations, and beside it:
    QGridLayout *m_figures; //!< the numbers of the connection
    LinkListView *m_connections; //!< of the organization
    QTabWidget *m_organizationTabs; //!< m_connections, and beside it:
    LoginPromptView *m_prompt;
    OrganizationReader m_reader; //!< of what is drawn
    std::optional<PromptKey> m_promptKey; //!< of what is drawn, or being read for it
    ConnectionEndpoint m_endpoint = ConnectionEndpoint::Connections;
};

} // namespace Vestibule
