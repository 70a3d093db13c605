// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/reply.h"

#include <utility>

namespace Vestibule {

ReplyBase::ReplyBase(QObject *parent)
    : QObject(parent)
{
}

ReplyBase::~ReplyBase() = default;

void ReplyBase::cancel()
{
    blockSignals(true); // a queued finished() must not arrive
    if (!std::exchange(m_settled, true))
        abortWork();
}

void ReplyBase::finishLater()
{
    m_settled = true;
    QMetaObject::invokeMethod(this, &ReplyBase::finished, Qt::QueuedConnection);
}

void ReplyDeleter::operator()(ReplyBase *reply) const
{
    if (!reply)
        return;
    reply->cancel();
    reply->deleteLater();
}

} // namespace Vestibule
