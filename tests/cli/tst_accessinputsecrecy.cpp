// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/accessinput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! Of the heap: a place of its own, where what is sought is not found because it was read.
std::array<char, 64 * 1024 * 1024> g_heap;

//! The memory that malloc() gives out in small pieces, as it is now; empty when nobody tells.
std::span<const char> readHeap()
{
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (!maps.open(mode) || !memory.open(mode))
        return {};
    for (QByteArray line = maps.readLine(); !line.isEmpty(); line = maps.readLine()) {
        if (!line.contains("[heap]"))
            continue;
        const qsizetype dash = line.indexOf('-');
        const qint64 begin = line.first(dash).toLongLong(nullptr, 16);
        const qint64 end =
            line.sliced(dash + 1, line.indexOf(' ') - dash - 1).toLongLong(nullptr, 16);
        const qint64 size = std::min(end - begin, qint64(g_heap.size()));
        if (!memory.seek(begin) || memory.read(g_heap.data(), size) != size)
            return {};
        return std::span(g_heap).first(std::size_t(size));
    }
    return {};
}

//! Whether \a heap has 48 letters \a letter in a row, as bytes or as a QString holds them. (The
//! allocator writes over the beginning of what it gets back.)
bool hasRun(std::span<const char> heap, char letter)
{
    int bytes = 0;
    int wide = 0;
    for (std::size_t i = 0; i + 1 < heap.size(); ++i) {
        bytes = heap[i] == letter ? bytes + 1 : 0;
        if (bytes >= 48)
            return true;
    }
    for (std::size_t i = 0; i + 1 < heap.size(); i += 2) {
        wide = heap[i] == letter && heap[i + 1] == '\0' ? wide + 1 : 0;
        if (wide >= 48)
            return true;
    }
    return false;
}

} // namespace

//! A token that is done with is nowhere in memory.
class TestAccessInputSecrecy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokenFileLeavesNothingInMemory();
};

void TestAccessInputSecrecy::tokenFileLeavesNothingInMemory()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const char letter = 'Z';
    // Behind blanks, which are dropped: copies of the token would lie over them, and not over it.
    constexpr qint64 Blanks = 10'000;
    constexpr qint64 Size = 14'000;
    std::ranges::fill(g_heap, letter);
    std::fill_n(g_heap.begin(), Blanks, ' ');
    QCOMPARE(file.write(g_heap.data(), Size), Size);
    file.close();
    {
        const auto input = readAccess({.tokenFile = file.fileName()}, {}, {});
        QVERIFY(input && !input->access.token.isEmpty());
        if (!hasRun(readHeap(), letter))
            QSKIP("it lies where this test does not look: nobody tells, or another allocator");
    }
    QVERIFY(!hasRun(readHeap(), letter));
}

QTEST_GUILESS_MAIN(TestAccessInputSecrecy)
#include "tst_accessinputsecrecy.moc"
