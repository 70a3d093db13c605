// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "models/connectiontext.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Vestibule {

class AccessLadder;
class IconLabel;
class MutedLabel;

//! One field in the detail pane: its title at the left, its value at the right edge, and under both
//! a sentence on what the value means. Both edges are the same for all fields and values.
class FieldView final : public QWidget {
    Q_OBJECT

public:
    explicit FieldView(ConnectionField field, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionField field() const { return m_field; }
    void showFieldOf(const OrganizationConnection &connection);
    //! What several connections have in common, without a sentence.
    void showFieldOf(const QList<OrganizationConnection> &connections);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMeaning(CellMeaning meaning);
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
    MutedLabel *m_sentence;
};

} // namespace Vestibule
