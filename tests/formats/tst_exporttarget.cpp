// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"

#include "support/filesizelimit.h"
#include "support/folderfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <stdio_ext.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QByteArray Old = "old,rows\r\n";
const QByteArray New = "new,and,more,rows\r\n";

//! Replaces standard output for its lifetime; nothing else may print meanwhile.
class StandardOutput final {
public:
    explicit StandardOutput(int descriptor)
    {
        fflush(stdout);
        m_saved = dup(STDOUT_FILENO);
        dup2(descriptor, STDOUT_FILENO);
    }
    ~StandardOutput()
    {
        __fpurge(stdout); // discard what could not be written
        clearerr(stdout);
        dup2(m_saved, STDOUT_FILENO);
        close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(StandardOutput)

private:
    int m_saved = -1;
};

//! What can happen to a target's folder while it is written.
enum class Fate { Removed, Moved, AFileNow, ALinkNow };

//! Gives up root's right to write everywhere for its lifetime; some containers do not allow this.
class OrdinaryUser final {
public:
    OrdinaryUser()
    {
        if (m_wasRoot)
            m_isOrdinary = setresuid(Id, Id, 0) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_wasRoot && m_isOrdinary && setresuid(0, 0, 0) != 0)
            qFatal("cannot be root again");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

    [[nodiscard]] bool isOrdinary() const { return m_isOrdinary; }
    //! Gives a folder or file to this user; call it before.
    [[nodiscard]] static bool own(const QString &folder)
    {
        return geteuid() != 0 || chown(QFile::encodeName(folder).constData(), Id, Id) == 0;
    }

private:
    static constexpr uid_t Id = 65534; // nobody
    bool m_wasRoot = geteuid() == 0;
    bool m_isOrdinary = !m_wasRoot;
};

} // namespace
Q_DECLARE_METATYPE(Fate)

class TestExportTarget final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { qunsetenv("VESTIBULE_FILE_FAULTS"); }
    void fileIsThereOnlyAfterCommit();
    void fileThatExistsStaysUntilCommit();
    void withoutCommitNothingIsLeft_data();
    void withoutCommitNothingIsLeft();
    void linkIsFollowed();
    void openFails_data();
    void openFails();
    void nameThatIsTooLongLeavesNothing();
    void readOnlyFolderIsRefused();
    void pipeIsWrittenAndStaysAPipe();
    void fullDeviceIsAnErrorAndStaysADevice();
    void standardOutputIsWrittenAtCommit();
    void standardOutputThatIsFullIsAnError();
    void standardOutputWithoutAReaderIsNoError();
    void namesArePaths();
    void otherProgramsKeepTheirOpenFile_data();
    void otherProgramsKeepTheirOpenFile();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void missingFolderIsAnErrorAndLeavesNothing_data();
    void missingFolderIsAnErrorAndLeavesNothing();
    void readOnlyFolderKeepsTheOldFile_data();
    void readOnlyFolderKeepsTheOldFile();
    // File systems
    void anyFileSystemIsWritten_data();
    void anyFileSystemIsWritten();
    void failureAtTheEndKeepsTheOldFile_data();
    void failureAtTheEndKeepsTheOldFile();
    void fileSystemWithoutSyncIsWritten();
    void folderIsSynced();
    void theExitOfTheProgramLeavesNothing();
    // Modes and names
    void newFileHasTheModeOfTheUmask_data();
    void newFileHasTheModeOfTheUmask();
    void modeOfTheOldFileIsKept_data();
    void modeOfTheOldFileIsKept();
    void readOnlyFileIsRefused();
    void longestNameIsWritten();
    void linkIsFollowedToItsEnd_data();
    void linkIsFollowedToItsEnd();
    void linkInACircleIsAnError();

