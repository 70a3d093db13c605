// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/sweep.h"

#include "core/managementurl.h"
#include "core/requester.h"
#include "inventory/inventorykeys.h"
#include "inventory/inventorywriter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

//! Qt opens six connections to a host. As many requests again wait for one of them, so that none is
//! idle while an answer is read here.
constexpr size_t MostUnderWay = 12;
constexpr qsizetype BatchSize = 60; //!< organizations that are committed together, at most
constexpr auto BatchTime = 100ms; //!< after the first of them arrived, at the latest
//! Answers that wait for a slow disk; until they are committed, no others are asked for.
constexpr qsizetype MostUncommitted = 600;
constexpr qsizetype QueueSize = 200; //!< organizations that are taken from the file at a time
constexpr int MostEqualFailures = 3;
constexpr auto Grace = 1s; //!< for requests that are under way when the sweep pauses
constexpr auto Heartbeat = 10s;
constexpr auto NoticeTime = 50ms; //!< between two signals about progress
constexpr qint64 CheckpointHours = 20; //!< a checkpoint lives for 24 hours
//! A tenant decides when a list without a total, or one of empty pages, ends. The API allows ten
//! connections in an organization.
constexpr qsizetype MostConnections = 100'000;
constexpr int MostEmptyPages = 3;
constexpr qsizetype MostCatalogued = 2'000'000;

ApiError sweptBadPayload(const QString &detail)
{
    return {.kind = ApiError::Kind::BadPayload, .detail = detail, .request = {}};
}

//! What one organization's error means for the sweep.
enum class Verdict {
    Gone, //!< the organization
    Failed, //!< the organization
    Pause, //!< concerns all of them: this one stays waiting
};

//! The tenant answered before: otherwise, somebody else's answer means that the domain or the
//! network is wrong.
Verdict verdictOn(const ApiError &error, bool hasAnswered)
{
    if (isTokenRequest(error.request)) // whatever it is, no request gets a token
        return Verdict::Pause;
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
        return Verdict::Pause;
    case ApiError::Kind::Forbidden:
        return error.errorCode == "insufficient_scope"_L1
                || error.detail.startsWith("Insufficient scope"_L1)
            ? Verdict::Pause
            : Verdict::Failed;
    case ApiError::Kind::NotFound:
        if (error.detail == "Not Found"_L1) // the API's message for an unknown route
            return Verdict::Pause;
        // Without a message, it is not the API that answered.
        return error.detail.isEmpty() ? Verdict::Failed : Verdict::Gone;
    case ApiError::Kind::Intermediary:
        return hasAnswered ? Verdict::Failed : Verdict::Pause;
    case ApiError::Kind::Closed:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Server:
    case ApiError::Kind::BadPayload:
        return Verdict::Failed;
    }
    Q_UNREACHABLE();
}

//! Whether an answer about the tenant's connections concerns all other requests as well. The right
//! to read them is one of its own.
bool concernsAll(const ApiError &error, bool hasAnswered)
{
    return error.kind != ApiError::Kind::Forbidden && error.kind != ApiError::Kind::NotFound
        && verdictOn(error, hasAnswered) == Verdict::Pause;
}

bool isSameFailure(const ApiError &a, const ApiError &b)
{
    return a.kind == b.kind && a.httpStatus == b.httpStatus && a.errorCode == b.errorCode;
}

//! Passes by itself, or when somebody makes room without telling the program.
bool mayPass(const Sweep::Cause &cause)
{
    if (const auto *error = std::get_if<ApiError>(&cause))
        return error->kind == ApiError::Kind::Offline;
    const auto *problem = std::get_if<InventoryProblem>(&cause);
    return problem
        && (problem->kind == InventoryProblem::Kind::DiskFull
            || problem->kind == InventoryProblem::Kind::NotWritable
            || problem->kind == InventoryProblem::Kind::Busy);
}

} // namespace

class Sweep::Private final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::Sweep)

public:
    //! A wait before a request is sent, or sent again.
    struct Wait {
        QDeadlineTimer end{0};
        ApiError cause{};
        [[nodiscard]] bool isOver() const { return end.hasExpired(); }
    };

    Private(Sweep &sweep, SweepRequest request);

    void open();
    void takeOpened();
    void advance();
    void pauseFor(const Cause &cause);
    void beginPause(State next);
    void resume(SweepSourcePtr source);
    void stop();
    [[nodiscard]] std::optional<double> pace() const;
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;
    [[nodiscard]] const Wait *wait() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    Sweep &q;
    SweepRequest request;
    State state = State::Opening;
    Cause cause;
    std::optional<ApiError> catalogueError;
    InventorySummary summary;
    int share = DefaultSweepShare;
    ApiError noCause;
    bool wantsPause = false; //!< while Opening

