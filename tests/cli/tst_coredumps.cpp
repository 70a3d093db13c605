// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/coredumps.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Vestibule;

//! A crash writes no dump, which would contain tokens: neither to a file nor to another program.
class TestCoreDumps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { forbidCoreDumps(); }

    void coreFilesAreDisabled()
    {
#ifdef Q_OS_UNIX
        rlimit limit{.rlim_cur = 1, .rlim_max = 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0)); // nor can it be raised again
#else
        QSKIP("There are no such limits here.");
#endif
    }

    void pipedDumpsAreDisabled()
    {
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
#else
        QSKIP("Only on Linux, and not under a sanitizer, which attaches to its process.");
#endif
    }
};

QTEST_GUILESS_MAIN(TestCoreDumps)
#include "tst_coredumps.moc"
