// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/sweepcommand.h"

#include "core/threadreply.h"
#include "inventory/inventoryfile.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/inventorytext.h"
#include "session/sweepmanager.h"
#include "session/sweeptext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

//! For scripts: never translated.
QString numbersLine(const InventorySummary &summary)
{
    const SweepCounts &counts = summary.counts;
    return u"listed %1, read %2, failed %3, gone %4, waiting %5; %6 requests"_s.arg(counts.listed())
        .arg(counts.read)
        .arg(counts.failed)
        .arg(counts.gone)
        .arg(counts.waiting)
        .arg(summary.requests);
}

//! Whether this pauses a sweep because the tenant refuses it, or because somebody else answers in
//! its place.
bool isRefusal(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::Intermediary:
        return true;
    case ApiError::Kind::Closed:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Server:
    case ApiError::Kind::BadPayload:
        return false;
    }
    Q_UNREACHABLE();
}

//! Copies a file, so that the copy is there whole or not at all, and not in place of another one.
Result<std::monostate, InventoryProblem> copyWhole(const QString &from, const QString &to)
{
    const QString part = to + ".part"_L1;
    QFile::remove(part);
    QFile source(from);
    QFile copy(part);
    const bool isCopied = source.copy(part)
        && copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && copy.rename(to);
    if (isCopied)
        return std::monostate();
    const QString reason =
        copy.error() == QFileDevice::NoError ? source.errorString() : copy.errorString();
    QFile::remove(part);
    return InventoryProblem{
        .kind = InventoryProblem::Kind::NotWritable, .detail = reason, .path = to};
}

} // namespace

