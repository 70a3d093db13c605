// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QAbstractListModel>
#include <QCollator>

#include <vector>

namespace Vestibule {

//! The organizations that fit what is typed: recent ones first, then all by name. An id that is
//! typed and not in the list can be chosen, too.
class OrganizationChoiceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< QString
    };

    explicit OrganizationChoiceModel(QObject *parent = nullptr);

    //! \a recent in its order; those of them that are in \a all, too, come once.
    void setOrganizations(const QList<Organization> &all, const QList<Organization> &recent);
    //! Whether any text may be opened as an id, because there is no list to look it up in.
    //! Otherwise only what begins like one may. Counts from the next setOrganizations() or
    //! setText().
    void setAnyTextIsId(bool isAny) { m_isAnyTextId = isAny; }
    //! Names and ids are shown as masks, what is typed is not; they are found by what is behind
    //! them.
    void setMasked(bool isMasked);
    //! Blanks around it do not count; empty fits everything.
    void setText(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        Organization organization{};
        QString searchText{}; //!< name, display name and id, folded
        QCollatorSortKey order;
        bool isTyped = false; //!< nobody has listed it: its id is what was typed
    };

    [[nodiscard]] Entry makeEntry(const Organization &organization) const;
    void update();

    QCollator m_collator;
    QList<Organization> m_all; //!< the last list: m_listed holds all of it
    std::vector<Entry> m_recent;
    std::vector<Entry> m_listed; //!< in the order of their names
    std::vector<Entry> m_typed; //!< one or none
    std::vector<const Entry *> m_rows; //!< what is shown, into the three above
    QString m_text;
    bool m_isAnyTextId = false;
    bool m_isMasked = false;
};

} // namespace Vestibule
