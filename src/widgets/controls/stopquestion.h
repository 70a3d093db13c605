// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMessageBox>

namespace Vestibule {

//! Asks whether an export that runs is to be stopped. Enter and Escape go on with it: what was read
//! may have taken an hour.
class StopQuestion final : public QMessageBox {
    Q_OBJECT

public:
    //! Modal to \a window; gone when it is answered. Whoever made it gives it its texts and opens
    //! it.
    explicit StopQuestion(QWidget *window);

    struct Texts {
        QString title{};
        QString question{};
        QString stop{}; //!< on the button
    };
    //! Again whenever the export has gone on.
    void setTexts(const Texts &texts);

Q_SIGNALS:
    void stopChosen();

private:
    QPushButton *m_stopButton;
    QPushButton *m_goOnButton;
};

} // namespace Vestibule
