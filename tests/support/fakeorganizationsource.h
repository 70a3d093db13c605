// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <utility>

//! The organization with that number in a tenant, counted from 0.
inline Vestibule::Organization fakeOrganization(int number)
{
    return {.id = QStringLiteral("org_%1").arg(number, 16, 10, QLatin1Char('0')),
            .name = QStringLiteral("organization-%1").arg(number),
            .displayName = QStringLiteral("Organization %1").arg(number)};
}

inline QList<Vestibule::Organization> fakeOrganizations(int begin, int end)
{
    QList<Vestibule::Organization> all;
    for (int number = begin; number < end; ++number)
        all.append(fakeOrganization(number));
    return all;
}

//! A source of organizations that answers when the test wants it to. It records all requests.
class FakeOrganizationSource final : public Vestibule::OrganizationSource {
    class FakeReply final : public Vestibule::Reply<Vestibule::OrganizationPage> {
    public:
        [[nodiscard]] bool isOpen() const { return !isSettled(); }
        void end(const Vestibule::Result<Vestibule::OrganizationPage> &answer) { finish(answer); }

    private:
        void abortWork() override {}
    };

public:
    using Answer = Vestibule::Result<Vestibule::OrganizationPage>;

    //! Makes the source answer by itself, from the event loop, with total organizations in parts of
    //! the given size. The checkpoint of a part is the number of its first organization.
    void serve(int total, int size)
    {
        m_total = total;
        m_size = size;
    }

    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::OrganizationPage> fetchOrganizations(
        const QString &checkpoint) override
    {
        m_checkpoints.append(checkpoint);
        m_latest = new FakeReply;
        Vestibule::ReplyPtr<Vestibule::OrganizationPage> reply(m_latest.data());
        if (m_size > 0) {
            const int begin = checkpoint.toInt();
            const int end = std::min(m_total, begin + m_size);
            m_latest->end(Vestibule::OrganizationPage{.items = fakeOrganizations(begin, end),
                                                      .next = end < m_total ? QString::number(end)
                                                                            : QString()});
        }
        return reply;
    }

    //! The checkpoints of all requests, oldest first.
    [[nodiscard]] const QStringList &checkpoints() const { return m_checkpoints; }
    [[nodiscard]] bool isPending() const { return m_latest && m_latest->isOpen(); }
    //! Finishes the latest request; finished() is emitted from the event loop. False if it has
    //! already finished or was cancelled.
    bool answer(const Answer &answer)
    {
        if (!isPending())
            return false;
        m_latest->end(answer);
        return true;
    }

private:
    int m_total = 0;
    int m_size = 0;
    QStringList m_checkpoints;
    QPointer<FakeReply> m_latest;
};