SweepCommand::SweepCommand(const CommandEnvironment &environment, const SweepOptions &options,
                           const StartupAccess &startup, QObject *parent)
    : QObject(parent)
    , m_sourceFactory(environment.sourceFactory)
    , m_keep(keepLimits(environment.settings))
    , m_options(options)
    , m_finder(environment, options.tenant, startup)
{
    connect(&m_finder, &TenantAccessFinder::found, this, &SweepCommand::chooseFile);
    connect(&m_finder, &TenantAccessFinder::failed, this, &SweepCommand::fail);
    connect(&m_finder, &TenantAccessFinder::signInFailed, this, [this](const ApiError &error) {
        fail(isRefusal(error) ? ExitStatus::Refused : exitStatus(error), errorText(error, host()));
    });
    connect(&m_finder, &TenantAccessFinder::signInWaits, this,
            [this](const ApiError &cause, std::chrono::milliseconds delay) {
                say(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
}

SweepCommand::~SweepCommand() = default;

void SweepCommand::start()
{
    m_finder.start();
}

void SweepCommand::end(int signal)
{
    if (m_isEnded || m_signal != 0)
        return;
    m_signal = signal;
    if (m_sweep && m_sweep->isRunning())
        return m_sweep->stop();
    m_finder.cancel();
    m_opening.reset();
    m_looking.reset();
    m_writing.reset();
    say(tr("What was read is kept: run the same command to continue."));
    finish(endedBySignal(signal));
}

QString SweepCommand::host() const
{
    return m_finder.startup().access.domain.text();
}

void SweepCommand::say(const QString &sentence) const
{
    if (!m_options.isQuiet)
        printError(sentence);
}

void SweepCommand::chooseFile()
{
    if (const auto missing = missingAccess(m_finder.startup()))
        return fail(ExitStatus::Usage, missing->message);
    if (!readIds())
        return;
    if (!m_options.isQuiet && !m_options.tenant.demo)
        m_finder.warnAboutToken();
    m_tenant = m_options.tenant.demo ? u"demo"_s : host();
    m_path = workingInventory(m_tenant, m_options.target);
    if (m_path.isEmpty() && m_options.target.isEmpty()) {
        return fail(ExitStatus::NotWritten,
                    tr("The inventory cannot be saved: the program's data folder is not writable. "
                       "Use --into."));
    }
    if (m_path.isEmpty()) {
        const QFileInfo target(m_options.target);
        m_path = target.absolutePath() + "/."_L1 + target.fileName() + ".working"_L1;
    }
    if (!m_options.target.isEmpty() && QFileInfo::exists(m_options.target))
        return lookAtTarget();
    startSweep(ConnectionEndpoint::Connections);
}

//! False after a failure.
bool SweepCommand::readIds()
{
    const QString path = m_options.organizationsFile;
    if (path.isEmpty())
        return true;
    constexpr int StandardInput = 0;
    constexpr qint64 LongestLine = 1000;
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(StandardInput, QIODevice::ReadOnly)
                                       : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        fail(ExitStatus::Usage,
             tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
        return false;
    }
    for (int line = 1; !file.atEnd() || path == "-"_L1; ++line) {
        const QByteArray bytes = file.readLine(LongestLine);
        if (bytes.isEmpty())
            break;
        const QString text = QString::fromUtf8(bytes).trimmed();
        if (text.isEmpty())
            continue;
        const auto id = organizationIdFromText(text);
        if (!id) {
            fail(ExitStatus::Usage,
                 tr("--organizations, line %1: %2").arg(line).arg(problemText(id.error())));
            return false;
        }
        m_ids.append(*id);
    }
    if (!m_ids.isEmpty())
        return true;
    fail(ExitStatus::Usage, tr("--organizations: the file contains no ID."));
    return false;
}

void SweepCommand::lookAtTarget()
{
    m_opening = openInventory(m_options.target);
    connect(m_opening.get(), &ReplyBase::finished, this, [this] {
        const auto opening = std::move(m_opening);
        if (!opening->result())
            return finishBy(opening->result().error());
        m_target = *opening->result();
        m_looking = m_target->summarize();
        connect(m_looking.get(), &ReplyBase::finished, this, [this] {
            const auto looking = std::move(m_looking);
            m_target.reset();
            if (!looking->result())
                return finishBy(looking->result().error());
            takeTarget(*looking->result());
        });
    });
}

//! The target is an inventory.
void SweepCommand::takeTarget(const InventorySummary &summary)
{
    if (summary.tenant != m_tenant) {
        return finishBy(InventoryProblem{.kind = InventoryProblem::Kind::OtherTenant,
                                         .detail = summary.tenant,
                                         .path = m_options.target});
    }
    if (QFileInfo::exists(m_path)) // of a command that did not come to its end
        return startSweep(ConnectionEndpoint::Connections);
    const bool isDone = summary.isPopulationFrozen && summary.counts.waiting == 0
        && (summary.isListedAgain || summary.coversGivenOnly) && !m_options.anew
        && !(m_options.retryFailed && summary.counts.failed > 0)
        && (summary.hasCatalogue() || !m_options.catalogue);
    if (!isDone || summary.coversGivenOnly || !m_ids.isEmpty())
        return copyTarget();
    m_summary = summary;
    m_requestsBefore = summary.requests;
    finishWhole();
}

void SweepCommand::copyTarget()
{
    m_writing.reset(new ThreadReply<std::monostate, InventoryProblem>(
        [from = m_options.target, to = m_path] { return copyWhole(from, to); }));
    connect(m_writing.get(), &ReplyBase::finished, this, [this] {
        const auto writing = std::move(m_writing);
        if (!writing->result())
            return finishBy(writing->result().error());
        m_isCopied = true;
        startSweep(ConnectionEndpoint::Connections);
    });
}

void SweepCommand::startSweep(ConnectionEndpoint endpoint)
{
    const TenantAccess &access = m_finder.startup().access;
    m_sweep = std::make_unique<Sweep>(SweepRequest{
        .tenant = m_tenant,
        .source = m_sourceFactory.sweep(access, endpoint, m_options.share),
        .path = m_path,
        .scopes = m_finder.scopes(),
        .givenIds = m_ids,
        .retryFailed = m_options.retryFailed,
        .anew = m_options.anew,
        // A target stays as it is until the sweep has ended.
        .keep = m_options.target.isEmpty() ? m_keep : KeepLimits{.inventories = 0},
        .catalogue = m_options.catalogue,
        .endsOnFailures = true,
    });
    m_sweep->setShare(m_options.share);
    connect(m_sweep.get(), &Sweep::changed, this, &SweepCommand::showProgress);
    connect(m_sweep.get(), &Sweep::ended, this, &SweepCommand::takeEnd);
    m_sweep->start();
}

void SweepCommand::showProgress()
{
    if (m_sweep->state() == Sweep::State::Opening || m_isEnded)
        return;
    const InventorySummary &summary = m_sweep->summary();
    if (m_requestsBefore < 0 && !summary.tenant.isEmpty()) // the file is open
        m_requestsBefore = summary.requests;
    if (m_options.isQuiet || !m_sweep->isRunning() || summary.counts.listed() == 0)
        return;
    announce();
    if (m_sweep->waitLeft() >= 1s) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(m_sweep->waitLeft());
        return m_progress.show(countsText(summary.counts) + u' '
                               + waitText(m_sweep->waitCause(), left));
    }
    QString text = countsText(summary.counts);
    if (const auto left = m_sweep->timeLeft(); left && m_sweep->state() == Sweep::State::Reading) {
        const double perSecond =
            double(summary.counts.waiting) / double(std::max(1s, *left).count());
        text = tr("%1, %2 a second, about %3 left", "organizations read, rate, time")
                   .arg(text, QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0),
                        durationText(*left));
    }
    m_progress.show(text);
}

//! Once, if it takes a while: "1,204 organizations, about 24 min at 50 % of the rate limit."
void SweepCommand::announce()
{
    constexpr auto Worthwhile = 10s;
    const auto left = m_sweep->timeLeft();
    if (m_isAnnounced || !left)
        return;
    m_isAnnounced = true;
    if (*left < Worthwhile)
        return;
    m_progress.clear();
    printError(expectedSweepText(m_sweep->summary().counts.waiting, left, m_options.share));
}

void SweepCommand::takeEnd()
{
    m_progress.clear();
    m_summary = m_sweep->summary();
    const auto &missing = m_sweep->catalogueError();
    m_catalogueProblem =
        missing ? catalogueProblemText(*missing, errorText(*missing, host())) : QString();
    const Sweep::Cause cause = m_sweep->cause();
    if (m_signal != 0) {
        say(tr("What was read is kept: run the same command to continue."));
        return finish(endedBySignal(m_signal));
    }
    if (const auto *problem = std::get_if<InventoryProblem>(&cause))
        return finishBy(*problem);
    if (const auto *error = std::get_if<ApiError>(&cause)) {
        if (errorAction(*error) == ErrorAction::UseOlderList
            && m_summary.endpoint == ConnectionEndpoint::Connections && m_summary.counts.read == 0
            && !m_usesOlderList) {
            m_usesOlderList = true;
            say(tr("The tenant has only the older list, without disabled connections and access "
                   "levels."));
            return startSweep(ConnectionEndpoint::EnabledConnections);
        }
        return finishBy(*error);
    }
    if (m_options.target.isEmpty())
        return finishWhole();
    if (!m_isCopied || m_summary.requests != m_requestsBefore)
        return seal();
    removeWorking(); // there was nothing to do
    finishWhole();
}

void SweepCommand::seal()
{
    m_writing = sealInventory(m_path, m_options.target);
    connect(m_writing.get(), &ReplyBase::finished, this, [this] {
        const auto writing = std::move(m_writing);
        if (!writing->result())
            return finishBy(writing->result().error());
        removeWorking();
        finishWhole();
    });
}

void SweepCommand::removeWorking() const
{
    QFile::remove(m_path);
    for (const auto suffix : {"-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(m_path + suffix);
}

//! Every organization was asked for.
void SweepCommand::finishWhole()
{
    const bool wasDone = m_requestsBefore == m_summary.requests;
    for (const QString &note : coverageNotes(m_summary))
        say(note);
    if (m_summary.counts.failed > 0) {
        say(tr("--retry-failed reads the failed ones again."));
    } else if (wasDone && m_summary.isComplete()) {
        say(tr("The inventory has been complete since %1; --anew reads it again.")
                .arg(QLocale().toString(m_summary.ended.toLocalTime(), QLocale::ShortFormat)));
    } else if (m_options.target.isEmpty()) {
        say(tr("The inventory is complete. The window shows it."));
    } else {
        say(tr("The inventory is complete: %1.").arg(QDir::toNativeSeparators(m_options.target)));
    }
    if (!m_catalogueProblem.isEmpty())
        printError(m_catalogueProblem);
    const bool hasAll = m_summary.isComplete() && m_catalogueProblem.isEmpty();
    finish(hasAll ? ExitStatus::Done : ExitStatus::NotUnderstood);
}

void SweepCommand::finishBy(const ApiError &error)
{
    printError(errorText(error, host()));
    say(tr("What was read is kept: run the same command to continue."));
    finish(isRefusal(error) ? ExitStatus::Refused : exitStatus(error));
}

void SweepCommand::finishBy(const InventoryProblem &problem)
{
    printError(inventoryProblemText(problem));
    if (m_isCopied && m_requestsBefore < 0)
        removeWorking(); // it was not even opened
    finish(exitStatus(problem));
}

void SweepCommand::finish(ExitStatus status)
{
    m_isEnded = true;
    m_progress.clear();
    const bool isOpen = m_requestsBefore >= 0;
    if (isOpen && (!m_options.isQuiet || status != ExitStatus::Done))
        printError(numbersLine(m_summary));
    Q_EMIT finished(status);
}

void SweepCommand::fail(ExitStatus status, const QString &sentence)
{
    m_isEnded = true;
    printError(sentence);
    Q_EMIT finished(status);
}

} // namespace Vestibule
