// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Vestibule {

//! What the program needs to know of one organization of a tenant to find it.
struct Organization {
    QString id{}; //!< never empty
    QString name{}; //!< the API's short name; may be empty
    QString displayName{}; //!< for people; may be empty

    bool operator==(const Organization &) const = default;
};

//! The longest organization id that the API accepts (its OpenAPI document), in characters: code
//! points, not QChars.
inline constexpr int MaximumOrganizationIdLength = 50;

enum class OrganizationIdProblem {
    Empty,
    TooLong, //!< more than MaximumOrganizationIdLength characters
    //! Contains whitespace, a control character or half a surrogate pair, or is "." or "..", which
    //! would change the path of a URL.
    NotAnId,
};

//! Why an id cannot be used in a request; absent when it can. As lenient as possible: today's ids
//! are `org_` and 16 letters or digits, but the API guarantees only their length.
[[nodiscard]] std::optional<OrganizationIdProblem> organizationIdProblem(const QString &id);

//! The id in what people type or paste: the id itself, also with invisible characters in it or
//! quotes around it; the address of the organization in Auth0's web console or in the API; a link
//! to sign in with `organization=`; JSON, a line of it or any other text in which exactly one id is
//! named that begins with `org_`. An address that names no organization is NotAnId, and so is an id
//! with an ellipsis or a placeholder such as `{id}` or `:id`.
[[nodiscard]] Result<QString, OrganizationIdProblem> organizationIdFromText(const QString &text);

//! A part of a tenant's organizations, and where the next part begins.
struct OrganizationPage {
    QList<Organization> items{};
    //! An opaque checkpoint for the next request; empty on the last page. Tenants keep it for 24
    //! hours.
    QString next{};
    //! The tenant has more organizations, but the answer does not say where they begin.
    bool isCutOff = false;

    bool operator==(const OrganizationPage &) const = default;
};

//! The number of organizations per request: the API's maximum.
inline constexpr int OrganizationsPerRequest = 100;

//! Reads an answer of `GET /organizations` with checkpoint paging (`take`, `from`): an object with
//! `organizations` and, unless it is the last page, `next`.
//!
//! A bare array, or an object with totals, answers a request without checkpoints. It is accepted,
//! but is cut off if the total says so, or if an array has as many organizations as the API's
//! default of 50 for a page. Anything else, or an organization without an id, is a BadPayload.
[[nodiscard]] Result<OrganizationPage> parseOrganizationPage(const QByteArray &body);

//! Fetches the organizations of one tenant, page by page. It may be destroyed before its replies.
class OrganizationSource {
public:
    OrganizationSource() = default;
    OrganizationSource(const OrganizationSource &) = delete;
    OrganizationSource &operator=(const OrganizationSource &) = delete;
    virtual ~OrganizationSource() = default;

    //! Requests the page at a checkpoint (OrganizationPage::next), or the first page when that is
    //! empty. Never null; the request is under way when this returns.
    [[nodiscard]] virtual ReplyPtr<OrganizationPage> fetchOrganizations(
        const QString &checkpoint) = 0;
};

using OrganizationSourcePtr = std::shared_ptr<OrganizationSource>;

} // namespace Vestibule
