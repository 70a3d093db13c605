// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/problemtext.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ProblemText)
};

} // namespace

QString problemText(TenantDomain::Problem problem)
{
    switch (problem) {
    case TenantDomain::Problem::Empty:
        return ProblemText::tr("Enter the tenant's domain, such as acme.eu.auth0.com.");
    case TenantDomain::Problem::NotADomain:
        return ProblemText::tr("This is not a domain. A tenant's looks like acme.eu.auth0.com.");
    case TenantDomain::Problem::Incomplete:
        return ProblemText::tr("This is a name without its domain. Enter the whole of it, such as "
                               "acme.eu.auth0.com.");
    case TenantDomain::Problem::Dashboard:
        return ProblemText::tr("This is the address of the Auth0 Dashboard. A tenant's own domain "
                               "looks like acme.eu.auth0.com.");
    case TenantDomain::Problem::NotHttps:
        return ProblemText::tr(
            "Only https is used. Plain http exists for this computer alone, such "
            "as localhost:8080.");
    case TenantDomain::Problem::HasCredentials:
        return ProblemText::tr("This address holds a user name. Enter the domain alone.");
    }
    Q_UNREACHABLE();
}

QString problemText(AccessToken::Problem problem)
{
    switch (problem) {
    case AccessToken::Problem::Empty:
        return ProblemText::tr("Enter a Management API token.");
    case AccessToken::Problem::NotPrintable:
        return ProblemText::tr(
            "A token has no blanks, line breaks or special signs in it. Paste it "
            "alone and whole.");
    case AccessToken::Problem::TooLong:
        return ProblemText::tr("This is too long to be a token.");
    }
    Q_UNREACHABLE();
}

QString problemText(OrganizationIdProblem problem)
{
    switch (problem) {
    case OrganizationIdProblem::Empty:
        return ProblemText::tr(
            "Enter the organization's ID, such as org_ and 16 letters or digits.");
    case OrganizationIdProblem::TooLong:
        return ProblemText::tr("An organization's ID has at most %n character(s).", nullptr,
                               MaximumOrganizationIdLength);
    case OrganizationIdProblem::NotAnId:
        return ProblemText::tr("This is not the ID of an organization. It looks like org_ and 16 "
                               "letters or digits.");
    }
    Q_UNREACHABLE();
}

QString problemText(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::Unreadable:
        return ProblemText::tr("The file with the CA certificate cannot be read.");
    case CertificateProblem::TooLarge:
        return ProblemText::tr("The file with the CA certificate is larger than 1 MiB.");
    case CertificateProblem::NoCertificate:
        return ProblemText::tr("This file holds no certificate in the PEM format.");
    }
    Q_UNREACHABLE();
}

QString secretErrorText(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::Unavailable:
        return ProblemText::tr("No keyring answers, so tokens are kept for this session only.");
    case SecretError::Kind::Denied:
        return ProblemText::tr(
            "The keyring is locked or was refused. Unlock it and start again, or "
            "enter the token for this session.");
    case SecretError::Kind::Broken:
        return ProblemText::tr("What the keyring holds for this tenant is damaged. Enter the token "
                               "again.");
    }
    Q_UNREACHABLE();
}

QString proxyPasswordErrorText()
{
    return ProblemText::tr("The keyring did not take the change of the proxy's password: it holds "
                           "for this session only.");
}

} // namespace Vestibule
