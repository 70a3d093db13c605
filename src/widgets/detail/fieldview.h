// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QWidget>

class QLabel;

namespace Vestibule {

class AccessLadder;
class AccessSteps;
class IconLabel;
class MutedLabel;

//! One field of a connection in the detail pane: its name, its value, and a sentence on what that
//! means.
class FieldView final : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype LongestValue = 200; //!< characters; a longer one is shortened

    explicit FieldView(ConnectionField field, QWidget *parent = nullptr);

    void showFieldOf(const OrganizationConnection &connection);

private:
    ConnectionField m_field;
    QLabel *m_title;
    IconLabel *m_icon;
    QLabel *m_value;
    AccessLadder *m_ladder;
    AccessSteps *m_steps = nullptr; //!< only of the access level
    MutedLabel *m_sentence;
};

} // namespace Vestibule
