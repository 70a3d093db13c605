// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "formats/savedview.h"

#include <QObject>

#include <optional>

namespace Vestibule {

//! Reads a saved view from a file, on a thread of its own: disks may be slow, and views large.
class SavedViewOpener final : public QObject {
    Q_OBJECT

public:
    explicit SavedViewOpener(QObject *parent = nullptr);
    ~SavedViewOpener() override;

    //! Begins to read \a path; another file that is being read is given up.
    void open(const QString &path);

    //! True until all have heard what came of it.
    [[nodiscard]] bool isReading() const { return m_isReading; }
    //! Of the file that was opened last.
    [[nodiscard]] QString path() const { return m_path; }
    //! Why the last file did not open; absent while it is read, and when it did.
    [[nodiscard]] const std::optional<SavedViewProblem> &problem() const { return m_problem; }

public Q_SLOTS:
    //! Gives up; no signal but changed() follows.
    void cancel();

Q_SIGNALS:
    //! It has begun to read, or is done with it.
    void changed();
    void opened(const Vestibule::SavedViewPtr &view);
    void failed(const Vestibule::SavedViewProblem &problem);

private:
    void take();

    QString m_path;
    bool m_isReading = false;
    ReplyPtr<SavedViewPtr, SavedViewProblem> m_reply;
    std::optional<SavedViewProblem> m_problem;
};

} // namespace Vestibule
