// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/fieldview.h"

#include "core/shortened.h"
#include "models/visibletext.h"
#include "widgets/controls/iconlabel.h"
#include "widgets/controls/meaningicon.h"
#include "widgets/controls/mutedlabel.h"
#include "widgets/detail/accessladder.h"
#include "widgets/detail/accesssteps.h"
#include "widgets/detail/connectionsentences.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Vestibule {

namespace {

constexpr qsizetype LongestUnbrokenValue = 24; //!< characters that fit beside the title

template <typename Label = QLabel>
Label *makeLabel(QWidget *parent)
{
    auto *label = new Label(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a tenant's longest word shall not push the values out of view
    return label;
}

} // namespace

FieldView::FieldView(ConnectionField field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_title(makeLabel(this))
    , m_icon(new IconLabel(this))
    , m_value(makeLabel(this))
    , m_ladder(new AccessLadder(this))
    , m_sentence(makeLabel<MutedLabel>(this))
{
    setObjectName(apiName(field));
    m_title->setText(fieldTitle(field));
    m_title->setMinimumWidth(m_title->sizeHint().width());
    m_title->setToolTip(apiName(field));
    m_value->setObjectName(QStringLiteral("value"));
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_ladder->setVisible(field == ConnectionField::OrganizationAccessLevel);
    QFont bold = font();
    bold.setBold(true);
    m_value->setFont(bold);

    auto *valueRow = new QHBoxLayout;
    valueRow->setSpacing(6);
    valueRow->addWidget(m_title);
    valueRow->addStretch();
    valueRow->addWidget(m_ladder);
    valueRow->addWidget(m_icon);
    valueRow->addWidget(m_value);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    rows->addLayout(valueRow);
    rows->addWidget(m_sentence);
    if (field == ConnectionField::OrganizationAccessLevel) {
        m_steps = new AccessSteps(this);
        rows->addWidget(m_steps);
    }
}

void FieldView::showFieldOf(const OrganizationConnection &connection)
{
    const CellMeaning meaning = cellMeaning(connection, m_field);
    m_ladder->setLevel(meaning);
    if (m_steps)
        m_steps->setLevel(meaning);
    const QIcon icon = meaningIcon(meaning, m_field);
    m_icon->setIcon(icon);
    m_icon->setVisible(!icon.isNull() && m_field != ConnectionField::OrganizationAccessLevel);
    const QString value = valueWord(connection, m_field);
    m_value->setText(shortened(value, LongestValue));
    m_value->setWordWrap(value.size() > LongestUnbrokenValue); // "n/a" stays in one piece
    m_value->setToolTip(m_value->text() == value ? QString() : literalToolTip(value));
    m_sentence->setText(fieldSentence(connection, m_field));
    setAccessibleName(spokenField(connection, m_field));
    setAccessibleDescription(m_sentence->text());
}

} // namespace Vestibule
