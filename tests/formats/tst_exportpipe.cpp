// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"
#include "support/folderfixture.h"
#include "support/pipewatch.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QByteArray Rows = "some,rows\r\n";

bool isPipe(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

//! Reads until the other end is closed, and closes the descriptor.
QByteArray readToTheEnd(int descriptor)
{
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    QFile file;
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ? file.readAll()
                                                                                    : QByteArray();
}

} // namespace

//! Pipes as targets, which must be opened without blocking until a reader opens them; and files and
//! pipes that a shell has opened.
class TestExportPipe final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPipeWithoutAReaderIsRefusedAtOnce_data();
    void aPipeWithoutAReaderIsRefusedAtOnce();
    void aSlowReaderGetsMoreThanAPipeHolds();
    void aClosedReaderIsNoError();
    void anUnfinishedExportWritesNothing();
    void thePipeOfAShellIsWritten();
    void anOpenDescriptorIsContinued_data();
    void anOpenDescriptorIsContinued();
    void aDescriptorThatIsNotOpenIsRefused();
    void aSocketIsRefused();

private:
    //! Opens the end of the pipe that reads, without blocking.
    [[nodiscard]] int openReader() const
    {
        return ::open(QFile::encodeName(path(u"pipe"_s)).constData(),
                      O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
};

void TestExportPipe::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(makeFolder());
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
}

void TestExportPipe::aPipeWithoutAReaderIsRefusedAtOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("by its name") << u"pipe"_s;
    QTest::newRow("through a link") << u"link"_s;
}

void TestExportPipe::aPipeWithoutAReaderIsRefusedAtOnce()
{
    QFETCH(QString, name);
    QVERIFY(QFile::link(path(u"pipe"_s), path(u"link"_s)));
    const PipeWatch watch(path(u"pipe"_s));
    const auto target = makeFileTarget(path(name));
    QVERIFY(!target->open());
    QCOMPARE(target->errorString(), u"it is a pipe, and no program reads from it"_s);
    QCOMPARE(target->name(), QDir::toNativeSeparators(path(name)));
    QVERIFY(isPipe(path(u"pipe"_s)));
    QCOMPARE(files(), QStringList({u"link"_s, u"pipe"_s}));
}

void TestExportPipe::aSlowReaderGetsMoreThanAPipeHolds()
{
    const QByteArray many = Rows.repeated(40'000); // a pipe of Linux holds 64 KiB
    const int reader = openReader();
    auto target = makeFileTarget(path(u"pipe"_s));
    QVERIFY(target->open());
    QCOMPARE(target->device().write(many), many.size());
    auto read = std::async(std::launch::async, [reader] {
        QTest::qSleep(50); // the pipe is full meanwhile
        return readToTheEnd(reader);
    });
    const bool isCommitted = target->commit();
    target.reset();
    QCOMPARE(read.get(), many);
    QVERIFY(isCommitted);
    QVERIFY(isPipe(path(u"pipe"_s)));
}

void TestExportPipe::aClosedReaderIsNoError()
{
    const int reader = openReader();
    const auto target = makeFileTarget(path(u"pipe"_s));
    QVERIFY(target->open());
    target->device().write(Rows);
    ::close(reader);
    QVERIFY(target->commit());
}

void TestExportPipe::anUnfinishedExportWritesNothing()
{
    const int reader = openReader();
    auto target = makeFileTarget(path(u"pipe"_s));
    QVERIFY(target->open());
    target->device().write(Rows);
    target.reset();
    QCOMPARE(readToTheEnd(reader), QByteArray());
}

void TestExportPipe::thePipeOfAShellIsWritten()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    const QString name = u"/dev/fd/%1"_s.arg(ends[1]); // as bash writes >(command)
    if (!QFile::exists(name))
        QSKIP("there is no /dev/fd");
    auto target = makeFileTarget(name);
    QVERIFY(target->open());
    ::close(ends[1]);
    target->device().write(Rows);
    QVERIFY(target->commit());
    target.reset();
    QCOMPARE(readToTheEnd(ends[0]), Rows);
}

void TestExportPipe::anOpenDescriptorIsContinued_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("folder");
    QTest::newRow("as > opens it") << O_TRUNC << u"/dev/fd"_s;
    QTest::newRow("as >> opens it") << O_APPEND << u"/dev/fd"_s;
    QTest::newRow("where Linux has them") << O_APPEND << u"/proc/self/fd"_s;
}

void TestExportPipe::anOpenDescriptorIsContinued()
{
    QFETCH(int, mode);
    QFETCH(QString, folder);
    if (!QFile::exists(folder))
        QSKIP("there is no such folder here");
    QVERIFY(put(u"log"_s, "before\n"));
    const int descriptor =
        ::open(QFile::encodeName(path(u"log"_s)).constData(), O_WRONLY | O_CLOEXEC | mode);
    QCOMPARE(::write(descriptor, "head\n", 5), 5);
    auto target = makeFileTarget(u"%1/%2"_s.arg(folder).arg(descriptor));
    QVERIFY(target->open());
    target->device().write(Rows);
    QVERIFY(target->commit());
    target.reset();
    QCOMPARE(::write(descriptor, "foot\n", 5), 5); // the descriptor is still open
    ::close(descriptor);
    const QByteArray added = "head\n" + Rows + "foot\n";
    QCOMPARE(content(u"log"_s), mode == O_APPEND ? "before\n" + added : added);
    QCOMPARE(files(), QStringList({u"log"_s, u"pipe"_s}));
}

void TestExportPipe::aDescriptorThatIsNotOpenIsRefused()
{
    const auto target = makeFileTarget(u"/dev/fd/987654"_s);
    QVERIFY(!target->open());
    QVERIFY(!target->errorString().isEmpty());
}

void TestExportPipe::aSocketIsRefused()
{
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const QByteArray name = QFile::encodeName(path(u"socket"_s));
    QVERIFY(size_t(name.size()) < sizeof address.sun_path);
    std::copy(name.begin(), name.end(), address.sun_path);
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const auto target = makeFileTarget(path(u"socket"_s));
    QVERIFY(!target->open());
    QCOMPARE(target->errorString(), qt_error_string(ENXIO)); // not the message for a pipe
    ::close(server);
}

QTEST_GUILESS_MAIN(TestExportPipe)
#include "tst_exportpipe.moc"
