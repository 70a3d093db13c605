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

private:
    void showView();
    //! For the same organization as it is now; absent where its tenant is not in the settings.
    [[nodiscard]] std::optional<Profile> ownProfile() const;

    TenantSession &m_session;
    MessageBanner *m_banner;
};

} // namespace Vestibule
