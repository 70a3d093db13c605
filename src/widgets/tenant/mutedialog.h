// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"

#include <QDialog>
#include <QList>

class QButtonGroup;
class QDialogButtonBox;
class QLineEdit;

namespace Vestibule {

//! Asks what of a finding is to be muted, and why.
class MuteDialog final : public QDialog {
    Q_OBJECT

public:
    //! The choices are of one rule, the narrowest first; at least one.
    explicit MuteDialog(const QList<FindingKey> &choices, QWidget *parent);
    ~MuteDialog() override;

    //! What was chosen, in the name of the computer's user.
    [[nodiscard]] FindingMute mute() const;

private:
    QList<FindingKey> m_choices;
    QButtonGroup *m_scope; //!< by place in m_choices
    QLineEdit *m_reason;
    QDialogButtonBox *m_buttons;
};

} // namespace Vestibule
