// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/organization.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/statepage.h"
#include "widgets/window/changesexport.h"
#include "widgets/window/findingmuting.h"
#include "widgets/window/inventorysaver.h"
#include "widgets/window/savedfile.h"
#include "widgets/window/tenantcomparison.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QStackedWidget;

namespace Vestibule {

class Sweep;
class SweepManager;
class TenantPage;
class TenantSession;
class WindowActions;

//! A place of the window: what its middle shows.
enum class Place { Organization, Overview, Connections, Organizations, Links, Findings, Changes };

//! The places of the window, and what the places of the whole tenant show: which inventory is open,
//! and the sweep that fills it.
class WholeTenant final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    struct Sources {
        TenantSession &session;
        SweepManager &sweeps;
        const WindowActions &actions;
        SideList &sideList;
        QStackedWidget &pages; //!< the first one is the organization's; gets the tenant's page
    };

    explicit WholeTenant(const Sources &sources, QObject *parent = nullptr);
    ~WholeTenant() override;

    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] bool isOrganizationShown() const { return m_place == Place::Organization; }
    //! Whether the place has rows that can be found, exported and looked at.
    [[nodiscard]] bool areRowsShown() const;
    //! Of connections, organizations, links or findings.
    [[nodiscard]] bool isListShown() const;
    [[nodiscard]] const DriftBrowser &drift() const { return m_comparison.browser(); }
    //! Writes copies and reports of the open inventory.
    [[nodiscard]] InventorySaver &saver() { return m_saver; }
    void show(Place place);
    //! What the side list has below the places while the organization is shown.
    void setOrganizationEntries(const QList<SideList::Entry> &entries);
    //! Opens an inventory's file, and shows it in the overview or the list that is on screen, or
    //! else its links.
    void openFile(const QString &path);
    //! Says it over the lists; only while one of the tenant's places is shown.
    void showProblem(const QString &sentence);
    //! The page of the whole tenant. Null until one of its places was shown for the first time,
    //! because most people start with one organization.
    [[nodiscard]] TenantPage *page() const { return m_page; }
    //! The running sweep of the inventory's tenant; null if there is none.
    [[nodiscard]] Sweep *sweep() const;
    //! Whether a file is shown or being opened, and not the tenant's own inventory.
    [[nodiscard]] bool isFileOpen() const;
    //! What a sweep does that no place on screen shows, in one line; empty if there is none.
    [[nodiscard]] QString otherSweepText() const;
    //! Goes back to the place whose row or bar has led here, until the user chooses a place; false
    //! if there is none.
    bool goBack();
    [[nodiscard]] bool canGoBack() const { return !m_returnPlaces.isEmpty(); }

public Q_SLOTS:
    //! The subject is another one: its own inventory is the one to look at.
    void updateSubject();
    void updatePrivacy();
    //! Asks for a file, and writes the differences that are shown to it.
    void exportChanges();
    void startSweep();
    //! Shows the inventory of the tenant in place of a file.
    void leaveFile();
    //! Goes back to the place where the file was opened, or to the subject if it has no inventory.
    void closeFile();
    //! Shows the inventory that the last sweep has replaced.
    void openBefore();
    //! Shows which inventories of the tenant are kept.
    void showKept();
    void pauseOrResume();
    void stopSweep();
    void retryFailed();
    //! Reads the tenant's connections into its finished inventory.
    void readCatalogue();

Q_SIGNALS:
    //! Another place is shown, or goBack() can do something else.
    void placeChanged();
    //! A file that the user keeps is open.
    void fileOpened(const QString &path);
    //! Something that actions depend on.
    void changed();
    //! One of the organization's entries was chosen in the side list.
    void organizationEntryChosen(const QString &key);
    //! An organization of the inventory is to be looked at live.
    void liveRequested(const Vestibule::Organization &organization);
    //! A new token is needed for the tenant that is open.
    void tokenRequested();
    //! Something failed that no place shows.
    void failed(const QString &sentence);
    //! A file was written while the organization is shown.
    void saved(const Vestibule::SavedFile &file);

private:
    enum class BannerAction { None, Resume, RetryFailed, OpenBefore, UndoMuting };

    void makePage();
    void enter(Place place);
    void choose(const QString &key);
    void openOwnInventory();
    void updateComparison();
    void compareWithBefore();
    void offerUndo(const QString &sentence);
    void tellSaved(const SavedFile &file);
    //! Replaces what the banner says, and what its first button does.
    void showBanner(const MessageBanner::Message &message,
                    BannerAction action = BannerAction::None);
    void hideBanner();
    void updateSideList();
    void updatePage();
    void updateSweep();
    void updateActions();
    void start(bool retriesFailed);
    void showCause(const Sweep &sweep);
    void takeEnd(const Sweep &sweep);
    void runBannerAction();
    [[nodiscard]] StatePage::Content notice() const;
    [[nodiscard]] StatePage::Content changesNotice() const;
    //! What the next sweep of the tenant will take; empty if that is not known.
    [[nodiscard]] QString expectation() const;
    [[nodiscard]] QString inventoryTenant() const;
    //! Whether the path is that of a file, and not of the tenant's own inventory.
    [[nodiscard]] bool isFile(const QString &path) const;
    [[nodiscard]] QString openFileName() const;

    Sources m_sources;
    Place m_place = Place::Organization;
    QList<SideList::Entry> m_organizationEntries;
    QList<Place> m_returnPlaces; //!< for goBack(), the latest is the last one
    Place m_placeBeforeFile = Place::Organization;
    TenantPage *m_page = nullptr;
    TenantComparison m_comparison;
    ChangesExport m_changesExport;
    InventorySaver m_saver;
    FindingMuting m_muting;
    QTimer m_summaryPause; //!< between two looks at the file while a sweep fills it
    int m_share; //!< of the next sweep, in percent
    BannerAction m_bannerAction = BannerAction::None;
    const Sweep *m_openedSweep = nullptr; //!< whose file was opened; only compared
    bool m_isCauseShown = false;
    QString m_tenant; //!< inventoryTenant() before the latest change of the subject
};

} // namespace Vestibule
