// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/accesstoken.h"
#include "core/secretbytes.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! Reads this process's memory through the system, which also works after the memory was freed.
class ProcessMemory final {
public:
    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    //! How often a byte occurs in a block of 96 bytes, without the first 32, where glibc keeps
    //! pointers and a random key once the block is free; -1 if these cannot be read. Does not
    //! allocate, so that freed memory stays as it is.
    [[nodiscard]] qsizetype count(const void *block, char byte)
    {
        std::array<char, Counted> content{};
        const auto place = off_t(quintptr(block)) + Size - Counted;
        if (pread(m_file.handle(), content.data(), Counted, place) != Counted)
            return -1;
        return std::ranges::count(content, byte);
    }

    static constexpr int Size = 96;
    static constexpr int Counted = 64;

private:
    QFile m_file{u"/proc/self/mem"_s};
};

} // namespace

class TestSecretBytes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isEmptyAtFirst();
    void keepsBytes_data();
    void keepsBytes();
    void comparesBytes_data();
    void comparesBytes();
    void copiesShareOneBlock();
    void lastOwnerOverwrites();
    void replacedSecretIsOverwritten();
    void movedFromIsEmpty();
    void wipesBuffer();
    void wipesByteArray();
    void wipesText();
    void wipeOverwritesBeforeFreeing();
    void wipeKeepsSharedData();
    void tokensShareOneBlock();
};

void TestSecretBytes::isEmptyAtFirst()
{
    QVERIFY(SecretBytes().isEmpty());
    QVERIFY(SecretBytes().bytes().isEmpty());
    QVERIFY(SecretBytes() == SecretBytes());
    QVERIFY(SecretBytes() == SecretBytes(QByteArrayView()));
}

void TestSecretBytes::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("one") << "a"_ba;
    QTest::newRow("text") << "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln-_"_ba;
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
    QTest::newRow("every byte above ASCII") << QByteArray("\x80\xff\xfe", 3);
    QTest::newRow("16 KiB") << QByteArray(16384, 'x');
}

void TestSecretBytes::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    const SecretBytes secret(bytes);
    QCOMPARE(secret.bytes().toByteArray(), bytes);
    QCOMPARE(secret.isEmpty(), bytes.isEmpty());
    if (!bytes.isEmpty())
        QVERIFY(secret.bytes().data() != bytes.constData());
}

void TestSecretBytes::comparesBytes_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");
    QTest::newRow("same") << "secret"_ba
                          << "secret"_ba << true;
    QTest::newRow("first byte") << "secret"_ba
                                << "Secret"_ba << false;
    QTest::newRow("last byte") << "secret"_ba
                               << "secreT"_ba << false;
    QTest::newRow("two differences that cancel out") << "ab"_ba
                                                     << "ba"_ba << false;
    QTest::newRow("only the highest bit") << "a"_ba << QByteArray("\xe1", 1) << false;
    QTest::newRow("shorter") << "secret"_ba
                             << "secre"_ba << false;
    QTest::newRow("nothing") << "secret"_ba
                             << ""_ba << false;
}

void TestSecretBytes::comparesBytes()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, equal);
    QCOMPARE(SecretBytes(left) == SecretBytes(right), equal);
    QCOMPARE(SecretBytes(right) == SecretBytes(left), equal);
}

void TestSecretBytes::copiesShareOneBlock()
{
    const SecretBytes secret("secret");
    const SecretBytes copy = secret;
    QVERIFY(copy.bytes().data() == secret.bytes().data());
    QVERIFY(copy == secret);
}

void TestSecretBytes::lastOwnerOverwrites()
{
    ProcessMemory memory;
    if (!memory.open())
        QSKIP("This system does not let a process read its memory");
    const char *block = nullptr;
    {
        SecretBytes last;
        {
            const SecretBytes first(QByteArray(ProcessMemory::Size, 's'));
            block = first.bytes().data();
            last = first;
        }
        QCOMPARE(memory.count(block, 's'), ProcessMemory::Counted); // there is still an owner
        QCOMPARE(last.bytes().toByteArray(), QByteArray(ProcessMemory::Size, 's'));
    }
    QCOMPARE(memory.count(block, 's'), 0);
}

