// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/connectionpage.h"
#include "core/organizationconnection.h"

#include <QList>

#include <optional>

namespace Vestibule {

//! Where a connection is on the page on which the people of an organization sign in. In the order
//! of a drawing: the page first, then what is not on it.
enum class PromptPlace {
    DatabaseForm,
    SocialButton,
    EnterpriseButton, //!< show_as_button is on, which is its default
    Passwordless, //!< a code in place of a password, if the tenant asks for the identifier first
    Hidden, //!< an enterprise connection without a button
    Unknown, //!< enabled, but of a strategy for which no place is documented
    NotSaid, //!< the tenant did not send whether it is enabled
    Disabled,
};

//! Whether the form of a database offers to sign up. That takes sign-up and membership on login.
enum class PromptSignup {
    Offered,
    Off,
    WithoutMembership, //!< it is on, but does not count without membership on login
    NotSaid, //!< the tenant did not send a flag that decides it
};

//! One connection of the organization, and why it is where it is.
struct PromptPart {
    OrganizationConnection connection{};
    PromptPlace place = PromptPlace::Unknown;
    std::optional<PromptSignup> signup{}; //!< only of a DatabaseForm
    //! The fields that decided, in the order of FieldsOnScreen.
    QList<ConnectionField> sources{};
    //! The older list has no is_enabled, because all of its connections are enabled.
    bool isEnabledByList = false;
    //! A flag that decides about the place or the sign-up was not sent; the API's default is drawn.
    bool isByDefault = false;

    bool operator==(const PromptPart &) const = default;
};

//! Why nobody can sign in on the organization's login page.
enum class PromptProblem {
    NoConnections,
    NoneEnabled,
    //! Every enabled connection is an enterprise one without a button: the page shows the error "no
    //! connections enabled for the organization are visible".
    NoneVisible,
};

//! Which of the organization's connections the drawing is of.
enum class PromptExtent {
    Whole,
    EnabledOnly, //!< all enabled ones
    DisabledOnly, //!< all disabled ones, so there is no page to draw
    Part, //!< one page of several, or some rows
};

//! The page on which the people of an organization sign in, as far as its connections decide it, by
//! documented rules only (Auth0's "Enable organization connections", "Passwordless with Universal
//! Login", the Management API's schema). What else decides it is not in a listing: which
//! connections an application has, identifier-first, branding.
struct LoginPrompt {
    PromptExtent extent = PromptExtent::Part;
    //! Absent when there is none, and also when too little was sent or listed to say so.
    std::optional<PromptProblem> problem{};
    //! By place; within a place in the order of the listing.
    QList<PromptPart> parts{};

    //! The parts in that place.
    [[nodiscard]] QList<PromptPart> at(PromptPlace place) const;
    bool operator==(const LoginPrompt &) const = default;
};

//! Where rows come from.
struct PromptRows {
    QList<OrganizationConnection> connections{};
    bool isWhole = false; //!< all rows that the filter lets pass
    std::optional<bool> isEnabled{}; //!< the server's filter
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
};

[[nodiscard]] LoginPrompt loginPrompt(const PromptRows &rows);
//! Of one page of a listing, which is whole if there is no other page.
[[nodiscard]] LoginPrompt loginPrompt(const ConnectionPage &page, ConnectionEndpoint endpoint);

} // namespace Vestibule
