// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/fieldview.h"

#include "core/shortened.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "widgets/controls/accessladder.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"

#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestValue = 200; //!< characters; a longer value is shortened
constexpr int ValueMargin = 4; //!< pixels that a label needs besides its text, at most

template <typename Label = QLabel>
Label *makeLabel(QWidget *parent)
{
    auto *label = new Label(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a long word of the tenant must not push the values out of view
    return label;
}

} // namespace

//! What the organization's own administrators may do at each access level, with the current level
//! in bold. Source: Auth0's documentation of the My Organization API.
class AccessSteps final : public QWidget {
    Q_OBJECT

public:
    explicit AccessSteps(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"accessSteps"_s);
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

    //! No step is bold if the value is not one of the four levels.
    void setLevel(CellMeaning level)
    {
        for (const Step &step : m_steps) {
            const bool isCurrent = step.level == level;
            if (isCurrent == step.word->font().bold())
                continue; // setting a font and a palette again costs a new layout
            QFont wordFont = font();
            wordFont.setBold(isCurrent);
            step.word->setFont(wordFont);
            step.word->setMuted(!isCurrent);
            step.text->setMuted(!isCurrent);
        }
    }

private:
    struct Step {
        CellMeaning level{};
        MutedLabel *word = nullptr;
        MutedLabel *text = nullptr;
    };

    static QString stepText(CellMeaning level)
    {
        switch (level) {
        case CellMeaning::AccessNone:
            return tr("neither see nor change it");
        case CellMeaning::AccessReadOnly:
            return tr("see it");
        case CellMeaning::AccessLimited:
            return tr("see a part, enable, show button");
        case CellMeaning::AccessFull:
            return tr("change all that is theirs");
        default:
            Q_UNREACHABLE();
        }
    }

    Step makeStep(CellMeaning level)
    {
        auto *grid = qobject_cast<QGridLayout *>(layout());
        const int row = grid->rowCount();
        auto *icon = new IconLabel(this);
        icon->setIcon(meaningIcon(level, ConnectionField::OrganizationAccessLevel), 14);
        const Step step{.level = level, .word = new MutedLabel(this), .text = new MutedLabel(this)};
        step.word->setObjectName(u"word"_s);
        step.text->setObjectName(u"text"_s);
        step.word->setText(accessWord(level));
        step.text->setText(stepText(level));
        step.text->setWordWrap(true);
        grid->addWidget(icon, row, 0, Qt::AlignTop);
        grid->addWidget(step.word, row, 1, Qt::AlignTop);
        grid->addWidget(step.text, row, 2);
        return step;
    }

    std::array<Step, 4> m_steps;
};

FieldView::FieldView(ConnectionField field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_rows(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_title(makeLabel(this))
    , m_icon(new IconLabel(this))
    , m_value(makeLabel(this))
    , m_sentence(makeLabel<MutedLabel>(this))
{
    setObjectName(apiName(field));
    m_title->setText(fieldTitle(field));
    m_title->setMinimumWidth(m_title->sizeHint().width());
    m_title->setToolTip(apiName(field));
    m_value->setObjectName(u"value"_s);
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_value->setFont(bold);
    if (fieldInfo(field).kind == FieldKind::AccessLevel)
        m_ladder = new AccessLadder(this);
    if (field == ConnectionField::OrganizationAccessLevel) // no other level's rights are documented
        m_steps = new AccessSteps(this);

    m_head->setSpacing(6);
    m_head->addWidget(m_title);
    m_head->addStretch();
    if (m_ladder)
        m_head->addWidget(m_ladder);
    m_head->addWidget(m_icon);
    m_head->addWidget(m_value);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    m_rows->addLayout(m_head);
    m_rows->addWidget(m_sentence);
    if (m_steps)
        m_rows->addWidget(m_steps);
}

void FieldView::showFieldOf(const OrganizationConnection &connection)
{
    const CellMeaning meaning = cellMeaning(connection, m_field);
    if (m_ladder)
        m_ladder->setLevel(meaning);
    if (m_steps)
        m_steps->setLevel(meaning);
    const QIcon icon = meaningIcon(meaning, m_field);
    m_icon->setIcon(icon);
    m_icon->setVisible(!icon.isNull() && !m_ladder); // the ladder says the same
    m_word = valueWord(connection, m_field);
    placeValue();
    m_sentence->setText(fieldSentence(connection, m_field));
    setAccessibleName(spokenField(connection, m_field));
    setAccessibleDescription(m_sentence->text());
}

void FieldView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeValue();
}

//! Puts the value beside the title if it fits there, otherwise below it. A label breaks lines only
//! between words, so a single word that is wider than the pane is elided.
void FieldView::placeValue()
{
    int besideTitle = width() - m_title->minimumWidth() - m_head->spacing();
    for (const QWidget *widget : std::initializer_list<const QWidget *>{m_ladder, m_icon}) {
        if (widget && !widget->isHidden())
            besideTitle -= widget->sizeHint().width() + m_head->spacing();
    }
    const QString text = shortened(m_word, LongestValue);
    const QFontMetrics metrics = m_value->fontMetrics();
    const auto widthOf = [&metrics](const QString &words) {
        return metrics.horizontalAdvance(words) + ValueMargin;
    };
    const bool isLaidOut = testAttribute(Qt::WA_Resized);
    const bool isBelow = isLaidOut && widthOf(text) > besideTitle;
    if (isBelow != m_isBelow) {
        m_isBelow = isBelow;
        if (isBelow) {
            m_head->removeWidget(m_value);
            m_rows->insertWidget(1, m_value);
        } else {
            m_rows->removeWidget(m_value);
            m_head->addWidget(m_value);
        }
    }
    const bool isWordTooWide = isBelow
        && std::ranges::any_of(text.split(u' '),
                               [&](const QString &word) { return widthOf(word) > width(); });
    m_value->setWordWrap(isBelow && !isWordTooWide);
    m_value->setText(isWordTooWide ? metrics.elidedText(text, Qt::ElideRight, width() - ValueMargin)
                                   : text);
    m_value->setToolTip(m_value->text() == m_word ? QString() : literalToolTip(m_word));
}

CommonFieldsView::CommonFieldsView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"commonFields"_s);
    setAccessibleName(tr("What the selected connections have in common"));
    auto *rows = new QVBoxLayout(this); // a form layout would cut off values of several lines
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    QFont bold = font();
    bold.setBold(true);
    for (const ConnectionField field : FieldsOnScreen) {
        if (isFreeText(field))
            continue;
        auto *value = makeLabel(this);
        value->setObjectName("common_"_L1 + apiName(field));
        value->setWordWrap(true);
        value->setFont(bold);
        rows->addWidget(new QLabel(fieldTitle(field), this));
        rows->addWidget(value);
        rows->addSpacing(9);
        m_values.insert(field, value);
    }
}

void CommonFieldsView::showConnections(const QList<OrganizationConnection> &connections)
{
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        (*it)->setText(shortened(commonValue(connections, it.key()), LongestValue));
}

} // namespace Vestibule

#include "fieldview.moc"