void TestSecretBytes::replacedSecretIsOverwritten()
{
    ProcessMemory memory;
    if (!memory.open())
        QSKIP("This system does not let a process read its memory");
    SecretBytes secret(QByteArray(ProcessMemory::Size, 's'));
    const char *first = secret.bytes().data();
    secret = SecretBytes(QByteArray(ProcessMemory::Size, 't'));
    QCOMPARE(memory.count(first, 's'), 0);
    const char *second = secret.bytes().data();
    QCOMPARE(memory.count(second, 't'), ProcessMemory::Counted);
    secret = SecretBytes();
    QCOMPARE(memory.count(second, 't'), 0);
}

void TestSecretBytes::movedFromIsEmpty()
{
    SecretBytes from("secret");
    const char *block = from.bytes().data();
    const SecretBytes to = std::move(from);
    QVERIFY(to.bytes().data() == block);
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): what the test is about
    QVERIFY(from.bytes().isEmpty());
    QVERIFY(from == SecretBytes());
}

void TestSecretBytes::wipesBuffer()
{
    std::array<char, 8> buffer{'a', 's', 'e', 'c', 'r', 'e', 't', 'z'};
    SecretBytes::wipe(std::span(buffer).subspan(1, 6));
    QCOMPARE(QByteArray(buffer.data(), 8), QByteArray("a\0\0\0\0\0\0z", 8));
    SecretBytes::wipe(std::span<char>());
}

void TestSecretBytes::wipesByteArray()
{
    QByteArray bytes = "a secret"_ba;
    bytes.detach(); // a literal cannot be overwritten
    SecretBytes::wipe(bytes);
    QVERIFY(bytes.isEmpty());
    SecretBytes::wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

void TestSecretBytes::wipesText()
{
    QString text(8, u'\u20ac');
    SecretBytes::wipe(text);
    QVERIFY(text.isEmpty());
    QString literal = u"a literal in read-only memory"_s;
    SecretBytes::wipe(literal);
    QVERIFY(literal.isEmpty());
}

void TestSecretBytes::wipeOverwritesBeforeFreeing()
{
    ProcessMemory memory;
    if (!memory.open())
        QSKIP("This system does not let a process read its memory");
    QByteArray bytes(ProcessMemory::Size, 's');
    const void *block = bytes.constData();
    QCOMPARE(memory.count(block, 's'), ProcessMemory::Counted);
    SecretBytes::wipe(bytes);
    QCOMPARE(memory.count(block, 's'), 0);

    QString text(ProcessMemory::Size / 2, u's');
    block = text.constData();
    QCOMPARE(memory.count(block, 's'), ProcessMemory::Counted / 2);
    SecretBytes::wipe(text);
    QCOMPARE(memory.count(block, 's'), 0);
}

void TestSecretBytes::wipeKeepsSharedData()
{
    QByteArray bytes(6, 'x');
    const QByteArray otherBytes = bytes;
    SecretBytes::wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(otherBytes, "xxxxxx"_ba);
    QString text(6, u'x');
    const QString otherText = text;
    SecretBytes::wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(otherText, u"xxxxxx"_s);
}

void TestSecretBytes::tokensShareOneBlock()
{
    const AccessToken token = AccessToken::fromText(u" Bearer abc.def.ghi "_s).value();
    const AccessToken copy = token;
    QCOMPARE(token.secret().bytes().toByteArray(), "abc.def.ghi"_ba);
    QVERIFY(copy.secret().bytes().data() == token.secret().bytes().data());
    QVERIFY(AccessToken().secret().isEmpty());
}

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
