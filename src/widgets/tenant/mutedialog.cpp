// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/mutedialog.h"

#include "core/pastedtext.h"
#include "models/findingtext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int LongestReason = 500; // characters

QString scopeText(const FindingKey &key)
{
    if (!key.organizationId.isEmpty() && !key.connectionId.isEmpty())
        return MuteDialog::tr("&This connection in this organization");
    if (!key.connectionId.isEmpty())
        return MuteDialog::tr("This &connection in every organization");
    if (!key.organizationId.isEmpty())
        return MuteDialog::tr("This &organization");
    return MuteDialog::tr("The whole r&ule, for this tenant");
}

QString userName()
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
}

} // namespace

MuteDialog::MuteDialog(const QList<FindingKey> &choices, QWidget *parent)
    : QDialog(parent)
    , m_choices(choices)
    , m_scope(new QButtonGroup(this))
    , m_reason(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"muteDialog"_s);
    setWindowTitle(tr("Mute a finding"));
    auto *title = new QLabel(findingTitle(choices.constFirst().rule), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    wrapPlainText(*title);
    auto *note = new QLabel(
        tr("A muted finding stays in the inventory with its reason, also after the next sweep. It "
           "is no longer counted and does not change the exit status of “vestibule findings”."),
        this);
    wrapPlainText(*note);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(note);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QRadioButton(scopeText(choices.at(i)), this);
        button->setObjectName(u"muteScope%1"_s.arg(i));
        m_scope->addButton(button, i);
        layout->addWidget(button);
    }
    m_scope->button(0)->setChecked(true);
    if (choices.size() == 1) { // there is nothing to choose
        m_scope->button(0)->hide();
        auto *only = new QLabel(m_scope->button(0)->text().remove(u'&'), this);
        only->setObjectName(u"onlyMuteScope"_s);
        layout->addWidget(only);
    }
    auto *label = new QLabel(tr("&Reason (required)"), this);
    label->setBuddy(m_reason);
    m_reason->setObjectName(u"muteReason"_s);
    m_reason->setMaxLength(LongestReason);
    m_reason->setPlaceholderText(tr("Why is this intended?"));
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    QPushButton *mute = m_buttons->addButton(tr("&Mute"), QDialogButtonBox::AcceptRole);
    mute->setObjectName(u"muteAcceptButton"_s);
    mute->setEnabled(false);
    mute->setDefault(true);
    connect(m_reason, &QLineEdit::textChanged, mute,
            [this, mute] { mute->setEnabled(!visibleText(m_reason->text()).trimmed().isEmpty()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_reason->setFocus();
    constexpr QSize FirstSize(440, 1);
    resize(firstSize(scaledToFont(FirstSize), *this));
}

MuteDialog::~MuteDialog() = default;

FindingMute MuteDialog::mute() const
{
    return {.key = m_choices.at(m_scope->checkedId()),
            .reason = visibleText(m_reason->text()).trimmed(),
            .by = userName(),
            .at = QDateTime::currentDateTimeUtc().toString(Qt::ISODate)};
}

} // namespace Vestibule
