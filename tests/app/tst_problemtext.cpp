// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/problemtext.h"
#include "support/readabletext.h"

using namespace Vestibule;

//! Why an input is refused.
class TestProblemText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyProblemIsASentence();
};

void TestProblemText::everyProblemIsASentence()
{
    using Domain = TenantDomain::Problem;
    for (const Domain problem : {Domain::Empty, Domain::NotADomain, Domain::Incomplete,
                                 Domain::Dashboard, Domain::NotHttps, Domain::HasCredentials})
        VERIFY_READABLE(problemText(problem));
    using Token = AccessToken::Problem;
    for (const Token problem : {Token::Empty, Token::NotPrintable, Token::TooLong})
        VERIFY_READABLE(problemText(problem));
    using Id = OrganizationIdProblem;
    for (const Id problem : {Id::Empty, Id::TooLong, Id::NotAnId})
        VERIFY_READABLE(problemText(problem));
    using Certificate = CertificateProblem;
    for (const Certificate problem :
         {Certificate::Unreadable, Certificate::TooLarge, Certificate::NoCertificate})
        VERIFY_READABLE(problemText(problem));
    using Secret = SecretError::Kind;
    for (const Secret kind : {Secret::Unavailable, Secret::Denied, Secret::Broken})
        VERIFY_READABLE(secretErrorText({.kind = kind}));
    VERIFY_READABLE(proxyPasswordErrorText());
}

QTEST_GUILESS_MAIN(TestProblemText)
#include "tst_problemtext.moc"
