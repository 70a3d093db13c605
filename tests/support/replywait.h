// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"

#include <QSignalSpy>

//! Waits for a reply, up to 20 seconds, and returns its result. Throws without one.
template <typename T, typename E>
Vestibule::Result<T, E> resultOf(const Vestibule::ReplyPtr<T, E> &reply)
{
    QSignalSpy finished(reply.get(), &Vestibule::ReplyBase::finished);
    if (!finished.wait(20'000))
        throw "the reply did not finish";
    return reply->result();
}
