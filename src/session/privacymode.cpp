// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/privacymode.h"

#include "session/errortext.h"
#include "store/settings.h"

namespace Vestibule {

PrivacyMode::PrivacyMode(Settings &settings)
    : m_settings(settings)
{
}

bool PrivacyMode::isOn() const
{
    return m_settings.isPrivate();
}

void PrivacyMode::setOn(bool isOn)
{
    if (isOn == m_settings.isPrivate())
        return;
    m_settings.setPrivate(isOn);
    Q_EMIT changed();
}

QString PrivacyMode::name(const QString &name) const
{
    return isOn() ? maskedName(name) : name;
}

QString PrivacyMode::id(const QString &id) const
{
    return isOn() ? maskedId(id) : id;
}

Organization PrivacyMode::organization(const Organization &organization) const
{
    return isOn() ? masked(organization) : organization;
}

OrganizationConnection PrivacyMode::connection(const OrganizationConnection &connection) const
{
    return isOn() ? masked(connection) : connection;
}

QString PrivacyMode::failure(const ApiError &error, const QString &host) const
{
    ApiError shown = error;
    shown.request.clear(); // a path with IDs is for a terminal and for logs
    QString sentence = errorText(shown, name(host));
    if (!isOn())
        return sentence;
    const QString words = detailInSentence(error);
    const bool isTheTenants = error.kind == ApiError::Kind::SignIn
        || error.kind == ApiError::Kind::Unauthorized || error.kind == ApiError::Kind::Forbidden
        || error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::Rejected
        || error.kind == ApiError::Kind::BadPayload || error.kind == ApiError::Kind::Intermediary;
    if (isTheTenants && !words.isEmpty())
        sentence.replace(words, maskedName(words));
    return maskedText(sentence);
}

QList<TokenNote> PrivacyMode::notes(const TokenReview &review, const TenantDomain &domain) const
{
    if (!isOn())
        return tokenNotes(review, domain);
    TokenReview shown = review;
    shown.claims.issuer = maskedName(review.claims.issuer);
    for (QString &audience : shown.claims.audiences)
        audience = maskedName(audience);
    QList<TokenNote> notes = tokenNotes(shown, domain);
    for (TokenNote &note : notes)
        note.text = maskedText(note.text);
    return notes;
}

} // namespace Vestibule
