// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationsource.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace Vestibule {

//! The organizations of one tenant, to choose from by name. They are read part by part, and what
//! has come so far can be searched meanwhile.
class OrganizationDirectory final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Unread, //!< nobody has asked yet: it costs requests
        Reading,
        Complete,
        Failed, //!< error() says why; what came before stays
    };

    explicit OrganizationDirectory(QObject *parent = nullptr);
    ~OrganizationDirectory() override;

    //! Forgets everything; null: there is nobody to ask.
    void setSource(OrganizationSourcePtr source);
    //! Complete at once, with what is known from elsewhere.
    void setOrganizations(const QList<Organization> &organizations);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<Organization> &organizations() const { return m_organizations; }
    //! Only while Failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    //! Of the organization with this id, if it has been read.
    [[nodiscard]] std::optional<Organization> find(const QString &id) const;

public Q_SLOTS:
    //! Begins, or goes on where it failed; does nothing while it reads or when it is complete.
    void read();

Q_SIGNALS:
    void changed();

private:
    void fetch();
    void takePart();
    void fail(const ApiError &error);
    void setState(State state);

    OrganizationSourcePtr m_source;
    State m_state = State::Unread;
    QList<Organization> m_organizations;
    QSet<QString> m_ids;
    QString m_checkpoint; //!< of the next part
    QSet<QString> m_checkpoints; //!< all that there were: one that comes again would go on for ever
    std::optional<ApiError> m_error;
    ReplyPtr<OrganizationPage> m_reply;
};

} // namespace Vestibule
