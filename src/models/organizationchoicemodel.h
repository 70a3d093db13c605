// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QAbstractListModel>
#include <QCollator>

#include <vector>

namespace Vestibule {

//! The organizations that match the typed text: the recent ones first, then all others by name. An
//! id that is typed can be chosen even if it is not in the list.
class OrganizationChoiceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< QString
        // For people: masked in privacy mode, and safe to show.
        TitleRole, //!< QString: the best name there is, or what a typed id would do
        SlugRole, //!< QString: the name in the API, unless it is the title
        ShownIdRole, //!< QString: empty if it is, or is in, the title
    };

    explicit OrganizationChoiceModel(QObject *parent = nullptr);

    //! The recent ones keep their order. Organizations in both lists appear once.
    void setOrganizations(const QList<Organization> &all, const QList<Organization> &recent);
    //! Whether any text can be opened as an id, because there is no list of organizations.
    //! Otherwise it must begin like an id. Takes effect with the next setOrganizations() or
    //! setText().
    void setAnyTextIsId(bool isAny) { m_isAnyTextId = isAny; }
    //! Masks names and ids, also the one that is being typed. Finding still uses the true ones.
    void setMasked(bool isMasked);
    //! The typed or pasted text; see organizationIdFromText() for what is understood as an id. An
    //! empty text matches all.
    void setText(const QString &text);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        Organization organization{};
        QString searchText{}; //!< name, display name and id, for comparing
        QCollatorSortKey order;
        bool isTyped = false; //!< not from a list: its id is the typed text
    };

    [[nodiscard]] Entry makeEntry(const Organization &organization) const;
    void update();

    QCollator m_collator;
    QList<Organization> m_all; //!< the last list, which m_listed was made from
    std::vector<Entry> m_recent;
    std::vector<Entry> m_listed; //!< in the order of their names
    std::vector<Entry> m_typed; //!< at most one
    std::vector<const Entry *> m_rows; //!< shown; they point into the three above
    QString m_text;
    bool m_isAnyTextId = false;
    bool m_isMasked = false;
};

} // namespace Vestibule