private:
    //! An organization that is being read.
    struct Flight {
        WaitingOrganization organization{};
        ReplyPtr<ConnectionPage> reply{};
        QList<OrganizationConnection> connections{}; //!< of the pages before
        std::optional<qsizetype> total{};
        Wait wait{};
    };
    //! A list that is being read by checkpoints.
    template <typename Page>
    struct Listing {
        bool isOpen = false; //!< not at its end
        QString checkpoint{};
        QSet<QString> checkpoints{};
        int emptyPages = 0;
        QDateTime began{};
        ReplyPtr<Page> reply{};
        Wait wait{};

        void begin()
        {
            *this = {};
            isOpen = true;
            began = QDateTime::currentDateTimeUtc();
        }
        [[nodiscard]] bool isTooOld() const
        {
            return isOpen && began.secsTo(QDateTime::currentDateTimeUtc()) > CheckpointHours * 3600;
        }
        //! Goes on to what follows the page; false if that has no end.
        [[nodiscard]] bool goOn(const Page &page)
        {
            emptyPages = page.items.isEmpty() ? emptyPages + 1 : 0;
            if (!page.next.isEmpty()
                && (emptyPages >= MostEmptyPages || checkpoints.contains(page.next)))
                return false;
            checkpoint = page.next;
            checkpoints.insert(page.next);
            isOpen = !page.next.isEmpty();
            return true;
        }
    };
    static constexpr qint64 ListingNumber = 0; //!< in place of an organization's
    static constexpr qint64 CatalogueNumber = -1;

    void setState(State next);
    void notify(std::chrono::milliseconds delay);
    void startClock();
    void stopClock();
    void startPhase();
    void listMore();
    void takeListing();
    void catalogueMore();
    void takeCatalogue();
    void failCatalogue(const ApiError &error);
    void readMore();
    void loadQueue();
    void fetch(Flight &flight, const PageRequest &page);
    void takePage(qint64 number);
    void takeError(Flight flight, const ApiError &error);
    void finishReading(Flight &flight);
    void add(SweptOrganization swept);
    void dropUnderWay(bool evenUnsettled);
    void putBack(const WaitingOrganization &organization);
    void watch(ReplyBase &reply, qint64 number);
    void takeWait(qint64 number, int attempt, std::chrono::milliseconds delay,
                  const ApiError &waitCause);
    void commitSoon();
    void commit();
    void takeCommitted();
    void notePace();
    void endRun(QLatin1StringView how);
    void finish();
    void close();
    [[nodiscard]] bool isActive() const
    {
        return state == State::Reading || state == State::ListingAgain;
    }
    [[nodiscard]] bool isWriting() const { return m_committing != nullptr; }
    [[nodiscard]] bool hasPending() const;
    [[nodiscard]] bool isReadingDone() const;
    [[nodiscard]] qsizetype uncommitted() const;
    [[nodiscard]] bool needsSecondListing() const
    {
        return !summary.coversGivenOnly && !summary.isListedAgain;
    }
    [[nodiscard]] bool needsCatalogue() const
    {
        return request.catalogue && !summary.hasCatalogue() && !catalogueError;
    }

    std::unique_ptr<InventoryWriter> m_writer;
    ReplyPtr<InventorySummary, InventoryProblem> m_opening;
    ReplyPtr<std::monostate, InventoryProblem> m_closing;

    Listing<OrganizationPage> m_listing; //!< the first or the second one
    Listing<CataloguePage> m_catalogue;
    qsizetype m_catalogueSize = 0; //!< so far
    std::map<qint64, Flight> m_flights; //!< by the organization's number
    std::deque<WaitingOrganization> m_queue;
    qint64 m_cursor = 0; //!< the last number that was taken from the file
    bool m_mayHaveMore = true; //!< the file may have organizations after it that wait
    ReplyPtr<QList<WaitingOrganization>, InventoryProblem> m_loading;

    std::shared_ptr<InventoryBatch> m_pending = std::make_shared<InventoryBatch>();
    std::shared_ptr<InventoryBatch> m_committing; //!< also after it failed, to be tried again
    ReplyPtr<InventorySummary, InventoryProblem> m_commit;
    bool m_hasRun = false;
    bool m_isFinishing = false; //!< the commit under way is the last one

    bool m_hasAnswered = false; //!< since the sweep began or went on
    std::optional<ApiError> m_lastFailure;
    int m_equalFailures = 0;

    State m_phase = State::Reading; //!< to go on with after a pause
    QElapsedTimer m_clock; //!< invalid while paused
    std::chrono::milliseconds m_elapsedBefore{};
    std::deque<std::pair<std::chrono::milliseconds, qint64>> m_pace; //!< when how many were done
    qint64 m_done = 0; //!< organizations in this stretch

    QTimer m_commitTimer;
    QTimer m_graceTimer;
    QTimer m_heartbeat;
    QTimer m_noticeTimer;
    QTimer m_retryTimer; //!< to see whether the cause of a pause has passed
    std::chrono::seconds m_retryDelay{};
};

