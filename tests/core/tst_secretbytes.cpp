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

//! Sees what stands in a block at the moment when it is given back, before it is freed.
class WatchedMemory final : public std::pmr::memory_resource {
public:
    QByteArrayList returned; //!< the contents of every block, in the order of their return

private:
    void *do_allocate(std::size_t size, std::size_t alignment) override
    {
        return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void *block, std::size_t size, std::size_t alignment) override
    {
        returned.append(QByteArray(static_cast<const char *>(block), qsizetype(size)));
        std::pmr::new_delete_resource()->deallocate(block, size, alignment);
    }
    [[nodiscard]] bool do_is_equal(const memory_resource &other) const noexcept override
    {
        return this == &other;
    }
};

//! What stands at an address, whoever it belongs to by now: the system may look at memory that has
//! been given back, this program may not.
class ProcessMemory final {
public:
    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    //! Takes no memory, so that what was given back stays as it was left.
    template <std::size_t Size>
    [[nodiscard]] bool read(const void *address, std::array<char, Size> &content)
    {
        return pread(m_file.handle(), content.data(), Size, off_t(quintptr(address))) == Size;
    }

private:
    QFile m_file{u"/proc/self/mem"_s};
};

} // namespace

class tst_SecretBytes final : public QObject {
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
    void overwritesWhatIsGivenBack();
    void leavesWhatOthersShare();
    void tokensShareOneBlock();
};

void tst_SecretBytes::isEmptyAtFirst()
{
    QVERIFY(SecretBytes().isEmpty());
    QVERIFY(SecretBytes().bytes().isEmpty());
    QVERIFY(SecretBytes() == SecretBytes());
    QVERIFY(SecretBytes() == SecretBytes(QByteArrayView()));
}

void tst_SecretBytes::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("one") << "a"_ba;
    QTest::newRow("text") << "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln-_"_ba;
    QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
    QTest::newRow("every byte above ASCII") << QByteArray("\x80\xff\xfe", 3);
    QTest::newRow("16 KiB") << QByteArray(16384, 'x');
}

void tst_SecretBytes::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    const SecretBytes secret(bytes);
    QCOMPARE(secret.bytes().toByteArray(), bytes);
    QCOMPARE(secret.isEmpty(), bytes.isEmpty());
    if (!bytes.isEmpty())
        QVERIFY(secret.bytes().data() != bytes.constData());
}

void tst_SecretBytes::comparesBytes_data()
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
    QTest::newRow("only the sign bit") << "a"_ba << QByteArray("\xe1", 1) << false;
    QTest::newRow("shorter") << "secret"_ba
                             << "secre"_ba << false;
    QTest::newRow("nothing") << "secret"_ba
                             << ""_ba << false;
}

void tst_SecretBytes::comparesBytes()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, equal);
    QCOMPARE(SecretBytes(left) == SecretBytes(right), equal);
    QCOMPARE(SecretBytes(right) == SecretBytes(left), equal);
}

void tst_SecretBytes::copiesShareOneBlock()
{
    const SecretBytes secret("secret");
    const SecretBytes copy = secret;
    QVERIFY(copy.bytes().data() == secret.bytes().data());
    QVERIFY(copy == secret);
}

void tst_SecretBytes::lastOwnerOverwrites()
{
    WatchedMemory memory;
    {
        SecretBytes last;
        {
            const SecretBytes first("secret", &memory);
            last = first;
        }
        QVERIFY(memory.returned.isEmpty()); // there is still an owner
        QCOMPARE(last.bytes().toByteArray(), "secret"_ba);
    }
    QCOMPARE(memory.returned, QByteArrayList{QByteArray(6, '\0')});
}

void tst_SecretBytes::replacedSecretIsOverwritten()
{
    WatchedMemory memory;
    SecretBytes secret("first", &memory);
    secret = SecretBytes("the second", &memory);
    QCOMPARE(memory.returned, QByteArrayList{QByteArray(5, '\0')});
    QCOMPARE(secret.bytes().toByteArray(), "the second"_ba);
    secret = SecretBytes();
    QCOMPARE(memory.returned.size(), 2);
    QCOMPARE(memory.returned.constLast(), QByteArray(10, '\0'));
}

void tst_SecretBytes::movedFromIsEmpty()
{
    SecretBytes from("secret");
    const char *block = from.bytes().data();
    const SecretBytes to = std::move(from);
    QVERIFY(to.bytes().data() == block);
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): what the test is about
    QVERIFY(from.bytes().isEmpty());
    QVERIFY(from == SecretBytes());
}

void tst_SecretBytes::wipesBuffer()
{
    std::array<char, 8> buffer{'a', 's', 'e', 'c', 'r', 'e', 't', 'z'};
    SecretBytes::wipe(std::span(buffer).subspan(1, 6));
    QCOMPARE(QByteArray(buffer.data(), 8), QByteArray("a\0\0\0\0\0\0z", 8));
    SecretBytes::wipe(std::span<char>());
}

void tst_SecretBytes::wipesByteArray()
{
    QByteArray bytes = "a secret"_ba;
    bytes.detach(); // off the literal, which nobody can overwrite
    SecretBytes::wipe(bytes);
    QVERIFY(bytes.isEmpty());
    SecretBytes::wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

void tst_SecretBytes::wipesText()
{
    QString text(8, u'\u20ac');
    SecretBytes::wipe(text);
    QVERIFY(text.isEmpty());
    QString literal = u"a literal in read-only memory"_s;
    SecretBytes::wipe(literal);
    QVERIFY(literal.isEmpty());
}

void tst_SecretBytes::overwritesWhatIsGivenBack()
{
    ProcessMemory memory;
    if (!memory.open())
        QSKIP("This system does not show a process its memory");
    std::array<char, 64> content{};
    QByteArray bytes(64, 's');
    const void *address = bytes.constData();
    QVERIFY(memory.read(address, content));
    QCOMPARE(std::ranges::count(content, 's'), 64);
    SecretBytes::wipe(bytes);
    QVERIFY(memory.read(address, content));
    QCOMPARE(std::ranges::count(content, 's'), 0);

    QString text(32, u's');
    address = text.constData();
    QVERIFY(memory.read(address, content));
    QCOMPARE(std::ranges::count(content, 's'), 32);
    SecretBytes::wipe(text);
    QVERIFY(memory.read(address, content));
    QCOMPARE(std::ranges::count(content, 's'), 0);
}

void tst_SecretBytes::leavesWhatOthersShare()
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

void tst_SecretBytes::tokensShareOneBlock()
{
    const AccessToken token = AccessToken::fromText(u" Bearer abc.def.ghi "_s).value();
    const AccessToken copy = token;
    QCOMPARE(token.secret().bytes().toByteArray(), "abc.def.ghi"_ba);
    QVERIFY(copy.secret().bytes().data() == token.secret().bytes().data());
    QVERIFY(AccessToken().secret().isEmpty());
}

QTEST_APPLESS_MAIN(tst_SecretBytes)
#include "tst_secretbytes.moc"
