// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#ifdef Q_OS_UNIX
#include <QFile>

#include <sys/types.h>
#else
#include <QSaveFile>
#endif

namespace Vestibule {

#ifdef Q_OS_UNIX
using WholeFileBase = QFile;
#else
using WholeFileBase = QSaveFile;
#endif

//! A file that is not visible before commit(), which puts it in the place of an existing one in one
//! step; without commit(), the destructor discards it. Links are followed, and an existing file's
//! mode is kept.
//!
//! On Unix the file has no name until commit(), where the file system can do that (O_TMPFILE).
//! Elsewhere, for example on network shares and on FAT, it is a hidden file in the same folder,
//! `.vestibule-` and 16 hexadecimal digits. That one stays only when the program is killed with
//! SIGKILL or the computer stops.
class WholeFile final : public WholeFileBase {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::WholeFile)

public:
    explicit WholeFile(const QString &path);
    ~WholeFile() override;

    //! If this or another function fails, errorString() says why. Unbuffered.
    [[nodiscard]] bool openToWrite();
    //! May be called in another thread than the other functions.
    [[nodiscard]] bool commit();
#ifdef Q_OS_UNIX
    //! In place of openToWrite(): the file has a name from the start, for a library that wants to
    //! write it by itself. It is empty then. The library must have closed it before commit().
    [[nodiscard]] bool openNamed();
    //! Absolute; empty if it is not valid UTF-8. Only after openNamed().
    [[nodiscard]] QString temporaryPath() const;
#endif

protected:
    qint64 writeData(const char *data, qint64 size) override;

#ifdef Q_OS_UNIX
private:
    [[nodiscard]] bool openFile(bool isNamed);
    [[nodiscard]] int createUnnamed() const;
    [[nodiscard]] int createNamed();
    [[nodiscard]] bool putInPlace();
    [[nodiscard]] bool giveName();
    [[nodiscard]] bool copyToNamed();
    void discard();
    bool fail(int error);

    QByteArray m_path; //!< the file to replace, with all links followed
    QByteArray m_folderPath; //!< of m_path, with a slash at its end
    int m_folder = -1; //!< a descriptor, so that the temporary file is found if the folder is moved
    mode_t m_mode = 0; //!< of the file that commit() puts there
    bool m_exists = false; //!< there was a file, whose mode is kept
    QByteArray m_temporary; //!< its name in the folder; empty while it has none
#endif
};

} // namespace Vestibule
