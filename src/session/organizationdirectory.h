// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

namespace Vestibule {

class Settings;

//! The organizations of one tenant, so that the user can choose one by name. They are read page by
//! page, and those read so far can already be searched. The settings remember which were opened.
class OrganizationDirectory final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Unread, //!< reading costs requests, so it begins only with read()
        Reading,
        Paused, //!< by pause(); the organizations read before remain
        Complete,
        Failed, //!< error() says why; the organizations read before remain
    };

    //! The settings outlive this object.
    explicit OrganizationDirectory(Settings &settings, QObject *parent = nullptr);
    ~OrganizationDirectory() override;

    //! Forgets everything. The domain is that of the tenant whose organizations the settings
    //! remember; empty when they remember none.
    void clear(const QString &rememberedDomain = {});
    //! Forgets what was read. Null when organizations cannot be requested.
    void setSource(OrganizationSourcePtr source);
    //! Complete at once, with organizations that are known from elsewhere.
    void setOrganizations(const QList<Organization> &organizations);

    [[nodiscard]] State state() const { return m_state; }
    //! The request of lookUp() is running.
    [[nodiscard]] bool isLookingUp() const { return !m_wantedId.isEmpty(); }
    [[nodiscard]] const QList<Organization> &organizations() const { return m_organizations; }
    //! Only while Failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    //! The organization with this id, if it has been read.
    [[nodiscard]] std::optional<Organization> find(const QString &id) const;
    //! What is known of the organization with this id: at least the id.
    [[nodiscard]] Organization organization(const QString &id) const;

    //! The organizations that were opened before, the latest first.
    [[nodiscard]] QList<Organization> recent() const;
    //! Makes the organization the latest one, also in the settings.
    void remember(const QString &id);
    //! Removes those that were opened before, also from the settings.
    void clearRecent();

public Q_SLOTS:
    //! Begins, or resumes after a failure or a pause; does nothing while Reading or Complete.
    void read();
    //! Looks for the organization's name with one request, unless it is known, the list was begun
    //! or it was looked for before. Whatever comes of it, read() goes on from there; a failure is
    //! not told.
    void lookUp(const QString &id);
    //! Cancels the request that is running.
    void pause();

Q_SIGNALS:
    //! The state, the organizations or the error have changed.
    void changed();
    //! lookUp() has found the name.
    void nameFound(const QString &id);

private:
    void fetch();
    void addPage();
    void fail(const ApiError &error);
    void setState(State state);

    Settings &m_settings;
    QString m_rememberedDomain;
    QString m_wantedId; //!< of lookUp(), while its request runs
    QSet<QString> m_lookedUp; //!< the ids for which lookUp() has had an answer
    OrganizationSourcePtr m_source;
    State m_state = State::Unread;
    QList<Organization> m_organizations;
    QSet<QString> m_ids;
    QString m_checkpoint; //!< of the next page
    QSet<QString> m_checkpoints; //!< all so far: a repeated one would never end
    int m_emptyPages = 0; //!< successive pages that brought no new organization
    std::optional<ApiError> m_error;
    ReplyPtr<OrganizationPage> m_reply;
};

} // namespace Vestibule
