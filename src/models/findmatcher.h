// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/cellmemo.h"

#include <QStringMatcher>

namespace Vestibule {

//! The quick find: which rows show a text.
class FindMatcher final {
public:
    //! Case does not matter; an empty \a text is in every row. \a fields are those to look at.
    FindMatcher(const QString &text, const QList<ConnectionField> &fields);

    [[nodiscard]] bool matches(const OrganizationConnection &connection);

private:
    QStringMatcher m_text;
    QList<ConnectionField> m_words; //!< fields of few values
    QList<ConnectionField> m_names; //!< the other ones
    CellMemo<bool> m_wordMatches;
};

} // namespace Vestibule
