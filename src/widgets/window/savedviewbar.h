// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"

#include <QWidget>

#include <optional>

namespace Vestibule {

class MessageBanner;
class PrivacyMode;
class Settings;

//! Says that a saved view is shown, from when it is and whether it is complete. The user can only
//! close it together with the view.
class SavedViewBar final : public QWidget {
    Q_OBJECT

public:
    //! All of it outlives the bar.
    struct Sources {
        const Subject &subject;
        const Settings &settings;
        const PrivacyMode &privacy;
    };

    explicit SavedViewBar(const Sources &sources, QWidget *parent = nullptr);

    //! Shows the bar for a saved view, and hides it for every other subject.
    void showSubject();

Q_SIGNALS:
    //! The user wants to see the same organization as it is now.
    void liveRequested(const Vestibule::Profile &profile);
    //! What was open before is to come back.
    void closeRequested();

private:
    //! To open the view's organization; absent when its tenant is not in the settings.
    [[nodiscard]] std::optional<Profile> liveProfile() const;

    Sources m_sources;
    MessageBanner *m_banner;
};

} // namespace Vestibule
