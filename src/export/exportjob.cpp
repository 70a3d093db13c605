// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exportjob.h"

#include "core/requester.h"
#include "core/threadreply.h"
#include "formats/provenance.h"
#include "session/errortext.h"
#include "session/sourcefactory.h"
#include "session/tenantsession.h"

#include <QDir>

#include <utility>

using namespace std::chrono_literals;

namespace Vestibule {

ExportJob::ExportJob(const ExportRequest &request, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_provenance(request.provenance())
{
}

ExportJob::ExportJob(const ExportRequest &request, TenantSession &session, QObject *parent)
    : ExportJob(request, parent)
{
    m_session = &session;
    m_sourceFactory = &session.sourceFactory();
    connect(&session, &TenantSession::changed, this, [this] {
        if (failure())
            Q_EMIT changed(); // resumeNeeds() may be different
    });
}

ExportJob::~ExportJob() = default;

void ExportJob::start()
{
    m_writer = std::make_unique<ExportWriter>(
        ExportWriter::Options{.layout = m_request.layout,
                              .provenance = m_provenance,
                              .path = m_request.path,
                              .withSideFile = m_request.withSideFile});
    m_reader.reset();
    m_count = {};
    m_readAt = {};
    m_total = -1;
    m_elapsedBefore = {};
    startClock();
    if (!m_writer->open()) // before the first request: a file that cannot be written costs none
        return failToWrite();
    if (!m_request.rows)
        return startReading();
    writePage(*m_request.rows);
    if (m_writer) // unless it failed, or a slot cancelled
        endReading(std::monostate());
}

void ExportJob::startReading()
{
    m_reader = std::make_unique<ListingReader>(m_request.source, m_request.page, m_request.extent);
    connect(m_reader.get(), &ListingReader::pageRead, this, &ExportJob::writePage);
    connect(m_reader.get(), &ListingReader::restarted, this, &ExportJob::restartReading);
    connect(m_reader.get(), &ListingReader::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                extendWait(delay, cause);
            });
    connect(m_reader.get(), &ListingReader::finished, this, &ExportJob::endReading);
    m_reader->start();
}

bool ExportJob::canCancel() const
{
    return m_state == State::Reading || m_state == State::Paused;
}

bool ExportJob::isRunning() const
{
    return canCancel() || m_state == State::Saving;
}

void ExportJob::cancel()
{
    if (!canCancel())
        return;
    if (m_reader)
        m_reader->cancel();
    m_renewal.reset();
    m_writer.reset();
    m_writeError.reset();
    setState(State::Cancelled);
}

void ExportJob::resume()
{
    const bool isPaused = m_state == State::Paused;
    if ((!isPaused && isRunning()) || m_state == State::Written
        || resumeNeeds() == ResumeNeeds::OpenTenant)
        return;
    m_signIn = needsOtherToken() ? m_sourceFactory->signIn(m_request.access) : nullptr;
    if (!m_signIn)
        return goOn();
    m_renewal = m_signIn->replaceToken(m_signIn->token());
    connect(m_renewal.get(), &ReplyBase::finished, this, &ExportJob::goOn);
}

//! If there was no other token, the next request says why.
void ExportJob::goOn()
{
    m_renewal.reset();
    renewSource();
    m_signIn.reset(); // the new source has it
    if (m_state != State::Paused)
        return start();
    startClock();
    m_reader->resume(m_request.source);
}

//! Whether the session has something else for the job's tenant than what was refused. No secret is
//! ever sent to another domain.
bool ExportJob::hasOtherAccess() const
{
    const TenantAccess &shown = m_session->access();
    return shown.domain == m_request.access.domain && shown.isComplete()
        && shown != m_request.access;
}

bool ExportJob::needsOtherToken() const
{
    return m_session && failure() && isTokenRefused(*failure()) && m_request.access.signsIn()
        && !hasOtherAccess();
}

//! A new source, because the access or the network settings may have changed.
void ExportJob::renewSource()
{
    if (!m_sourceFactory || savedViewOf(m_request.subject))
        return;
    if (failure() && errorAction(*failure()) == ErrorAction::EnterToken && hasOtherAccess())
        m_request.access = m_session->access();
    m_request.source =
        m_sourceFactory->connections(m_request.access, m_provenance.endpoint, Requester::Export);
}

void ExportJob::writeTo(const QString &path)
{
    if (isRunning() || m_state == State::Written)
        return;
    m_request.path = path;
    resume();
}

std::chrono::milliseconds ExportJob::elapsed() const
{
    if (m_state != State::Reading)
        return m_elapsedBefore;
    return m_elapsedBefore + std::chrono::milliseconds(m_clock.elapsed());
}

std::chrono::milliseconds ExportJob::waitLeft() const
{
    if (m_state != State::Reading)
        return {};
    return std::chrono::milliseconds(m_waitEnd.remainingTime());
}

QString ExportJob::targetName() const
{
    return QDir::toNativeSeparators(m_request.path);
}

const ApiError *ExportJob::failure() const
{
    const bool hasFailed = m_state == State::Paused || m_state == State::Failed;
    return hasFailed ? std::get_if<ApiError>(&m_outcome) : nullptr;
}

ExportJob::ResumeNeeds ExportJob::resumeNeeds() const
{
    // No token can be entered for the demo tenant: opening it again makes a new one.
    if (!m_session || !failure() || isDemo(m_request.subject)
        || errorAction(*failure()) != ErrorAction::EnterToken)
        return ResumeNeeds::Nothing;
    // An application may be allowed more meanwhile: resume() asks for another token.
    if (m_request.access.signsIn() && !isSecretRefused(*failure()))
        return ResumeNeeds::Nothing;
    if (savedViewOf(m_session->subject()) || m_session->access().domain != m_request.access.domain)
        return ResumeNeeds::OpenTenant;
    return hasOtherAccess() ? ResumeNeeds::Nothing : ResumeNeeds::Token;
}

void ExportJob::startClock()
{
    m_clock.start();
    m_waitEnd = QDeadlineTimer();
    setState(State::Reading);
}

void ExportJob::writePage(const ConnectionPage &page)
{
    if (!m_writer->write(page.items))
        return failToWrite();
    m_count.rows += page.items.size();
    const SavedViewPtr view = savedViewOf(m_request.subject);
    if (view && view->isPart()) // its total is not that of the listing
        m_count.total = view->listingTotal(m_request.page.isEnabled);
    else if (page.total)
        m_count.total = page.total;
    m_readAt = page.readAt;
    showProgress(page.total.value_or(m_count.total.value_or(-1)));
}

void ExportJob::restartReading()
{
    if (!m_writer->restart())
        return failToWrite();
    m_count = {};
    m_elapsedBefore = {}; // the pace, too, is measured again
    m_clock.start();
    showProgress(-1);
}

void ExportJob::showProgress(qsizetype total)
{
    m_total = total;
    Q_EMIT progressed();
    Q_EMIT changed();
}

//! Requests that wait at the same time wait once: the longest wait counts. One request alone stays
//! below the maximum by itself; many of them may not.
void ExportJob::extendWait(std::chrono::milliseconds delay, const ApiError &cause)
{
    const auto longer = delay - waitLeft();
    if (longer <= 0ms)
        return;
    m_waitEnd.setRemainingTime(delay);
    m_waitCause = cause;
    if (cause.asksToWait())
        m_limitWait += longer;
    if (m_request.maximumWait && m_limitWait > *m_request.maximumWait)
        return finish(cause);
    Q_EMIT waitExtended(longer);
    Q_EMIT changed();
}

void ExportJob::endReading(const ListingReader::Outcome &outcome)
{
    if (const auto *error = std::get_if<ApiError>(&outcome)) {
        const bool hasRowsToKeep = m_count.rows > 0;
        return m_session && hasRowsToKeep ? pause(*error) : finish(*error);
    }
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return finish(*mismatch);
    if (!m_writer->finish(m_count, m_readAt))
        return failToWrite();
    commit();
}

void ExportJob::pause(const ApiError &error)
{
    m_elapsedBefore = elapsed();
    m_outcome = error;
    setState(State::Paused);
}

//! On a thread, because a slow disk may take long. The thread may outlive this object: a commit
//! that has begun is completed.
void ExportJob::commit()
{
    setState(State::Saving);
    auto save = [writer = std::move(m_writer)]() -> Result<std::monostate, WriteError> {
        if (writer->commit())
            return std::monostate();
        return writer->error();
    };
    m_saving.reset(new ThreadReply<std::monostate, WriteError>(std::move(save)));
    connect(m_saving.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_saving);
        if (reply->result())
            finish(m_count);
        else
            finish(reply->result().error());
    });
}

//! Ends the job from the event loop, since outcomes are never reported from inside start().
void ExportJob::failToWrite()
{
    if (m_reader)
        m_reader->cancel();
    m_writeError = m_writer->error();
    m_writer.reset(); // removes what was written now, not when this object is destroyed
    const auto finishNow = [this] {
        if (const auto error = std::exchange(m_writeError, std::nullopt)) // none after cancel()
            finish(*error);
    };
    QMetaObject::invokeMethod(this, finishNow, Qt::QueuedConnection);
}

void ExportJob::finish(const Outcome &outcome)
{
    m_outcome = outcome;
    m_writer.reset();
    if (!std::holds_alternative<ExportCount>(outcome)) {
        if (m_reader)
            m_reader->cancel();
        return setState(State::Failed);
    }
    // The job lives as long as its result is shown, but its secret is no longer needed.
    m_request.access = {.domain = m_request.access.domain};
    m_request.source.reset();
    m_reader.reset();
    setState(State::Written);
}

void ExportJob::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace Vestibule
