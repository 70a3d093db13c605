// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/accessguide.h"

#include "session/privacymode.h"
#include "widgets/controls/copybutton.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/passingnote.h"
#include "widgets/settings/connecttext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextLayout>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

AccessGuide::AccessGuide(const PrivacyMode &privacy, QWidget *parent)
    : QWidget(parent)
    , m_privacy(privacy)
    , m_steps(new QLabel(this))
    , m_commands(new QPlainTextEdit(this))
    , m_copy(new CopyButton(this))
{
    m_steps->setObjectName(u"guideSteps"_s);
    m_steps->setTextFormat(Qt::PlainText);
    m_steps->setWordWrap(true);
    m_steps->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    auto *intro = new QLabel(
        tr("With the Auth0 CLI, in a shell (the second command prints what to paste above):"),
        this);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    m_commands->setObjectName(u"guideCommands"_s);
    m_commands->setAccessibleName(tr("Commands for the Auth0 CLI"));
    m_commands->setReadOnly(true);
    m_commands->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_commands->setTabChangesFocus(true);
    m_commands->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_commands->setFont(monospacedFont(font()));
    m_copy->setObjectName(u"guideCopyButton"_s);
    m_copy->setText(tr("Cop&y the commands"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_steps);
    layout->addWidget(intro);
    layout->addWidget(m_commands);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &CopyButton::clicked, this, [this] {
        copyToClipboard(m_real, *this, tr("Commands copied"));
        m_copy->showCopied();
    });
    showFor({}, {});
}

void AccessGuide::showFor(const TenantDomain &domain, const QString &clientId)
{
    m_real = accessCommands(domain, clientId);
    const bool isMasked = m_privacy.isOn();
    const QStringList steps = dashboardSteps(isMasked ? TenantDomain() : domain);
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i)
        lines += tr("%1. %2", "number of a step, and the step").arg(i + 1).arg(steps.at(i));
    m_steps->setText(lines.join(u'\n'));
    m_commands->setPlainText(isMasked ? accessCommands({}, {}) : m_real);
    fitCommands();
}

//! Makes the box as high as its lines are in this width: the page around it scrolls.
void AccessGuide::fitCommands()
{
    const int frame = m_commands->frameWidth();
    const auto margin = int(m_commands->document()->documentMargin());
    QTextOption option;
    option.setWrapMode(m_commands->wordWrapMode());
    int lines = 0;
    for (const QString &command : m_commands->toPlainText().split(u'\n')) {
        QTextLayout layout(command, m_commands->font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width() - 2 * (frame + margin));
            ++lines;
        }
        layout.endLayout();
    }
    constexpr int Rounding = 2;
    m_commands->setFixedHeight(lines * m_commands->fontMetrics().lineSpacing()
                               + 2 * (frame + margin) + Rounding);
}

bool AccessGuide::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize)
        fitCommands();
    applyHeightForWidth(*this, *event);
    return isHandled;
}

} // namespace Vestibule
