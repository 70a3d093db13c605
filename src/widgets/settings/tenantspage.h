// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"
#include "store/secretstore.h"
#include "widgets/settings/profiledraft.h"

#include <QList>
#include <QWidget>

#include <memory>

namespace Ui {
class TenantsPage;
}

namespace Vestibule {

class AccessCheck;
class FallbackSecretStore;
class PrivacyMode;
class SourceFactory;

//! The list of profiles, and the fields of the current one. The page changes only drafts(); its
//! owner saves them.
class TenantsPage final : public QWidget {
    Q_OBJECT

public:
    //! What the page works with; all of it outlives the page.
    struct Environment {
        FallbackSecretStore &secrets;
        SourceFactory &sourceFactory;
        const PrivacyMode &privacy;
    };
    //! What is known when the page opens.
    struct Tenants {
        QList<Profile> saved{};
        QString currentId{}; //!< the profile to show if the subject has none
        Subject subject{}; //!< what the window shows
        TenantAccess access{}; //!< of the subject; may be incomplete
        QString organizationId{}; //!< of the subject; may be empty
    };

    explicit TenantsPage(QWidget *parent = nullptr);
    ~TenantsPage() override;

    //! Shows the saved profiles, and a new one for a tenant that is in none of them. The tenant
    //! that the window shows is the current one. Without any profile there is an empty one to
    //! fill in. Call it once.
    void showTenants(const Environment &environment, const Tenants &tenants);

    [[nodiscard]] const QList<ProfileDraft> &drafts() const { return m_drafts; }
    //! Index of the current draft; -1 when there is none.
    [[nodiscard]] int currentIndex() const;
    //! The first draft that cannot be saved, and why: "acme: Enter ..."; empty when all can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addDraft(const ProfileDraft &draft);
    void duplicateDraft();
    void removeDraft();
    void showDraft();
    void updateDraft();
    void updateDraftToken();
    void updateDraftSecret();
    void showAccess(const ProfileDraft &draft);
    void validate();
    [[nodiscard]] bool hasOnlyAnEmptyDraft() const;
    void updateListItem(int index);
    void showNotes(const TenantAccess &access);
    void startTest();
    void takeKept();
    void showTest();
    void endTest();
    void fitList(int pageWidth);

    std::unique_ptr<Ui::TenantsPage> m_ui;
    FallbackSecretStore *m_secrets = nullptr; //!< null before showTenants(), like the next two
    const PrivacyMode *m_privacy = nullptr;
    std::unique_ptr<AccessCheck> m_test;
    QList<ProfileDraft> m_drafts; //!< one for each row of the list
    SecretReadPtr m_reading; //!< of what is kept for the profile that is tested
    QString m_keyringProblem; //!< why the test could not read it
    bool m_isShowing = false; //!< the page itself is filling the fields
};

} // namespace Vestibule
