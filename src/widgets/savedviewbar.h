// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QWidget>

#include <optional>

namespace Vestibule {

class MessageBanner;
class TenantSession;

//! Says, as long as a saved view is shown, that it is one: of when, and whether it is all. Nobody
//! can close it.
class SavedViewBar final : public QWidget {
    Q_OBJECT

public:
    //! \a session outlives the bar.
    explicit SavedViewBar(TenantSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The same organization as it is now; \a profile is of the saved view's tenant.
    void liveRequested(const Vestibule::Profile &profile);

private:
    void showView();
    [[nodiscard]] std::optional<Profile> ownProfile() const;

    TenantSession &m_session;
    MessageBanner *m_banner;
};

} // namespace Vestibule