private:
    [[nodiscard]] static bool write(const QString &path)
    {
        const auto target = makeFileTarget(path);
        return writeOnce(*target, New);
    }
    [[nodiscard]] mode_t mode(const QString &name) const
    {
        struct stat status = {};
        return ::stat(QFile::encodeName(path(name)).constData(), &status) == 0
            ? status.st_mode & 07777
            : 0;
    }
    //! True while the current row lets the temporary file have no name.
    [[nodiscard]] static bool isUnnamed()
    {
        return !qgetenv("VESTIBULE_FILE_FAULTS").contains("tmpfile=");
    }
};

//! Every test runs on each kind of file system.
void TestExportTarget::initTestCase_data()
{
    QTest::addColumn<QByteArray>("faults"); // see support/filefaults.cpp
    QTest::newRow("unnamed files") << QByteArray();
    QTest::newRow("named files") << "tmpfile=" + QByteArray::number(EOPNOTSUPP);
    QTest::newRow("no naming later") << "linkat=" + QByteArray::number(ENOENT); // without /proc
}

void TestExportTarget::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(makeFolder());
    QFETCH_GLOBAL(QByteArray, faults);
    qputenv("VESTIBULE_FILE_FAULTS", faults);
}

void TestExportTarget::fileIsThereOnlyAfterCommit()
{
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    QCOMPARE(target->device().write(New), New.size());
    QVERIFY(!QFile::exists(path(u"a.csv"_s)));
    QVERIFY(target->commit());
    QCOMPARE(content(u"a.csv"_s), New);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportTarget::fileThatExistsStaysUntilCommit()
{
    QVERIFY(put(u"a.csv"_s, Old));
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    target->device().write(New);
    QCOMPARE(content(u"a.csv"_s), Old);
    QVERIFY(target->commit());
    QCOMPARE(content(u"a.csv"_s), New);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportTarget::withoutCommitNothingIsLeft_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("new") << false << true;
    QTest::newRow("there before") << true << true;
    QTest::newRow("not even opened") << true << false;
}

void TestExportTarget::withoutCommitNothingIsLeft()
{
    QFETCH(bool, exists);
    QFETCH(bool, isOpened);
    if (exists)
        QVERIFY(put(u"a.csv"_s, Old));
    auto target = makeFileTarget(path(u"a.csv"_s));
    if (isOpened) {
        QVERIFY(target->open());
        target->device().write(QByteArray(100'000, 'x'));
    }
    target.reset();
    QCOMPARE(files(), exists ? QStringList{u"a.csv"_s} : QStringList());
    if (exists)
        QCOMPARE(content(u"a.csv"_s), Old);
}

void TestExportTarget::linkIsFollowed()
{
    QVERIFY(put(u"a.csv"_s, Old));
    QVERIFY(QFile::link(path(u"a.csv"_s), path(u"link"_s)));
    const auto target = makeFileTarget(path(u"link"_s));
    QVERIFY(target->open());
    target->device().write(New);
    QVERIFY(target->commit());
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(content(u"a.csv"_s), New);
}

void TestExportTarget::openFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("no such folder") << u"gone/a.csv"_s;
    QTest::newRow("a file as a folder") << u"file/a.csv"_s;
}

void TestExportTarget::openFails()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(put(u"file"_s, Old));
    const QStringList before = files();
    const auto target = makeFileTarget(path(name));
    QVERIFY(!target->open());
    QVERIFY(!target->errorString().isEmpty());
    QCOMPARE(files(), before);
    QCOMPARE(content(u"file"_s), Old);
}

void TestExportTarget::nameThatIsTooLongLeavesNothing()
{
    auto target = makeFileTarget(path(QString(300, u'x')));
    QVERIFY(!target->open() || !target->commit());
    QVERIFY(!target->errorString().isEmpty());
    target.reset();
    QVERIFY(files().isEmpty());
}

void TestExportTarget::readOnlyFolderIsRefused()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(!target->open());
    QVERIFY(!target->errorString().isEmpty());
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestExportTarget::pipeIsWrittenAndStaysAPipe()
{
    const QByteArray name = QFile::encodeName(path(u"pipe"_s));
    QCOMPARE(mkfifo(name.constData(), 0600), 0);
    const int reader = ::open(name.constData(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    const auto target = makeFileTarget(path(u"pipe"_s));
    QVERIFY(target->open());
    target->device().write(New);
    char bytes[64];
    QVERIFY(::read(reader, bytes, sizeof bytes) <= 0); // nothing before commit()
    QVERIFY(target->commit());
    const ssize_t size = ::read(reader, bytes, sizeof bytes);
    ::close(reader);
    QVERIFY(size > 0);
    QCOMPARE(QByteArray(bytes, size), New);
    QCOMPARE(files(), {u"pipe"_s});
    struct stat status = {};
    QCOMPARE(::lstat(name.constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void TestExportTarget::fullDeviceIsAnErrorAndStaysADevice()
{
    const QString device = u"/dev/full"_s;
    if (!QFile::exists(device))
        QSKIP("there is no /dev/full");
    const auto target = makeFileTarget(device);
    QVERIFY(target->open());
    target->device().write(New);
    QVERIFY(!target->commit());
    QVERIFY(target->errorString().contains(u"space"_s));
    QVERIFY(!QFileInfo(device).isFile());
}

void TestExportTarget::standardOutputIsWrittenAtCommit()
{
    QFile file(path(u"out"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto target = makeStandardOutputTarget();
    bool isCommitted = false;
    qint64 before = -1;
    {
        const StandardOutput redirected(file.handle());
        isCommitted = target->open() && target->device().write(New) == New.size();
        fflush(stdout);
        before = file.size();
        isCommitted = isCommitted && target->commit();
    }
    QVERIFY(isCommitted);
    QCOMPARE(before, 0);
    QCOMPARE(content(u"out"_s), New);
}

void TestExportTarget::standardOutputThatIsFullIsAnError()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly))
        QSKIP("there is no /dev/full");
    const auto target = makeStandardOutputTarget();
    bool isCommitted = true;
    {
        const StandardOutput redirected(full.handle());
        isCommitted = target->open() && target->device().write(New) > 0 && target->commit();
    }
    QVERIFY(!isCommitted);
    QVERIFY(target->errorString().contains(u"space"_s));
}

void TestExportTarget::standardOutputWithoutAReaderIsNoError()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    const auto target = makeStandardOutputTarget();
    bool isCommitted = false;
    {
        const StandardOutput redirected(ends[1]);
        isCommitted = target->open() && target->device().write(New) > 0 && target->commit();
    }
    ::close(ends[1]);
    QVERIFY(isCommitted);
}

void TestExportTarget::namesArePaths()
{
    QCOMPARE(makeFileTarget(u"/tmp/a.csv"_s)->name(), QDir::toNativeSeparators(u"/tmp/a.csv"_s));
    QVERIFY(makeStandardOutputTarget()->name().isEmpty());
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    QCOMPARE(target->name(), QDir::toNativeSeparators(path(u"a.csv"_s)));
    QVERIFY(target->commit());
    QCOMPARE(target->name(), QDir::toNativeSeparators(path(u"a.csv"_s)));
}

void TestExportTarget::otherProgramsKeepTheirOpenFile_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("for reading") << O_RDONLY;
    QTest::newRow("for writing") << O_WRONLY;
    QTest::newRow("for both") << O_RDWR;
}

void TestExportTarget::otherProgramsKeepTheirOpenFile()
{
    QFETCH(int, mode);
    QVERIFY(put(u"a.csv"_s, Old));
    QVERIFY(QFile::link(path(u"a.csv"_s), path(u"soft"_s)));
    const QByteArray name = QFile::encodeName(path(u"a.csv"_s));
    QCOMPARE(::link(name.constData(), QFile::encodeName(path(u"hard"_s)).constData()), 0);
    QFile other;
    const int descriptor = ::open(name.constData(), mode);
    const bool isRead = mode != O_WRONLY;
    const bool isWritten = mode != O_RDONLY;
    QVERIFY(other.open(descriptor,
                       isRead && isWritten ? QIODevice::ReadWrite
                           : isRead        ? QIODevice::ReadOnly
                                           : QIODevice::WriteOnly,
                       QFileDevice::AutoCloseHandle));
    if (isRead)
        QCOMPARE(other.read(3), Old.first(3)); // it is reading

    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    QCOMPARE(target->device().write(New), New.size());
    QVERIFY(target->commit());

    if (isRead)
        QCOMPARE(other.readAll(), Old.sliced(3));
    if (isWritten) {
        QVERIFY(other.seek(Old.size()));
        QCOMPARE(other.write("more"), 4);
        QVERIFY(other.flush());
    }
    QCOMPARE(content(u"hard"_s), isWritten ? Old + "more" : Old); // its open file
    QCOMPARE(content(u"a.csv"_s), New);
    QCOMPARE(content(u"soft"_s), New);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"hard"_s, u"soft"_s}));
}

