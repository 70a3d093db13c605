// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/failuredetails.h"
#include "widgets/controls/statepage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestStatePage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void showsWhatThereIs();
    void isOneBlockInTheMiddle();
    void scrollsWhereThereIsNoRoom();
    void keepsTheFocus();
    void actionsMaySetOtherContent();
};

void TestStatePage::showsWhatThereIs()
{
    StatePage page;
    page.setContent({.iconName = u"empty"_s, .text = u"<b>None</b>"_s});
    page.show();
    QCOMPARE(labelText(&page, "textLabel"), u"<b>None</b>"_s);
    QCOMPARE(child<QLabel>(&page, "textLabel")->textFormat(), Qt::PlainText);
    for (const char *name : {"titleLabel", "actionButton", "otherButton", "failureDetails"})
        QVERIFY2(!child(&page, name)->isVisible(), name);
    page.setContent({.iconName = u"error"_s,
                     .text = u"It failed."_s,
                     .actionText = u"Retry"_s,
                     .title = u"Failure"_s,
                     .otherText = u"Other"_s,
                     .details = u"GET /"_s});
    for (const char *name : {"titleLabel", "actionButton", "otherButton", "failureDetails"})
        QVERIFY2(child(&page, name)->isVisible(), name);
}

void TestStatePage::isOneBlockInTheMiddle()
{
    StatePage page;
    page.setContent({.iconName = u"error"_s,
                     .text = u"A sentence that goes on. "_s.repeated(8),
                     .actionText = u"Retry"_s,
                     .title = u"Failure"_s});
    page.resize(900, 600);
    page.show();
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    int last = 0;
    for (const char *name : {"iconLabel", "titleLabel", "textLabel", "actionButton"}) {
        const QWidget *part = child(&page, name);
        const QRect place(part->mapTo(&page, QPoint()), part->size());
        QVERIFY2(std::abs(place.center().x() - page.rect().center().x()) <= 1, name);
        QVERIFY2(place.top() >= last, name); // one under the other
        last = place.bottom();
    }
    const auto *text = child<QLabel>(&page, "textLabel");
    QVERIFY2(text->width() <= 420 && text->width() > 300,
             qPrintable(QString::number(text->width())));
    QVERIFY(text->height() >= text->heightForWidth(text->width()));
    const int above = child(&page, "iconLabel")->mapTo(&page, QPoint()).y();
    QVERIFY(std::abs(above - (page.height() - last)) < 40);
}

//! With large letters below a table, for example.
void TestStatePage::scrollsWhereThereIsNoRoom()
{
    StatePage page;
    page.setContent({.iconName = u"error"_s,
                     .text = u"A sentence that goes on. "_s.repeated(12),
                     .actionText = u"Retry"_s,
                     .title = u"Failure"_s});
    page.resize(300, 160);
    page.show();
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    const auto *text = child<QLabel>(&page, "textLabel");
    QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
    QVERIFY(child<QScrollArea>(&page, "scroll")->verticalScrollBar()->maximum() > 0);
    QVERIFY(text->mapTo(&page, QPoint(text->width(), 0)).x() <= page.width());
}

//! A state without a button comes between two that have one.
void TestStatePage::keepsTheFocus()
{
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *other = new QPushButton(&window);
    auto *page = new StatePage(&window);
    layout->addWidget(other);
    layout->addWidget(page);
    page->setContent({.text = u"1"_s, .actionText = u"Retry"_s});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    page->setFocus();
    const auto *retry = child<QPushButton>(page, "actionButton");
    QVERIFY(retry->hasFocus());
    page->setContent({.text = u"2"_s});
    QVERIFY(!other->hasFocus());
    page->setContent({.text = u"3"_s, .actionText = u"Retry"_s});
    QVERIFY(retry->hasFocus());
    other->setFocus();
    page->setContent({.text = u"4"_s, .actionText = u"Retry"_s});
    QVERIFY(other->hasFocus());
}

void TestStatePage::actionsMaySetOtherContent()
{
    StatePage page;
    int first = 0;
    int second = 0;
    page.setContent({.text = u"1"_s,
                     .actionText = u"One"_s,
                     .action =
                         [&] {
                             ++first;
                             page.setContent({.text = u"2"_s});
                         },
                     .otherText = u"Two"_s,
                     .otherAction = [&] { ++second; }});
    child<QPushButton>(&page, "otherButton")->click();
    child<QPushButton>(&page, "actionButton")->click();
    QCOMPARE(first, 1);
    QCOMPARE(second, 1);
    QCOMPARE(labelText(&page, "textLabel"), u"2"_s);
}

QTEST_MAIN(TestStatePage)
#include "tst_statepage.moc"
