// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/connectionhints.h"
#include "core/finding.h"
#include "core/strategycatalog.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Vestibule {

//! The kind of value in a cell; it decides the icon and the sort order.
enum class CellMeaning {
    Text,
    Yes,
    No,
    AccessNone,
    AccessReadOnly,
    AccessLimited,
    AccessFull,
    NotSent, //!< the tenant did not send the field or sent null; this is not "no"
    NotApplicable, //!< has no meaning for this strategy, whether it was sent or not
};

[[nodiscard]] CellMeaning cellMeaning(const OrganizationConnection &connection,
                                      ConnectionField field);

//! The name of the field for people, short enough for the header of a column.
[[nodiscard]] QString fieldTitle(ConnectionField field);

//! The value in a word or two: "Yes", "Limited", "Okta Workforce", a dash if it was not sent. The
//! tenant's own texts pass displaySafe() and are cut after 1,000 characters.
[[nodiscard]] QString valueWord(const OrganizationConnection &connection, ConnectionField field);

//! The value for screen readers and tooltips, with words in place of the dash.
[[nodiscard]] QString spokenValue(const OrganizationConnection &connection, ConnectionField field);

//! Title and value for screen readers: "Enabled: Yes".
[[nodiscard]] QString spokenField(const OrganizationConnection &connection, ConnectionField field);

//! What the value of a field means for this connection, in one sentence. Source of the meanings:
//! Auth0's documentation of organization connections and of the My Organization API. The tenant's
//! names in it are plain text, and shortened so that the sentence stays readable.
[[nodiscard]] QString fieldSentence(const OrganizationConnection &connection,
                                    ConnectionField field);

//! The value of a field in several connections: one word if it is the same in all, otherwise each
//! word with its number, the most frequent first ("Yes (2), No (1)"). More than four different
//! words are only counted. Empty if there are no connections.
[[nodiscard]] QString commonValue(const QList<OrganizationConnection> &connections,
                                  ConnectionField field);

//! The hints for a connection, in sentences.
[[nodiscard]] QStringList hintSentences(const OrganizationConnection &connection);
//! Those that are no rules of findings, for a place that has the findings: a muted rule must not
//! come back as a hint.
[[nodiscard]] QStringList hintSentencesOfNoRule(const OrganizationConnection &connection);
//! The hints for a page as a whole, in sentences.
[[nodiscard]] QStringList hintSentences(const ConnectionPage &page);

//! The level must be AccessNone, AccessReadOnly, AccessLimited or AccessFull.
[[nodiscard]] QString accessWord(CellMeaning level);

//! The name of a strategy for people. An unknown strategy is shown as the tenant's own texts are,
//! see valueWord().
[[nodiscard]] QString strategyWord(const QString &strategy);
//! A shorter form of it for the cell of a table, where a few long names would be cut. It is a part
//! of the whole name, so that Find finds what the cell shows.
[[nodiscard]] QString shortStrategyWord(const QString &strategy);
//! That form of all strategies that have words of the language, or another name than
//! strategyInfo() has.
[[nodiscard]] QHash<QString, QString> tableStrategyWords();
[[nodiscard]] QString categoryWord(StrategyCategory category);

//! The one name to call a connection by: its name, otherwise its name in the organization,
//! otherwise its id.
[[nodiscard]] QString displayName(const OrganizationConnection &connection);

} // namespace Vestibule
