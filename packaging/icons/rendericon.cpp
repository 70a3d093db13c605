// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Renders the program's icon during the build, so that the repository contains only the drawing:
//     render-icon ICON.svg PICTURE...
// A picture is SIZE.png, a square of SIZE pixels, or *.ico or *.icns, one file with the sizes that
// Windows or macOS ask for.

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QtEndian>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray png(QSvgRenderer &icon, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.render(&painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

template <typename T>
void appendLittleEndian(QByteArray &bytes, T value)
{
    value = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void appendBigEndian(QByteArray &bytes, quint32 value)
{
    value = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

//! Windows: a directory with entries of 16 bytes, then the pictures as PNG, which Vista and later
//! read.
QByteArray ico(QSvgRenderer &icon)
{
    static constexpr int Sizes[] = {16, 20, 24, 32, 40, 48, 64, 256};
    static constexpr int HeaderBytes = 6;
    static constexpr int EntryBytes = 16;
    QByteArray directory;
    QByteArray pictures;
    appendLittleEndian<quint16>(directory, 0);
    appendLittleEndian<quint16>(directory, 1); // icons, not cursors
    appendLittleEndian<quint16>(directory, quint16(std::size(Sizes)));
    for (const int size : Sizes) {
        const QByteArray picture = png(icon, size);
        appendLittleEndian<quint8>(directory, quint8(size)); // 256 is written as 0
        appendLittleEndian<quint8>(directory, quint8(size));
        appendLittleEndian<quint16>(directory, 0); // no palette
        appendLittleEndian<quint16>(directory, 1); // planes
        appendLittleEndian<quint16>(directory, 32); // bits a pixel
        appendLittleEndian<quint32>(directory, quint32(picture.size()));
        appendLittleEndian<quint32>(
            directory,
            quint32(HeaderBytes + EntryBytes * qsizetype(std::size(Sizes)) + pictures.size()));
        pictures += picture;
    }
    return directory + pictures;
}

//! macOS: blocks of a type, a length that includes the block's header, and a PNG.
QByteArray icns(QSvgRenderer &icon)
{
    struct Block {
        const char *type;
        int size;
    };
    static constexpr Block Blocks[] = {{"ic11", 32},  {"ic12", 64},  {"ic07", 128}, {"ic13", 256},
                                       {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024}};
    static constexpr int HeadBytes = 8;
    QByteArray blocks;
    for (const Block &block : Blocks) {
        const QByteArray picture = png(icon, block.size);
        blocks += block.type;
        appendBigEndian(blocks, quint32(HeadBytes + picture.size()));
        blocks += picture;
    }
    QByteArray file("icns");
    appendBigEndian(file, quint32(HeadBytes + blocks.size()));
    return file + blocks;
}

QByteArray pictureFor(QSvgRenderer &icon, const QString &path)
{
    const QFileInfo info(path);
    if (info.suffix() == "ico"_L1)
        return ico(icon);
    if (info.suffix() == "icns"_L1)
        return icns(icon);
    const int size = info.completeBaseName().toInt();
    return size > 0 ? png(icon, size) : QByteArray();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3) {
        std::fputs("usage: render-icon ICON.svg PICTURE...\n", stderr);
        return 2;
    }
    QSvgRenderer icon(QString::fromLocal8Bit(argv[1]));
    if (!icon.isValid()) {
        std::fprintf(stderr, "render-icon: %s is not an SVG picture\n", argv[1]);
        return 1;
    }
    for (int i = 2; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const QByteArray picture = pictureFor(icon, path);
        QSaveFile file(path);
        if (picture.isEmpty() || !file.open(QIODevice::WriteOnly)
            || file.write(picture) != picture.size() || !file.commit()) {
            std::fprintf(stderr, "render-icon: %s cannot be written\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
