// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/accesstoken.h"

#include "core/pastedtext.h"
#include "core/tokenclaims.h"

#include <QDebug>
#include <QList>
#include <QRegularExpression>
#include <QStringView>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr auto Scheme = "Bearer"_L1;
constexpr auto JwtStart = "eyJ"_L1; //!< `{"` in base64url: the first part of a JWT is a JSON object

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isTokenCharacter(QChar c)
{
    return isLetterOrDigit(c) || QStringView(u"-._~+/").contains(c);
}

//! The characters of a JWT: base64url, and the dots between its parts.
bool isJwtCharacter(QChar c)
{
    return isLetterOrDigit(c) || c == u'-' || c == u'.' || c == u'_';
}

//! The length of the b64token (RFC 6750, section 2.1) with which a text begins.
qsizetype tokenLength(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, isTokenCharacter);
    const auto padded = std::find_if_not(end, text.end(), [](QChar c) { return c == u'='; });
    return end == text.begin() ? 0 : padded - text.begin();
}

//! The scheme's name alone is not a token: fromText() would drop it when it comes back from a
//! store.
QStringView withoutScheme(QStringView text)
{
    if (!text.startsWith(Scheme, Qt::CaseInsensitive))
        return text;
    QStringView rest = text.sliced(Scheme.size());
    if (!rest.isEmpty() && !rest.front().isSpace())
        return text;
    rest = bareText(rest);
    return rest.compare(Scheme, Qt::CaseInsensitive) == 0 ? QStringView() : rest;
}

//! Without what a terminal shows around a line: a prompt, the backslash of a continued line, and
//! the percent sign with which zsh marks output that ends without a line break.
QStringView withoutTerminal(QStringView text)
{
    if (text.size() > 2 && (text.front() == u'$' || text.front() == u'%') && text[1].isSpace())
        text = text.sliced(2);
    while (text.endsWith(u'\\') || text.endsWith(u'%'))
        text = bareText(text.chopped(1));
    return bareText(text);
}

//! Whether a part of the text begins like those of a JWT.
bool hasJwtPart(QStringView text)
{
    for (qsizetype at = text.indexOf(JwtStart); at >= 0; at = text.indexOf(JwtStart, at + 1)) {
        if (at == 0 || !isJwtCharacter(text[at - 1]) || text[at - 1] == u'.')
            return true;
    }
    return false;
}

//! Whether the text is an assignment without a value, whose equals sign looks like padding.
bool isNameAlone(QStringView text)
{
    static const QRegularExpression pattern(
        uR"re(\A(?:\w*(?i:token|jwt|bearer)|[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++)=++\z)re"_s);
    return text.endsWith(u'=')
        && pattern.match(QString::fromRawData(text.data(), text.size())).hasMatch();
}

//! Whether the text means in JSON, Python or JavaScript that there is no value.
bool isNoValue(QStringView text)
{
    return text == "null"_L1 || text == "None"_L1 || text == "undefined"_L1;
}

//! Whether the whole text can be a token that only the tenant understands.
bool isOpaque(QStringView text)
{
    return tokenLength(text) == text.size() && std::ranges::any_of(text, isLetterOrDigit)
        && !hasJwtPart(text) && !isNameAlone(text);
}

//! Whether a token that is followed by this text is certainly complete. An ellipsis or a letter
//! with an accent may be a damaged part of it.
bool endsToken(QStringView rest)
{
    if (rest.isEmpty() || rest.front().isSpace())
        return true;
    const QChar next = rest.front();
    return QStringView(u"\"'`´,;!?&|\\%<>#").contains(next)
        || (next.category() >= QChar::Punctuation_Open
            && next.category() <= QChar::Punctuation_FinalQuote);
}

