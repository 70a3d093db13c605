// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/organization.h"
#include "session/driftbrowser.h"
#include "widgets/window/changesexport.h"

#include <QDialog>

namespace Vestibule {

class ChangesPage;
class MessageBanner;
class PrivacyMode;
class Settings;

//! What differs between two listings of one organization. It is not modal, so that the rows can be
//! looked at meanwhile.
class ListingChangesDialog final : public QDialog {
    Q_OBJECT

public:
    struct Content {
        DriftPtr drift{}; //!< not null
        Organization organization{};
    };

    //! The settings and the privacy mode outlive the dialog.
    ListingChangesDialog(const Content &content, Settings &settings, const PrivacyMode &privacy,
                         QWidget *parent = nullptr);
    ~ListingChangesDialog() override;

private:
    void askToExport();
    void updatePrivacy();

    Organization m_organization;
    const PrivacyMode &m_privacy;
    DriftBrowser m_drift;
    ChangesExport m_export;
    MessageBanner *m_banner;
    ChangesPage *m_page;
};

} // namespace Vestibule