void TestExportTarget::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("chunk");
    QTest::newRow("no room at all") << 0 << 1000 << 1000;
    QTest::newRow("a byte too little for a few rows") << 999 << 1000 << 1000;
    QTest::newRow("full in the middle of a page") << 50'000 << 90'000 << 30'000;
    QTest::newRow("full between two pages") << 60'000 << 90'000 << 30'000;
    QTest::newRow("a byte too little for whole pages") << 89'999 << 90'000 << 30'000;
    QTest::newRow("a byte too little for the end") << 90'099 << 90'100 << 30'000;
    QTest::newRow("many small pages") << 29'999 << 30'000 << 100;
}

void TestExportTarget::fullDiskKeepsTheOldFile()
{
    QFETCH(int, room);
    QFETCH(int, size);
    QFETCH(int, chunk);
    QVERIFY(put(u"a.csv"_s, Old));
    auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    bool isWritten = true;
    {
        const FileSizeLimit limit(static_cast<rlim_t>(room));
        for (int at = 0; isWritten && at < size; at += chunk) {
            const QByteArray page(std::min(chunk, size - at), 'x');
            isWritten = target->device().write(page) == page.size();
        }
        isWritten = isWritten && target->commit();
    }
    QVERIFY(!isWritten);
    QCOMPARE(target->errorString(), qt_error_string(EFBIG));
    target.reset();
    QCOMPARE(content(u"a.csv"_s), Old);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportTarget::missingFolderIsAnErrorAndLeavesNothing_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<bool>("exists");
    for (const bool exists : {false, true}) {
        const char *file = exists ? "a file that exists" : "no file";
        QTest::addRow("removed, %s", file) << Fate::Removed << exists;
        QTest::addRow("moved away, %s", file) << Fate::Moved << exists;
        QTest::addRow("a file in its place, %s", file) << Fate::AFileNow << exists;
        QTest::addRow("a link into nowhere in its place, %s", file) << Fate::ALinkNow << exists;
    }
}

