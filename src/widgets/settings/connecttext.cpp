// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/connecttext.h"

#include "core/tokenreview.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/privacymode.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ConnectText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ConnectText)
};

QString severalText(PastedAccess::Part part)
{
    switch (part) {
    case PastedAccess::Part::Domain:
        return ConnectText::tr(
            "This text contains more than one domain: paste only the one to use.");
    case PastedAccess::Part::ClientId:
        return ConnectText::tr(
            "This text contains more than one client ID: paste only the one to use.");
    case PastedAccess::Part::ClientSecret:
        return ConnectText::tr(
            "This text contains more than one client secret: paste only the one to use.");
    case PastedAccess::Part::Audience:
        return ConnectText::tr(
            "This text contains more than one audience: paste only the one to use.");
    }
    Q_UNREACHABLE();
}

//! The region and the name of a tenant as the addresses of the Auth0 Dashboard have them; the
//! domain is canonical.
QString dashboardPath(const TenantDomain &domain)
{
    const QStringList labels = domain.origin().host().split(u'.');
    const bool hasRegion = labels.size() == 4; // name, region, auth0, com
    return (hasRegion ? labels.at(1) : u"us"_s) + u'/' + labels.constFirst();
}

//! The scopes that the program needs, and of those that allow the same the one that allows least.
QStringList leastScopes()
{
    return {QString(NeededScopes.front()), QString(OrganizationListScopes.back())};
}

} // namespace

QString foundText(const PastedAccess &found, const PrivacyMode &privacy)
{
    QStringList parts;
    if (!found.domain.isEmpty())
        parts +=
            ConnectText::tr("the domain %1").arg(displaySafe(privacy.name(found.domain.text())));
    if (!found.token.isEmpty())
        parts += ConnectText::tr("a token");
    if (!found.clientId.isEmpty())
        parts += ConnectText::tr("a client ID");
    if (!found.clientSecret.isEmpty())
        parts += ConnectText::tr("a client secret");
    if (!found.audience.isEmpty())
        parts += ConnectText::tr("an audience");
    if (!found.organizationId.isEmpty())
        parts += ConnectText::tr("an organization's ID");
    QStringList sentences;
    if (!parts.isEmpty())
        sentences += ConnectText::tr("Found: %1.").arg(QLocale().createSeparatedList(parts));
    for (const PastedAccess::Part part : found.several)
        sentences += severalText(part);
    if (found.tokenProblem)
        sentences += problemText(*found.tokenProblem);
    if (found.isDashboard)
        sentences += problemText(TenantDomain::Problem::Dashboard);
    if (sentences.isEmpty())
        sentences += ConnectText::tr("Nothing in this text looks like a domain, a token, a client "
                                     "ID or a client secret.");
    return sentences.join(u' ');
}

QString tenantNameOf(const TenantDomain &domain)
{
    const QString host = domain.origin().host();
    return host.endsWith(".auth0.com"_L1) ? host.section(u'.', 0, 0) : domain.text();
}

QStringList dashboardSteps(const TenantDomain &domain)
{
    const bool isKnown = domain.origin().host().endsWith(".auth0.com"_L1);
    const QString address = isKnown
        ? "https://manage.auth0.com/dashboard/"_L1 + dashboardPath(domain) + "/applications"_L1
        : u"https://manage.auth0.com/"_s;
    return {
        ConnectText::tr("Open %1: Applications > Applications.").arg(address),
        ConnectText::tr("Click Create Application, name it Vestibule, choose Machine to Machine "
                        "Applications, and click Create."),
        ConnectText::tr("Choose Auth0 Management API, tick only %1 and %2, and click Authorize.")
            .arg(leastScopes().constFirst(), leastScopes().constLast()),
        ConnectText::tr("On the tab Settings, copy Domain, Client ID and Client Secret, and paste "
                        "them above.")};
}

QString accessCommands(const TenantDomain &domain, const QString &clientId)
{
    // In short lines: a window would break long ones behind a hyphen.
    static const QRegularExpression plainWord(uR"(\A[A-Za-z0-9_-]{1,128}\z)"_s); // for a shell
    const QString id = plainWord.match(clientId).hasMatch() ? clientId : u"CLIENT_ID"_s;
    const bool isKnown = domain.origin().host().endsWith(".auth0.com"_L1);
    const QString tenant = isKnown ? domain.origin().host() : u"TENANT.REGION.auth0.com"_s;
    const QString create =
        u"auth0 apps create --tenant %1 --name Vestibule --type m2m \\\n"
        "  --description \"Reads the connections of organizations\" --reveal-secrets"_s.arg(tenant);
    const QString grant =
        u"auth0 api post client-grants --tenant %1 --data \\\n"
        "  '{\"client_id\":\"%2\",\n"
        "    \"audience\":\"https://%1/api/v2/\",\n"
        "    \"scope\":[\"%3\"]}'"_s.arg(tenant, id, leastScopes().join("\",\""_L1));
    return QStringList{u"auth0 login"_s, create, grant}.join(u'\n');
}

} // namespace Vestibule
