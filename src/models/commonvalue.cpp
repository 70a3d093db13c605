// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/commonvalue.h"

#include "models/connectionwords.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace Vestibule {

namespace {

struct CommonValue {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CommonValue)
};

constexpr qsizetype MostWords = 4;

} // namespace

QString commonValue(const QList<OrganizationConnection> &connections, ConnectionField field)
{
    QStringList words; // in the order of the rows
    QHash<QString, int> counts;
    for (const OrganizationConnection &connection : connections) {
        const bool isSent = cellMeaning(connection, field) != CellMeaning::NotSent;
        const QString word = isSent ? valueWord(connection, field) : spokenValue(connection, field);
        if (++counts[word] == 1)
            words.append(word);
    }
    if (words.size() == 1)
        return words.constFirst();
    if (words.size() > MostWords)
        return CommonValue::tr("%n different", "values of several connections", int(words.size()));
    std::ranges::stable_sort(words, std::ranges::greater(),
                             [&counts](const QString &word) { return counts.value(word); });
    QStringList parts;
    for (const QString &word : std::as_const(words)) {
        parts.append(CommonValue::tr("%1 (%2)", "a value, and how many have it")
                         .arg(word, QLocale().toString(counts.value(word))));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace Vestibule
