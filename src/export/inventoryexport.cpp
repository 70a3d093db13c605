// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/inventoryexport.h"

#include "core/threadreply.h"

#include <QDir>
#include <QIODevice>

#include <utility>

namespace Vestibule {

namespace {

//! At a time: few enough to encode without a noticeable pause, enough to keep both threads busy.
constexpr qsizetype RowsAtATime = 2000;

} // namespace

InventoryExport::InventoryExport(InventorySourcePtr source, const Request &request, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_request(request)
{
}

InventoryExport::~InventoryExport()
{
    release();
}

void InventoryExport::start()
{
    m_target = makeTarget(m_request.path);
    if (!m_target->open()) // before a million rows are sorted
        return failToWrite();
    m_summarizing = m_source->summarize();
    connect(m_summarizing.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_summarizing);
        if (!reply->result())
            return finish(reply->result().error());
        m_written.summary = *reply->result();
        openView();
    });
}

void InventoryExport::openView()
{
    m_encoder = m_request.makeEncoder
        ? m_request.makeEncoder(m_written.summary)
        : makeInventoryEncoder(m_request.query.list, m_request.layout, m_written.summary);
    if (!put(m_encoder->begin()))
        return failToWrite();
    m_opening = m_source->open(m_request.query);
    connect(m_opening.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_opening);
        if (!reply->result())
            return finish(reply->result().error());
        m_view = *reply->result();
        m_total = m_view->rows;
        readPage();
    });
}

void InventoryExport::readPage()
{
    if (m_written.rows == m_total)
        return put(m_encoder->end()) ? commit() : failToWrite();
    m_fetching = m_source->fetch(*m_view, m_written.rows, RowsAtATime);
    connect(m_fetching.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_fetching);
        if (!reply->result())
            return finish(reply->result().error());
        takePage(*reply->result());
    });
}

void InventoryExport::takePage(const QList<InventoryRow> &rows)
{
    if (rows.isEmpty()) { // fewer than the view promised
        return finish(InventoryProblem{.kind = InventoryProblem::Kind::Damaged,
                                       .detail = tr("rows are missing")});
    }
    if (!put(m_encoder->encode(rows)))
        return failToWrite();
    m_written.rows += rows.size();
    Q_EMIT changed();
    if (m_state == State::Reading) // a slot may have cancelled
        readPage();
}

//! On a thread, because a slow disk may take long. The thread may outlive this object: a commit
//! that has begun is completed.
void InventoryExport::commit()
{
    const auto save = [target = std::shared_ptr<ExportTarget>(
                           std::move(m_target))]() -> Result<std::monostate, WriteError> {
        if (target->commit())
            return std::monostate();
        return writeErrorOf(*target);
    };
    setState(State::Saving);
    m_saving.reset(new ThreadReply<std::monostate, WriteError>(save));
    connect(m_saving.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_saving);
        if (reply->result())
            finish(m_written);
        else
            finish(reply->result().error());
    });
}

void InventoryExport::cancel()
{
    if (m_state != State::Reading)
        return;
    release();
    setState(State::Cancelled);
}

QString InventoryExport::targetName() const
{
    return QDir::toNativeSeparators(m_request.path);
}

bool InventoryExport::put(const QByteArray &bytes)
{
    return m_target->device().write(bytes) == bytes.size();
}

//! Ends the export from the event loop, since outcomes are never reported from inside start().
void InventoryExport::failToWrite()
{
    const WriteError error = writeErrorOf(*m_target);
    m_target.reset();
    const auto finishNow = [this, error] {
        if (m_state == State::Reading) // not cancelled meanwhile
            finish(error);
    };
    QMetaObject::invokeMethod(this, finishNow, Qt::QueuedConnection);
}

void InventoryExport::finish(const Outcome &outcome)
{
    release();
    m_outcome = outcome;
    setState(std::holds_alternative<InventoryCount>(outcome) ? State::Written : State::Failed);
}

void InventoryExport::release()
{
    m_summarizing.reset();
    m_opening.reset();
    m_fetching.reset();
    if (const auto view = std::exchange(m_view, std::nullopt))
        m_source->close(*view);
    m_target.reset();
}

void InventoryExport::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace Vestibule
