// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/messagebanner.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QEvent>

#include "ui_messagebanner.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString iconName(MessageBanner::Severity severity)
{
    switch (severity) {
    case MessageBanner::Severity::Information:
        return u"information"_s;
    case MessageBanner::Severity::Warning:
        return u"warning"_s;
    case MessageBanner::Severity::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

//! Blended with the window's colour, so that text stays readable in light and dark themes. The icon
//! and the text carry the meaning, too.
QColor tint(MessageBanner::Severity severity)
{
    switch (severity) {
    case MessageBanner::Severity::Information:
        return QColor(0x3b, 0x6f, 0xd4);
    case MessageBanner::Severity::Warning:
        return QColor(0xd0, 0x8a, 0x00);
    case MessageBanner::Severity::Error:
        return QColor(0xc8, 0x35, 0x2b);
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::MessageBanner>())
{
    m_ui->setupUi(this);
    m_ui->closeButton->setIcon(symbolIcon(u"close"_s));
    setAutoFillBackground(true);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        const auto action = m_action; // a copy, because it may show another message
        if (action)
            return action();
        Q_EMIT actionTriggered();
    });
    connect(m_ui->otherButton, &QPushButton::clicked, this, [this] {
        const auto action = m_otherAction;
        if (action)
            return action();
        Q_EMIT otherTriggered();
    });
    connect(m_ui->closeButton, &QToolButton::clicked, this, &MessageBanner::closeMessage);
    hide();
}

MessageBanner::~MessageBanner() = default;

void MessageBanner::showMessage(const Message &message)
{
    m_severity = message.severity;
    m_isNaming = message.isNaming;
    m_action = message.action;
    m_otherAction = message.otherAction;
    m_ui->actionButton->setText(message.actionText);
    m_ui->actionButton->setVisible(!message.actionText.isEmpty());
    m_ui->otherButton->setText(message.otherText);
    m_ui->otherButton->setVisible(!message.otherText.isEmpty());
    m_ui->closeButton->setVisible(!message.isLasting);
    m_ui->failureDetails->setDetails(message.details);
    constexpr int IconSide = 20;
    m_ui->iconLabel->setIcon(symbolIcon(iconName(m_severity)), IconSide);
    applyColors();
    setText(message.text);
    show();
}

void MessageBanner::setText(const QString &text)
{
    m_ui->textLabel->setText(text);
    setAccessibleName(text);
}

void MessageBanner::closeMessage()
{
    hide();
    Q_EMIT closed();
}

void MessageBanner::closeNaming()
{
    if (m_isNaming && !isHidden())
        closeMessage();
}

bool MessageBanner::event(QEvent *event)
{
    const bool isHandled = QFrame::event(event);
    applyHeightForWidth(*this, *event);
    return isHandled;
}

void MessageBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void MessageBanner::applyColors()
{
    constexpr qreal Share = 0.18;
    QPalette colors;
    colors.setColor(QPalette::Window,
                    mixed(tint(m_severity), colors.color(QPalette::Window), Share));
    setPalette(colors);
}

} // namespace Vestibule
