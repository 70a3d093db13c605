// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/sweepsource.h"
#include "support/fakeorganizationsource.h"
#include "support/fakesource.h"

#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

//! The tenant's connections, answered by a function from the event loop, or when the test wants it
//! to. It records all requests.
class FakeCatalogue final {
    class FakeReply final : public Vestibule::Reply<Vestibule::CataloguePage> {
    public:
        [[nodiscard]] bool isOpen() const { return !isSettled(); }
        void end(const Vestibule::Result<Vestibule::CataloguePage> &answer) { finish(answer); }

    private:
        void abortWork() override {}
    };

public:
    using Answer = Vestibule::Result<Vestibule::CataloguePage>;

    void answerAll(std::function<Answer(const QString &checkpoint)> answer)
    {
        m_answer = std::move(answer);
    }
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::CataloguePage> fetch(const QString &checkpoint)
    {
        m_checkpoints.append(checkpoint);
        m_latest = new FakeReply;
        Vestibule::ReplyPtr<Vestibule::CataloguePage> reply(m_latest.data());
        if (m_answer)
            m_latest->end(m_answer(checkpoint));
        return reply;
    }
    //! The checkpoints of all requests, oldest first.
    [[nodiscard]] const QStringList &checkpoints() const { return m_checkpoints; }
    [[nodiscard]] bool isPending() const { return m_latest && m_latest->isOpen(); }
    //! False if the latest request has already finished or was cancelled.
    bool answer(const Answer &answer)
    {
        if (!isPending())
            return false;
        m_latest->end(answer);
        return true;
    }

private:
    std::function<Answer(const QString &)> m_answer;
    QStringList m_checkpoints;
    QPointer<FakeReply> m_latest;
};

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
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::CataloguePage> fetchCatalogue(
        const QString &checkpoint) override
    {
        return catalogue.fetch(checkpoint);
    }
    void setShare(int percent) override { share = percent; }
    [[nodiscard]] std::optional<double> requestsPerSecond() const override { return rate; }

    FakeSource connections;
    FakeOrganizationSource organizations;
    FakeCatalogue catalogue;
    // The latest that was asked for.
    int share = 0;
    // What it answers.
    Vestibule::ConnectionEndpoint list = Vestibule::ConnectionEndpoint::Connections;
    std::optional<double> rate;
};
