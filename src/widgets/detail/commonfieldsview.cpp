// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/commonfieldsview.h"

#include "core/shortened.h"
#include "models/commonvalue.h"
#include "models/connectionwords.h"
#include "widgets/detail/fieldview.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Names and ids are different by nature.
constexpr std::array ComparedFields{
    ConnectionField::Strategy,
    ConnectionField::IsEnabled,
    ConnectionField::OrganizationAccessLevel,
    ConnectionField::AssignMembershipOnLogin,
    ConnectionField::ShowAsButton,
    ConnectionField::IsSignupEnabled,
};

} // namespace

CommonFieldsView::CommonFieldsView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"commonFields"_s);
    setAccessibleName(tr("What the selected connections have in common"));
    auto *rows = new QVBoxLayout(this); // a form would cut off values of several lines
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    for (const ConnectionField field : ComparedFields) {
        auto *value = new QLabel(this);
        value->setObjectName("common_"_L1 + apiName(field));
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        value->setMinimumWidth(1);
        QFont bold = value->font();
        bold.setBold(true);
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
        (*it)->setText(shortened(commonValue(connections, it.key()), FieldView::LongestValue));
}

} // namespace Vestibule
