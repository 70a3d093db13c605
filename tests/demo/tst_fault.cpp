// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/fault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameHasAFaultAndALine();
    void unknownNameHasNeither();
};

void TestFault::everyNameHasAFaultAndALine()
{
    Demo::Faults faults;
    for (const QString &name : Demo::faultNames()) {
        QVERIFY2(Demo::faultFromName(name), qUtf8Printable(name));
        faults.insert(*Demo::faultFromName(name));
        const QString line = Demo::faultDescription(name);
        QVERIFY2(!line.isEmpty() && !line.endsWith(u'.') && !line.contains(u'\n'),
                 qUtf8Printable(name));
    }
    QCOMPARE(faults.size(), Demo::faultNames().size());
    // The last of the enumeration, so that none is left out.
    QCOMPARE(Demo::faultNames().size(), int(Demo::Fault::SignInScopeList) + 1);
}

void TestFault::unknownNameHasNeither()
{
    QVERIFY(!Demo::faultFromName(u"error-501"_s));
    QVERIFY(Demo::faultDescription(u"error-501"_s).isEmpty());
}

QTEST_APPLESS_MAIN(TestFault)
#include "tst_fault.moc"
