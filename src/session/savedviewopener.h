// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/reply.h"
#include "formats/savedview.h"

#include <QObject>
#include <QString>

#include <optional>

class QUrl;

namespace Vestibule {

//! Cuts a saved view into pages as the tenant would, so that the window shows it like any other
//! listing. It makes no request and never fails.
class SavedViewSource final : public ConnectionSource {
public:
    //! The view is not null.
    explicit SavedViewSource(SavedViewPtr view);

    [[nodiscard]] ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) override;
    [[nodiscard]] ConnectionEndpoint endpoint() const override;

private:
    SavedViewPtr m_view;
};

//! The path of a file's address; empty if it is not that of a file on this computer, or if its name
//! is not UTF-8.
[[nodiscard]] QString localFile(const QUrl &address);

//! Reads a saved view from a file in a separate thread, because disks may be slow and views large.
class SavedViewOpener final : public QObject {
    Q_OBJECT

public:
    explicit SavedViewOpener(QObject *parent = nullptr);
    ~SavedViewOpener() override;

    //! Begins to read the file at the path, and cancels reading another one.
    void open(const QString &path);

    //! True until opened() or failed() has been handled.
    [[nodiscard]] bool isReading() const { return m_isReading; }
    //! Of the file that was opened last.
    [[nodiscard]] QString path() const { return m_path; }
    //! Why the last file did not open; absent while it is read, and when it did.
    [[nodiscard]] const std::optional<SavedViewProblem> &problem() const { return m_problem; }

public Q_SLOTS:
    //! Emits changed() and no other signal.
    void cancel();

Q_SIGNALS:
    //! Reading has begun or ended.
    void changed();
    void opened(const Vestibule::SavedViewPtr &view);
    //! The file is an inventory, which must be opened otherwise. Emitted in place of failed().
    void inventoryFound(const QString &path);
    void failed(const Vestibule::SavedViewProblem &problem);

private:
    void finishReading();

    QString m_path;
    bool m_isReading = false;
    ReplyPtr<SavedViewPtr, SavedViewProblem> m_reply;
    std::optional<SavedViewProblem> m_problem;
};

} // namespace Vestibule
