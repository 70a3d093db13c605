// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "models/connectionwords.h"

#include <QWidget>

class QLabel;

namespace Vestibule {

class AccessLadder;

//! One field of a connection in the detail pane: its name, its value, and a sentence on what that
//! means.
class FieldView final : public QWidget {
    Q_OBJECT

public:
    explicit FieldView(ConnectionField field, QWidget *parent = nullptr);

    void show(const OrganizationConnection &connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    ConnectionField m_field;
    QLabel *m_title;
    QLabel *m_icon;
    QLabel *m_value;
    AccessLadder *m_ladder;
    QLabel *m_sentence;
    CellMeaning m_meaning{};
};

} // namespace Vestibule
