// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace Vestibule {

//! What the command palette offers, and of that what matches the typed text: every word of it must
//! be found. What begins with the words comes first, then what has words that begin with them, then
//! the rest, and among equals actions come before tenants and organizations.
//!
//! A tenant may have tens of thousands of organizations. They are only looked at when something is
//! typed; without a text the recent ones stand for them.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, //!< QString: where it is, or what it is; may be empty
        KeysRole, //!< QString: its shortcut; may be empty
    };

    enum class Kind { Action, Tenant, Organization };

    //! One entry; the texts are as they are shown.
    struct Entry {
        QString text{};
        QString detail{};
        QString keys{};
        QString findText{}; //!< what is found beside the text and the detail; may be empty
    };

    struct Content {
        QList<Entry> actions{};
        QList<Entry> tenants{};
        QList<Organization> recent{}; //!< the latest first
        QList<Organization> organizations{}; //!< may have the recent ones, too
        //! Also an organization that is in none of the lists is offered, when its ID is typed whole
        //! or pasted with the address that has it.
        bool isAnyIdOpened = false;
        //! An organization as it is to be shown: masked, or as it is.
        std::function<Organization(const Organization &)> shown{};
    };

    //! What a row stands for: an index into the actions or tenants, or an organization.
    struct Choice {
        Kind kind = Kind::Action;
        qsizetype at = 0;
        QString organizationId{};

        bool operator==(const Choice &) const = default;
    };

    explicit PaletteModel(QObject *parent = nullptr);
    ~PaletteModel() override;

    //! Replaces everything; no text is typed then.
    void setContent(Content content);
    void setText(const QString &text);
    //! The index is valid.
    [[nodiscard]] Choice choiceAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item {
        Kind kind = Kind::Action;
        //! In the list of its kind. Of organizations the recent ones come first; TypedAt: m_typed.
        qsizetype at = 0;
        QString searchText{}; //!< lines to compare; empty: not needed yet
    };

    static constexpr qsizetype TypedAt = -1;

    void findRows(const QString &text);
    void addTyped(const QString &text);
    void prepareOrganizations();
    [[nodiscard]] const Organization &organizationAt(qsizetype at) const;
    [[nodiscard]] Entry entryOf(const Item &item) const;

    Content m_content;
    std::vector<Item> m_items; //!< actions and tenants, then organizations
    bool m_hasOrganizations = false; //!< m_items has them
    std::vector<Item> m_recent; //!< as they are shown without a text
    std::vector<const Item *> m_rows;
    Organization m_typed; //!< has the ID that is typed
    const Item m_typedItem{.kind = Kind::Organization, .at = TypedAt};
};

} // namespace Vestibule
