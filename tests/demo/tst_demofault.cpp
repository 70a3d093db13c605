// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demofault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_DemoFault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameHasAFaultAndALine();
    void unknownNameHasNeither();
};

void tst_DemoFault::everyNameHasAFaultAndALine()
{
    DemoFaults faults;
    for (const QString &name : demoFaultNames()) {
        QVERIFY2(demoFaultFromName(name), qUtf8Printable(name));
        faults.insert(*demoFaultFromName(name));
        const QString line = demoFaultDescription(name);
        QVERIFY2(!line.isEmpty() && !line.endsWith(u'.') && !line.contains(u'\n'),
                 qUtf8Printable(name));
    }
    QCOMPARE(faults.size(), demoFaultNames().size());
    // The last of the enumeration: none is left out.
    QCOMPARE(demoFaultNames().size(), int(DemoFault::ExpiresOnce) + 1);
}

void tst_DemoFault::unknownNameHasNeither()
{
    QVERIFY(!demoFaultFromName(u"error-501"_s));
    QVERIFY(demoFaultDescription(u"error-501"_s).isEmpty());
}

QTEST_APPLESS_MAIN(tst_DemoFault)
#include "tst_demofault.moc"
