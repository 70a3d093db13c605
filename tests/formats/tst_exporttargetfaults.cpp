// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"
#include "support/filesizelimit.h"
#include "support/folderfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QByteArray Old = "old,rows\r\n";
const QByteArray New = "new,and,more,rows\r\n";

//! What may befall the folder of a target while it is written.
enum class Fate { Removed, Moved, AFileNow, ALinkNow };

//! For its lifetime no root, who may write everywhere; not every container lets root be another.
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
    //! Has to happen before: a folder that this user may write.
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

//! What other programs and full disks do to a file that is written, and it to them.
class TestExportTargetFaults final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anotherProgramKeepsTheFileThatItHasOpen_data();
    void anotherProgramKeepsTheFileThatItHasOpen();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void aFolderThatIsGoneIsAnErrorAndLeavesNothing_data();
    void aFolderThatIsGoneIsAnErrorAndLeavesNothing();
    void aFolderThatMayNotBeWrittenAnyMoreKeepsTheOldFile_data();
    void aFolderThatMayNotBeWrittenAnyMoreKeepsTheOldFile();
};

void TestExportTargetFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(makeFolder());
}

void TestExportTargetFaults::anotherProgramKeepsTheFileThatItHasOpen_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("for reading") << O_RDONLY;
    QTest::newRow("for writing") << O_WRONLY;
    QTest::newRow("for both") << O_RDWR;
}

void TestExportTargetFaults::anotherProgramKeepsTheFileThatItHasOpen()
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
        QCOMPARE(other.read(3), Old.first(3)); // it is in the middle of it

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
    QCOMPARE(content(u"hard"_s), isWritten ? Old + "more" : Old); // what it has open
    QCOMPARE(content(u"a.csv"_s), New);
    QCOMPARE(content(u"soft"_s), New);
    QCOMPARE(files(), QStringList({u"a.csv"_s, u"hard"_s, u"soft"_s}));
}

void TestExportTargetFaults::aFullDiskLeavesTheOldFile_data()
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

void TestExportTargetFaults::aFullDiskLeavesTheOldFile()
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

void TestExportTargetFaults::aFolderThatIsGoneIsAnErrorAndLeavesNothing_data()
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

void TestExportTargetFaults::aFolderThatIsGoneIsAnErrorAndLeavesNothing()
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

void TestExportTargetFaults::aFolderThatMayNotBeWrittenAnyMoreKeepsTheOldFile_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("no writing") << 0500;
    QTest::newRow("no searching") << 0600;
    QTest::newRow("nothing") << 0;
}

void TestExportTargetFaults::aFolderThatMayNotBeWrittenAnyMoreKeepsTheOldFile()
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
    target.reset();
    QCOMPARE(chmod(folder.constData(), 0700), 0);
    if (!isOrdinary)
        QSKIP("root cannot be another user here, and may write everywhere");
    QVERIFY(isOpen);
    QVERIFY(!isCommitted);
    QCOMPARE(reason, qt_error_string(EACCES));
    QCOMPARE(content(u"a.csv"_s), Old);
    QCOMPARE(files(), {u"a.csv"_s});
}

QTEST_GUILESS_MAIN(TestExportTargetFaults)
#include "tst_exporttargetfaults.moc"
