// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

class QProgressDialog;
class QWidget;

namespace Vestibule {

class SavedViewComparison;
class TenantSession;

//! Lets the user choose a saved view of the organization on screen, compares them, and shows the
//! differences.
class ComparedViewChooser final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    ComparedViewChooser(TenantSession &session, QWidget &window);
    ~ComparedViewChooser() override;

public Q_SLOTS:
    //! Does nothing while no page is on screen.
    void chooseFile();
    //! The same. Ends a comparison that is running.
    void compareWith(const QString &path);

Q_SIGNALS:
    //! The sentence says why nothing was compared.
    void failed(const QString &sentence);
    //! Ctrl+Q in the window with the differences.
    void quitRequested();

private:
    //! With why a request waits, if one does.
    void showProgress(const QString &wait = {});
    void finish(const Organization &organization, const QString &host);
    void stop();

    TenantSession &m_session;
    QWidget &m_window;
    QString m_path; //!< of the last file
    std::unique_ptr<SavedViewComparison> m_comparison; //!< null unless it runs
    QPointer<QProgressDialog> m_progress; //!< the same
};

} // namespace Vestibule
