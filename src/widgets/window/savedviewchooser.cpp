// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/savedviewchooser.h"

#include "models/displaytext.h"
#include "session/privacymode.h"
#include "session/savedviewopener.h"
#include "session/savedviewtext.h"
#include "store/settings.h"
#include "widgets/controls/busydialog.h"
#include "widgets/export/exportfiledialog.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QProgressDialog>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The local file that is dragged, if it is only one; otherwise empty.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? localFile(urls.constFirst()) : QString();
}

} // namespace

SavedViewChooser::SavedViewChooser(SavedViewOpener &opener, const Settings &settings,
                                   const PrivacyMode &privacy, QWidget &window)
    : QObject(&window)
    , m_opener(opener)
    , m_settings(settings)
    , m_privacy(privacy)
    , m_window(window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&opener, &SavedViewOpener::changed, this, &SavedViewChooser::showProgress);
    connect(&opener, &SavedViewOpener::failed, this, [this](const SavedViewProblem &problem) {
        const QString file = QFileInfo(m_opener.path()).fileName();
        Q_EMIT failed(savedViewProblemText(problem, displaySafe(m_privacy.name(file))));
    });
}

SavedViewChooser::~SavedViewChooser() = default;

bool SavedViewChooser::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter)
        return QObject::eventFilter(watched, event);
    auto *dragged = static_cast<QDropEvent *>(event);
    const QString file = draggedFile(*dragged->mimeData());
    if (file.isEmpty())
        return QObject::eventFilter(watched, event);
    // Never a move, after which a file manager may remove its file.
    if (!dragged->possibleActions().testFlag(Qt::CopyAction))
        return QObject::eventFilter(watched, event);
    dragged->setDropAction(Qt::CopyAction);
    dragged->accept();
    if (isDrop)
        Q_EMIT fileChosen(file);
    return true;
}

void SavedViewChooser::chooseFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open"), exportFolder(m_settings),
                                   tr("Inventories and saved views (*.vestibule *.json)") + ";;"_L1
                                       + tr("All files (*)"));
    dialog->setObjectName(u"openSavedViewDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SavedViewChooser::fileChosen);
    dialog->open();
}

void SavedViewChooser::open(const QString &path)
{
    m_opener.open(path);
}

void SavedViewChooser::showProgress()
{
    if (!m_opener.isReading()) {
        if (QProgressDialog *progress = std::exchange(m_progress, {}))
            progress->close();
        return;
    }
    if (m_progress)
        return;
    m_progress = openBusyDialog(tr("Open a saved view"), tr("Reading the saved view…"), &m_window);
    connect(m_progress, &QProgressDialog::canceled, &m_opener, &SavedViewOpener::cancel);
}

} // namespace Vestibule
