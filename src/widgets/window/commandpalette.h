// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"
#include "widgets/window/palettemodel.h"

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListView;
class QMenuBar;

namespace Vestibule {

class MutedLabel;
class OrganizationHistory;
class TenantSession;

//! A field in the upper middle of the window with a list below it: what is typed finds actions,
//! tenants and organizations, and Enter or a click does what is chosen. Makes no request: it knows
//! the organizations that were read or opened before.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    //! All of it outlives the palette.
    struct Sources {
        TenantSession &session;
        const OrganizationHistory &history;
        const QMenuBar &menus;
        const QAction &opener; //!< the one that opens the palette: it is not offered
    };

    //! The window is its parent.
    CommandPalette(const Sources &sources, QWidget *window);
    ~CommandPalette() override;

    void open();

Q_SIGNALS:
    void organizationChosen(const QString &id);
    void profileChosen(const Vestibule::Profile &profile);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] PaletteModel::Content content();
    void place();
    void showMatches(const QString &text);
    void choose(const QModelIndex &index);

    Sources m_sources;
    QWidget *m_window;
    PaletteModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    MutedLabel *m_nothing;
    QList<QPointer<QAction>> m_actions; //!< those that are offered
    QList<Profile> m_profiles; //!< the same of the tenants
};

} // namespace Vestibule
