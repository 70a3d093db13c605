// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/loginprompt.h"
#include "core/organization.h"
#include "core/organizationconnection.h"
#include "widgets/detail/listingoverviewview.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace Ui {
class ConnectionDetailPane;
}

namespace Vestibule {

class CommonFieldsView;
class FieldView;
class HintList;

//! Everything about the selected connection: its fields with a sentence each, and its JSON as the
//! tenant sent it. While none is selected, the rows on screen in numbers. Beside them the
//! organization's login page, whatever is selected.
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
    //! Draws the login page of an organization, whose name is as it is to be shown. Absent: nothing
    //! has been read yet. The tab is there from the first call on.
    void showLoginPrompt(const std::optional<LoginPrompt> &prompt,
                         const Organization &organization);
    //! Masks names and ids from the next showConnections() and showLoginPrompt() on. copyId()
    //! copies the real id.
    void setMasked(bool isMasked) { m_isMasked = isMasked; }
    //! The id of the one connection that is shown; empty when there are none or several.
    [[nodiscard]] QString shownId() const { return m_shownId; }
    void copyId() const;

Q_SIGNALS:
    //! A part of the drawing was chosen.
    void connectionChosen(const QString &id);
    //! Another tab is shown.
    void tabChanged();
    //! See ListingOverviewView.
    void enabledRequested(bool isEnabled);
    void rowsRequested(const QStringList &ids);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addViews();
    void showConnection(const OrganizationConnection &selected);
    void updateHintPage();
    void showOtherFields(const OrganizationConnection &connection);
    void elideId();

    std::unique_ptr<Ui::ConnectionDetailPane> m_ui;
    HintList *m_hints;
    QList<FieldView *> m_fields;
    QLabel *m_otherFields;
    CommonFieldsView *m_common;
    ListingOverviewView *m_overview;
    bool m_hasListing = false;
    qsizetype m_selected = 0; //!< how many connections
    QString m_shownId;
    bool m_isMasked = false;
};

} // namespace Vestibule