Sweep::Private::Private(Sweep &sweep, SweepRequest request_)
    : q(sweep)
    , request(std::move(request_))
{
    for (QTimer *timer : {&m_commitTimer, &m_graceTimer, &m_noticeTimer, &m_retryTimer})
        timer->setSingleShot(true);
    QObject::connect(&m_commitTimer, &QTimer::timeout, &q, [this] { commit(); });
    QObject::connect(&m_graceTimer, &QTimer::timeout, &q, [this] {
        dropUnderWay(true);
        advance();
    });
    QObject::connect(&m_heartbeat, &QTimer::timeout, &q, [this] {
        if (isActive() && m_hasRun && !isWriting())
            commit();
    });
    QObject::connect(&m_noticeTimer, &QTimer::timeout, &q, [this] {
        const bool hasEnded = state == State::Ended;
        const QPointer<Sweep> alive(&q);
        Q_EMIT q.changed();
        if (alive && hasEnded)
            Q_EMIT q.ended();
    });
    QObject::connect(&m_retryTimer, &QTimer::timeout, &q, [this] { resume({}); });
}

//! Slots never run inside a call of this class, so that they may do anything, destroy it included.
void Sweep::Private::notify(std::chrono::milliseconds delay)
{
    if (!m_noticeTimer.isActive() || m_noticeTimer.remainingTimeAsDuration() > delay)
        m_noticeTimer.start(delay);
}

void Sweep::Private::setState(State next)
{
    state = next;
    notify(0ms);
}

void Sweep::Private::startClock()
{
    m_clock.start();
    m_pace.clear();
    m_heartbeat.start(Heartbeat);
}

void Sweep::Private::stopClock()
{
    m_elapsedBefore = elapsed();
    m_clock.invalidate();
    m_heartbeat.stop();
}

std::chrono::milliseconds Sweep::Private::elapsed() const
{
    return m_elapsedBefore + std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
}

void Sweep::Private::open()
{
    request.source->setShare(share);
    m_writer = std::make_unique<InventoryWriter>(
        InventoryWriter::Options{.path = request.path,
                                 .tenant = request.tenant,
                                 .scopes = request.scopes,
                                 .givenIds = request.givenIds,
                                 .retryFailed = request.retryFailed,
                                 .anew = request.anew,
                                 .keep = request.keep});
    m_opening = m_writer->open();
    QObject::connect(m_opening.get(), &ReplyBase::finished, &q, [this] { takeOpened(); });
}

void Sweep::Private::takeOpened()
{
    const auto reply = std::move(m_opening);
    if (!reply->result()) {
        cause = reply->result().error();
        return close();
    }
    summary = *reply->result();
    startPhase();
    if (wantsPause && isActive())
        return beginPause(State::Pausing);
    advance();
}

//! What there is to do, as the file says.
void Sweep::Private::startPhase()
{
    const bool isRead = summary.isPopulationFrozen && summary.counts.waiting == 0;
    startClock();
    if (!isRead || needsCatalogue()) {
        if (!summary.isPopulationFrozen)
            m_listing.begin();
        return setState(State::Reading);
    }
    m_mayHaveMore = false;
    if (!needsSecondListing())
        return finish();
    m_listing.begin();
    m_pending->beginsListingAgain = true;
    setState(State::ListingAgain);
}

