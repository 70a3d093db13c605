// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/changedetails.h"

#include "core/shortened.h"
#include "models/drifttext.h"
#include "session/privacymode.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/tenant/changestree.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int ChangeMargin = ProgramStyle::EdgeMargin;
constexpr qsizetype LongestChangeTitle = 100; //!< characters

QLabel &asCell(QLabel &label, bool isBold = false)
{
    wrapPlainText(label);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    if (isBold) {
        QFont bold = label.font();
        bold.setBold(true);
        label.setFont(bold);
    }
    return label;
}

bool isSameLink(const DriftChange &a, const DriftChange &b)
{
    return a.organizationId == b.organizationId && a.connectionId == b.connectionId;
}

} // namespace

//! With two tenants, the id may be that of the other one. Listings have no place of their own.
bool isOpenable(const Drift &drift, const DriftChange &change)
{
    const bool isGone = change.kind == DriftKind::Removed && change.connectionId.isEmpty();
    return !drift.isOfListings && !drift.options.byName && !change.organizationId.isEmpty()
        && !isGone;
}

ChangeDetails::ChangeDetails(const PrivacyMode &privacy, QWidget *parent)
    : QWidget(parent)
    , m_privacy(privacy)
    , m_area(new ReadingArea(this))
    , m_content(new QWidget)
    , m_contentRows(new QVBoxLayout(m_content))
    , m_title(new QLabel(m_content))
    , m_subtitle(new MutedLabel(m_content))
    , m_sentence(new QLabel(m_content))
    , m_live(new QPushButton(tr("Open in &tenant"), m_content))
    , m_links(new QPushButton(tr("Show its lin&ks"), m_content))
{
    setObjectName(u"changeDetails"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeTitle(*m_title);
    m_title->setObjectName(u"changeTitle"_s);
    m_subtitle->setObjectName(u"changeSubtitle"_s);
    m_sentence->setObjectName(u"changeSentence"_s);
    m_live->setObjectName(u"changeLiveButton"_s);
    m_links->setObjectName(u"changeLinksButton"_s);
    for (QLabel *label : {m_title, static_cast<QLabel *>(m_subtitle), m_sentence}) {
        wrapPlainText(*label);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_area->setAccessibleName(tr("Before and after"));
    m_area->reserveBar(); // the values stay where they are in every difference
    m_content->setBackgroundRole(QPalette::Base);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(ChangeMargin - ReadingArea::Ring, 8 - ReadingArea::Ring, ChangeMargin,
                             8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addWidget(m_sentence);
    auto *buttons = new FlowLayout(8);
    buttons->addWidget(m_live);
    buttons->addWidget(m_links);
    head->addSpacing(4);
    head->addLayout(buttons);
    m_contentRows->setContentsMargins(0, 0, 0, 0);
    m_contentRows->setSpacing(0);
    m_contentRows->addLayout(head);
    m_contentRows->addStretch();
    m_area->setWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    const auto organization = [this] {
        const DriftChange &change = m_drift->changes.at(m_row);
        return Organization{.id = change.organizationId,
                            .name = change.organizationName,
                            .displayName = change.organizationDisplayName};
    };
    connect(m_live, &QPushButton::clicked, this,
            [this, organization] { Q_EMIT liveRequested(organization()); });
    connect(m_links, &QPushButton::clicked, this,
            [this, organization] { Q_EMIT linksRequested(organization()); });
    clear();
}

ChangeDetails::~ChangeDetails() = default;

QSize ChangeDetails::minimumSizeHint() const
{
    constexpr int Lines = 6;
    const int button = std::max(m_live->sizeHint().width(), m_links->sizeHint().width());
    return {button + 2 * ChangeMargin + m_area->verticalScrollBar()->sizeHint().width(),
            Lines * fontMetrics().lineSpacing()};
}

void ChangeDetails::clear()
{
    m_drift.reset();
    m_title->clear();
    m_subtitle->setText(tr("Select a difference to see the old value beside the new one."));
    m_sentence->hide();
    m_live->hide();
    m_links->hide();
    delete m_values;
}

void ChangeDetails::setDrift(const DriftPtr &drift)
{
    if (drift == m_drift)
        return;
    m_drift = drift;
    m_fields.clear();
    for (const DriftChange &change : drift->changes)
        m_fields.insert(change.field);
}

void ChangeDetails::updatePrivacy()
{
    const DriftPtr drift = m_drift;
    if (drift && m_group)
        showGroup(drift, m_row, m_group->grouping, m_group->differences);
    else if (drift)
        showChange(drift, m_row);
}

void ChangeDetails::showGroup(const DriftPtr &drift, DriftRows::Row row, DriftGrouping grouping,
                              qsizetype differences)
{
    setDrift(drift);
    m_row = row;
    m_group = Group{.grouping = grouping, .differences = differences};
    const DriftChange &change = drift->changes.at(row);
    m_title->setText(shortened(
        driftGroupTitle(m_privacy.isOn() ? masked(change) : change, grouping), LongestChangeTitle));
    m_subtitle->setText(differencesText(differences));
    m_sentence->hide();
    delete m_values;
    const bool isLed = grouping == DriftGrouping::Organization && isOpenable(*drift, change);
    m_live->setVisible(isLed);
    m_links->setVisible(isLed);
}

void ChangeDetails::showChange(const DriftPtr &drift, DriftRows::Row row)
{
    setDrift(drift);
    m_row = row;
    m_group.reset();
    const DriftChange &change = drift->changes.at(row);
    const DriftChange shown = m_privacy.isOn() ? masked(change) : change;
    m_title->setText(shortened(driftOrganization(shown), LongestChangeTitle));
    m_subtitle->setText(shortened(driftConnection(shown), LongestChangeTitle));
    m_sentence->setText(driftSentence(*drift, change));
    m_sentence->show();
    m_live->setVisible(isOpenable(*drift, change));
    m_links->setVisible(isOpenable(*drift, change));
    showValues(row);
}

//! The differences of one link follow each other.
void ChangeDetails::showValues(DriftRows::Row row)
{
    const QList<DriftChange> &changes = m_drift->changes;
    const DriftChange &selected = changes.at(row);
    qsizetype first = row;
    while (first > 0 && isSameLink(changes.at(first - 1), selected))
        --first;
    delete m_values;
    m_values = new QWidget(m_content);
    auto *grid = new QGridLayout(m_values);
    grid->setContentsMargins(ChangeMargin - ReadingArea::Ring, 4, ChangeMargin, ChangeMargin);
    grid->setHorizontalSpacing(ChangeMargin);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (qsizetype i = first; i < changes.size() && isSameLink(changes.at(i), selected); ++i) {
        if (changes.at(i).kind != DriftKind::Changed)
            continue;
        const DriftChange shown = m_privacy.isOn() ? masked(changes.at(i)) : changes.at(i);
        if (line == 0) {
            const QList<QLabel *> heads{new QLabel(tr("Field"), m_values),
                                        new QLabel(tr("Before", "the old value"), m_values),
                                        new QLabel(tr("After", "the new value"), m_values)};
            for (int column = 0; column < int(heads.size()); ++column)
                grid->addWidget(&asCell(*heads.at(column), true), line, column);
            ++line;
        }
        auto *title = new QLabel(driftFieldTitle(shown.field), m_values);
        grid->addWidget(&asCell(*title), line, 0);
        QSizePolicy policy = title->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored); // fitFields() knows the width
        title->setSizePolicy(policy);
        grid->addWidget(makeValue(shown.field, shown.before), line, 1);
        grid->addWidget(makeValue(shown.field, shown.after), line, 2);
        ++line;
    }
    fitFields();
    m_contentRows->insertWidget(1, m_values); // below the head
    m_values->show();
    m_area->verticalScrollBar()->setValue(0);
}

//! By the titles of all fields that differ, and the usual values, so that the columns stay in place
//! from one difference to the next. A title breaks only where it would leave those values too
//! little.
void ChangeDetails::fitFields()
{
    if (!m_values)
        return;
    constexpr int Rounding = 2; // by a label that breaks its text
    const QFontMetrics metrics(font());
    int field = 0;
    for (const QString &each : std::as_const(m_fields))
        field = std::max(field, metrics.horizontalAdvance(driftFieldTitle(each)) + Rounding);
    const int room = width() - m_area->verticalScrollBar()->sizeHint().width() - 4 * ChangeMargin
        - 2 * (usualValueWidth(metrics) + Rounding);
    auto *grid = static_cast<QGridLayout *>(m_values->layout());
    grid->setColumnMinimumWidth(0, std::min(field, std::max(room, 0)));
}

void ChangeDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFields();
}

//! Muted as in the table, if it is no value of the tenant's.
QLabel *ChangeDetails::makeValue(const QString &field, const DriftValue &value)
{
    const bool isNone =
        value.kind == DriftValue::Kind::Absent || value.kind == DriftValue::Kind::Null;
    auto *label = new MutedLabel(m_values);
    label->setMuted(isNone);
    label->setText(driftValueWord(field, value));
    return &asCell(*label);
}

} // namespace Vestibule
