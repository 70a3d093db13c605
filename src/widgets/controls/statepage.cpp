// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/statepage.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"

#include <QFocusEvent>

#include "ui_statepage.h"

namespace Vestibule {

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatePage>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeTitle(*m_ui->titleLabel);
    m_ui->failureDetails->setCentered(true);
    // Copies, because an action may set other content.
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        const auto action = m_action;
        if (action)
            action();
    });
    connect(m_ui->otherButton, &QPushButton::clicked, this, [this] {
        const auto action = m_otherAction;
        if (action)
            action();
    });
}

StatePage::~StatePage() = default;

void StatePage::setContent(const Content &content)
{
    constexpr int IconSide = 48;
    const bool hadFocus =
        hasFocus() || m_ui->actionButton->hasFocus() || m_ui->otherButton->hasFocus();
    m_isFilling = true;
    if (hadFocus)
        setFocus(); // hiding a button would move it to any other widget
    m_ui->iconLabel->setIcon(symbolIcon(content.iconName), IconSide);
    m_ui->titleLabel->setText(content.title);
    m_ui->titleLabel->setVisible(!content.title.isEmpty());
    m_ui->textLabel->setText(content.text);
    m_ui->actionButton->setText(content.actionText);
    m_ui->actionButton->setVisible(!content.actionText.isEmpty());
    m_ui->otherButton->setText(content.otherText);
    m_ui->otherButton->setVisible(!content.otherText.isEmpty());
    m_ui->failureDetails->setDetails(content.details);
    m_action = content.action;
    m_otherAction = content.otherAction;
    m_isFilling = false;
    if (hadFocus && !content.actionText.isEmpty())
        m_ui->actionButton->setFocus();
}

void StatePage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_isFilling && !m_ui->actionButton->isHidden())
        m_ui->actionButton->setFocus(event->reason());
}

} // namespace Vestibule
