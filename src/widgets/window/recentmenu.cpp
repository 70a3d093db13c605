// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/recentmenu.h"

#include "models/displaytext.h"
#include "session/privacymode.h"
#include "store/settings.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Vestibule {

RecentMenu::RecentMenu(Settings &settings, const PrivacyMode &privacy, QWidget *parent)
    : QMenu(tr("Open &recent"), parent)
    , m_settings(settings)
    , m_privacy(privacy)
{
    setObjectName(u"recentMenu"_s);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::build);
    build();
}

void RecentMenu::build()
{
    clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString &path : files) {
        const QString name = displaySafe(m_privacy.name(QFileInfo(path).fileName()));
        QAction *action = addAction(literalLabel(name));
        if (!m_privacy.isOn())
            action->setToolTip(literalToolTip(QDir::toNativeSeparators(path)));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT fileChosen(path); });
    }
    if (files.isEmpty()) {
        addAction(tr("No file has been opened yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("&Clear the list")), &QAction::triggered, this,
            [this] { m_settings.clearRecentFiles(); });
}

} // namespace Vestibule
