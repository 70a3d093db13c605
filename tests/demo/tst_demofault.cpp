// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/fault.h"

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
    Demo::Faults faults;
    for (const QString &name : Demo::faultNames()) {
        QVERIFY2(Demo::faultFromName(name), qUtf8Printable(name));
        faults.insert(*Demo::faultFromName(name));
        const QString line = Demo::faultDescription(name);
        QVERIFY2(!line.isEmpty() && !line.endsWith(u'.') && !line.contains(u'\n'),
                 qUtf8Printable(name));
    }
    QCOMPARE(faults.size(), Demo::faultNames().size());
    // The last of the enumeration: none is left out.
    QCOMPARE(Demo::faultNames().size(), int(Demo::Fault::ExpiresOnce) + 1);
}

void tst_DemoFault::unknownNameHasNeither()
{
    QVERIFY(!Demo::faultFromName(u"error-501"_s));
    QVERIFY(Demo::faultDescription(u"error-501"_s).isEmpty());
}

QTEST_APPLESS_MAIN(tst_DemoFault)
#include "tst_demofault.moc"
