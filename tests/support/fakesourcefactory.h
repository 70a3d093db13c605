// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sourcefactory.h"
#include "support/fakeorganizationsource.h"
#include "support/fakesource.h"
#include "support/fakesweepsource.h"

#include <memory>
#include <optional>

//! A source factory that a test controls. It records the access of each source, so that a test sees
//! when a token reaches the source of another domain.
class FakeSourceFactory final : public Vestibule::SourceFactory {
public:
    struct Connections {
        Vestibule::TenantAccess access{};
        Vestibule::ConnectionEndpoint endpoint{};
        std::shared_ptr<FakeSource> source{};
        Vestibule::Requester requester{};
    };
    struct Sweeps {
        Vestibule::TenantAccess access{};
        Vestibule::ConnectionEndpoint endpoint{};
        std::shared_ptr<FakeSweepSource> source{};
    };
    struct Organizations {
        Vestibule::TenantAccess access{};
        std::shared_ptr<FakeOrganizationSource> source{};
    };
    struct Network {
        Vestibule::NetworkSettings settings{};
        QString proxyPassword{};

        bool operator==(const Network &) const = default;
    };

    [[nodiscard]] Vestibule::ConnectionSourcePtr connections(
        const Vestibule::TenantAccess &access, Vestibule::ConnectionEndpoint endpoint,
        Vestibule::Requester requester) override
    {
        connectionSources.append({access, endpoint, std::make_shared<FakeSource>(), requester});
        return connectionSources.constLast().source;
    }
    [[nodiscard]] Vestibule::SweepSourcePtr sweep(const Vestibule::TenantAccess &access,
                                                  Vestibule::ConnectionEndpoint endpoint,
                                                  int sharePercent) override
    {
        const auto made = std::make_shared<FakeSweepSource>();
        made->list = endpoint;
        made->share = sharePercent;
        made->rate = sweepRate;
        sweepSources.append({access, endpoint, made});
        return made;
    }
    [[nodiscard]] Vestibule::OrganizationSourcePtr organizations(
        const Vestibule::TenantAccess &access) override
    {
        organizationSources.append({access, std::make_shared<FakeOrganizationSource>()});
        return organizationSources.constLast().source;
    }
    [[nodiscard]] Vestibule::SignInPtr signIn(const Vestibule::TenantAccess &access) override
    {
        return access.signsIn() ? signedIn : nullptr;
    }
    [[nodiscard]] std::optional<Vestibule::DemoSession> launchDemo() override { return demo; }
    std::optional<Vestibule::CertificateProblem> setNetwork(
        const Vestibule::NetworkSettings &settings, const QString &proxyPassword) override
    {
        networks.append({settings, proxyPassword});
        return problem;
    }
    [[nodiscard]] std::optional<Vestibule::CertificateProblem> certificateProblem(
        const QString & /*file*/) const override
    {
        return problem;
    }

    std::optional<double> sweepRate{}; //!< of the next sweep sources, in requests a second

    //! The latest; there must be one.
    [[nodiscard]] FakeSource &source() const { return *connectionSources.constLast().source; }
    [[nodiscard]] FakeSweepSource &sweepSource() const { return *sweepSources.constLast().source; }
    [[nodiscard]] FakeOrganizationSource &organizationSource() const
    {
        return *organizationSources.constLast().source;
    }

    //! Forgets what was asked for, and answers as in the beginning.
    void reset()
    {
        connectionSources.clear();
        organizationSources.clear();
        sweepSources.clear();
        networks.clear();
        demo.reset();
        problem.reset();
    }

    // What was asked for, the oldest first.
    QList<Connections> connectionSources;
    QList<Organizations> organizationSources;
    QList<Sweeps> sweepSources;
    QList<Network> networks;
    // What it answers.
    Vestibule::SignInPtr signedIn{}; //!< of every access with an application
    std::optional<Vestibule::DemoSession> demo;
    std::optional<Vestibule::CertificateProblem> problem;
};
