// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/ratebudget.h"
#include "core/reply.h"

#include <memory>
#include <optional>

namespace Vestibule {

//! Fetches pages of connections: from a tenant, a saved view, or a test.
//!
//! A source belongs to one tenant (with one token) or one saved view for its whole life. It may be
//! destroyed before its replies.
class ConnectionSource {
public:
    ConnectionSource() = default;
    ConnectionSource(const ConnectionSource &) = delete;
    ConnectionSource &operator=(const ConnectionSource &) = delete;
    virtual ~ConnectionSource() = default;

    //! Never null; the request is under way when this returns.
    [[nodiscard]] virtual ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) = 0;
    //! The list that it reads.
    [[nodiscard]] virtual ConnectionEndpoint endpoint() const
    {
        return ConnectionEndpoint::Connections;
    }
    //! The rate limit as the tenant last reported it; absent if it never did.
    [[nodiscard]] virtual std::optional<RateBudget> budget() const { return {}; }
};

//! Shared, so that an export can continue with its tenant while the window opens another one.
using ConnectionSourcePtr = std::shared_ptr<ConnectionSource>;

} // namespace Vestibule