void Sweep::Private::advance()
{
    if (isActive()) {
        listMore();
        catalogueMore();
        readMore();
        if (isReadingDone()) {
            if (!needsSecondListing())
                return finish();
            m_listing.begin();
            m_pending->beginsListingAgain = true;
            setState(State::ListingAgain);
            return listMore();
        }
        if (state == State::ListingAgain && summary.isListedAgain && !needsCatalogue()
            && !isWriting())
            return finish();
        const bool isIdle =
            m_flights.empty() && m_queue.empty() && !m_loading && !m_catalogue.reply;
        if (isIdle && hasPending())
            commit(); // nothing will join it
        return;
    }
    if (state != State::Pausing && state != State::Ending)
        return;
    if (!m_flights.empty() || m_listing.reply || m_catalogue.reply || m_commit || m_closing)
        return;
    m_graceTimer.stop();
    const bool hasDiskFailed = isWriting(); // and the batch is kept
    const bool isByCause = !std::holds_alternative<std::monostate>(cause);
    if (!hasDiskFailed && (m_hasRun || m_pending->requests > 0)) {
        endRun(isByCause                     ? InventoryKeys::Interrupted
                   : state == State::Pausing ? InventoryKeys::Paused
                                             : InventoryKeys::Stopped);
        return;
    }
    if (state == State::Ending)
        return close();
    stopClock();
    setState(State::Paused);
    if (mayPass(cause)) {
        constexpr auto FirstDelay = 5s;
        constexpr auto LongestDelay = 60s;
        m_retryDelay = std::clamp(m_retryDelay * 2, FirstDelay, std::chrono::seconds(LongestDelay));
        m_retryTimer.start(m_retryDelay);
    }
}

bool Sweep::Private::isReadingDone() const
{
    return state == State::Reading && summary.isPopulationFrozen && !m_listing.isOpen
        && m_queue.empty() && !m_mayHaveMore && !m_loading && m_flights.empty() && !isWriting()
        && m_pending->swept.isEmpty() && m_pending->listed.isEmpty() && !needsCatalogue();
}

qsizetype Sweep::Private::uncommitted() const
{
    const qsizetype written =
        isWriting() ? m_committing->swept.size() + m_committing->listed.size() : 0;
    return written + m_pending->swept.size();
}

bool Sweep::Private::hasPending() const
{
    const InventoryBatch &batch = *m_pending;
    return !batch.swept.isEmpty() || !batch.listed.isEmpty() || batch.isFrozen
        || batch.beginsListingAgain || !batch.listedAgain.isEmpty() || batch.isListedAgain
        || batch.beginsCatalogue || !batch.catalogue.isEmpty() || batch.catalogueSize;
}

void Sweep::Private::listMore()
{
    const qsizetype waiting = m_pending->listed.size() + m_pending->listedAgain.size();
    if (!m_listing.isOpen || m_listing.reply || waiting >= MostUncommitted)
        return;
    m_listing.reply = request.source->fetchOrganizations(m_listing.checkpoint);
    m_listing.wait = {};
    ++m_pending->requests;
    watch(*m_listing.reply, ListingNumber);
    QObject::connect(m_listing.reply.get(), &ReplyBase::finished, &q, [this] {
        takeListing();
        advance();
    });
}

void Sweep::Private::takeListing()
{
    const auto reply = std::move(m_listing.reply);
    if (!reply->result())
        return pauseFor(reply->result().error()); // without a list, there is nothing to go on with
    const OrganizationPage &page = *reply->result();
    m_hasAnswered = true;
    if (page.isCutOff) {
        return pauseFor(
            sweptBadPayload(tr("the list of organizations ends before it is complete")));
    }
    if (!m_listing.goOn(page)) {
        return pauseFor(sweptBadPayload(
            page.items.isEmpty() ? tr("the list of organizations continues without organizations")
                                 : tr("the pages of the list of organizations repeat")));
    }
    const bool isAgain = m_phase == State::ListingAgain || state == State::ListingAgain;
    (isAgain ? m_pending->listedAgain : m_pending->listed) += page.items;
    if (!m_listing.isOpen)
        (isAgain ? m_pending->isListedAgain : m_pending->isFrozen) = true;
    commit();
}

