// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/hintlist.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

HintList::HintList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"hintList"_s);
    setAccessibleName(tr("Needs attention"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    hide();
}

void HintList::setSentences(const QStringList &sentences)
{
    if (sentences == m_sentences)
        return;
    m_sentences = sentences;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const QString &sentence : sentences)
        addSentence(sentence);
    setAccessibleDescription(sentences.join(u'\n'));
    setVisible(!sentences.isEmpty());
}

void HintList::addSentence(const QString &sentence)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *icon = new IconLabel(row);
    icon->setIcon(symbolIcon(u"finding"_s));
    icon->setAccessibleName(accessibleName());
    auto *text = new QLabel(row);
    wrapPlainText(*text);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setObjectName(u"hintText"_s);
    text->setText(sentence);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_rows->addWidget(row);
}

} // namespace Vestibule