//! Whether a value that is followed by this text is clearly complete: it ends with a quote or at an
//! ampersand, or nothing but punctuation follows on the line.
bool endsValue(QStringView rest)
{
    const QStringView closed = rest.startsWith(u'\\') ? rest.sliced(1) : rest;
    const bool isQuoted = !closed.isEmpty() && QStringView(u"\"'`").contains(closed.front());
    if (isQuoted && (closed.size() == 1 || !closed[1].isLetterOrNumber())) // not an apostrophe
        return true;
    if (rest.startsWith(u'&'))
        return true;
    while (!rest.isEmpty() && rest.front() != u'\n' && rest.front() != u'\r') {
        if (!endsToken(rest))
            return false;
        rest = rest.sliced(1);
    }
    return true;
}

SecretBytes secretOf(QStringView token)
{
    QByteArray bytes = token.toLatin1();
    SecretBytes secret(bytes);
    SecretBytes::wipe(bytes);
    return secret;
}

bool isWhole(QByteArrayView jwt)
{
    const auto claims = TokenClaims::read(jwt);
    return claims || claims.error() != TokenClaims::Problem::Broken;
}

//! Finds the tokens in a text. All copies are overwritten, so that no memory keeps a secret.
class TokenFinder final {
public:
    //! A visible and bare text.
    explicit TokenFinder(QStringView text)
        : m_text(text)
    {
    }

    //! The only token of the text.
    [[nodiscard]] Result<SecretBytes, AccessToken::Problem> find();

private:
    void addNamed(const QRegularExpression &name);
    void addJwts();
    void addAt(qsizetype begin);
    [[nodiscard]] SecretBytes jwtAt(qsizetype begin);
    [[nodiscard]] qsizetype nextLineOfJwt(qsizetype end) const;

    QStringView m_text;
    QList<SecretBytes> m_found; //!< without duplicates
    std::optional<AccessToken::Problem> m_problem; //!< of a JWT
};

//! Reads the token that begins here, if there is one. An opaque one ends its line, because in a
//! sentence it could be any word.
void TokenFinder::addAt(qsizetype begin)
{
    const QStringView text = m_text.sliced(begin);
    const QStringView opaque = text.first(tokenLength(text));
    SecretBytes token;
    if (hasJwtPart(opaque)) {
        token = jwtAt(begin);
    } else {
        const QStringView rest = text.sliced(opaque.size());
        if (isOpaque(opaque) && !isNoValue(opaque) && !withoutScheme(opaque).isEmpty()
            && endsValue(rest))
            token = secretOf(opaque);
    }
    if (!token.isEmpty() && !m_found.contains(token))
        m_found.append(token);
}

//! Start of the JWT's next line; -1 if there is none.
qsizetype TokenFinder::nextLineOfJwt(qsizetype end) const
{
    qsizetype next = end;
    bool hasLineBreak = false;
    for (; next < m_text.size() && (m_text[next].isSpace() || m_text[next] == u'\\'); ++next)
        hasLineBreak = hasLineBreak || m_text[next] == u'\n' || m_text[next] == u'\r';
    qsizetype nextEnd = next;
    while (nextEnd < m_text.size() && isJwtCharacter(m_text[nextEnd]))
        ++nextEnd;
    return hasLineBreak && nextEnd > next && endsToken(m_text.sliced(nextEnd)) ? next : -1;
}

//! The JWT that begins here; empty if there is a problem with it. A terminal may have broken it
//! into lines: where more text follows on the next line, the length of its signature says where it
//! ends.
SecretBytes TokenFinder::jwtAt(qsizetype begin)
{
    QByteArray joined;
    joined.reserve(m_text.size() - begin); // reallocation would leave a copy
    SecretBytes jwt;
    for (qsizetype at = begin, lines = 1; at >= 0 && jwt.isEmpty(); ++lines) {
        while (at < m_text.size() && isJwtCharacter(m_text[at]))
            joined.append(m_text[at++].toLatin1());
        if (joined.size() > AccessToken::MaximumLength || !endsToken(m_text.sliced(at)))
            break;
        at = nextLineOfJwt(at);
        const bool isOneLine = at < 0 && lines == 1;
        while (isOneLine && joined.endsWith('.')) // the full stop of a sentence
            joined.chop(1);
        if ((isOneLine || hasSignatureOfItsAlgorithm(joined)) && isWhole(joined))
            jwt = SecretBytes(joined);
    }
    if (jwt.isEmpty()) {
        const bool isTooLong = joined.size() > AccessToken::MaximumLength;
        m_problem = isTooLong ? AccessToken::Problem::TooLong : AccessToken::Problem::NotWhole;
    }
    SecretBytes::wipe(joined);
    return jwt;
}

