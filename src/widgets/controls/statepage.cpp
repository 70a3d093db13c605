// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/statepage.h"

#include "widgets/controls/symbolicon.h"

#include "ui_statepage.h"

namespace Vestibule {

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatePage>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_ui->actionButton);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        const auto action = m_action; // a copy, because the action may set other content
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
    m_ui->iconLabel->setIcon(symbolIcon(content.iconName), IconSide);
    m_ui->textLabel->setText(content.text);
    m_ui->actionButton->setText(content.actionText);
    m_ui->actionButton->setVisible(!content.actionText.isEmpty());
    m_action = content.action;
    m_ui->otherButton->setText(content.otherText);
    m_ui->otherButton->setVisible(!content.otherText.isEmpty());
    m_otherAction = content.otherAction;
}

} // namespace Vestibule
