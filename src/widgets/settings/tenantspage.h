// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"
#include "widgets/settings/profiledraft.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <memory>

namespace Ui {
class TenantsPage;
}

namespace Vestibule {

class ConnectionTest;
class TenantSession;

//! The list of profiles, and the chosen one's fields. Nothing is kept here: whoever takes
//! drafts() does that.
class TenantsPage final : public QWidget {
    Q_OBJECT

public:
    explicit TenantsPage(QWidget *parent = nullptr);
    ~TenantsPage() override;

    //! Shows the profiles that are kept, and the tenant on screen first. With none there is an
    //! empty one to fill in. \a session outlives the page.
    void setSession(TenantSession &session);

    [[nodiscard]] const QList<ProfileDraft> &drafts() const { return m_drafts; }
    //! The chosen one; -1 when there is none.
    [[nodiscard]] int currentIndex() const;
    //! The first draft that cannot be kept, and why: "acme: Enter ..."; empty when all can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void addDraft(const ProfileDraft &draft);
    void duplicateDraft();
    void removeDraft();
    void showDraft();
    void takeFields();
    void takeToken();
    void readKeptToken();
    void takeKeptToken(const QString &profileId, const TenantDomain &domain,
                       const SecretReadPtr &reply);
    void validate();
    void showListItem(int index);
    void startTest();
    void endTest();

    TenantSession *m_session = nullptr;
    std::unique_ptr<Ui::TenantsPage> m_ui;
    QList<ProfileDraft> m_drafts; //!< one for each row of the list
    SecretReadPtr m_reading; //!< of the chosen profile's token
    std::unique_ptr<ConnectionTest> m_test;
    bool m_isShowing = false; //!< the fields are being filled: they say nothing new
};

} // namespace Vestibule
