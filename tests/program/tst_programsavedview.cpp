// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"

#include <QImage>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! From an export to JSON back to the window, by the program itself.
class TestProgramSavedView final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void itOpensWithoutTenantAndToken();
    void aFileThatIsNoneHasItsStatus_data();
    void aFileThatIsNoneHasItsStatus();

private:
    [[nodiscard]] Result picture(const QString &file) const
    {
        return run({file, u"--screenshot"_s, path(u"window.png"_s)});
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
};

void TestProgramSavedView::itOpensWithoutTenantAndToken()
{
    QCOMPARE(run(here() + QStringList{u"--export"_s, path(u"a.json"_s), u"--format"_s, u"json"_s})
                 .status,
             0);
    m_tenant->stop();
    setToken({});
    const Result result = picture(path(u"a.json"_s));
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    const QImage saved(path(u"window.png"_s));
    QCOMPARE(saved.size(), QSize(1180, 760));
    // Where a tenant that is gone would leave an empty table, rows are painted.
    const QImage empty = [this] {
        write(u"empty.json"_s,
              content(u"a.json"_s).replace("]", "").split('[').constFirst()
                  + "[],\"rows\":0,\"total\":0,\"read_at\":null}");
        return picture(path(u"empty.json"_s)).status == 0 ? QImage(path(u"window.png"_s))
                                                          : QImage();
    }();
    QVERIFY(!empty.isNull());
    QVERIFY(saved.copy(0, 150, 800, 300) != empty.copy(0, 150, 800, 300));
}

void TestProgramSavedView::aFileThatIsNoneHasItsStatus_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::newRow("missing") << QByteArray() << 2;
    QTest::newRow("CSV") << QByteArray("connection_name\r\n") << 7;
    QTest::newRow("cut") << QByteArray("{\"tenant\": \"acme.auth0.com\",") << 7;
}

void TestProgramSavedView::aFileThatIsNoneHasItsStatus()
{
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    if (!content.isEmpty())
        write(u"a.json"_s, content);
    const Result result = picture(path(u"a.json"_s));
    QCOMPARE(result.status, status);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY(result.errors.contains("a.json"));
}

QTEST_GUILESS_MAIN(TestProgramSavedView)
#include "tst_programsavedview.moc"
