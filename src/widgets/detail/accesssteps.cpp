// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/accesssteps.h"

#include "widgets/controls/iconlabel.h"
#include "widgets/controls/meaningicon.h"
#include "widgets/controls/mutedlabel.h"

#include <QGridLayout>

namespace Vestibule {

namespace {

QString stepText(CellMeaning level)
{
    switch (level) {
    case CellMeaning::AccessNone:
        return AccessSteps::tr("neither see nor change it");
    case CellMeaning::AccessReadOnly:
        return AccessSteps::tr("see it");
    case CellMeaning::AccessLimited:
        return AccessSteps::tr("see a part, enable, show button");
    case CellMeaning::AccessFull:
        return AccessSteps::tr("change all that is theirs");
    default:
        Q_UNREACHABLE();
    }
}

} // namespace

AccessSteps::AccessSteps(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(2, 1);
    m_steps = {makeStep(CellMeaning::AccessNone), makeStep(CellMeaning::AccessReadOnly),
               makeStep(CellMeaning::AccessLimited), makeStep(CellMeaning::AccessFull)};
    QStringList spoken;
    for (const Step &step : m_steps)
        spoken.append(step.word->text() + u": " + step.text->text());
    setAccessibleName(tr("What each access level allows"));
    setAccessibleDescription(spoken.join(u'\n'));
}

AccessSteps::Step AccessSteps::makeStep(CellMeaning level)
{
    auto *grid = qobject_cast<QGridLayout *>(layout());
    const int row = grid->rowCount();
    auto *icon = new IconLabel(this);
    icon->setIcon(meaningIcon(level, ConnectionField::OrganizationAccessLevel), 14);
    const Step step{.level = level, .word = new MutedLabel(this), .text = new MutedLabel(this)};
    step.word->setObjectName(QStringLiteral("word"));
    step.text->setObjectName(QStringLiteral("text"));
    step.word->setText(accessWord(level));
    step.text->setText(stepText(level));
    step.text->setWordWrap(true);
    grid->addWidget(icon, row, 0, Qt::AlignTop);
    grid->addWidget(step.word, row, 1, Qt::AlignTop);
    grid->addWidget(step.text, row, 2);
    return step;
}

void AccessSteps::setLevel(CellMeaning level)
{
    for (const Step &step : m_steps) {
        const bool holds = step.level == level;
        if (holds == step.word->font().bold())
            continue; // a font and a palette that are set anew cost a new layout
        QFont wordFont = font();
        wordFont.setBold(holds);
        step.word->setFont(wordFont);
        step.word->setMuted(!holds);
        step.text->setMuted(!holds);
    }
}

} // namespace Vestibule
