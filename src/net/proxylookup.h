// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "net/proxychoice.h"

#include <QTimer>
#include <QUrl>

#include <variant>

namespace Vestibule {

//! Asks the system which proxy leads to an address, in a thread of its own.
//!
//! Fails (Proxy) when the system does not say in time. The system cannot be interrupted: what was
//! cancelled or late ends by itself, and its answer is kept for the next who asks.
class ProxyLookup final : public Reply<std::monostate> {
    Q_OBJECT

public:
    //! \a choice, which has the answer afterwards, may die before. \a timeout 0: as long as it
    //! takes.
    ProxyLookup(const ProxyChoice &choice, const QUrl &url, std::chrono::milliseconds timeout);

private:
    void abortWork() override;

    QTimer m_timeout;
    QMetaObject::Connection m_end;
};

} // namespace Vestibule
