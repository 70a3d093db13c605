// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/welcomepage.h"

#include "widgets/controls/fontscale.h"
#include "widgets/controls/symbolicon.h"

#include <QEvent>
#include <QGuiApplication>
#include <QIcon>

#include "ui_welcomepage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int MostTextWidth = 520; //!< in pixels at the designed font

} // namespace

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

bool WelcomePage::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::FontChange)
        breakText();
    return QWidget::event(event);
}

//! Makes the text so narrow that its lines are about as long as each other: no word stands alone in
//! the last one.
void WelcomePage::breakText()
{
    constexpr int Step = 4;
    const int most = scaledToFont({MostTextWidth, 1}).width();
    m_ui->textLabel->setMinimumWidth(0); // which would count below
    const int height = m_ui->textLabel->heightForWidth(most);
    int width = most;
    while (width > most / 2 && m_ui->textLabel->heightForWidth(width - Step) == height)
        width -= Step;
    m_ui->textLabel->setFixedWidth(width);
}

void WelcomePage::showProblem(const QString &text)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
}

} // namespace Vestibule
