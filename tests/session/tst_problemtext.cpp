// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/problemtext.h"
#include "support/readabletext.h"

using namespace Vestibule;

namespace {

//! Whether it is one of the enumerators, which count from 0: a new one does not compile before it
//! stands here, and so is among those that are tested.
bool isKnown(TenantDomain::Problem problem)
{
    switch (problem) {
    case TenantDomain::Problem::Empty:
    case TenantDomain::Problem::NotADomain:
    case TenantDomain::Problem::Incomplete:
    case TenantDomain::Problem::Dashboard:
    case TenantDomain::Problem::NotHttps:
    case TenantDomain::Problem::HasCredentials:
        return true;
    }
    return false;
}

bool isKnown(AccessToken::Problem problem)
{
    switch (problem) {
    case AccessToken::Problem::Empty:
    case AccessToken::Problem::NotPrintable:
    case AccessToken::Problem::TooLong:
        return true;
    }
    return false;
}

bool isKnown(OrganizationIdProblem problem)
{
    switch (problem) {
    case OrganizationIdProblem::Empty:
    case OrganizationIdProblem::TooLong:
    case OrganizationIdProblem::NotAnId:
        return true;
    }
    return false;
}

bool isKnown(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::Unreadable:
    case CertificateProblem::TooLarge:
    case CertificateProblem::NoCertificate:
        return true;
    }
    return false;
}

bool isKnown(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::Unavailable:
    case SecretError::Kind::Denied:
    case SecretError::Kind::Broken:
        return true;
    }
    return false;
}

QString textOf(SecretError::Kind kind)
{
    return secretErrorText({.kind = kind});
}

template <typename Problem>
QString textOf(Problem problem)
{
    return problemText(problem);
}

//! Why the text of one of them is not fit to be read; empty when all are.
template <typename Problem>
QString firstFault()
{
    for (int i = 0; isKnown(Problem(i)); ++i) {
        if (const QString found = fault(textOf(Problem(i))); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

//! Why an input is refused.
class TestProblemText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyProblemIsASentence();
};

void TestProblemText::everyProblemIsASentence()
{
    QCOMPARE(firstFault<TenantDomain::Problem>(), QString());
    QCOMPARE(firstFault<AccessToken::Problem>(), QString());
    QCOMPARE(firstFault<OrganizationIdProblem>(), QString());
    QCOMPARE(firstFault<CertificateProblem>(), QString());
    QCOMPARE(firstFault<SecretError::Kind>(), QString());
    QCOMPARE(fault(proxyPasswordErrorText()), QString());
}

QTEST_GUILESS_MAIN(TestProblemText)
#include "tst_problemtext.moc"
