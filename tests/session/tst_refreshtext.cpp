// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/displaytext.h"
#include "session/refreshtext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestRefreshText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void changesAreCounted_data();
    void changesAreCounted();
};

namespace {

//! A row for each letter; an upper-case one is the same row with another value.
ConnectionPage page(const QString &rows, int total, int size = 50)
{
    ConnectionPage page{.request = {.size = size}, .readAt = QDateTime::currentDateTime()};
    if (total >= 0)
        page.total = total;
    for (const QChar row : rows) {
        page.items.append({.connectionId = u"con_"_s + row.toLower(),
                           .json = QByteArray(row.isUpper() ? "{\"a\":1}" : "{\"a\":2}")});
    }
    return page;
}

} // namespace

void TestRefreshText::changesAreCounted_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("totalBefore"); // negative: not sent
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("totalAfter");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("text"); // %1 is the time
    const auto row = [](const char *name, const char *before, int totalBefore, const char *after,
                        int totalAfter, int size, const char *text) {
        QTest::newRow(name) << QString::fromLatin1(before) << totalBefore
                            << QString::fromLatin1(after) << totalAfter << size
                            << QString::fromUtf8(text);
    };
    row("nothing", "abc", 3, "abc", 3, 50, "Nothing has changed since %1.");
    row("nothing, and none", "", 0, "", 0, 50, "Nothing has changed since %1.");
    row("another order", "abc", 3, "cab", 3, 50, "Nothing has changed since %1.");
    row("nothing here", "abc", 9, "abc", 9, 3, "Nothing on this page has changed since %1.");
    row("one more", "abc", 3, "abcd", 4, 50, "1 more connection(s) than at %1.");
    row("one more on another page", "abc", 237, "abc", 238, 3, "1 more connection(s) than at %1.");
    row("two fewer", "abc", 3, "b", 1, 50, "2 fewer connection(s) than at %1.");
    row("changed", "abc", 3, "aBC", 3, 50, "2 connection(s) changed since %1.");
    row("more and changed", "abc", 3, "Abcd", 4, 50,
        "1 more connection(s) than at %1. 1 connection(s) changed since %1.");
    row("replaced", "abc", 3, "abd", 3, 50, "1 connection(s) replaced since %1.");
    row("moved between pages", "abc", 9, "abd", 9, 3,
        "Other connections are on this page than at %1.");
    row("without totals", "abc", -1, "abd", -1, 3,
        "Other connections are on this page than at %1.");
}

void TestRefreshText::changesAreCounted()
{
    QFETCH(const QString, before);
    QFETCH(const int, totalBefore);
    QFETCH(const QString, after);
    QFETCH(const int, totalAfter);
    QFETCH(const int, size);
    QFETCH(QString, text);
    const ConnectionPage old = page(before, totalBefore, size);
    text.replace("%1"_L1, readTimeText(old.readAt));
    const RefreshNote note = refreshNote(old, page(after, totalAfter, size));
    QCOMPARE(note.sentence, text);
    QCOMPARE(note.hasChanges, !text.startsWith("Nothing"_L1));
}

QTEST_GUILESS_MAIN(TestRefreshText)
#include "tst_refreshtext.moc"
