// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/keysdialog.h"

#include "core/folding.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize KeysSize{520, 560};

//! Rows with some room between them, and more of it over the name of a group.
class KeysDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        constexpr int Leading = 8;
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const bool isGroup = !index.parent().isValid();
        return {size.width(), size.height() + (isGroup ? 2 * Leading : Leading)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isGroup = !index.parent().isValid();
        option->displayAlignment = Qt::AlignLeft | (isGroup ? Qt::AlignBottom : Qt::AlignVCenter);
    }
};

} // namespace

KeysDialog::KeysDialog(const QList<MenuAction> &actions, QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *field = new QLineEdit(this);
    field->setObjectName(u"findField"_s);
    field->setPlaceholderText(tr("Find an action or a key"));
    field->setAccessibleName(field->placeholderText());
    field->setClearButtonEnabled(true);
    field->addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    connect(field, &QLineEdit::textChanged, this, &KeysDialog::showMatches);
    field->installEventFilter(this);

    m_tree->setObjectName(u"keysTree"_s);
    m_tree->setAccessibleName(windowTitle());
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setHeaderHidden(true);
    m_tree->setProperty(ProgramStyle::PaddedProperty, true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setItemDelegate(new KeysDelegate(m_tree));
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    QFont bold = font();
    bold.setBold(true);
    for (const auto &[action, path] : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QTreeWidgetItem *group = m_tree->topLevelItem(m_tree->topLevelItemCount() - 1);
        if (!group || group->text(0) != path.constFirst()) {
            group = new QTreeWidgetItem(m_tree, {path.constFirst()});
            group->setFont(0, bold);
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
        }
        new QTreeWidgetItem(
            group, {plainText(*action), action->shortcut().toString(QKeySequence::NativeText)});
    }
    m_tree->expandAll();
    if (const QTreeWidgetItem *first = m_tree->topLevelItem(0)) // where the keys begin
        m_tree->setCurrentItem(first->child(0), 0, QItemSelectionModel::NoUpdate);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(field);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    resize(firstSize(scaledToFont(KeysSize), *this));
    setTabOrder(field, m_tree);
    field->setFocus();
}

KeysDialog::~KeysDialog() = default;

//! The arrow and page keys move in the list while the text field keeps the focus.
bool KeysDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && movesInList(*static_cast<QKeyEvent *>(event)))
        return QCoreApplication::sendEvent(m_tree, event);
    return QDialog::eventFilter(watched, event);
}

void KeysDialog::showMatches(const QString &text)
{
    const QString wanted = folded(text.trimmed());
    for (int top = 0; top < m_tree->topLevelItemCount(); ++top) {
        QTreeWidgetItem *group = m_tree->topLevelItem(top);
        bool hasMatch = false;
        for (int at = 0; at < group->childCount(); ++at) {
            QTreeWidgetItem *key = group->child(at);
            const bool isMatch = folded(group->text(0)).contains(wanted)
                || folded(key->text(0)).contains(wanted) || folded(key->text(1)).contains(wanted);
            key->setHidden(!isMatch);
            hasMatch = hasMatch || isMatch;
        }
        group->setHidden(!hasMatch);
    }
}

} // namespace Vestibule
