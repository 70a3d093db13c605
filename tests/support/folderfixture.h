// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

//! A new folder for every test function; a base of test classes.
class FolderFixture {
protected:
    //! False if it cannot be created.
    [[nodiscard]] bool makeFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        return m_folder->isValid();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    //! Writes a file; false if that fails.
    [[nodiscard]] bool put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    }
    //! Null if there is no such file.
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! The entries of a folder in this one, including hidden files.
    [[nodiscard]] QStringList files(const QString &folder = QStringLiteral(".")) const
    {
        return QDir(path(folder))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};
