// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/shortened.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Texts that come from outside may be so long that they would push everything else away.
class TestShortened final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void whatIsLongerEndsInAnEllipsis_data();
    void whatIsLongerEndsInAnEllipsis();
};

void TestShortened::whatIsLongerEndsInAnEllipsis_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, qsizetype length,
                        const QString &expected) {
        QTest::newRow(name) << text << length << expected;
    };
    row("empty", {}, 3, {});
    row("shorter", u"ab"_s, 3, u"ab"_s);
    row("as long", u"abc"_s, 3, u"abc"_s);
    row("longer", u"abcd"_s, 3, u"abc…"_s);
    row("no room", u"abc"_s, 0, u"…"_s);
    row("an emoji before the cut", u"a😀bc"_s, 3, u"a😀…"_s);
    row("an emoji across the cut", u"ab😀c"_s, 3, u"ab…"_s);
    row("an emoji after the cut", u"abc😀"_s, 3, u"abc…"_s);
    row("an emoji that fits", u"a😀"_s, 3, u"a😀"_s);
    row("nothing but an emoji, and no room for it", u"😀"_s, 1, u"…"_s);
}

void TestShortened::whatIsLongerEndsInAnEllipsis()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, length);
    QFETCH(const QString, expected);
    QCOMPARE(shortened(text, length), expected);
}

QTEST_APPLESS_MAIN(TestShortened)
#include "tst_shortened.moc"
