// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/profilestore.h"
#include "session/tenantsession.h"
#include "support/fakesecretstore.h"
#include "support/fakesignin.h"
#include "support/fakesourcefactory.h"
#include "support/inventoryfolder.h"
#include "support/tokensamples.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A session on fakes alone: settings in a temporary folder, and a fake keyring and source factory.
class SessionFixture {
protected:
    using Stage = TenantSession::Stage;
    using State = ConnectionBrowser::State;

    inline static const QString Acme = u"acme.auth0.com"_s;
    inline static const QString Globex = u"globex.auth0.com"_s;

    static TenantAccess accessTo(const QString &domain, const QByteArray &token = "a.b.c")
    {
        return {*TenantDomain::fromText(domain), Samples::token(token)};
    }
    static QByteArray jwtText(const QByteArray &scopes)
    {
        return Samples::jwt("{\"scope\":\"" + scopes + "\"}").secret().bytes().toByteArray();
    }
    static Profile profileOf(const QString &domain, const QString &id = u"p"_s)
    {
        return {.id = id, .name = id, .domain = domain, .organizationId = u"org_1"_s};
    }

    //! The same with an application that signs in.
    static Profile applicationOf(const QString &domain, const QString &id = u"p"_s)
    {
        Profile profile = profileOf(domain, id);
        profile.access = AccessKind::Application;
        profile.clientId = u"client"_s;
        profile.audience = u"https://canonical.eu.auth0.com/api/v2/"_s;
        return profile;
    }
    static TenantAccess signInTo(const Profile &profile, const QByteArray &secret)
    {
        return {.domain = *TenantDomain::fromText(profile.domain),
                .application = {.clientId = profile.clientId,
                                .secret = SecretBytes(secret),
                                .audience = profile.audience}};
    }

    void reset()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_session.reset();
        m_folder = std::make_unique<InventoryFolder>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"vestibule.ini"_s));
        auto keyring = std::make_unique<FakeSecretStore>();
        m_keyring = keyring.get();
        m_secrets = std::make_unique<FallbackSecretStore>(std::move(keyring));
        m_sourceFactory.reset();
        m_signIn = std::make_shared<FakeSignIn>();
        m_sourceFactory.signedIn = m_signIn;
        m_sourceFactory.demo = DemoSession{
            accessTo(u"127.0.0.1:8080"_s),
            {{.id = u"org_a"_s, .displayName = u"Acme"_s}, {.id = u"org_b"_s, .name = u"b"_s}}};
        m_session = std::make_unique<TenantSession>(
            TenantSession::Environment{*m_settings, *m_secrets, m_sourceFactory});
    }

    //! Stores a token for the profile, or for another domain, as an earlier run would.
    void keep(const Profile &profile, const QByteArray &token, const QString &domain = {})
    {
        m_settings->setProfiles({profile});
        m_keyring->secrets.insert(
            profile.id, keptSecret(accessTo(domain.isEmpty() ? profile.domain : domain, token)));
    }
    void keepSecret(const Profile &profile, const QByteArray &secret)
    {
        m_settings->setProfiles({profile});
        m_keyring->secrets.insert(profile.id, keptSecret(signInTo(profile, secret)));
    }
    //! Answers the latest request and waits for the page.
    [[nodiscard]] bool answer(qsizetype total = 237)
    {
        return m_sourceFactory.source().answer(total)
            && QTest::qWaitFor([this] { return m_session->browser().state() == State::Loaded; });
    }
    [[nodiscard]] bool isAt(Stage stage)
    {
        return QTest::qWaitFor([this, stage] { return m_session->stage() == stage; });
    }
    [[nodiscard]] QStringList recentIds() const
    {
        QStringList ids;
        for (const Organization &recent : m_session->directory().recent())
            ids.append(recent.id);
        return ids;
    }

    std::unique_ptr<InventoryFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    FakeSecretStore *m_keyring = nullptr; // owned by m_secrets
    std::unique_ptr<FallbackSecretStore> m_secrets;
    std::shared_ptr<FakeSignIn> m_signIn; //!< of every application
    FakeSourceFactory m_sourceFactory;
    std::unique_ptr<TenantSession> m_session;
};
