// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sweepsource.h"
#include "support/fakeorganizationsource.h"
#include "support/fakesource.h"

#include <optional>

//! What a sweep asks, answered when the test wants it to. The parts record all requests.
class FakeSweepSource final : public Vestibule::SweepSource {
public:
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::ConnectionPage> fetchPage(
        const Vestibule::PageRequest &request) override
    {
        return connections.fetchPage(request);
    }
    [[nodiscard]] Vestibule::ConnectionEndpoint endpoint() const override { return list; }
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::OrganizationPage> fetchOrganizations(
        const QString &checkpoint) override
    {
        return organizations.fetchOrganizations(checkpoint);
    }
    void setShare(int percent) override { share = percent; }
    [[nodiscard]] std::optional<double> requestsPerSecond() const override { return rate; }

    FakeSource connections;
    FakeOrganizationSource organizations;
    // The latest that was asked for.
    int share = 0;
    // What it answers.
    Vestibule::ConnectionEndpoint list = Vestibule::ConnectionEndpoint::Connections;
    std::optional<double> rate;
};