//! After the organizations are listed: by then, the tenant's answers have told its rate limit.
//! Beside their connections, so that a person is told early when the right to it is missing.
void Sweep::Private::catalogueMore()
{
    if (!needsCatalogue() || !summary.isPopulationFrozen || m_catalogue.reply)
        return;
    const bool isAllPending =
        m_pending->catalogueSize || (m_committing && m_committing->catalogueSize);
    if (isAllPending || m_pending->catalogue.size() >= MostUncommitted)
        return;
    if (!m_catalogue.isOpen) {
        m_catalogue.begin();
        m_catalogueSize = 0;
        m_pending->catalogue.clear();
        m_pending->beginsCatalogue = true;
    }
    m_catalogue.reply = request.source->fetchCatalogue(m_catalogue.checkpoint);
    m_catalogue.wait = {};
    ++m_pending->requests;
    watch(*m_catalogue.reply, CatalogueNumber);
    QObject::connect(m_catalogue.reply.get(), &ReplyBase::finished, &q, [this] {
        takeCatalogue();
        advance();
    });
}

void Sweep::Private::takeCatalogue()
{
    const auto reply = std::move(m_catalogue.reply);
    if (!reply->result()) {
        const ApiError &error = reply->result().error();
        m_pending->refusals += error.httpStatus == 429;
        return concernsAll(error, m_hasAnswered) ? pauseFor(error) : failCatalogue(error);
    }
    m_hasAnswered = true;
    const CataloguePage &page = *reply->result();
    m_catalogueSize += page.items.size();
    if (page.isCutOff) {
        return failCatalogue(
            sweptBadPayload(tr("the list of connections ends before it is complete")));
    }
    if (!m_catalogue.goOn(page) || m_catalogueSize > MostCatalogued)
        return failCatalogue(sweptBadPayload(tr("the list of connections does not end")));
    m_pending->catalogue += page.items;
    if (!m_catalogue.isOpen)
        m_pending->catalogueSize = m_catalogueSize;
    commit();
}

//! The sweep goes on without it. What was read of it is forgotten, because a part of a list does
//! not tell which connections no organization has.
void Sweep::Private::failCatalogue(const ApiError &error)
{
    catalogueError = error;
    m_catalogue = {};
    m_pending->catalogue.clear();
    m_pending->catalogueSize.reset();
    m_pending->beginsCatalogue = true;
    commitSoon();
}

void Sweep::Private::loadQueue()
{
    if (m_loading || !m_mayHaveMore || qsizetype(m_queue.size()) >= QueueSize / 2)
        return;
    m_loading = m_writer->waiting(m_cursor, QueueSize);
    QObject::connect(m_loading.get(), &ReplyBase::finished, &q, [this] {
        const auto reply = std::move(m_loading);
        if (!reply->result()) {
            pauseFor(reply->result().error());
            return advance();
        }
        for (const WaitingOrganization &organization : *reply->result()) {
            m_queue.push_back(organization);
            m_cursor = organization.number;
        }
        m_mayHaveMore = reply->result()->size() == QueueSize;
        advance();
    });
}

void Sweep::Private::readMore()
{
    if (state != State::Reading)
        return;
    loadQueue();
    while (m_flights.size() < MostUnderWay && !m_queue.empty()
           && uncommitted() + qsizetype(m_flights.size()) < MostUncommitted) {
        const WaitingOrganization organization = m_queue.front();
        m_queue.pop_front();
        if (organizationIdProblem(organization.id)) {
            add({.number = organization.number,
                 .state = OrganizationState::Failed,
                 .at = QDateTime::currentDateTimeUtc(),
                 .error =
                     sweptBadPayload(tr("the organization's ID cannot be used in a request"))});
            continue;
        }
        Flight &flight = m_flights[organization.number];
        flight.organization = organization;
        fetch(flight, {.organizationId = organization.id, .size = PageRequest::MaximumSize});
    }
}

void Sweep::Private::fetch(Flight &flight, const PageRequest &page)
{
    flight.reply = request.source->fetchPage(page);
    flight.wait = {};
    ++m_pending->requests;
    const qint64 number = flight.organization.number;
    watch(*flight.reply, number);
    QObject::connect(flight.reply.get(), &ReplyBase::finished, &q, [this, number] {
        takePage(number);
        advance();
    });
}

void Sweep::Private::watch(ReplyBase &reply, qint64 number)
{
    QObject::connect(
        &reply, &ReplyBase::retryScheduled, &q,
        [this, number](int attempt, std::chrono::milliseconds delay, const ApiError &waitCause) {
            takeWait(number, attempt, delay, waitCause);
        });
}

void Sweep::Private::takeWait(qint64 number, int attempt, std::chrono::milliseconds delay,
                              const ApiError &waitCause)
{
    const auto flight = m_flights.find(number);
    if (number > 0 && flight == m_flights.end())
        return;
    Wait &wait = number == ListingNumber ? m_listing.wait
        : number == CatalogueNumber      ? m_catalogue.wait
                                         : flight->second.wait;
    if (attempt > 0) {
        ++m_pending->requests;
        m_pending->refusals += waitCause.httpStatus == 429;
    }
    wait = {.end = QDeadlineTimer(delay), .cause = waitCause};
    if (!isActive()) {
        dropUnderWay(false);
        return advance();
    }
    notify(NoticeTime);
}

