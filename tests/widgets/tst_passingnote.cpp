// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/copybutton.h"
#include "widgets/controls/passingnote.h"

#include <QClipboard>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

class TestPassingNote final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void goesByItself();
    void takesNoRoomOfOthers();
    void endsWhereTheWindowsBarsEnd();
    void copiesAreSaidInTheirWindow();
    void theTickGoesByItself();
};

void TestPassingNote::goesByItself()
{
    PassingNote note;
    note.resize(300, 20);
    note.show();
    note.say(u"First"_s, 10s);
    note.say(u"<b>Second</b>"_s, 50ms); // and not as long as the first
    QCOMPARE(note.text(), u"<b>Second</b>"_s);
    QCOMPARE(note.textFormat(), Qt::PlainText);
    QCOMPARE(note.accessibleName(), u"<b>Second</b>"_s);
    QTRY_COMPARE_WITH_TIMEOUT(note.fullText(), QString(), 1000);
    QCOMPARE(note.text(), QString());
}

void TestPassingNote::takesNoRoomOfOthers()
{
    QWidget bar;
    auto *layout = new QHBoxLayout(&bar);
    auto *cell = new QLabel(u"Token expires in 23 h"_s, &bar);
    auto *note = new PassingNote(&bar);
    layout->addWidget(cell);
    layout->addWidget(note, 1);
    const int least = bar.minimumSizeHint().width();
    bar.resize(300, 30);
    bar.show();
    const QRect before = cell->geometry();
    note->say(u"A long sentence on what was copied. "_s.repeated(5));
    QCoreApplication::processEvents();
    QCOMPARE(cell->geometry(), before);
    QCOMPARE(bar.minimumSizeHint().width(), least);
    QVERIFY(note->text().endsWith(u'…'));
    QVERIFY(note->toolTip().contains("was copied. A long"_L1));
}

void TestPassingNote::endsWhereTheWindowsBarsEnd()
{
    PassingNote note;
    note.resize(200, 20);
    note.show();
    const QString text = u"1 row copied as CSV"_s;
    note.say(text);
    const auto rightmostInk = [&note] {
        const QImage image = note.grab().toImage();
        const QRgb ground = image.pixel(0, 0);
        for (int x = image.width() - 1; x > 0; --x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) != ground)
                    return x;
            }
        }
        return -1;
    };
    QVERIFY2(rightmostInk() > 150, qPrintable(QString::number(rightmostInk())));
    QVERIFY2(rightmostInk() < 188, qPrintable(QString::number(rightmostInk())));
    note.say(text.repeated(9)); // nor is it cut there
    QVERIFY(note.text().endsWith(u'…'));
    QVERIFY2(rightmostInk() < 188, qPrintable(QString::number(rightmostInk())));
}

void TestPassingNote::copiesAreSaidInTheirWindow()
{
    QWidget window;
    auto *note = new PassingNote(&window);
    note->resize(300, 20);
    const QWidget within(&window);
    copyToClipboard(u"text"_s, within, u"Text copied"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"text"_s);
    QCOMPARE(note->fullText(), u"Text copied"_s);
    const QWidget alone;
    copyToClipboard(u"other"_s, alone, u"Other copied"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"other"_s);
    QCOMPARE(note->fullText(), u"Text copied"_s);
}

void TestPassingNote::theTickGoesByItself()
{
    CopyButton button;
    const auto image = [&button] { return button.icon().pixmap(16, 16).toImage(); };
    const QImage before = image();
    button.showCopied();
    QVERIFY(button.isTickShown());
    QVERIFY(image() != before);
    QTRY_VERIFY(!button.isTickShown());
    QCOMPARE(image(), before);
}

QTEST_MAIN(TestPassingNote)
#include "tst_passingnote.moc"
