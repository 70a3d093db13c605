// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

//! A folder of its own for every test, and what is in it; a test class inherits it.
class FolderFixture {
protected:
    //! False when there is no room for one.
    [[nodiscard]] bool makeFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        return m_folder->isValid();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    //! False when \a bytes could not be written.
    [[nodiscard]] bool put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    }
    //! Null when there is no such file.
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! All of \a folder below this one, hidden files included.
    [[nodiscard]] QStringList files(const QString &folder = QStringLiteral(".")) const
    {
        return QDir(path(folder))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};
