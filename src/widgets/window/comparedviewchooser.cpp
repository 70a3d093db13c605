// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/comparedviewchooser.h"

#include "export/savedviewcomparison.h"
#include "export/savedviewcomparisontext.h"
#include "session/errortext.h"
#include "session/organizationdirectory.h"
#include "session/tenantsession.h"
#include "widgets/controls/busydialog.h"
#include "widgets/controls/windowkeys.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/window/listingchangesdialog.h"

#include <QFileDialog>
#include <QProgressDialog>

#include <chrono>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

ComparedViewChooser::ComparedViewChooser(TenantSession &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
}

ComparedViewChooser::~ComparedViewChooser() = default;

void ComparedViewChooser::chooseFile()
{
    if (!m_session.browser().page())
        return;
    auto *dialog = new QFileDialog(&m_window, tr("Compare with a saved view"),
                                   exportFolder(m_session.settings()),
                                   tr("Saved views (*.json)") + ";;"_L1 + tr("All files (*)"));
    dialog->setObjectName(u"comparedViewDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparedViewChooser::compareWith);
    dialog->open();
}

void ComparedViewChooser::compareWith(const QString &path)
{
    const ConnectionBrowser &browser = m_session.browser();
    if (!browser.page()) // it was closed while the dialog was open
        return;
    stop();
    m_path = path;
    const Organization organization =
        m_session.directory().organization(browser.page()->request.organizationId);
    m_comparison = std::make_unique<SavedViewComparison>(
        SavedViewComparison::Request{.path = path,
                                     .subject = m_session.subject(),
                                     .source = browser.source(),
                                     .page = *browser.page(),
                                     .organizationName = organization.displayName});
    m_progress = openBusyDialog(tr("Compare with a saved view"),
                                comparisonProgressText(*m_comparison), &m_window);
    connect(m_progress, &QProgressDialog::canceled, this, &ComparedViewChooser::stop);
    connect(m_comparison.get(), &SavedViewComparison::progressed, this, [this] { showProgress(); });
    connect(m_comparison.get(), &SavedViewComparison::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                showProgress(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
    connect(m_comparison.get(), &SavedViewComparison::finished, this,
            [this, organization, host = m_session.access().domain.text()] {
                finish(organization, host);
            });
    m_comparison->start();
}

//! Without a value: to set one would handle other events from inside this function.
void ComparedViewChooser::showProgress(const QString &wait)
{
    const QString text = comparisonProgressText(*m_comparison);
    m_progress->setLabelText(wait.isEmpty() ? text : text + u'\n' + wait);
}

void ComparedViewChooser::finish(const Organization &organization, const QString &host)
{
    SavedViewComparison *comparison = m_comparison.release();
    comparison->deleteLater(); // it is emitting
    stop();
    const auto *drift = std::get_if<DriftPtr>(&comparison->outcome());
    if (!drift) {
        return void(Q_EMIT failed(
            comparisonProblemText(comparison->outcome(), m_path, host, m_session.privacy())));
    }
    auto *dialog = new ListingChangesDialog({.drift = *drift, .organization = organization},
                                            m_session.settings(), m_session.privacy(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    addWindowKeys(*dialog, [this] { Q_EMIT quitRequested(); });
    dialog->show(); // not modal: the window can be used meanwhile
}

//! Closing the progress dialog cancels, too, which finds nothing to stop then.
void ComparedViewChooser::stop()
{
    m_comparison.reset();
    if (QProgressDialog *progress = std::exchange(m_progress, {}))
        progress->close();
}

} // namespace Vestibule
