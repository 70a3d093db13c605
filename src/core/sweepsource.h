// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/cataloguepage.h"
#include "core/connectionsource.h"
#include "core/organization.h"

#include <memory>
#include <optional>

namespace Vestibule {

//! Everything that a sweep asks one tenant for. Its requests wait behind those of people and of
//! exports, and use only their share of the rate limit.
class SweepSource : public ConnectionSource, public OrganizationSource {
public:
    SweepSource() = default;
    SweepSource(const SweepSource &) = delete;
    SweepSource &operator=(const SweepSource &) = delete;
    ~SweepSource() override = default;

    //! Requests the part of the tenant's connections at a checkpoint (CataloguePage::next), or the
    //! first part when that is empty. Never null; the request is under way when this returns.
    [[nodiscard]] virtual ReplyPtr<CataloguePage> fetchCatalogue(const QString &checkpoint) = 0;

    //! In percent of the tenant's budget, 1 to 100. Takes effect at once, also for requests that
    //! wait.
    virtual void setShare(int percent) = 0;
    //! How many requests for connections a second the share allows, as far as the tenant's answers
    //! tell; absent while no limit is known.
    [[nodiscard]] virtual std::optional<double> requestsPerSecond() const = 0;
};

using SweepSourcePtr = std::shared_ptr<SweepSource>;

} // namespace Vestibule
