// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowlayout.h"

#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/table/connectiontableview.h"

#include <QAction>
#include <QMainWindow>
#include <QSplitter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize FirstSize{1180, 760};
constexpr int FirstDetailWidth = 320;

QString openProfileId(const TenantSession &session)
{
    return session.profile() ? session.profile()->id : QString();
}

} // namespace

WindowLayout::WindowLayout(TenantSession &session, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_parts(parts)
{
}

void WindowLayout::start()
{
    const Settings &settings = m_session.settings();
    m_profileId = openProfileId(m_session);
    m_hasTenant = m_session.stage() != TenantSession::Stage::Nothing;
    m_parts.window.resize(scaledToFont(FirstSize));
    // Most profiles open only after the window stands: the one that was open last is likely next.
    m_parts.window.restoreGeometry(settings.layout(
        u"window"_s, m_profileId.isEmpty() ? settings.currentProfileId() : m_profileId));
    restoreParts(m_profileId);
    connect(&m_session, &TenantSession::changed, this, &WindowLayout::follow);
}

void WindowLayout::save()
{
    m_session.settings().setLayout(u"window"_s, m_parts.window.saveGeometry(), m_profileId);
    saveParts(m_profileId);
}

void WindowLayout::reset()
{
    m_session.settings().removeLayouts();
    m_parts.window.showNormal();
    m_parts.window.resize(scaledToFont(FirstSize));
    restoreParts(m_profileId);
}

void WindowLayout::follow()
{
    const bool hadTenant =
        std::exchange(m_hasTenant, m_session.stage() != TenantSession::Stage::Nothing);
    const QString before = std::exchange(m_profileId, openProfileId(m_session));
    if (before == m_profileId)
        return;
    const QList<Profile> profiles = m_session.settings().profiles();
    const bool isKept =
        before.isEmpty() || std::ranges::find(profiles, before, &Profile::id) != profiles.end();
    if (hadTenant && isKept)
        saveParts(before);
    restoreParts(m_profileId);
}

void WindowLayout::saveParts(const QString &profileId)
{
    Settings &settings = m_session.settings();
    settings.setLayout(u"splitter"_s, m_parts.splitter.saveState(), profileId);
    settings.setLayout(u"table"_s, m_parts.table.saveLayout(), profileId);
    settings.setLayout(u"sort"_s, m_parts.table.saveSort(), profileId);
    settings.setLayout(u"detailPane"_s, m_parts.detailPane.isChecked() ? "shown" : "hidden",
                       profileId);
}

void WindowLayout::restoreParts(const QString &profileId)
{
    const Settings &settings = m_session.settings();
    if (!m_parts.splitter.restoreState(settings.layout(u"splitter"_s, profileId))) {
        const int detailWidth = scaledToFont({FirstDetailWidth, 1}).width();
        m_parts.splitter.setSizes({m_parts.window.width() - detailWidth, detailWidth});
    }
    m_parts.table.restoreLayout(settings.layout(u"table"_s, profileId));
    m_parts.table.restoreSort(settings.layout(u"sort"_s, profileId));
    m_parts.detailPane.setChecked(settings.layout(u"detailPane"_s, profileId) != "hidden");
}

} // namespace Vestibule
