// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "core/reply.h"

#include <memory>

namespace Vestibule {

//! Where the organizations of one tenant come from, part by part. It may die before its replies do.
class OrganizationSource {
public:
    OrganizationSource() = default;
    OrganizationSource(const OrganizationSource &) = delete;
    OrganizationSource &operator=(const OrganizationSource &) = delete;
    virtual ~OrganizationSource() = default;

    //! The part at \a checkpoint, an OrganizationPage::next; the first one when it is empty. Never
    //! null; the request is under way when this returns.
    [[nodiscard]] virtual ReplyPtr<OrganizationPage> fetchOrganizations(
        const QString &checkpoint) = 0;
};

using OrganizationSourcePtr = std::shared_ptr<OrganizationSource>;

} // namespace Vestibule
