// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/commandpalette.h"

#include "models/displaytext.h"
#include "session/organizationhistory.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/window/recentorganizationsmenu.h"
#include "widgets/window/windowactions.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize PaletteSize{600, 400};
constexpr int PaletteEdgeGap = 24; //!< to the edges of the window
constexpr int PaletteMargin = 8;
constexpr int PaletteGap = 12;

//! The text at the left, muted what it is or where, and at the right its shortcut.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

        // The style tints what is selected so that both colours stay readable.
        const QColor color = cell.palette.color(QPalette::Text);
        const QColor muted = mutedTextColor(cell.palette);
        const bool isRightToLeft = cell.direction == Qt::RightToLeft;
        QRect room = cell.rect.adjusted(PaletteMargin, 0, -PaletteMargin, 0);
        const auto draw = [&](const QString &words, const QColor &with, bool atEnd) {
            constexpr int Spare = 2; // so that a text in a room of its own width is not elided
            const int width =
                std::min(cell.fontMetrics.horizontalAdvance(words) + Spare, room.width());
            if (width <= 0)
                return;
            QRect part = room;
            if (atEnd == isRightToLeft)
                part.setWidth(width);
            else
                part.setLeft(room.right() - width + 1);
            painter->setPen(with);
            painter->drawText(part, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                              cell.fontMetrics.elidedText(words, Qt::ElideRight, width));
            if (atEnd == isRightToLeft)
                room.setLeft(part.right() + PaletteGap);
            else
                room.setRight(part.left() - PaletteGap);
        };
        painter->save();
        painter->setFont(cell.font);
        draw(index.data(PaletteModel::KeysRole).toString(), muted, true);
        draw(text, color, false);
        // One column of them, where the texts leave it free.
        constexpr qreal DetailColumn = 0.45;
        const int column = int(cell.rect.width() * DetailColumn);
        if (isRightToLeft)
            room.setRight(std::min(room.right(), cell.rect.right() - column));
        else
            room.setLeft(std::max(room.left(), cell.rect.left() + column));
        draw(index.data(PaletteModel::DetailRole).toString(), muted, false);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        constexpr int Leading = 10;
        return {QStyledItemDelegate::sizeHint(option, index).width(),
                option.fontMetrics.height() + Leading};
    }
};

} // namespace

CommandPalette::CommandPalette(const Sources &sources, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_sources(sources)
    , m_window(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new MutedLabel(this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(u"commandField"_s);
    m_field->setPlaceholderText(tr("Find an action, a place, an organization or a tenant"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_field->addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it, and moves in the list
    m_nothing->setObjectName(u"nothingLabel"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(PaletteMargin, PaletteMargin, PaletteMargin, PaletteMargin);
    layout->setSpacing(PaletteMargin);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    // The focus stays in the field, so a screen reader hears there which entry is chosen.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_field,
            [this](const QModelIndex &current) {
                m_field->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
            });
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open()
{
    m_model.setContent(content());
    const QSignalBlocker blocker(m_field);
    m_field->clear();
    showMatches({});
    place();
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

PaletteModel::Content CommandPalette::content()
{
    TenantSession &session = m_sources.session;
    const PrivacyMode &privacy = session.privacy();
    PaletteModel::Content content;
    m_actions.clear();
    for (const auto &[action, path] : menuActions(m_sources.menus)) {
        // The organizations of that menu are offered themselves.
        if (!action->isEnabled() || !action->isVisible() || action == &m_sources.opener
            || (action->isCheckable() && qobject_cast<RecentOrganizationsMenu *>(action->parent())))
            continue;
        m_actions.append(action);
        content.actions.append({.text = plainText(*action),
                                .detail = path.join(u" › "_s),
                                .keys = action->shortcut().toString(QKeySequence::NativeText)});
    }
    m_profiles.clear();
    const Profile *open = profileOf(session.subject());
    for (const Profile &profile : session.settings().profiles()) {
        if (open && open->id == profile.id)
            continue;
        m_profiles.append(profile);
        content.tenants.append({.text = displaySafe(privacy.name(profile.name)),
                                .detail = tr("Tenant, %1").arg(tenantKindText(profile.kind)),
                                .findText = profile.name + u' ' + profile.domain});
    }
    if (session.access().isComplete()) {
        content.isAnyIdOpened = true;
        content.recent = m_sources.history.recent();
        const QString current = session.browser().request().organizationId;
        content.recent.removeIf(
            [&current](const Organization &recent) { return recent.id == current; });
        content.organizations = session.directory().organizations();
    }
    content.shown = [&privacy](const Organization &organization) {
        return privacy.organization(organization);
    };
    return content;
}

//! In the upper middle of the window, within it.
void CommandPalette::place()
{
    const QSize size =
        fittedToScreen(scaledToFont(PaletteSize), *this)
            .boundedTo(m_window->size() - QSize(2 * PaletteEdgeGap, 2 * PaletteEdgeGap))
            .expandedTo(minimumSizeHint());
    resize(size);
    move(m_window->mapToGlobal(
        QPoint((m_window->width() - width()) / 2,
               std::max(PaletteEdgeGap, (m_window->height() - height()) / 4))));
}

void CommandPalette::showMatches(const QString &text)
{
    m_model.setText(text);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    const bool isNothing = m_model.rowCount() == 0;
    m_nothing->setText(isNothing ? tr("Nothing matches “%1”.").arg(displaySafe(text)) : QString());
    m_nothing->setVisible(isNothing);
    m_list->setVisible(!isNothing);
    if (isNothing)
        m_field->setAccessibleDescription(m_nothing->text());
}

//! The arrow keys move in the list while the field keeps the focus.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (moveInList(*m_list, *key))
        return true;
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QFrame::eventFilter(watched, event);
    choose(m_list->currentIndex());
    return true;
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PaletteModel::Choice choice = m_model.choiceAt(index);
    hide();
    switch (choice.kind) {
    case PaletteModel::Kind::Action:
        if (QAction *action = m_actions.at(choice.at))
            action->trigger();
        return;
    case PaletteModel::Kind::Tenant:
        Q_EMIT profileChosen(m_profiles.at(choice.at));
        return;
    case PaletteModel::Kind::Organization:
        Q_EMIT organizationChosen(choice.organizationId);
        return;
    }
}

} // namespace Vestibule
