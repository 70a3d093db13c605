// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/stopquestion.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Vestibule {

StopQuestion::StopQuestion(QWidget *window)
    : QMessageBox(window)
    , m_stopButton(addButton(QString(), QMessageBox::DestructiveRole))
    , m_continueButton(addButton(QString(), QMessageBox::RejectRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setIcon(QMessageBox::Question);
    setTextFormat(Qt::PlainText);
    m_stopButton->setObjectName(u"stopButton"_s);
    m_continueButton->setObjectName(u"goOnButton"_s);
    setDefaultButton(m_continueButton);
    setEscapeButton(m_continueButton);
    connect(m_stopButton, &QPushButton::clicked, this, &StopQuestion::stopChosen);
}

StopQuestion::Texts StopQuestion::exportTexts()
{
    return {.detail = tr("Nothing has been written yet."), .goOn = tr("&Keep exporting")};
}

void StopQuestion::setTexts(const Texts &texts)
{
    setWindowTitle(texts.title);
    setText(texts.question);
    setInformativeText(texts.detail);
    m_stopButton->setText(texts.stop);
    m_continueButton->setText(texts.goOn);
}

} // namespace Vestibule
