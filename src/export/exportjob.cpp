// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exportjob.h"

#include "formats/exportsidefile.h"
#include "session/errortext.h"
#include "session/tenantsession.h"

#include <QDir>

#include <utility>

namespace Vestibule {

ExportJob::ExportJob(TenantSession &session, ExportOrder order, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_order(std::move(order))
{
    make();
    // Another tenant, or another token for this one: the way on may be another one, too.
    connect(&session, &TenantSession::changed, this, [this] {
        if (failure())
            Q_EMIT changed();
    });
}

ExportJob::~ExportJob() = default;

QString ExportJob::targetName() const
{
    return QDir::toNativeSeparators(m_order.path);
}

void ExportJob::make()
{
    const SavedViewPtr &saved = m_order.savedView;
    m_export = std::make_unique<ConnectionExport>(
        makeFileTarget(m_order.path),
        ConnectionExport::Options{.layout = m_order.layout,
                                  .provenance = m_order.provenance,
                                  .isPart = saved && saved->isPart(),
                                  .listingTotal = saved
                                      ? saved->listingTotal(m_order.page.request.isEnabled)
                                      : std::nullopt,
                                  .onFailure = ConnectionExport::OnFailure::Interrupt});
    if (m_order.withSideFile)
        m_export->setSideTarget(makeFileTarget(sideFilePath(m_order.path)));
    connect(m_export.get(), &ConnectionExport::progress, this, &ExportJob::showProgress);
    connect(m_export.get(), &ConnectionExport::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                wait(delay, cause);
            });
    connect(m_export.get(), &ConnectionExport::interrupted, this, &ExportJob::holdUp);
    connect(m_export.get(), &ConnectionExport::committing, this,
            [this] { setState(State::Saving); });
    connect(m_export.get(), &ConnectionExport::finished, this, &ExportJob::finish);
}

void ExportJob::start()
{
    m_rowsRead = 0;
    m_total = -1;
    m_elapsedBefore = {};
    begin();
    if (!m_order.allPages)
        return m_export->start(m_order.page);
    PageRequest first = m_order.page.request.at(0);
    first.size = PageRequest::MaximumSize; // the fewest requests
    m_export->start(
        std::make_unique<ListingReader>(m_order.source, first, ListingReader::Extent::AllPages));
}

void ExportJob::begin()
{
    m_sinceStart.start();
    m_waitEnd = QDeadlineTimer();
    setState(State::Reading);
}

bool ExportJob::canCancel() const
{
    return m_state == State::Reading || m_state == State::HeldUp;
}

bool ExportJob::isRunning() const
{
    return canCancel() || m_state == State::Saving;
}

void ExportJob::cancel()
{
    if (!canCancel())
        return;
    m_export->cancel();
    setState(State::Cancelled);
}

void ExportJob::goOn()
{
    const bool isHeldUp = m_state == State::HeldUp;
    if ((!isHeldUp && isRunning()) || m_state == State::Written)
        return;
    if (failure()) {
        if (wayOn() == WayOn::OpenTenant)
            return;
        // The same domain by wayOn(): no token ever travels to another one.
        if (errorAction(*failure()) == ErrorAction::EnterToken
            && m_session.access().domain == m_order.access.domain
            && !m_session.access().token.isEmpty())
            m_order.access.token = m_session.access().token;
    }
    // Made anew: by now the network may be reached by another way.
    if (!m_order.savedView)
        m_order.source =
            m_session.gateway().connections(m_order.access, m_order.provenance.endpoint);
    if (!isHeldUp) {
        make();
        return start();
    }
    begin();
    m_export->resume(m_order.source);
}

void ExportJob::writeTo(const QString &path)
{
    if (isRunning() || m_state == State::Written)
        return;
    m_order.path = path;
    goOn();
}

std::chrono::milliseconds ExportJob::elapsed() const
{
    if (m_state != State::Reading)
        return m_elapsedBefore;
    return m_elapsedBefore + std::chrono::milliseconds(m_sinceStart.elapsed());
}

std::chrono::milliseconds ExportJob::waitLeft() const
{
    if (m_state != State::Reading)
        return {};
    return std::chrono::milliseconds(m_waitEnd.remainingTime());
}

const ApiError *ExportJob::failure() const
{
    const bool isOver = m_state == State::HeldUp || m_state == State::Failed;
    return isOver ? std::get_if<ApiError>(&m_outcome) : nullptr;
}

ExportJob::WayOn ExportJob::wayOn() const
{
    // Nobody can enter a token for the demo: it has a new one whenever it is opened.
    if (!failure() || m_order.isDemo || errorAction(*failure()) != ErrorAction::EnterToken)
        return WayOn::GoOn;
    if (m_session.savedView() || m_session.access().domain != m_order.access.domain)
        return WayOn::OpenTenant;
    const AccessToken &token = m_session.access().token;
    return token.isEmpty() || token == m_order.access.token ? WayOn::EnterToken : WayOn::GoOn;
}

//! The list is read anew when it has changed on the way: then the pace is measured anew, too.
void ExportJob::showProgress(qsizetype rows, qsizetype total)
{
    if (rows < m_rowsRead) {
        m_elapsedBefore = {};
        m_sinceStart.start();
    }
    m_rowsRead = rows;
    m_total = total;
    Q_EMIT changed();
}

//! Requests that wait at the same time: the longest one counts.
void ExportJob::wait(std::chrono::milliseconds delay, const ApiError &cause)
{
    if (delay <= waitLeft())
        return;
    m_waitEnd.setRemainingTime(delay);
    m_waitCause = cause;
    Q_EMIT changed();
}

//! Before the first row there is nothing to keep.
void ExportJob::holdUp(const ApiError &error)
{
    if (m_rowsRead == 0) {
        m_export->cancel();
        return finish(error);
    }
    m_elapsedBefore = elapsed();
    m_outcome = error;
    setState(State::HeldUp);
}

void ExportJob::finish(const ConnectionExport::Outcome &outcome)
{
    m_outcome = outcome;
    if (!std::holds_alternative<ExportCount>(outcome))
        return setState(State::Failed);
    dropToken();
    setState(State::Written);
}

//! Nobody needs it any more, but the job stays as long as its result is looked at.
void ExportJob::dropToken()
{
    m_order.access.token = {};
    m_order.source.reset();
    ConnectionExport *done = m_export.release(); // which is in the middle of its own signal
    done->setParent(this);
    done->deleteLater();
}

void ExportJob::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace Vestibule
