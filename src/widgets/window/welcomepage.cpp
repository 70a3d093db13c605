// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/welcomepage.h"

#include "widgets/controls/symbolicon.h"

#include <QGuiApplication>
#include <QIcon>

#include "ui_welcomepage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    m_ui->iconLabel->setPixmap(
        QGuiApplication::windowIcon().pixmap(QSize(96, 96), devicePixelRatioF()));
    QFont titleFont = font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 2);
    m_ui->titleLabel->setFont(titleFont);
    m_ui->connectButton->setIcon(symbolIcon(u"connect"_s));
    m_ui->demoButton->setIcon(symbolIcon(u"demo"_s));
    m_ui->problemLabel->hide();
    connect(m_ui->connectButton, &QPushButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_ui->demoButton, &QPushButton::clicked, this, &WelcomePage::demoRequested);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::showProblem(const QString &text)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
}

} // namespace Vestibule
