// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

//! A named pipe that has a reader, which reads only when it is told to: who writes more than fits,
//! 64 KiB, waits for it.
class HeldPipe final {
public:
    explicit HeldPipe(const QString &path)
    {
        const QByteArray name = QFile::encodeName(path);
        if (::mkfifo(name.constData(), 0600) == 0)
            m_descriptor = ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    }
    ~HeldPipe()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(HeldPipe)

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] bool isFull() const
    {
        int waiting = 0;
        return ::ioctl(m_descriptor, FIONREAD, &waiting) == 0 && waiting >= (1 << 16);
    }
    //! Reads what is there.
    void read()
    {
        QByteArray bytes(1 << 16, Qt::Uninitialized);
        while (::read(m_descriptor, bytes.data(), std::size_t(bytes.size())) > 0) {}
    }

private:
    int m_descriptor = -1;
};
