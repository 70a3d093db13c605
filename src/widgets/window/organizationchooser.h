// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/organizationchoicemodel.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class OrganizationChooser;
}

namespace Vestibule {

class TenantSession;

//! A list that drops down: type a part of an organization's name or id, choose with the arrows and
//! Enter, or with a click.
class OrganizationChooser final : public QFrame {
    Q_OBJECT

public:
    //! Drops down under \a field, which is there whenever it opens; \a session outlives it.
    OrganizationChooser(TenantSession &session, const QWidget &field, QWidget *parent = nullptr);
    ~OrganizationChooser() override;

    //! At least as wide as the field. Begins to read the list when nobody has yet.
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showOrganizations();
    void showFitting(const QString &text);
    void choose(const QModelIndex &index);
    void moveCurrent(int rows);
    [[nodiscard]] QString stateText() const;

    TenantSession &m_session;
    const QWidget &m_field;
    OrganizationChoiceModel m_model;
    QTimer
        m_updateTimer; //!< thousands of organizations come in parts: not each is worth a new list
    std::unique_ptr<Ui::OrganizationChooser> m_ui;
};

} // namespace Vestibule
