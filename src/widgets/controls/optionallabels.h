// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>
#include <QList>
#include <QObject>

namespace Vestibule {

//! Lets a bar become narrower than all of its labels need: it then leaves out those that are least
//! important, so that its buttons and fields stay in sight on a small screen.
class OptionalLabels final : public QObject {
    Q_OBJECT

public:
    //! The bar has a layout, and becomes the parent. The first label is left out first.
    OptionalLabels(QWidget &bar, const QList<QLabel *> &labels);

    //! In pixels: what the labels that are left out would need.
    [[nodiscard]] int leftOutWidth() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    QWidget &m_bar;
    QList<QLabel *> m_labels;
};

} // namespace Vestibule