void Sweep::Private::takePage(qint64 number)
{
    const auto found = m_flights.find(number);
    Flight flight = std::move(found->second);
    m_flights.erase(found);
    const auto reply = std::move(flight.reply);
    if (!reply->result())
        return takeError(std::move(flight), reply->result().error());
    m_hasAnswered = true;
    const ConnectionPage &page = *reply->result();
    const bool isOtherTotal = page.total && flight.total && *page.total != *flight.total;
    if (isOtherTotal || page.missingRows() > 0) {
        return takeError(std::move(flight),
                         sweptBadPayload(tr(
                             "the list of connections has another number of rows than its total")));
    }
    if (page.total)
        flight.total = page.total;
    flight.connections += page.items;
    if (flight.connections.size() > MostConnections) {
        return takeError(std::move(flight),
                         sweptBadPayload(tr("the list of connections does not end")));
    }
    if (const auto next = page.next()) {
        if (!isActive())
            return putBack(flight.organization);
        return fetch(m_flights.emplace(number, std::move(flight)).first->second, *next);
    }
    finishReading(flight);
}

void Sweep::Private::finishReading(Flight &flight)
{
    QSet<QString> ids;
    for (const OrganizationConnection &connection : std::as_const(flight.connections))
        ids.insert(connection.connectionId);
    if (ids.size() != flight.connections.size()) {
        return takeError(std::move(flight),
                         sweptBadPayload(tr("the list of connections has a connection twice")));
    }
    if (flight.total && *flight.total != flight.connections.size()) {
        return takeError(std::move(flight),
                         sweptBadPayload(tr(
                             "the list of connections has another number of rows than its total")));
    }
    m_equalFailures = 0;
    m_lastFailure.reset();
    add({.number = flight.organization.number,
         .state = OrganizationState::Read,
         .at = QDateTime::currentDateTimeUtc(),
         .connections = std::move(flight.connections),
         .total = flight.total});
}

void Sweep::Private::takeError(Flight flight, const ApiError &error)
{
    m_pending->refusals += error.httpStatus == 429;
    const Verdict verdict = verdictOn(error, m_hasAnswered);
    if (verdict == Verdict::Pause) {
        putBack(flight.organization);
        return pauseFor(error);
    }
    SweptOrganization swept{.number = flight.organization.number,
                            .state = OrganizationState::Gone,
                            .at = QDateTime::currentDateTimeUtc()};
    if (verdict == Verdict::Gone) {
        m_hasAnswered = true;
        m_equalFailures = 0;
        m_lastFailure.reset();
        return add(std::move(swept));
    }
    swept.state = OrganizationState::Failed;
    swept.error = error;
    add(std::move(swept));
    const bool isSame = m_lastFailure && isSameFailure(*m_lastFailure, error);
    m_equalFailures = isSame ? m_equalFailures + 1 : 1;
    m_lastFailure = error;
    if (m_equalFailures >= MostEqualFailures)
        pauseFor(error);
}

void Sweep::Private::add(SweptOrganization swept)
{
    m_pending->endpoint = request.source->endpoint();
    m_pending->swept.append(std::move(swept));
    ++m_done;
    notePace();
    commitSoon();
}

void Sweep::Private::putBack(const WaitingOrganization &organization)
{
    m_queue.push_front(organization);
}

//! Those that wait before they are sent are dropped at once, because they can take minutes.
void Sweep::Private::dropUnderWay(bool evenUnsettled)
{
    for (auto each = m_flights.begin(); each != m_flights.end();) {
        const bool isUnsent = !each->second.wait.isOver();
        if (!isUnsent && !evenUnsettled) {
            ++each;
            continue;
        }
        m_pending->requests -= isUnsent;
        putBack(each->second.organization);
        each = m_flights.erase(each);
    }
    const auto dropFrom = [&](auto &listing) {
        const bool isUnsent = !listing.wait.isOver();
        if (!listing.reply || (!isUnsent && !evenUnsettled))
            return;
        m_pending->requests -= isUnsent;
        listing.reply.reset();
    };
    dropFrom(m_listing);
    dropFrom(m_catalogue);
}