void TestExportTarget::missingFolderIsAnErrorAndLeavesNothing()
{
    QFETCH(Fate, fate);
    QFETCH(bool, exists);
    QDir parent(m_folder->path());
    QVERIFY(parent.mkdir(u"out"_s));
    if (exists)
        QVERIFY(put(u"out/a.csv"_s, Old));
    auto target = makeFileTarget(path(u"out/a.csv"_s));
    QVERIFY(target->open());
    QCOMPARE(target->device().write(New), New.size());
    QVERIFY(fate == Fate::Moved ? parent.rename(u"out"_s, u"away"_s)
                                : QDir(path(u"out"_s)).removeRecursively());
    if (fate == Fate::AFileNow)
        QVERIFY(put(u"out"_s, Old));
    if (fate == Fate::ALinkNow)
        QVERIFY(QFile::link(path(u"nowhere"_s), path(u"out"_s)));

    QVERIFY(!target->commit());
    QCOMPARE(target->errorString(), qt_error_string(fate == Fate::AFileNow ? ENOTDIR : ENOENT));
    target.reset();
    const bool isMoved = fate == Fate::Moved;
    const QStringList left = isMoved ? QStringList{u"away"_s} : QStringList{u"out"_s};
    QCOMPARE(files(), fate == Fate::Removed ? QStringList() : left);
    QCOMPARE(files(u"away"_s), isMoved && exists ? QStringList{u"a.csv"_s} : QStringList());
    QCOMPARE(content(u"away/a.csv"_s), isMoved && exists ? Old : QByteArray());
    QCOMPARE(content(u"out"_s), fate == Fate::AFileNow ? Old : QByteArray());
    QCOMPARE(QFileInfo(path(u"out"_s)).isSymLink(), fate == Fate::ALinkNow);
}

