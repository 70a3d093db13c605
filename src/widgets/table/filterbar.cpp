// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/filterbar.h"

#include "widgets/controls/symbolicon.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

#include "ui_filterbar.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FilterBar>())
{
    m_ui->setupUi(this);
    m_ui->findField->addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_ui->sortLabel->setText(tr("Sorted within this page"));
    m_ui->sortLabel->hide();
    m_ui->filterHint->hide();
    m_ui->findField->installEventFilter(this);
    connect(m_ui->findField, &QLineEdit::textChanged, this, &FilterBar::findTextChanged);
}

FilterBar::~FilterBar() = default;

void FilterBar::setFilters(const Filters &filters)
{
    m_ui->allButton->setDefaultAction(filters.all);
    m_ui->enabledButton->setDefaultAction(filters.enabled);
    m_ui->disabledButton->setDefaultAction(filters.disabled);
    for (QToolButton *button : {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton})
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (QAction *filter : {filters.all, filters.enabled, filters.disabled})
        connect(filter, &QAction::toggled, this, &FilterBar::applyColors);
    applyColors();
}

void FilterBar::showMatches(int matches, int rows)
{
    const bool isFinding = !m_ui->findField->text().isEmpty();
    m_ui->matchLabel->setText(
        isFinding ? tr("%1 of %n match on this page", nullptr, rows).arg(matches) : QString());
}

void FilterBar::showSortHint(bool isShown)
{
    m_ui->sortLabel->setVisible(isShown);
}

void FilterBar::showFilterHint(const QString &reason)
{
    for (QToolButton *button : {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton})
        button->defaultAction()->setToolTip(reason); // empty: the action's own text
    m_ui->filterHint->setText(reason);
    m_ui->filterHint->setVisible(!reason.isEmpty());
}

void FilterBar::focusFind()
{
    m_ui->findField->setFocus(Qt::ShortcutFocusReason);
    m_ui->findField->selectAll();
}

//! Escape takes the search back; Enter and Down keep it. All three lead to the rows.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        clearFind();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        break;
    default:
        return QWidget::eventFilter(watched, event);
    }
    Q_EMIT findLeft();
    return true;
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

//! The one that holds stands out like a selection: a pressed button alone is hard to see in the
//! dark.
void FilterBar::applyColors()
{
    for (QToolButton *button : {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton}) {
        QPalette colors = QGuiApplication::palette();
        if (button->isChecked()) {
            colors.setColor(QPalette::Button, colors.color(QPalette::Highlight));
            colors.setColor(QPalette::ButtonText, colors.color(QPalette::HighlightedText));
        }
        button->setPalette(colors);
    }
}

void FilterBar::clearFind()
{
    m_ui->findField->clear();
}

} // namespace Vestibule