void Sweep::Private::commitSoon()
{
    if (m_pending->swept.size() >= BatchSize)
        commit();
    else if (!m_commitTimer.isActive())
        m_commitTimer.start(BatchTime);
}

void Sweep::Private::commit()
{
    if (isWriting() || !m_writer)
        return;
    m_commitTimer.stop();
    m_committing = std::exchange(m_pending, std::make_shared<InventoryBatch>());
    m_hasRun = true;
    m_commit = m_writer->commit(m_committing);
    QObject::connect(m_commit.get(), &ReplyBase::finished, &q, [this] { takeCommitted(); });
}

void Sweep::Private::takeCommitted()
{
    const auto reply = std::move(m_commit);
    if (!reply->result()) {
        const InventoryProblem problem = reply->result().error();
        m_committing->runEnds = {}; // it may go on
        m_isFinishing = false;
        if (!isActive() && std::holds_alternative<std::monostate>(cause))
            cause = problem;
        pauseFor(problem);
        return advance();
    }
    summary = *reply->result();
    m_retryDelay = {};
    if (!m_committing->listed.isEmpty())
        m_mayHaveMore = true;
    if (m_committing->catalogueSize && !summary.hasCatalogue())
        failCatalogue(sweptBadPayload(tr("the list of connections has a connection twice")));
    const bool hasRunEnded = !m_committing->runEnds.isEmpty();
    if (hasRunEnded)
        m_hasRun = false;
    m_committing.reset();
    notify(NoticeTime);
    if (m_isFinishing)
        return close();
    if (m_pending->swept.size() >= BatchSize)
        commit();
    else if (hasPending() && !m_commitTimer.isActive())
        m_commitTimer.start(BatchTime);
    advance();
}

void Sweep::Private::endRun(QLatin1StringView how)
{
    m_pending->runEnds = how;
    commit();
}

//! All is done.
void Sweep::Private::finish()
{
    if (!m_hasRun)
        return close();
    if (isWriting())
        return;
    m_isFinishing = true;
    endRun(summary.isComplete() ? InventoryKeys::Complete : InventoryKeys::WithFailures);
}

void Sweep::Private::close()
{
    if (m_closing)
        return;
    stopClock();
    m_commitTimer.stop();
    m_retryTimer.stop();
    m_graceTimer.stop();
    m_loading.reset();
    setState(State::Ending);
    m_closing = m_writer->close();
    QObject::connect(m_closing.get(), &ReplyBase::finished, &q, [this] {
        m_closing.reset();
        m_writer.reset();
        request.source.reset(); // with its token
        setState(State::Ended);
    });
}

void Sweep::Private::pauseFor(const Cause &newCause)
{
    using Kind = InventoryProblem::Kind;
    const auto *problem = std::get_if<InventoryProblem>(&newCause);
    // What is lost or broken does not come back; of what has been committed, the file has all.
    const bool isFinal = problem && problem->kind != Kind::DiskFull
        && problem->kind != Kind::NotWritable && problem->kind != Kind::Busy;
    if (!isActive() && !(state == State::Pausing && isFinal))
        return;
    cause = newCause;
    beginPause(isFinal || request.endsOnFailures ? State::Ending : State::Pausing);
}

void Sweep::Private::beginPause(State next)
{
    if (isActive())
        m_phase = state;
    setState(next);
    m_loading.reset();
    dropUnderWay(false);
    m_graceTimer.start(Grace);
    QMetaObject::invokeMethod(
        &q, [this] { advance(); }, Qt::QueuedConnection);
}

void Sweep::Private::resume(SweepSourcePtr source)
{
    if (state != State::Paused && state != State::Pausing)
        return;
    m_retryTimer.stop();
    m_graceTimer.stop();
    if (source) {
        request.source = std::move(source);
        request.source->setShare(share);
        catalogueError.reset(); // its token may have the right
    }
    cause = std::monostate();
    m_hasAnswered = false;
    m_equalFailures = 0;
    m_lastFailure.reset();
    if (state == State::Paused)
        startClock();
    if (m_catalogue.isTooOld())
        m_catalogue = {};
    if (m_listing.isTooOld()) {
        m_listing.begin();
        if (m_phase == State::ListingAgain)
            m_pending->beginsListingAgain = true;
    }
    setState(m_phase);
    if (isWriting() && !m_commit) { // it failed
        m_commit = m_writer->commit(m_committing);
        QObject::connect(m_commit.get(), &ReplyBase::finished, &q, [this] { takeCommitted(); });
    }
    advance();
}

