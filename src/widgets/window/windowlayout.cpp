// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowlayout.h"

#include "store/settings.h"
#include "widgets/controls/detailsplitter.h"
#include "widgets/controls/fontscale.h"
#include "widgets/table/connectiontableview.h"

#include <QAction>
#include <QMainWindow>
#include <QResizeEvent>
#include <QSplitter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize FirstSize{1280, 720};
constexpr QSize LeastSize{640, 400}; // some rows and some details are in sight
constexpr int LeastWidthForSideList = 1100;

QString profileIdOf(const Subject &subject)
{
    const Profile *profile = profileOf(subject);
    return profile ? profile->id : QString();
}

bool isAnythingOpen(const Subject &subject)
{
    return !std::holds_alternative<NoSubject>(subject);
}

} // namespace

WindowLayout::WindowLayout(Settings &settings, const Subject &subject, const Parts &parts,
                           QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_subject(subject)
    , m_parts(parts)
{
    parts.window.installEventFilter(this);
}

void WindowLayout::start()
{
    m_profileId = profileIdOf(m_subject);
    m_hasTenant = isAnythingOpen(m_subject);
    m_parts.window.setMinimumSize(fittedToScreen(scaledToFont(LeastSize), m_parts.window));
    resizeAsFirst();
    // Profiles open after the window is shown; the latest one is likely to be the next.
    const QString profileId = m_profileId.isEmpty() ? m_settings.currentProfileId() : m_profileId;
    if (m_parts.window.restoreGeometry(m_settings.layout(u"window"_s, profileId)))
        keepOnScreen(m_parts.window);
    restoreParts(m_profileId);
}

//! A window that is larger than the screen fills it, and is smaller when the user restores it.
void WindowLayout::resizeAsFirst()
{
    const QSize size = scaledToFont(FirstSize);
    const bool isTooLarge = !fitsOnScreen(size, m_parts.window);
    m_parts.window.resize(isTooLarge ? fittedToScreen(size, m_parts.window) : size);
    if (isTooLarge)
        m_parts.window.setWindowState(Qt::WindowMaximized);
}

//! Folds the side list away while the window is too narrow for it, so that the table keeps its
//! columns. The user can unfold it all the same.
bool WindowLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_parts.window || event->type() != QEvent::Resize)
        return QObject::eventFilter(watched, event);
    const auto *resize = static_cast<QResizeEvent *>(event);
    const int least = scaledToFont({LeastWidthForSideList, 1}).width();
    const bool isNarrow = resize->size().width() < least;
    if (isNarrow == m_isNarrow)
        return QObject::eventFilter(watched, event);
    m_isNarrow = isNarrow;
    if (isNarrow && m_parts.sideList.isChecked()) {
        m_isSideListFolded = true;
        m_parts.sideList.setChecked(false);
    } else if (!isNarrow && std::exchange(m_isSideListFolded, false)) {
        m_parts.sideList.setChecked(true);
    }
    return QObject::eventFilter(watched, event);
}

void WindowLayout::save()
{
    m_settings.setLayout(u"window"_s, m_parts.window.saveGeometry(), m_profileId);
    saveParts(m_profileId);
}

void WindowLayout::reset()
{
    m_settings.removeLayouts();
    m_parts.window.showNormal();
    resizeAsFirst();
    restoreParts(m_profileId);
}

void WindowLayout::showSubject()
{
    const bool hadTenant = std::exchange(m_hasTenant, isAnythingOpen(m_subject));
    const QString before = std::exchange(m_profileId, profileIdOf(m_subject));
    if (before == m_profileId)
        return;
    const QList<Profile> profiles = m_settings.profiles();
    const bool isKept =
        before.isEmpty() || std::ranges::find(profiles, before, &Profile::id) != profiles.end();
    if (hadTenant && isKept)
        saveParts(before);
    restoreParts(m_profileId);
}

void WindowLayout::saveParts(const QString &profileId)
{
    m_settings.setLayout(u"splitter"_s, m_parts.splitter.save(), profileId);
    m_settings.setLayout(u"sideSplitter"_s, m_parts.sideSplitter.saveState(), profileId);
    m_settings.setLayout(u"sideList"_s,
                         m_parts.sideList.isChecked() || m_isSideListFolded ? "shown" : "hidden",
                         profileId);
    m_settings.setLayout(u"table"_s, m_parts.table.saveLayout(), profileId);
    m_settings.setLayout(u"sort"_s, m_parts.table.saveSort(), profileId);
    m_settings.setLayout(u"detailPane"_s, m_parts.detailPane.isChecked() ? "shown" : "hidden",
                         profileId);
}

void WindowLayout::restoreParts(const QString &profileId)
{
    if (!m_parts.sideSplitter.restoreState(m_settings.layout(u"sideSplitter"_s, profileId))) {
        const int sideWidth = m_parts.sideSplitter.widget(0)->sizeHint().width();
        m_parts.sideSplitter.setSizes({sideWidth, m_parts.window.width() - sideWidth});
    }
    m_parts.sideSplitter.setHandleWidth(1); // an older version may have saved a wider one
    m_parts.splitter.restore(m_settings.layout(u"splitter"_s, profileId));
    const bool isSideListShown = m_settings.layout(u"sideList"_s, profileId) != "hidden";
    m_isSideListFolded = isSideListShown && m_isNarrow;
    m_parts.sideList.setChecked(isSideListShown && !m_isNarrow);
    m_parts.table.restoreLayout(m_settings.layout(u"table"_s, profileId));
    m_parts.table.restoreSort(m_settings.layout(u"sort"_s, profileId));
    m_parts.detailPane.setChecked(m_settings.layout(u"detailPane"_s, profileId) != "hidden");
}

} // namespace Vestibule
