// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/organizationchoicemodel.h"
#include "session/subject.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class OrganizationChooser;
}

namespace Vestibule {

class OrganizationDirectory;
class PrivacyMode;

//! A drop-down list of organizations: the user types a part of a name or an id, and chooses with
//! the arrow keys and Enter, or with a click.
class OrganizationChooser final : public QFrame {
    Q_OBJECT

public:
    //! All of it outlives the chooser.
    struct Sources {
        const Subject &subject;
        const OrganizationDirectory &directory;
        const PrivacyMode &privacy;
        const QWidget &field; //!< the list opens below it
    };

    explicit OrganizationChooser(const Sources &sources, QWidget *parent = nullptr);
    ~OrganizationChooser() override;

    //! At least as wide as the field.
    void open();

Q_SIGNALS:
    void organizationChosen(const QString &id);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showOrganizations();
    void showMatches(const QString &text);
    void choose(const QModelIndex &index);
    [[nodiscard]] QString idProblem() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString stateText() const;

    Sources m_sources;
    OrganizationChoiceModel m_model;
    QTimer m_updateTimer; //!< thousands of organizations come in many pages: not one update each
    std::unique_ptr<Ui::OrganizationChooser> m_ui;
};

} // namespace Vestibule