void TestExportTarget::readOnlyFolderKeepsTheOldFile_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("no writing") << 0500;
    QTest::newRow("no searching") << 0600;
    QTest::newRow("nothing") << 0;
}

void TestExportTarget::readOnlyFolderKeepsTheOldFile()
{
    QFETCH(int, mode);
    QVERIFY(put(u"a.csv"_s, Old));
    if (!OrdinaryUser::own(path(u"a.csv"_s)) || !OrdinaryUser::own(m_folder->path()))
        QSKIP("root cannot give a folder away here, and may write everywhere");
    const QByteArray folder = QFile::encodeName(m_folder->path());
    auto target = makeFileTarget(path(u"a.csv"_s));
    bool isOrdinary = false;
    bool isOpen = false;
    bool isCommitted = true;
    {
        const OrdinaryUser user;
        isOrdinary = user.isOrdinary();
        isOpen = target->open() && target->device().write(New) == New.size();
        if (isOpen && chmod(folder.constData(), static_cast<mode_t>(mode)) == 0)
            isCommitted = target->commit();
    }
    const QString reason = target->errorString();
    if (isUnnamed())
        target.reset();
    QCOMPARE(chmod(folder.constData(), 0700), 0);
    target.reset(); // a named file could not be removed before
    if (!isOrdinary)
        QSKIP("root cannot be another user here, and may write everywhere");
    QVERIFY(isOpen);
    QVERIFY(!isCommitted);
    QCOMPARE(reason, qt_error_string(EACCES));
    QCOMPARE(content(u"a.csv"_s), Old);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportTarget::anyFileSystemIsWritten_data()
{
    QTest::addColumn<QByteArray>("failing");
    QTest::addColumn<int>("error");
    // What CIFS, FUSE, old kernels, NFS and FAT, overlays, and sandboxes say.
    for (const int error : {ENOENT, EINVAL, ENOSYS, EOPNOTSUPP, EISDIR, EPERM, EACCES}) {
        QTest::addRow("no unnamed files: %s", qPrintable(qt_error_string(error)))
            << "tmpfile="_ba << error;
    }
    for (const int error : {ENOENT, EPERM, EOPNOTSUPP, EXDEV, EMLINK}) {
        QTest::addRow("no naming later: %s", qPrintable(qt_error_string(error)))
            << "linkat="_ba << error;
    }
}

void TestExportTarget::anyFileSystemIsWritten()
{
    QFETCH(QByteArray, failing);
    QFETCH(int, error);
    qputenv("VESTIBULE_FILE_FAULTS", failing + QByteArray::number(error));
    QVERIFY(put(u"old.csv"_s, Old));
    for (const QString &name : {u"old.csv"_s, u"new.csv"_s}) {
        const QStringList before = files();
        auto discarded = makeFileTarget(path(name));
        QVERIFY(discarded->open());
        QCOMPARE(discarded->device().write(New), New.size());
        static const QRegularExpression visible(u"^[^.]"_s); // a hidden one may be there
        QCOMPARE(files().filter(visible), before);
        discarded.reset();
        QCOMPARE(files(), before);
        auto target = makeFileTarget(path(name));
        QVERIFY(target->open());
        QCOMPARE(target->device().write(Old + Old), 2 * Old.size());
        QVERIFY(target->restart());
        QCOMPARE(target->device().write(New), New.size());
        QVERIFY2(target->commit(), qPrintable(target->errorString()));
        QCOMPARE(content(name), New);
    }
    QCOMPARE(files(), QStringList({u"new.csv"_s, u"old.csv"_s}));
}

void TestExportTarget::failureAtTheEndKeepsTheOldFile_data()
{
    QTest::addColumn<QByteArray>("failing");
    QTest::addColumn<int>("error");
    QTest::newRow("the disk") << " fsync="_ba << EIO;
    QTest::newRow("a full network share") << " fsync="_ba << EDQUOT;
    QTest::newRow("a network share that reports it last") << " close="_ba << EIO;
}

void TestExportTarget::failureAtTheEndKeepsTheOldFile()
{
    QFETCH(QByteArray, failing);
    QFETCH(int, error);
    QVERIFY(put(u"old.csv"_s, Old));
    qputenv("VESTIBULE_FILE_FAULTS",
            qgetenv("VESTIBULE_FILE_FAULTS") + failing + QByteArray::number(error));
    for (const QString &name : {u"old.csv"_s, u"new.csv"_s}) {
        const auto target = makeFileTarget(path(name));
        QVERIFY(target->open());
        QCOMPARE(target->device().write(New), New.size());
        QVERIFY(!target->commit());
        QCOMPARE(target->errorString(), qt_error_string(error));
        QCOMPARE(files(), {u"old.csv"_s}); // before the destructor
    }
    QCOMPARE(content(u"old.csv"_s), Old);
}

void TestExportTarget::fileSystemWithoutSyncIsWritten()
{
    qputenv("VESTIBULE_FILE_FAULTS",
            qgetenv("VESTIBULE_FILE_FAULTS") + " fsync=" + QByteArray::number(EINVAL));
    QVERIFY(write(path(u"a.csv"_s)));
    QCOMPARE(content(u"a.csv"_s), New);
}

//! Otherwise a power failure could bring the old file back after the export was reported.
void TestExportTarget::folderIsSynced()
{
    qunsetenv("VESTIBULE_SYNCED_FOLDER");
    QVERIFY(write(path(u"a.csv"_s)));
    QVERIFY(qEnvironmentVariableIsSet("VESTIBULE_SYNCED_FOLDER"));
}

//! Qt calls exit() when the display server dies; then nothing is destroyed.
void TestExportTarget::theExitOfTheProgramLeavesNothing()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The leak check does not understand fork().");
#endif
    QVERIFY(put(u"a.csv"_s, Old));
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        auto *target = makeFileTarget(path(u"a.csv"_s)).release();
        const bool isWritten = target->open() && target->device().write(New) == New.size();
        std::exit(isWritten ? 3 : 4);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(WEXITSTATUS(status), 3);
    QCOMPARE(files(), {u"a.csv"_s});
    QCOMPARE(content(u"a.csv"_s), Old);
}

