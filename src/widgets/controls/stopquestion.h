// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMessageBox>

namespace Vestibule {

//! Asks whether to stop a running export. Enter and Escape continue the export, because reading may
//! have taken an hour.
class StopQuestion final : public QMessageBox {
    Q_OBJECT

public:
    //! Modal to the window; deletes itself when it is closed. The caller sets the texts and opens
    //! it.
    explicit StopQuestion(QWidget *window);

    struct Texts {
        QString title{};
        QString question{};
        QString stop{}; //!< on the button
    };
    //! Call it again to update the texts while the export makes progress.
    void setTexts(const Texts &texts);

Q_SIGNALS:
    void stopChosen();

private:
    QPushButton *m_stopButton;
    QPushButton *m_continueButton;
};

} // namespace Vestibule
