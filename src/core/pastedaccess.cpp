// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/pastedaccess.h"

#include "core/managementurl.h"
#include "core/organization.h"
#include "core/pastedtext.h"
#include "core/tokenclaims.h"

#include <QRegularExpression>
#include <QStringView>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestValue = 1024; //!< of an ID or a secret, in QChars

//! A text of which no copy is made.
QString raw(QStringView text)
{
    return QString::fromRawData(text.data(), text.size());
}

//! What stands for a value in a document or a program: `YOUR_CLIENT_ID`, `{clientId}`, `<id>`,
//! `$AUTH0_CLIENT_ID`, `null`, dots, stars or the like.
bool isPlaceholder(QStringView value)
{
    static const QRegularExpression pattern(
        uR"re(\A(?:\$\{?\w+\}?|\{.*\}|<.*>|\[.*\]|%\w+%|\W*|x{3,}|null|none|undefined)re"
        uR"re(|your[ _-]?(?:auth0|api|app|client|secret|domain).*)\z|\.\.\.|\*\*\*|…|•)re"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern.match(raw(value)).hasMatch();
}

bool isClientId(QStringView value)
{
    return !value.isEmpty() && value.size() <= LongestValue && !isPlaceholder(value)
        && std::ranges::all_of(value, [](QChar c) {
               return c.unicode() < 0x80
                   && (c.isLetterOrNumber() || QStringView(u"-._~@|").contains(c));
           });
}

bool isSecret(QStringView value)
{
    return !value.isEmpty() && value.size() <= LongestValue && !isPlaceholder(value)
        && std::ranges::all_of(value, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

SecretBytes valueAsSecret(QStringView value)
{
    QByteArray bytes = value.toUtf8();
    SecretBytes secret(bytes);
    SecretBytes::wipe(bytes);
    return secret;
}

bool isOneWord(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isSpace(); });
}

//! At most so many of the words of a text, without quotes around them.
QList<QStringView> wordsOf(QStringView text, qsizetype most)
{
    QList<QStringView> words;
    while (words.size() < most && !(text = text.trimmed()).isEmpty()) {
        const auto end = std::ranges::find_if(text, [](QChar c) { return c.isSpace(); });
        words.append(bareText(text.first(end - text.begin())));
        text = text.sliced(end - text.begin());
    }
    return words;
}

//! The values that a text gives names to, as views into it.
class NamedValues final {
public:
    explicit NamedValues(QStringView text)
        : m_text(text)
    {
    }

    //! All values, without duplicates. The name is a regular expression.
    [[nodiscard]] QList<QStringView> of(const QString &name) const;

private:
    [[nodiscard]] QStringView valueAt(qsizetype begin) const;

    static constexpr qsizetype MostValues = 16; //!< of one name: already too many to choose from

    QStringView m_text;
};

//! The name is one of a variable, a JSON key, a field of a form or an option; or a heading with
//! its value in the next column or line, as the Auth0 CLI and the web console show it.
QList<QStringView> NamedValues::of(const QString &name) const
{
    const QString start = uR"re((?<![\w.-])(?:)re"_s + name + uR"re()(?![\w-]))re"_s;
    const QString assigned = start + uR"re(\\?["'`]?\h*+(?:=>|[:=])\h*+)re"_s;
    const QString column = start + uR"re((?:\h{2,}+|\t))re"_s;
    const QString option = uR"re((?<![\w-])--(?:)re"_s + name + uR"re()\h++)re"_s;
    const QString heading = uR"re(^\h*+(?:)re"_s + name + uR"re()\h*+\R\s*+(?=[^\s:=]++\h*+$))re"_s;
    const QRegularExpression pattern(QStringList{assigned, column, option, heading}.join(u'|'),
                                     QRegularExpression::CaseInsensitiveOption
                                         | QRegularExpression::MultilineOption);
    QList<QStringView> values;
    for (auto matches = pattern.globalMatch(raw(m_text));
         matches.hasNext() && values.size() < MostValues;) {
        const QStringView value = valueAt(matches.next().capturedEnd());
        if (!value.isEmpty() && !values.contains(value))
            values.append(value);
    }
    return values;
}

//! The value that begins here: up to the quote that ends it, or as long as it is one word. Empty if
//! that is too long for a value.
QStringView NamedValues::valueAt(qsizetype begin) const
{
    QStringView rest = m_text.sliced(begin).first(
        std::min(m_text.size() - begin, LongestValue + 3)); // with quotes, and one more
    if (rest.startsWith(u'\\'))
        rest = rest.sliced(1);
    const QChar quote = rest.isEmpty() ? QChar() : rest.front();
    if (QStringView(u"\"'`").contains(quote)) {
        rest = rest.sliced(1);
        const qsizetype end = rest.indexOf(quote);
        if (end >= 0) {
            const QStringView quoted = rest.first(end);
            return quoted.endsWith(u'\\') ? quoted.chopped(1) : quoted;
        } // otherwise it was the last character of the text
    }
    const auto end = std::ranges::find_if(
        rest, [](QChar c) { return c.isSpace() || QStringView(u"\"'`&,;<>").contains(c); });
    QStringView value = rest.first(end - rest.begin());
    while ((value.endsWith(u'}') && !value.contains(u'{'))
           || (value.endsWith(u')') && !value.contains(u'(')))
        value.chop(1);
    return value.size() > LongestValue ? QStringView() : value;
}

//! `https://HOST/api/v2/` in a text that may be encoded as in a form; empty if it is no audience of
//! a Management API.
QString audienceIn(QStringView value)
{
    const QString text = QUrl::fromPercentEncoding(value.toUtf8());
    const QUrl url(text, QUrl::StrictMode);
    const auto domain = TenantDomain::fromText(text);
    const bool isManagementApi = (url.path() == "/api/v2/"_L1 || url.path() == "/api/v2"_L1)
        && url.scheme() == "https"_L1 && !url.hasQuery() && !url.hasFragment();
    return domain && isManagementApi ? managementAudience(*domain) : QString();
}

//! Tokens name a tenant by https, even the demo tenant, which is reached by http: so does an
//! audience.
TenantDomain domainOfUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != "https"_L1 || !url.userInfo().isEmpty())
        return {};
    const auto domain = TenantDomain::fromText(url.authority(QUrl::FullyEncoded));
    return domain ? *domain : TenantDomain();
}

