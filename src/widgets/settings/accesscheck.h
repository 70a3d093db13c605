// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/connectionsource.h"
#include "core/organization.h"
#include "core/tenantaccess.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace Vestibule {

class PrivacyMode;
class SourceFactory;

//! Tries an access with real requests, as the program will make them: lists the organizations, and
//! reads one connection of an organization. An application signs in with the first of them.
class AccessCheck final : public QObject {
    Q_OBJECT

public:
    //! What was found out, in a sentence.
    struct Finding {
        bool isGood = false;
        QString text{}; //!< plain text

        bool operator==(const Finding &) const = default;
    };
    enum class Outcome {
        Unknown, //!< not tried, or under way
        Good,
        Incomplete, //!< the tenant answers, but does not allow something
        Bad, //!< the tenant cannot be reached, or does not accept the access
    };

    //! Both outlive this object.
    AccessCheck(SourceFactory &sourceFactory, const PrivacyMode &privacy,
                QObject *parent = nullptr);
    ~AccessCheck() override;

    //! Without an organization's id, the connections of the first one that is listed are read. The
    //! access is complete.
    void start(const TenantAccess &access, const QString &organizationId);
    //! No signal follows; nothing is known any more.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_connections || m_organizations; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    //! In the order of the requests.
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    //! Why the outcome is bad; absent otherwise.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    //! What it waits for; empty unless isRunning().
    [[nodiscard]] QString progress() const { return m_progress; }

Q_SIGNALS:
    //! Something else is known, or waited for.
    void changed();
    void finished();

private:
    void watch(ReplyBase &reply);
    void readConnections(const QString &organizationId);
    void takeOrganizations();
    void takeConnections();
    //! Whether the tenant answered that the access does not allow this.
    bool takeRefusal(const ApiError &error, const QString &sentence);
    void add(bool isGood, const QString &text);
    void end(Outcome outcome);
    void endBadly(const ApiError &error);

    SourceFactory &m_sourceFactory;
    const PrivacyMode &m_privacy;
    TenantAccess m_access;
    QString m_organizationId;
    OrganizationSourcePtr m_organizationSource;
    ConnectionSourcePtr m_connectionSource;
    ReplyPtr<OrganizationPage> m_organizations;
    ReplyPtr<ConnectionPage> m_connections;
    Outcome m_outcome = Outcome::Unknown;
    QList<Finding> m_findings;
    std::optional<ApiError> m_error;
    QString m_progress;
};

} // namespace Vestibule
