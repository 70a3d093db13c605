// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Vestibule::Samples {

//! A strict reader of RFC 4180 that shares no code with the writer: every record ends in CRLF,
//! quotes enclose a whole cell. Empty if the text is not like that.
inline QList<QStringList> readCsv(const QByteArray &csv)
{
    QList<QStringList> records;
    QStringList record;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype at = 0; at < text.size();) {
        QString cell;
        if (text.at(at) == u'"') {
            for (++at; at < text.size(); ++at) {
                if (text.at(at) == u'"' && (++at == text.size() || text.at(at) != u'"'))
                    break;
                cell += text.at(at);
            }
        } else {
            while (at < text.size() && !QStringView(u",\"\r\n").contains(text.at(at)))
                cell += text.at(at++);
        }
        record.append(cell);
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.startsWith(u',')) {
            at += 1;
        } else if (rest.startsWith(u"\r\n")) {
            records.append(record);
            record.clear();
            at += 2;
            continue;
        } else {
            return {};
        }
        if (QStringView(text).sliced(at).startsWith(u"\r\n")) { // an empty last cell
            records.append(record << QString());
            record.clear();
            at += 2;
        }
    }
    return record.isEmpty() ? records : QList<QStringList>();
}

} // namespace Vestibule::Samples
