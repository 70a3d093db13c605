// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/savedviewopener.h"

#include "core/threadreply.h"
#include "inventory/inventoryfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <atomic>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Outcome = Result<SavedViewPtr, SavedViewProblem>;
using Kind = SavedViewProblem::Kind;

//! Only regular files are read: a pipe could block for ever.
SavedViewProblem notAFile(const QFileInfo &file)
{
    return {
        .kind = Kind::Unreadable,
        .detail = file.exists()
            ? QCoreApplication::translate("Vestibule::SavedViewOpener", "It is not a file")
            : QCoreApplication::translate("Vestibule::SavedViewOpener", "There is no such file")};
}

//! By its name or by its first bytes. A file that has only the name is refused when it is opened.
bool isForInventories(const QString &path)
{
    return path.endsWith(".vestibule"_L1, Qt::CaseInsensitive) || looksLikeInventory(path);
}

//! The result is not used once it is cancelled.
Outcome readSavedView(const QString &path, const std::atomic_bool &isCancelled)
{
    if (isForInventories(path))
        return SavedViewProblem{.kind = Kind::Inventory};
    const QFileInfo info(path);
    if (!info.isFile())
        return notAFile(info);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return SavedViewProblem{.kind = Kind::Unreadable, .detail = file.errorString()};
    if (file.size() > MaximumSavedViewSize)
        return SavedViewProblem{.kind = Kind::TooLarge};
    const QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return SavedViewProblem{.kind = Kind::Unreadable, .detail = file.errorString()};
    if (isCancelled) // parsing a large view takes longer than reading it
        return SavedViewProblem{};
    auto view = parseSavedView(json);
    if (!view)
        return view.error();
    return std::make_shared<const SavedView>(*view);
}

//! Has its result from the start; finished() follows from the event loop, as for every reply.
class ReadyPage final : public Reply<ConnectionPage> {
public:
    explicit ReadyPage(const ConnectionPage &page) { finish(page); }

private:
    void abortWork() override {}
};

} // namespace

SavedViewSource::SavedViewSource(SavedViewPtr view)
    : m_view(std::move(view))
{
}

ReplyPtr<ConnectionPage> SavedViewSource::fetchPage(const PageRequest &request)
{
    const QList<OrganizationConnection> rows = m_view->filtered(request.isEnabled);
    ConnectionPage page{.request = request, .total = rows.size()};
    page.readAt = m_view->readAt.toLocalTime();
    page.items = rows.mid(page.offset(), request.size);
    return ReplyPtr<ConnectionPage>(new ReadyPage(page));
}

ConnectionEndpoint SavedViewSource::endpoint() const
{
    return m_view->provenance.endpoint;
}

QString localFile(const QUrl &address)
{
    const QByteArray name =
        QByteArray::fromPercentEncoding(address.path(QUrl::FullyEncoded).toLatin1());
    const bool isHere =
        address.host().isEmpty() || address.host() == "localhost"_L1; // RFC 8089, section 2
    if (!address.isLocalFile() || !isHere || QString::fromUtf8(name).toUtf8() != name)
        return {};
    QUrl withoutHost = address;
    withoutHost.setHost({});
    return withoutHost.toLocalFile();
}

SavedViewOpener::SavedViewOpener(QObject *parent)
    : QObject(parent)
{
}

SavedViewOpener::~SavedViewOpener() = default;

void SavedViewOpener::open(const QString &path)
{
    m_path = path;
    m_problem.reset();
    m_isReading = true;
    m_reply.reset(new ThreadReply<SavedViewPtr, SavedViewProblem>(
        [path](const std::atomic_bool &isCancelled) { return readSavedView(path, isCancelled); }));
    connect(m_reply.get(), &ReplyBase::finished, this, &SavedViewOpener::finishReading);
    Q_EMIT changed();
}

void SavedViewOpener::cancel()
{
    if (!m_reply)
        return;
    m_reply.reset();
    m_isReading = false;
    Q_EMIT changed();
}

void SavedViewOpener::finishReading()
{
    const auto reply = std::move(m_reply);
    if (reply->result()) {
        Q_EMIT opened(*reply->result());
    } else if (reply->result().error().kind == Kind::Inventory) {
        Q_EMIT inventoryFound(m_path);
    } else {
        m_problem = reply->result().error();
        Q_EMIT failed(*m_problem);
    }
    m_isReading = false;
    Q_EMIT changed();
}

} // namespace Vestibule
