// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/exportstatus.h"

#include "export/exporttext.h"
#include "models/displaytext.h"
#include "session/privacymode.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/export/exportwindow.h"

#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int LongestStatus = 44; // in characters; a longer name would push the others away

QString shortenedLabel(const QFontMetrics &metrics, const QString &text)
{
    return literalLabel(
        metrics.elidedText(text, Qt::ElideMiddle, LongestStatus * metrics.averageCharWidth()));
}

} // namespace

ExportStatus::ExportStatus(ExportManager &exports, const PrivacyMode &privacy, QWidget *parent)
    : QToolButton(parent)
    , m_exports(exports)
    , m_privacy(privacy)
    , m_menu(new QMenu(this))
{
    setObjectName(u"exportStatus"_s);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setObjectName(u"exportMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &ExportStatus::buildMenu);
    connect(this, &QToolButton::clicked, this, [this] {
        if (const auto windows = m_exports.windows(); windows.size() == 1)
            bringToFront(*windows.constFirst());
    });
    connect(&exports, &ExportManager::changed, this, &ExportStatus::showExports);
    connect(&privacy, &PrivacyMode::changed, this, &ExportStatus::showExports);
    showExports();
}

void ExportStatus::showExports()
{
    const QList<ExportWindow *> windows = m_exports.windows();
    if (windows.isEmpty())
        return hide();
    const bool isOne = windows.size() == 1;
    const ExportJob &job = windows.constFirst()->job();
    const auto needsAttention = [](ExportWindow *window) {
        return window->job().state() == ExportJob::State::Paused
            || window->job().state() == ExportJob::State::Failed;
    };
    const QString text = isOne
        ? exportStatusText(job, m_privacy)
        : tr("%1 exports", "several, in the status bar").arg(QLocale().toString(windows.size()));
    const QString icon = isOne                         ? exportStateIcon(job)
        : std::ranges::any_of(windows, needsAttention) ? u"warning"_s
                                                       : QString();
    setText(shortenedLabel(fontMetrics(), text));
    setIcon(symbolIcon(icon.isEmpty() ? u"export"_s : icon));
    setToolTip(literalToolTip({text, tr("Click to show its window.")}));
    setAccessibleName(text);
    setMenu(isOne ? nullptr : m_menu);
    show();
}

void ExportStatus::buildMenu()
{
    m_menu->clear();
    for (ExportWindow *window : m_exports.windows()) {
        QAction *action = m_menu->addAction(
            shortenedLabel(fontMetrics(), exportStatusText(window->job(), m_privacy)));
        connect(action, &QAction::triggered, this, [shown = QPointer(window)] {
            if (shown)
                bringToFront(*shown);
        });
    }
}

void ExportStatus::bringToFront(ExportWindow &window)
{
    if (window.isMinimized())
        window.showNormal();
    window.raise();
    window.activateWindow();
}

} // namespace Vestibule
