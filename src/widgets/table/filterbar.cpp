// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/filterbar.h"

#include "widgets/controls/findfield.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/segmentbutton.h"

#include <QAction>

#include <algorithm>

#include "ui_filterbar.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int MostFindWidth = 320;

} // namespace

FilterBar::FilterBar(const Filters &filters, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FilterBar>())
{
    m_ui->setupUi(this);
    m_ui->filterHint->hide();
    showScope(Scope::Page);
    new OptionalLabels(*this, {m_ui->filterHint});
    // At once: a page is short.
    connect(m_ui->findField, &QLineEdit::textChanged, this,
            [this] { Q_EMIT findTextChanged(m_ui->findField->findText()); });
    connect(m_ui->findField, &FindField::left, this, &FilterBar::findLeft);
    m_ui->allButton->setDefaultAction(filters.all);
    m_ui->enabledButton->setDefaultAction(filters.enabled);
    m_ui->disabledButton->setDefaultAction(filters.disabled);
    m_ui->allButton->setPosition(SegmentButton::Position::First);
    m_ui->disabledButton->setPosition(SegmentButton::Position::Last);
}

FilterBar::~FilterBar() = default;

//! A listing of one page is all there is to find in.
void FilterBar::showScope(Scope scope)
{
    const QString name = scope == Scope::Listing ? tr("Find")
        : scope == Scope::Page                   ? tr("Find on this page")
                                                 : tr("Find on all pages");
    m_ui->findField->setHints(name, tr("Find"));
}

int FilterBar::widthBesidesFind() const
{
    int width = m_ui->layout->spacing();
    for (const QToolButton *button : {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton})
        width += button->sizeHint().width();
    return width;
}

int FilterBar::leastWidth() const
{
    return widthBesidesFind() + m_ui->findField->leastWidth();
}

int FilterBar::mostWidth() const
{
    return std::max(leastWidth(), widthBesidesFind() + MostFindWidth);
}

QWidgetList FilterBar::controls() const
{
    return {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton, m_ui->findField};
}

void FilterBar::setSide(Side side)
{
    m_ui->layout->removeWidget(m_ui->filterHint);
    m_ui->layout->removeItem(m_ui->spacer);
    const bool isLeft = side == Side::Left;
    m_ui->layout->insertWidget(isLeft ? -1 : 0, m_ui->filterHint);
    m_ui->layout->insertItem(isLeft ? -1 : 0, m_ui->spacer);
}

void FilterBar::setWidth(int width)
{
    m_ui->findField->setFixedWidth(width - widthBesidesFind());
}

void FilterBar::showFilterHint(const QString &reason)
{
    for (QToolButton *button : {m_ui->allButton, m_ui->enabledButton, m_ui->disabledButton})
        button->defaultAction()->setToolTip(reason); // empty: Qt shows the action's text
    m_ui->filterHint->setText(reason);
    m_ui->filterHint->setVisible(!reason.isEmpty());
}

void FilterBar::focusFind()
{
    m_ui->findField->focusForFinding();
}

void FilterBar::clearFind()
{
    m_ui->findField->clear();
}

} // namespace Vestibule
