// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Vestibule {

//! The JSON of a row exactly as it came, UTF-8: a range of the text of the whole answer, which all
//! its rows share. A saved view of 100,000 rows holds its text once.
class RowText final {
public:
    RowText() = default;
    //! A row that shares its text with no other one. Implicit, for rows written in source code.
    RowText(const QByteArray &json)
        : m_text(json)
        , m_size(json.size())
    {
    }
    //! The row must be a view into the text.
    RowText(const QByteArray &text, QByteArrayView row)
        : m_text(text)
        , m_offset(row.data() - text.constData())
        , m_size(row.size())
    {
    }

    [[nodiscard]] QByteArray bytes() const { return m_text.sliced(m_offset, m_size); }
    //! The same without a copy; valid as long as this object.
    [[nodiscard]] QByteArrayView view() const
    {
        return QByteArrayView(m_text).sliced(m_offset, m_size);
    }

    bool operator==(const RowText &other) const { return view() == other.view(); }

private:
    QByteArray m_text;
    qsizetype m_offset = 0; //!< in bytes
    qsizetype m_size = 0; //!< in bytes
};

//! One connection of an organization, as `GET /api/v2/organizations/{id}/connections` lists it.
//!
//! Not named "Connection", because that would suggest Qt's signals and slots. A member that the
//! tenant did not send, or sent as null, is absent and not false; fieldPresence() distinguishes the
//! two. connectionfield.h describes each member once, for all code that reads or writes rows.
struct OrganizationConnection {
    //! The only field that the API requires: `con_` and 16 letters or digits. Never empty in a row
    //! that was read.
    QString connectionId{};
    //! What the organization's own administrators see; absent if it was never set.
    std::optional<QString> organizationConnectionName{};
    //! `connection.name` and `connection.strategy`; some tenants leave out the nested object.
    std::optional<QString> name{};
    std::optional<QString> strategy{};
    std::optional<bool> isEnabled{};
    std::optional<bool> assignMembershipOnLogin{};
    std::optional<bool> showAsButton{}; //!< for enterprise connections only
    std::optional<bool> isSignupEnabled{}; //!< for database connections only
    //! `none`, `readonly`, `limited` or `full`; an open enumeration, so an unknown word is kept as
    //! it came.
    std::optional<QString> organizationAccessLevel{};
    //! What members get who join through this connection; the same words as
    //! organizationAccessLevel. Tenants send it since September 2026, and not in every row.
    std::optional<QString> organizationMemberAccessLevel{};
    //! The whole row, including fields that this version does not know.
    RowText json{};

    bool operator==(const OrganizationConnection &) const = default;
};

} // namespace Vestibule
