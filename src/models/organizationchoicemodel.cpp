// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/organizationchoicemodel.h"

#include "core/masking.h"
#include "core/organization.h"
#include "core/pastedtext.h"
#include "models/displaytext.h"
#include "models/organizationtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The text to compare, of a name and of what is typed: only what can be seen, ignoring case.
QString searchTextOf(const QString &text)
{
    return visibleText(text).simplified().toCaseFolded();
}

} // namespace

OrganizationChoiceModel::OrganizationChoiceModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

OrganizationChoiceModel::Entry OrganizationChoiceModel::makeEntry(
    const Organization &organization) const
{
    const QString text = searchTextOf(organization.displayName) + u'\n'
        + searchTextOf(organization.name) + u'\n' + searchTextOf(organization.id);
    return {.organization = organization,
            .searchText = text,
            .order = m_collator.sortKey(organizationTitle(organization))};
}

//! A list arrives in parts, and each call has all of the parts so far, so existing entries are
//! kept. A list that was read again may differ even if it is as long as before.
void OrganizationChoiceModel::setOrganizations(const QList<Organization> &all,
                                               const QList<Organization> &recent)
{
    beginResetModel();
    const bool hasGrown =
        all.size() >= m_all.size() && std::equal(m_all.cbegin(), m_all.cend(), all.cbegin());
    if (!hasGrown) {
        m_listed.clear();
        m_all.clear();
    }
    for (const Organization &organization : all.sliced(m_all.size()))
        m_listed.push_back(makeEntry(organization));
    m_all = all;
    std::ranges::stable_sort(
        m_listed, [](const Entry &one, const Entry &other) { return one.order < other.order; });
    m_recent.clear();
    for (const Organization &organization : recent)
        m_recent.push_back(makeEntry(organization));
    update();
    endResetModel();
}

void OrganizationChoiceModel::setText(const QString &text)
{
    beginResetModel();
    const auto id = organizationIdFromText(text);
    m_text = id ? *id : lineOfText(text);
    update();
    endResetModel();
}

void OrganizationChoiceModel::update()
{
    const QString wanted = searchTextOf(m_text);
    m_rows.clear();
    m_typed.clear();
    bool isListed = m_text.isEmpty();
    const auto isRecent = [this](const QString &id) {
        return std::ranges::any_of(
            m_recent, [&id](const Entry &entry) { return entry.organization.id == id; });
    };
    const auto add = [&](const Entry &entry) {
        if (!entry.searchText.contains(wanted))
            return;
        m_rows.push_back(&entry);
        isListed = isListed || entry.organization.id == m_text;
    };
    for (const Entry &entry : m_recent)
        add(entry);
    for (const Entry &entry : m_listed) {
        if (!isRecent(entry.organization.id))
            add(entry);
    }
    if (isListed || !organizationIdFromText(m_text))
        return;
    if (!m_isAnyTextId && !m_text.startsWith("org_"_L1))
        return; // probably a part of a name
    m_typed.push_back(makeEntry({.id = m_text}));
    m_typed.back().isTyped = true;
    m_rows.push_back(&m_typed.back());
}

int OrganizationChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

void OrganizationChoiceModel::setMasked(bool isMasked)
{
    beginResetModel();
    m_isMasked = isMasked;
    endResetModel();
}

QVariant OrganizationChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = *m_rows.at(size_t(index.row()));
    const Organization shown = m_isMasked ? masked(entry.organization) : entry.organization;
    switch (role) {
    case Qt::DisplayRole:
        return entry.isTyped ? tr("Open %1").arg(organizationText(shown)) : organizationText(shown);
    case Qt::ToolTipRole:
        return literalToolTip(organizationText(shown));
    case IdRole:
        return entry.organization.id;
    case TitleRole:
        return entry.isTyped ? tr("Open %1").arg(organizationText(shown))
                             : organizationTitle(shown);
    case SlugRole:
        return shown.displayName.isEmpty() || shown.displayName == shown.name
            ? QString()
            : displaySafe(shown.name);
    case ShownIdRole:
        return shown.displayName.isEmpty() && shown.name.isEmpty() ? QString()
                                                                   : displaySafe(shown.id);
    default:
        return {};
    }
}

} // namespace Vestibule