void TestExportTarget::newFileHasTheModeOfTheUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << 0666;
    QTest::newRow("usual") << 022 << 0644;
    QTest::newRow("group") << 027 << 0640;
    QTest::newRow("private") << 077 << 0600;
}

void TestExportTarget::newFileHasTheModeOfTheUmask()
{
    QFETCH(int, mask);
    QFETCH(int, expected);
    const mode_t before = umask(static_cast<mode_t>(mask));
    const bool isWritten = write(path(u"a.csv"_s));
    umask(before);
    QVERIFY(isWritten);
    QCOMPARE(int(mode(u"a.csv"_s)), expected);
}

void TestExportTarget::modeOfTheOldFileIsKept_data()
{
    QTest::addColumn<int>("old");
    for (const int old : {0600, 0640, 0644, 0660, 0666, 0755, 0777})
        QTest::addRow("%o", old) << old;
}

void TestExportTarget::modeOfTheOldFileIsKept()
{
    QFETCH(int, old);
    QVERIFY(put(u"a.csv"_s, Old));
    QCOMPARE(chmod(QFile::encodeName(path(u"a.csv"_s)).constData(), static_cast<mode_t>(old)), 0);
    const mode_t before = umask(027);
    const bool isWritten = write(path(u"a.csv"_s));
    umask(before);
    QVERIFY(isWritten);
    QCOMPARE(content(u"a.csv"_s), New);
    QCOMPARE(int(mode(u"a.csv"_s)), old);
}

