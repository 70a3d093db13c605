// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pastedaccess.h"
#include "core/tenantaccess.h"
#include "store/profile.h"
#include "widgets/settings/accesscheck.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QToolButton;
class QVBoxLayout;

namespace Vestibule {

class AccessGuide;
class MutedLabel;
class PasteField;
class ScrollPage;
class SecretField;
class TenantSession;
class TokenField;
class TokenNotesView;

//! Connects a tenant: finds domain and access in whatever is pasted, says how to get what is
//! missing, tries the access with real requests, and then keeps it as a profile and opens it. A
//! profile for the same domain gets the new access.
class ConnectWindow final : public QDialog {
    Q_OBJECT

public:
    //! The session outlives the window.
    explicit ConnectWindow(TenantSession &session, QWidget *parent = nullptr);
    ~ConnectWindow() override;

    //! What comes after the connection.
    enum class Next { Organizations, Sweep };

    //! What the fields say; its parts may be empty.
    [[nodiscard]] TenantAccess access() const;

public Q_SLOTS:
    //! Opens what says how to get access.
    void showGuide();
    //! Puts what is found in the text into the fields, and says what was found.
    void distribute(const QString &text);

Q_SIGNALS:
    //! The session has opened the tenant. Where an organization was pasted, it is on screen.
    void connected(Vestibule::ConnectWindow::Next next);

private:
    [[nodiscard]] QWidget *makeContent();
    void addAccess(QWidget *content);
    void addButtons(QVBoxLayout &layout);
    [[nodiscard]] TenantDomain domain() const;
    [[nodiscard]] bool isApplication() const;
    //! The profile of the domain, or a new one.
    [[nodiscard]] Profile profile() const;
    //! Why the fields are not complete.
    struct Problem {
        QString text{}; //!< a sentence; empty if they are
        QLineEdit *field = nullptr; //!< that it is about
    };
    [[nodiscard]] Problem problem() const;
    [[nodiscard]] QLineEdit *secretField() const;
    [[nodiscard]] QWidget *whereItGoesOn() const;
    void validate();
    void showNames();
    void showNotes();
    void growToContent();
    void fitToContent();
    [[nodiscard]] int missingHeight() const;
    void resizeBy(int change);
    void showCheck();
    void start(Next next);
    void end();
    void keep();

    TenantSession &m_session;
    AccessCheck m_check;
    QPointer<QWidget> m_startFocus; //!< what had the focus when the check began
    Next m_next = Next::Organizations;
    QString m_organizationId; //!< that was pasted
    QString m_newId; //!< of the profile, if there is none for the domain

    ScrollPage *m_page;
    QFormLayout *m_form = nullptr;
    PasteField *m_paste = nullptr;
    QLabel *m_found = nullptr;
    QLineEdit *m_domain = nullptr;
    MutedLabel *m_domainHint = nullptr;
    QRadioButton *m_byToken = nullptr;
    QRadioButton *m_byApplication = nullptr;
    TokenField *m_token = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLabel *m_secretLabel = nullptr; //!< of the client secret, or of the token in its place
    SecretField *m_secret = nullptr;
    QLineEdit *m_audience = nullptr;
    MutedLabel *m_audienceHint = nullptr;
    QWidget *m_audienceRow = nullptr; //!< the two
    MutedLabel *m_keepingHint = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QToolButton *m_guideButton = nullptr;
    AccessGuide *m_guide = nullptr;
    int m_heightBeforeGuide = 0; //!< of the window, which is larger while the guide is open
    int m_ownHeight = 0; //!< as the window has last set it, not the user
    TokenNotesView *m_notes = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_sweep = nullptr;
};

} // namespace Vestibule
