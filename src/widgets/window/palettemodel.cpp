// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/palettemodel.h"

#include "core/folding.h"
#include "core/pastedtext.h"
#include "models/displaytext.h"
#include "models/organizationtext.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! How well a text matches; the best is the smallest.
enum class Rank { Begins, WordsBegin, Contains };

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

//! Absent: a word is not in it.
std::optional<Rank> rankOf(const QString &text, const QStringList &words)
{
    Rank rank = text.startsWith(words.constFirst()) ? Rank::Begins : Rank::WordsBegin;
    for (const QString &word : words) {
        qsizetype at = text.indexOf(word);
        if (at < 0)
            return {};
        while (at >= 0 && !beginsWord(text, at))
            at = text.indexOf(word, at + 1);
        if (at < 0)
            rank = Rank::Contains;
    }
    return rank;
}

//! As all of today's are, unlike a beginning of one that is being typed.
bool isWholeId(const QString &id)
{
    constexpr auto Prefix = "org_"_L1;
    constexpr qsizetype Length = 16;
    return id.startsWith(Prefix) && id.size() >= Prefix.size() + Length;
}

//! Like searchText(), but in a tenth of the time where nothing is to be done: nearly all names of
//! tens of thousands are printable ASCII.
QString searchTextOf(const Organization &organization)
{
    QStringList texts{organization.displayName, organization.name, organization.id};
    texts.removeAll(QString());
    const QString lines = texts.join(u'\n');
    const bool isPlain = std::ranges::all_of(
        std::as_const(lines), [](QChar c) { return (c >= u' ' && c <= u'~') || c == u'\n'; });
    // A line break in a name is not the end of a text.
    return isPlain && lines.count(u'\n') == texts.size() - 1 ? lines.toCaseFolded()
                                                             : searchText(texts);
}

} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

PaletteModel::~PaletteModel() = default;

void PaletteModel::setContent(Content content)
{
    beginResetModel();
    m_content = std::move(content);
    m_items.clear();
    m_recent.clear();
    m_hasOrganizations = false;
    const auto add = [this](Kind kind, const QList<Entry> &entries) {
        for (qsizetype at = 0; at < entries.size(); ++at) {
            const Entry &entry = entries.at(at);
            m_items.push_back(
                {.kind = kind,
                 .at = at,
                 .searchText = searchText({entry.text, entry.findText, entry.detail})});
        }
    };
    add(Kind::Action, m_content.actions);
    add(Kind::Tenant, m_content.tenants);
    for (qsizetype at = 0; at < m_content.recent.size(); ++at)
        m_recent.push_back({.kind = Kind::Organization, .at = at});
    findRows({});
    endResetModel();
}

//! Appends all organizations to what can be found.
void PaletteModel::prepareOrganizations()
{
    if (std::exchange(m_hasOrganizations, true))
        return;
    const qsizetype count = m_content.recent.size() + m_content.organizations.size();
    m_items.reserve(m_items.size() + size_t(count));
    QSet<QString> recentIds;
    for (const Organization &recent : std::as_const(m_content.recent))
        recentIds.insert(recent.id);
    for (qsizetype at = 0; at < count; ++at) {
        const Organization &organization = organizationAt(at);
        if (at >= m_content.recent.size() && recentIds.contains(organization.id))
            continue;
        m_items.push_back(
            {.kind = Kind::Organization, .at = at, .searchText = searchTextOf(organization)});
    }
}

const Organization &PaletteModel::organizationAt(qsizetype at) const
{
    if (at == TypedAt)
        return m_typed;
    const qsizetype recent = m_content.recent.size();
    return at < recent ? m_content.recent.at(at) : m_content.organizations.at(at - recent);
}

void PaletteModel::setText(const QString &text)
{
    beginResetModel();
    findRows(text);
    endResetModel();
}

void PaletteModel::findRows(const QString &text)
{
    m_rows.clear();
    const QStringList words = folded(visibleText(text)).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        for (const Item &item : m_recent)
            m_rows.push_back(&item);
        for (const Item &item : m_items) {
            if (item.kind != Kind::Organization)
                m_rows.push_back(&item);
        }
    } else {
        prepareOrganizations();
        std::array<std::vector<const Item *>, size_t(Rank::Contains) + 1> byRank;
        for (const Item &item : m_items) {
            if (const auto rank = rankOf(item.searchText, words))
                byRank.at(size_t(*rank)).push_back(&item);
        }
        for (const auto &items : byRank)
            m_rows.insert(m_rows.end(), items.cbegin(), items.cend());
        addTyped(text);
    }
}

//! Makes the organization whose whole ID is in the text the first row, wherever it was.
void PaletteModel::addTyped(const QString &text)
{
    const auto id = organizationIdFromText(text);
    if (!id || !isWholeId(*id))
        return;
    const auto hasId = [this, &id](const Item *item) {
        return item->kind == Kind::Organization && organizationAt(item->at).id == *id;
    };
    const auto row = std::ranges::find_if(m_rows, hasId);
    if (row != m_rows.end()) {
        std::rotate(m_rows.begin(), row, row + 1);
        return;
    }
    // An address that has the ID does not match the organization itself.
    const auto known =
        std::ranges::find_if(m_items, [&](const Item &item) { return hasId(&item); });
    if (known != m_items.end())
        m_rows.insert(m_rows.begin(), &*known);
    else if (m_content.isAnyIdOpened) {
        m_typed = {.id = *id};
        m_rows.insert(m_rows.begin(), &m_typedItem);
    }
}

PaletteModel::Choice PaletteModel::choiceAt(const QModelIndex &index) const
{
    const Item &item = *m_rows.at(size_t(index.row()));
    if (item.kind == Kind::Organization)
        return {.kind = item.kind, .organizationId = organizationAt(item.at).id};
    return {.kind = item.kind, .at = item.at};
}

PaletteModel::Entry PaletteModel::entryOf(const Item &item) const
{
    switch (item.kind) {
    case Kind::Action:
        return m_content.actions.at(item.at);
    case Kind::Tenant:
        return m_content.tenants.at(item.at);
    case Kind::Organization:
        break;
    }
    const Organization shown = m_content.shown(organizationAt(item.at));
    const QString title = organizationTitle(shown);
    // The short name says more than the id, which is also the title where nothing else is known.
    const bool hasShortName = !shown.name.isEmpty() && displaySafe(shown.name) != title;
    const QString other = hasShortName ? displaySafe(shown.name) : displaySafe(shown.id);
    return {.text = title,
            .detail = other == title ? tr("Organization") : tr("Organization %1").arg(other)};
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry entry = entryOf(*m_rows.at(size_t(index.row())));
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case DetailRole:
        return entry.detail;
    case KeysRole:
        return entry.keys;
    case Qt::ToolTipRole:
        return literalToolTip(QStringList{entry.text, entry.detail});
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.text, entry.detail, entry.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace Vestibule