//! Reads the parts one after the other, because some help to understand others.
class Reader final {
public:
    explicit Reader(QStringView visible)
        : m_text(bareText(visible))
        , m_names(m_text)
    {
    }

    [[nodiscard]] PastedAccess read();

private:
    void readApplication();
    void readAudience();
    void readOrganization();
    void readToken();
    void readDomain();
    void readWords();
    //! The only one of the domains; false if there is none.
    bool takeDomain(QList<TenantDomain> domains);
    [[nodiscard]] QList<TenantDomain> namedDomains() const;
    [[nodiscard]] QList<TenantDomain> domainsOfAddresses();
    [[nodiscard]] QList<TenantDomain> domainWords() const;

    QStringView m_text;
    NamedValues m_names;
    PastedAccess m_found;
};

void Reader::readApplication()
{
    QList<QStringView> ids = m_names.of(uR"re([\w-]*?client[ _-]?id)re"_s);
    ids.removeIf([](QStringView id) { return !isClientId(id); });
    QList<QStringView> secrets = m_names.of(uR"re([\w-]*?client[ _-]?secret)re"_s);
    secrets.removeIf([](QStringView secret) { return !isSecret(secret); });
    if (ids.isEmpty()) { // the address of an application in the web console
        static const QRegularExpression page(
            uR"re(manage\.auth0\.com/dashboard/[\w/.-]*?/applications/(\w{16,64})(?!\w))re"_s);
        const auto match = page.match(raw(m_text));
        if (match.hasMatch())
            ids.append(m_text.sliced(match.capturedStart(1), match.capturedLength(1)));
    }
    if (ids.size() == 1)
        m_found.clientId = ids.constFirst().toString();
    else if (!ids.isEmpty())
        m_found.several.append(PastedAccess::Part::ClientId);
    if (secrets.size() == 1)
        m_found.clientSecret = valueAsSecret(secrets.constFirst());
    else if (!secrets.isEmpty())
        m_found.several.append(PastedAccess::Part::ClientSecret);
}

void Reader::readAudience()
{
    QStringList audiences;
    for (const QStringView value : m_names.of(uR"re([\w-]*?audience)re"_s)) {
        const QString audience = audienceIn(value);
        if (!audience.isEmpty())
            audiences.append(audience);
    }
    audiences.removeDuplicates();
    if (audiences.size() == 1)
        m_found.audience = audiences.constFirst();
    else if (!audiences.isEmpty())
        m_found.several.append(PastedAccess::Part::Audience);
}

