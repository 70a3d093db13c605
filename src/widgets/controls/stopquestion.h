// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMessageBox>

namespace Vestibule {

//! Asks whether to stop a running export or sweep. Enter and Escape let it go on, because reading
//! may have taken an hour.
class StopQuestion final : public QMessageBox {
    Q_OBJECT

public:
    //! Modal to the window; deletes itself when it is closed. The caller sets the texts and opens
    //! it.
    explicit StopQuestion(QWidget *window);

    struct Texts {
        QString title{};
        QString question{};
        QString detail{}; //!< below the question; may be empty
        QString stop{}; //!< on the button
        QString goOn{}; //!< on the other button
    };
    //! The detail and the button that goes on, as every question about exports has them.
    [[nodiscard]] static Texts exportTexts();
    //! Call it again to update the texts while there is progress.
    void setTexts(const Texts &texts);

Q_SIGNALS:
    void stopChosen();

private:
    QPushButton *m_stopButton;
    QPushButton *m_continueButton;
};

} // namespace Vestibule
