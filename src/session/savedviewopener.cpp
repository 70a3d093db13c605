// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/savedviewopener.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace Vestibule {

namespace {

using Outcome = Result<SavedViewPtr, SavedViewProblem>;
using Kind = SavedViewProblem::Kind;

//! A folder is none, and a pipe might never end.
SavedViewProblem notAFile(const QFileInfo &file)
{
    return {
        .kind = Kind::Unreadable,
        .detail = file.exists()
            ? QCoreApplication::translate("Vestibule::SavedViewOpener", "It is not a file")
            : QCoreApplication::translate("Vestibule::SavedViewOpener", "There is no such file")};
}

Outcome readSavedView(const QString &path)
{
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
    auto view = parseSavedView(json);
    if (!view)
        return view.error();
    return std::make_shared<const SavedView>(*view);
}

//! The thread outlives a reply that is dropped; what it has read goes with it then.
class ViewReading final : public Reply<SavedViewPtr, SavedViewProblem> {
public:
    explicit ViewReading(const QString &path)
    {
        const auto outcome = std::make_shared<std::optional<Outcome>>();
        QThread *thread =
            QThread::create([path, outcome] { outcome->emplace(readSavedView(path)); });
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        connect(thread, &QThread::finished, this, [this, outcome] { finish(**outcome); });
        thread->start();
    }

private:
    void abortWork() override {}
};

} // namespace

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
    m_reply = ReplyPtr<SavedViewPtr, SavedViewProblem>(new ViewReading(path));
    connect(m_reply.get(), &ReplyBase::finished, this, &SavedViewOpener::take);
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

void SavedViewOpener::take()
{
    const auto reply = std::move(m_reply);
    if (reply->result()) {
        Q_EMIT opened(*reply->result());
    } else {
        m_problem = reply->result().error();
        Q_EMIT failed(*m_problem);
    }
    m_isReading = false;
    Q_EMIT changed();
}

} // namespace Vestibule