void Reader::readOrganization()
{
    static const QRegularExpression word(
        uR"re((?<![\w-])org_(?!id\b|name\b)[a-z0-9]++(?![\w-]))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList ids;
    for (auto matches = word.globalMatch(raw(m_text)); matches.hasNext();) {
        const auto id = organizationIdFromText(matches.next().captured());
        if (id && !ids.contains(*id))
            ids.append(*id);
    }
    if (ids.size() == 1)
        m_found.organizationId = ids.constFirst();
}

//! A single word may be anything, so only a JWT is taken for a token then; see readWords().
void Reader::readToken()
{
    const QString text = raw(m_text);
    const auto token = AccessToken::fromText(text);
    if (token) {
        const SecretBytes secret = token->secret();
        const bool isJwt = secret.bytes().startsWith("eyJ");
        if (isJwt || !isOneWord(m_text) || m_text.contains(u'='))
            m_found.token = *token;
    } else if (token.error() != AccessToken::Problem::Empty
               && token.error() != AccessToken::Problem::ForeignCharacter) {
        m_found.tokenProblem = token.error();
    }
}

bool Reader::takeDomain(QList<TenantDomain> domains)
{
    QList<TenantDomain> different;
    for (const TenantDomain &domain : domains) {
        if (!domain.isEmpty() && !different.contains(domain))
            different.append(domain);
    }
    if (different.size() == 1)
        m_found.domain = different.constFirst();
    else if (!different.isEmpty())
        m_found.several.append(PastedAccess::Part::Domain);
    return !different.isEmpty();
}

QList<TenantDomain> Reader::namedDomains() const
{
    QList<TenantDomain> domains;
    for (const QStringView value :
         m_names.of(uR"re((?:[\w-]*?auth0[_-]?)?(?:domain|issuer(?:_base_url)?))re"_s)) {
        const auto domain = TenantDomain::fromText(value.toString());
        if (domain)
            domains.append(*domain);
    }
    return domains;
}

//! The tenants whose endpoints, or whose pages in the web console, have addresses in the text.
QList<TenantDomain> Reader::domainsOfAddresses()
{
    static const QRegularExpression address(uR"re(\bhttps?://[^\s"'`<>\\&,;]++)re"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QList<TenantDomain> domains;
    for (auto matches = address.globalMatch(raw(m_text)); matches.hasNext();) {
        const QString text = matches.next().captured();
        const QUrl url(text);
        const auto domain = TenantDomain::fromText(text);
        const QString path = url.path();
        if (!domain && domain.error() == TenantDomain::Problem::Dashboard) {
            domains.append(TenantDomain::fromDashboard(text));
            m_found.isDashboard = true;
        } else if (domain
                   && (text == m_text || path.startsWith("/oauth/"_L1)
                       || path.startsWith("/api/v2/organizations"_L1))) {
            domains.append(*domain);
        }
    }
    return domains;
}

QList<TenantDomain> Reader::domainWords() const
{
    static const QRegularExpression word(
        uR"re((?<![\w.@-])[a-z0-9][\w-]*+(?:\.[\w-]++)*?\.auth0\.com(?![\w-]|\.\w))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<TenantDomain> domains;
    for (auto matches = word.globalMatch(raw(m_text)); matches.hasNext();) {
        const auto domain = TenantDomain::fromText(matches.next().captured());
        if (domain) // not the web console
            domains.append(*domain);
    }
    return domains;
}

void Reader::readDomain()
{
    if (takeDomain(namedDomains()) || takeDomain(domainsOfAddresses()))
        return;
    if (!m_found.token.isEmpty()) {
        const auto claims = TokenClaims::read(m_found.token);
        if (claims && takeDomain({domainOfUrl(claims->issuer)}))
            return;
    }
    if (takeDomain(domainWords()))
        return;
    takeDomain({domainOfUrl(m_found.audience)});
}

//! Words without a name. Auth0's client IDs have 32 letters and digits, and its secrets 64
//! characters of base64url; some are shorter.
void Reader::readWords()
{
    static const QRegularExpression clientId(uR"re(\A[A-Za-z0-9]{32}\z)re"_s);
    static const QRegularExpression secret(uR"re(\A[\w-]{40,128}\z)re"_s);
    constexpr qsizetype MostWords = 8; // more of them are something else
    const QList<QStringView> words = wordsOf(m_text, MostWords + 1);
    const bool isKnown = !m_found.token.isEmpty() || m_found.tokenProblem
        || !m_found.clientId.isEmpty() || !m_found.clientSecret.isEmpty();
    if (isKnown || words.size() > MostWords)
        return;
    QList<QStringView> ids;
    QList<QStringView> secrets;
    for (const QStringView word : words) {
        if (clientId.match(raw(word)).hasMatch())
            ids.append(word);
        else if (secret.match(raw(word)).hasMatch())
            secrets.append(word);
    }
    if (ids.size() == 1)
        m_found.clientId = ids.constFirst().toString();
    if (secrets.size() == 1)
        m_found.clientSecret = valueAsSecret(secrets.constFirst());
    const bool isAddress = words.size() == 1 && assignedValue(m_text) == m_text
        && (m_text.contains(u'.') || m_text.contains(u':'));
    if (m_found == PastedAccess() && isAddress) {
        const auto domain = TenantDomain::fromText(m_text.toString());
        if (domain)
            m_found.domain = *domain;
    }
}

PastedAccess Reader::read()
{
    if (m_text.isEmpty())
        return {};
    readApplication();
    readAudience();
    readOrganization();
    readToken();
    readDomain();
    m_found.isDashboard = m_found.isDashboard && m_found.domain.isEmpty();
    readWords();
    return m_found;
}

} // namespace

bool PastedAccess::isEmpty() const
{
    return *this == PastedAccess();
}

PastedAccess pastedAccess(const QString &text)
{
    if (text.size() > PastedAccess::MaximumTextLength)
        return {.tokenProblem = AccessToken::Problem::TooLong};
    QString visible = visibleText(text);
    const PastedAccess found = Reader(visible).read();
    SecretBytes::wipe(visible);
    return found;
}

} // namespace Vestibule
