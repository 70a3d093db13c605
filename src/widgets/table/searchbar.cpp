// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/searchbar.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/thinprogressbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Vestibule {

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_note(new MutedLabel(this))
    , m_progress(new ThinProgressBar(this))
    , m_first(new QToolButton(this))
    , m_second(new QToolButton(this))
{
    constexpr int SideMargin = ProgramStyle::EdgeMargin;
    constexpr int ProgressWidth = 120;
    setObjectName(u"searchBar"_s);
    m_label->setObjectName(u"matchLabel"_s);
    m_label->setTextFormat(Qt::PlainText);
    // A long sentence takes a second line, so that the buttons stay in sight.
    m_label->setWordWrap(true);
    m_note->setObjectName(u"sortLabel"_s);
    m_progress->setObjectName(u"searchProgress"_s);
    m_progress->setFixedWidth(ProgressWidth);
    m_progress->setAccessibleName(tr("Pages read"));
    m_first->setObjectName(u"searchButton"_s);
    m_second->setObjectName(u"otherSearchButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(SideMargin, 4, SideMargin, 4);
    layout->setSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    for (QToolButton *button : {m_first, m_second}) {
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
    }
    connect(m_first, &QToolButton::clicked, this, &SearchBar::firstChosen);
    connect(m_second, &QToolButton::clicked, this, &SearchBar::secondChosen);
    setContent({});
}

SearchBar::~SearchBar() = default;

void SearchBar::setContent(const Content &content)
{
    m_label->setText(content.text);
    m_note->setText(content.note);
    m_note->setVisible(!content.note.isEmpty());
    m_first->setText(content.firstText);
    m_first->setVisible(!content.firstText.isEmpty());
    m_second->setText(content.secondText);
    m_second->setVisible(!content.secondText.isEmpty());
    m_progress->setRange(0, content.all);
    m_progress->setValue(content.done);
    m_progress->setVisible(content.isBusy);
}

} // namespace Vestibule