void TestExportTarget::readOnlyFileIsRefused()
{
    QVERIFY(put(u"a.csv"_s, Old));
    if (!OrdinaryUser::own(path(u"a.csv"_s)) || !OrdinaryUser::own(m_folder->path()))
        QSKIP("root cannot give a folder away here, and may write everywhere");
    QCOMPARE(chmod(QFile::encodeName(path(u"a.csv"_s)).constData(), 0444), 0);
    const auto target = makeFileTarget(path(u"a.csv"_s));
    bool isOrdinary = false;
    bool isOpen = true;
    {
        const OrdinaryUser user;
        isOrdinary = user.isOrdinary();
        isOpen = target->open();
    }
    if (!isOrdinary)
        QSKIP("root cannot be another user here, and may write everywhere");
    QVERIFY(!isOpen);
    QCOMPARE(target->errorString(), u"the file that is there is read-only"_s);
    QCOMPARE(files(), {u"a.csv"_s});
}

//! The temporary name must not be longer than that of the file.
void TestExportTarget::longestNameIsWritten()
{
    const QString name(NAME_MAX, u'x');
    QVERIFY(write(path(name)));
    QVERIFY(write(path(name)));
    QCOMPARE(content(name), New);
    const auto longer = makeFileTarget(path(name + u'x'));
    QVERIFY(!longer->open()); // before anything is read
    QCOMPARE(longer->errorString(), qt_error_string(ENAMETOOLONG));
    QCOMPARE(files(), {name});
}

void TestExportTarget::linkIsFollowedToItsEnd_data()
{
    QTest::addColumn<QByteArray>("end"); // in the folder "below"
    QTest::newRow("a name") << "a.csv"_ba;
    QTest::newRow("not UTF-8") << "r\xe9sum\xe9.csv"_ba; // which QString cannot hold
}

void TestExportTarget::linkIsFollowedToItsEnd()
{
    QFETCH(QByteArray, end);
    QVERIFY(QDir(m_folder->path()).mkdir(u"below"_s));
    const QByteArray first = QFile::encodeName(path(u"first"_s));
    const QByteArray second = QFile::encodeName(path(u"below/second"_s));
    const QByteArray last = QFile::encodeName(path(u"below/"_s)).append(end);
    QCOMPARE(::symlink("below/second", first.constData()), 0);
    QCOMPARE(::symlink(end.constData(), second.constData()), 0);
    for (int i = 0; i < 2; ++i) { // the file is missing at first
        QVERIFY(write(path(u"first"_s)));
        QVERIFY(QFileInfo(path(u"first"_s)).isSymLink());
        QVERIFY(QFileInfo(path(u"below/second"_s)).isSymLink());
        QFile file;
        QVERIFY(file.open(::open(last.constData(), O_RDONLY | O_CLOEXEC), QIODevice::ReadOnly,
                          QFileDevice::AutoCloseHandle));
        QCOMPARE(file.readAll(), New);
    }
    QProcess listing;
    listing.start(u"ls"_s, {u"-A"_s, path(u"below"_s)});
    QVERIFY(listing.waitForFinished());
    QCOMPARE(listing.readAllStandardOutput(), end + "\nsecond\n");
    QCOMPARE(::unlink(last.constData()), 0); // QTemporaryDir cannot
}

void TestExportTarget::linkInACircleIsAnError()
{
    QVERIFY(QFile::link(path(u"b"_s), path(u"a"_s)));
    QVERIFY(QFile::link(path(u"a"_s), path(u"b"_s)));
    const auto target = makeFileTarget(path(u"a"_s));
    QVERIFY(!target->open());
    QCOMPARE(target->errorString(), qt_error_string(ELOOP));
    QCOMPARE(files(), QStringList({u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(TestExportTarget)
#include "tst_exporttarget.moc"
