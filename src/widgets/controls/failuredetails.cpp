// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/failuredetails.h"

#include "widgets/controls/copybutton.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/passingnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

FailureDetails::FailureDetails(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QHBoxLayout)
    , m_button(new QToolButton(this))
    , m_text(new QLabel(this))
    , m_copy(new CopyButton(this))
{
    m_button->setObjectName(u"detailsButton"_s);
    m_button->setText(tr("Details"));
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_text->setObjectName(u"detailsText"_s);
    wrapPlainText(*m_text);
    m_text->setFont(monospacedFont(font()));
    m_copy->setObjectName(u"copyDetailsButton"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the details"));
    m_buttons->setSpacing(8);
    m_buttons->addStretch(0);
    m_buttons->addWidget(m_button);
    m_buttons->addWidget(m_copy);
    m_buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_buttons);
    layout->addWidget(m_text);
    connect(m_button, &QToolButton::toggled, this, &FailureDetails::showFolded);
    connect(m_copy, &CopyButton::clicked, this, [this] {
        copyToClipboard(m_details, *this, tr("Details copied"));
        m_copy->showCopied();
    });
    showFolded();
    hide();
}

void FailureDetails::setCentered(bool isCentered)
{
    m_buttons->setStretch(0, isCentered ? 1 : 0);
}

void FailureDetails::setDetails(const QString &details)
{
    if (details == m_details)
        return;
    m_details = details;
    QString shown = details; // an address has no spaces, so it could not be broken
    shown.replace(u'/', u"/\u200B"_s).replace(u'&', u"&\u200B"_s).replace(u'?', u"?\u200B"_s);
    m_text->setText(shown);
    m_button->setChecked(false);
    setVisible(!details.isEmpty());
}

void FailureDetails::showFolded()
{
    const bool isOpen = m_button->isChecked();
    m_button->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(isOpen);
    m_copy->setVisible(isOpen);
}

} // namespace Vestibule
