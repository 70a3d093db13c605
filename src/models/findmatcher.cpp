// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/findmatcher.h"

#include "models/connectionwords.h"

#include <algorithm>

namespace Vestibule {

namespace {

bool isIn(const QStringMatcher &text, const OrganizationConnection &connection,
          ConnectionField field)
{
    return text.indexIn(valueWord(connection, field)) >= 0;
}

} // namespace

FindMatcher::FindMatcher(const QString &text, const QList<ConnectionField> &fields)
    : m_text(text, Qt::CaseInsensitive)
    , m_wordMatches(
          [matcher = m_text](const OrganizationConnection &connection, ConnectionField field) {
              return isIn(matcher, connection, field);
          })
{
    for (const ConnectionField field : fields)
        (isFreeText(field) ? m_names : m_words).append(field);
}

bool FindMatcher::matches(const OrganizationConnection &connection)
{
    const auto isInWord = [&](ConnectionField field) {
        return m_wordMatches.of(connection, field);
    };
    const auto isInName = [&](ConnectionField field) { return isIn(m_text, connection, field); };
    return std::ranges::any_of(m_words, isInWord) || std::ranges::any_of(m_names, isInName);
}

} // namespace Vestibule
