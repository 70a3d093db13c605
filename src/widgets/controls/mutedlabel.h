// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace Vestibule {

//! Plain text that stands back, in whatever theme.
class MutedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit MutedLabel(QWidget *parent = nullptr);

    //! False: it stands out as much as any other text.
    void setMuted(bool isMuted);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    bool m_isMuted = true;
};

} // namespace Vestibule
