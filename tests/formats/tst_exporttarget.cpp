// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <stdio_ext.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QByteArray Old = "old,rows\r\n";
const QByteArray New = "new,rows\r\n";

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

//! Takes the place of standard output for its lifetime; nobody may print meanwhile.
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
        __fpurge(stdout); // what could not be written must not come out later
        clearerr(stdout);
        dup2(m_saved, STDOUT_FILENO);
        close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(StandardOutput)

private:
    int m_saved = -1;
};

} // namespace

class TestExportTarget final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void fileIsThereOnlyAfterCommit();
    void fileThatExistsStaysUntilCommit();
    void withoutCommitNothingIsLeft_data();
    void withoutCommitNothingIsLeft();
    void linkIsFollowed();
    void whatCannotBeOpened_data();
    void whatCannotBeOpened();
    void nameThatIsTooLongLeavesNothing();
    void readOnlyFolderIsRefused();
    void pipeIsWrittenAndStaysAPipe();
    void fullDeviceIsAnErrorAndStaysADevice();
    void standardOutputComesAtOnce();
    void standardOutputThatIsFullIsAnError();
    void standardOutputThatNobodyReadsIsNone();
    void names();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportTarget::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestExportTarget::fileIsThereOnlyAfterCommit()
{
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    QCOMPARE(target->device().write(New), New.size());
    QVERIFY(!QFile::exists(path(u"a.csv"_s)));
    QVERIFY(target->commit());
    QCOMPARE(content(path(u"a.csv"_s)), New);
    QCOMPARE(files(), {u"a.csv"_s});
}

void TestExportTarget::fileThatExistsStaysUntilCommit()
{
    QVERIFY(write(path(u"a.csv"_s), Old));
    const auto target = makeFileTarget(path(u"a.csv"_s));
    QVERIFY(target->open());
    target->device().write(New);
    QCOMPARE(content(path(u"a.csv"_s)), Old);
    QVERIFY(target->commit());
    QCOMPARE(content(path(u"a.csv"_s)), New);
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
        QVERIFY(write(path(u"a.csv"_s), Old));
    auto target = makeFileTarget(path(u"a.csv"_s));
    if (isOpened) {
        QVERIFY(target->open());
        target->device().write(QByteArray(100'000, 'x'));
    }
    target.reset();
    QCOMPARE(files(), exists ? QStringList{u"a.csv"_s} : QStringList());
    if (exists)
        QCOMPARE(content(path(u"a.csv"_s)), Old);
}

void TestExportTarget::linkIsFollowed()
{
    QVERIFY(write(path(u"a.csv"_s), Old));
    QVERIFY(QFile::link(path(u"a.csv"_s), path(u"link"_s)));
    const auto target = makeFileTarget(path(u"link"_s));
    QVERIFY(target->open());
    target->device().write(New);
    QVERIFY(target->commit());
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(content(path(u"a.csv"_s)), New);
}

void TestExportTarget::whatCannotBeOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("no such folder") << u"gone/a.csv"_s;
    QTest::newRow("a file as a folder") << u"file/a.csv"_s;
}

void TestExportTarget::whatCannotBeOpened()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(write(path(u"file"_s), Old));
    const QStringList before = files();
    const auto target = makeFileTarget(path(name));
    QVERIFY(!target->open());
    QVERIFY(!target->errorString().isEmpty());
    QCOMPARE(files(), before);
    QCOMPARE(content(path(u"file"_s)), Old);
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

void TestExportTarget::standardOutputComesAtOnce()
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
    QCOMPARE(content(path(u"out"_s)), New);
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

void TestExportTarget::standardOutputThatNobodyReadsIsNone()
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

void TestExportTarget::names()
{
    QCOMPARE(makeFileTarget(u"/tmp/a.csv"_s)->name(), QDir::toNativeSeparators(u"/tmp/a.csv"_s));
    QVERIFY(makeStandardOutputTarget()->name().isEmpty());
}

QTEST_GUILESS_MAIN(TestExportTarget)
#include "tst_exporttarget.moc"
