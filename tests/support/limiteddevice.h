// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace Vestibule::Samples {

//! Takes so many bytes and no more, as a full disk does.
class LimitedDevice final : public QIODevice {
public:
    explicit LimitedDevice(qint64 capacity)
        : m_capacity(capacity)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] QByteArray data() const { return m_data; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char * /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 room = m_capacity - m_data.size();
        if (room == 0 && size > 0)
            return -1;
        const qint64 taken = std::min(room, size);
        m_data.append(data, taken);
        return taken;
    }

private:
    qint64 m_capacity;
    QByteArray m_data;
};

} // namespace Vestibule::Samples
