// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/loginprompt.h"
#include "core/organization.h"
#include "core/organizationconnection.h"
#include "widgets/detail/listingoverviewview.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace Ui {
class ConnectionDetailPane;
}

namespace Vestibule {

class FieldView;
class HintList;

//! Everything about the selected connection: its fields with a sentence each, and its JSON as the
//! tenant sent it. For several what they have in common, in the same places; while none is
//! selected, the rows on screen in numbers. Beside them the organization's login page, whatever is
//! selected. Empty where there is nothing to select.
class ConnectionDetailPane final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionDetailPane(QWidget *parent = nullptr);
    ~ConnectionDetailPane() override;

    //! Shows one connection, what several have in common, or the overview when there is none.
    void showConnections(const QList<OrganizationConnection> &connections);
    //! Says in place of the drawing why there is none. The tab is there from then on.
    void showNoLoginPrompt(const QString &why);
    [[nodiscard]] bool isLoginPromptShown() const;
    //! What the rows on screen are like; absent, or without rows: there is only a hint.
    void showListing(const std::optional<ListingOverviewView::Listing> &listing);
    //! Where the overview is while nothing is selected.
    void showSummary();
    //! Shows the login page of an organization, whose name is as it is to be shown. It is drawn
    //! when the tab is opened. Absent: nothing has been read yet. The tab is added by the first
    //! call.
    void showLoginPrompt(const std::optional<LoginPrompt> &prompt,
                         const Organization &organization);
    //! Masks names and ids from the next showConnections() and showLoginPrompt() on. copyId()
    //! copies the real id.
    void setMasked(bool isMasked) { m_isMasked = isMasked; }
    //! Leaves out the hints that are rules of findings, because they are shown beside the pane.
    void setRulesLeftOut(bool areLeftOut);
    //! The id of the one connection that is shown; empty when there are none or several.
    [[nodiscard]] QString shownId() const { return m_shownId; }
    void copyId();

Q_SIGNALS:
    //! A part of the drawing was chosen.
    void connectionChosen(const QString &id);
    //! Another tab is shown.
    void tabChanged();
    //! See ListingOverviewView.
    void enabledRequested(bool isEnabled);
    void rowsRequested(const QStringList &ids);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! A login page as it came, with the privacy of that moment.
    struct DuePrompt {
        std::optional<LoginPrompt> prompt;
        Organization organization;
        bool isMasked = false;
    };

    void addViews();
    void showHead(const QString &title, const QString &subtitle);
    void showNone();
    void showConnection(const OrganizationConnection &selected);
    void showHints();
    void showSeveral(const QList<OrganizationConnection> &connections);
    void showOtherFields(const OrganizationConnection &connection);
    void drawDuePrompt();
    void updateContent();
    void copyHead();

    std::unique_ptr<Ui::ConnectionDetailPane> m_ui;
    HintList *m_hints;
    QList<FieldView *> m_fields;
    QLabel *m_otherFields;
    ListingOverviewView *m_overview;
    bool m_hasListing = false;
    QStringList m_names; //!< of the selected connections, never masked
    QString m_shownId;
    std::optional<OrganizationConnection> m_one; //!< the one that is shown
    bool m_areRulesLeftOut = false;
    bool m_isMasked = false;
    std::optional<DuePrompt> m_duePrompt; //!< not drawn yet
};

} // namespace Vestibule
