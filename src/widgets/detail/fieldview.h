// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Vestibule {

class AccessLadder;
class AccessSteps;
class IconLabel;
class MutedLabel;

//! One field of a connection in the detail pane: its title, its value, and a sentence on what the
//! value means.
class FieldView final : public QWidget {
    Q_OBJECT

public:
    explicit FieldView(ConnectionField field, QWidget *parent = nullptr);

    void showFieldOf(const OrganizationConnection &connection);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeValue();

    ConnectionField m_field;
    QString m_word; //!< the whole value
    bool m_isBelow = false; //!< the value is below the title instead of beside it
    QVBoxLayout *m_rows;
    QHBoxLayout *m_head; //!< the first row
    QLabel *m_title;
    IconLabel *m_icon;
    QLabel *m_value;
    AccessLadder *m_ladder = nullptr; //!< only of an access level
    AccessSteps *m_steps = nullptr; //!< only of the level of the organization's administrators
    MutedLabel *m_sentence;
};

//! What several selected connections have in common, field by field. Names and ids are left out,
//! because they differ in nearly every row.
class CommonFieldsView final : public QWidget {
    Q_OBJECT

public:
    explicit CommonFieldsView(QWidget *parent = nullptr);

    void showConnections(const QList<OrganizationConnection> &connections);

private:
    QHash<ConnectionField, QLabel *> m_values;
};

} // namespace Vestibule
