// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/connectionpage.h"
#include "core/ratebudget.h"
#include "core/reply.h"

#include <memory>
#include <optional>

namespace Vestibule {

//! Where pages of connections come from: a tenant, a saved view, or a test.
//!
//! A source is bound to one tenant (with one token) or one saved view for its whole life; another
//! one is another source. It may die before its replies do.
class ConnectionSource {
public:
    ConnectionSource() = default;
    ConnectionSource(const ConnectionSource &) = delete;
    ConnectionSource &operator=(const ConnectionSource &) = delete;
    virtual ~ConnectionSource() = default;

    //! Never null; the request is under way when this returns.
    [[nodiscard]] virtual ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) = 0;
    //! Which list it reads; the older one knows no filter.
    [[nodiscard]] virtual ConnectionEndpoint endpoint() const
    {
        return ConnectionEndpoint::Connections;
    }
    //! What the tenant said last of its rate limit; absent when it says nothing.
    [[nodiscard]] virtual std::optional<RateBudget> budget() const { return {}; }
};

//! Shared, so that an export goes on with its tenant while the window opens another one.
using ConnectionSourcePtr = std::shared_ptr<ConnectionSource>;

} // namespace Vestibule