void Sweep::Private::stop()
{
    if (state == State::Ended || state == State::Ending)
        return;
    if (state == State::Opening) {
        m_opening.reset();
        return close();
    }
    m_retryTimer.stop();
    cause = std::monostate();
    beginPause(State::Ending);
}

void Sweep::Private::notePace()
{
    const auto at = elapsed();
    if (!m_pace.empty() && at - m_pace.back().first < 1s)
        return;
    m_pace.emplace_back(at, m_done);
    while (m_pace.size() > 2 && at - m_pace.front().first > 60s)
        m_pace.pop_front();
}

std::optional<double> Sweep::Private::pace() const
{
    constexpr auto ShortestSample = 2s; // until then, connecting to the host distorts the pace
    if (m_pace.empty() || elapsed() - m_pace.front().first < ShortestSample)
        return {};
    const std::chrono::duration<double> span = elapsed() - m_pace.front().first;
    return double(m_done - m_pace.front().second) / span.count();
}

std::optional<std::chrono::seconds> Sweep::Private::timeLeft() const
{
    if (!summary.isPopulationFrozen || state == State::Ended)
        return {};
    std::optional<double> perSecond =
        request.source ? request.source->requestsPerSecond() : std::nullopt;
    // The first requests may be faster than the limit, which allows some at once.
    if (const auto measured = pace())
        perSecond = perSecond ? std::min(*perSecond, *measured) : *measured;
    if (!perSecond || *perSecond <= 0)
        return {};
    const qsizetype waiting =
        std::max<qsizetype>(0, summary.counts.waiting - m_pending->swept.size());
    const qsizetype listings = needsSecondListing()
        ? (summary.counts.listed() + OrganizationsPerRequest - 1) / OrganizationsPerRequest
        : 0;
    return std::chrono::seconds(qint64(std::ceil(double(waiting + listings) / *perSecond)));
}

//! The first that ends, if all requests wait.
const Sweep::Private::Wait *Sweep::Private::wait() const
{
    const Wait *first = nullptr;
    const auto look = [&first](const Wait &wait) {
        if (wait.isOver())
            return false;
        if (!first || wait.end < first->end)
            first = &wait;
        return true;
    };
    if (!isActive() || (m_listing.reply && !look(m_listing.wait))
        || (m_catalogue.reply && !look(m_catalogue.wait)))
        return nullptr;
    for (const auto &[number, flight] : m_flights) {
        if (!look(flight.wait))
            return nullptr;
    }
    return first;
}

Sweep::Sweep(SweepRequest request, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(request)))
{
}

Sweep::~Sweep() = default;

void Sweep::start()
{
    d->open();
}

void Sweep::pause()
{
    if (d->state == State::Opening)
        d->wantsPause = true;
    else if (d->state == State::Reading || d->state == State::ListingAgain)
        d->beginPause(State::Pausing);
}

void Sweep::resume(SweepSourcePtr source)
{
    d->wantsPause = false;
    d->resume(std::move(source));
}

void Sweep::stop()
{
    d->stop();
}

void Sweep::setShare(int percent)
{
    d->share = std::clamp(percent, 1, 100);
    if (d->request.source)
        d->request.source->setShare(d->share);
}

int Sweep::share() const
{
    return d->share;
}

Sweep::State Sweep::state() const
{
    return d->state;
}

const Sweep::Cause &Sweep::cause() const
{
    return d->cause;
}

const std::optional<ApiError> &Sweep::catalogueError() const
{
    return d->catalogueError;
}

bool Sweep::isRunning() const
{
    return d->state != State::Ended;
}

const SweepRequest &Sweep::request() const
{
    return d->request;
}

const InventorySummary &Sweep::summary() const
{
    return d->summary;
}

std::chrono::milliseconds Sweep::elapsed() const
{
    return d->elapsed();
}

std::optional<double> Sweep::pace() const
{
    return d->pace();
}

std::optional<std::chrono::seconds> Sweep::timeLeft() const
{
    return d->timeLeft();
}

std::chrono::milliseconds Sweep::waitLeft() const
{
    const Private::Wait *wait = d->wait();
    return wait ? std::chrono::milliseconds(wait->end.remainingTime()) : 0ms;
}

const ApiError &Sweep::waitCause() const
{
    const Private::Wait *wait = d->wait();
    return wait ? wait->cause : d->noCause;
}

} // namespace Vestibule