void TokenFinder::addNamed(const QRegularExpression &name)
{
    // Raw data, so that no copy is made.
    const QString subject = QString::fromRawData(m_text.data(), m_text.size());
    for (auto matches = name.globalMatch(subject); matches.hasNext();)
        addAt(matches.next().capturedEnd());
}

void TokenFinder::addJwts()
{
    for (qsizetype at = m_text.indexOf(JwtStart); at >= 0 && !m_problem;
         at = m_text.indexOf(JwtStart, at + 1)) {
        if (at == 0 || !isJwtCharacter(m_text[at - 1]))
            addAt(at);
    }
}

Result<SecretBytes, AccessToken::Problem> TokenFinder::find()
{
    const auto insensitive = QRegularExpression::CaseInsensitiveOption;
    // In JSON that is itself a string, quotes have a backslash in front. A value is on the line of
    // its name: without one, the next line is another assignment.
    static const QRegularExpression accessToken(
        uR"re((?<![a-z0-9])access_?token\\?["']?\h*+[:=]\h*+\\?["']?)re"_s, insensitive);
    static const QRegularExpression header(
        uR"re(\bauthorization\\?["']?\h*+[:=]\h*+\\?+["']?+\h*+(?:bearer\h++)+["']?)re"_s,
        insensitive);
    static const QRegularExpression variable(
        uR"re((?<!\w)(?!(?:id|refresh)_?token)\w*(?:token|jwt|bearer)\\?["']?\h*+[:=]\h*+\\?["']?)re"_s,
        insensitive);

    if (m_text.isEmpty())
        return AccessToken::Problem::Empty;
    const QStringView alone = withoutScheme(withoutTerminal(m_text));
    if (alone.isEmpty())
        return AccessToken::Problem::Empty;
    if (isOpaque(alone))
        return secretOf(alone);
    for (const QRegularExpression &name : {accessToken, header, variable}) {
        if (m_found.isEmpty() && !m_problem)
            addNamed(name);
    }
    if (m_found.isEmpty() && !m_problem)
        addJwts();
    if (m_found.size() > 1)
        return AccessToken::Problem::Several;
    if (m_problem)
        return *m_problem;
    if (m_found.isEmpty()) {
        return hasJwtPart(m_text) ? AccessToken::Problem::NotWhole
                                  : AccessToken::Problem::ForeignCharacter;
    }
    return m_found.constFirst();
}

} // namespace

Result<AccessToken, AccessToken::Problem> AccessToken::fromText(const QString &text)
{
    if (text.size() > MaximumTextLength)
        return Problem::TooLong;
    QString visible = visibleText(text);
    const auto found = TokenFinder(bareText(visible)).find();
    SecretBytes::wipe(visible);
    if (!found)
        return found.error();
    if (found->bytes().size() > MaximumLength)
        return Problem::TooLong;
    AccessToken token;
    token.m_secret = *found;
    return token;
}

QByteArray AccessToken::authorizationHeader() const
{
    return "Bearer " + m_secret.bytes();
}

QDebug operator<<(QDebug debug, const AccessToken &token)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << (token.isEmpty() ? "token: empty"_L1 : "token: set"_L1);
}

} // namespace Vestibule
