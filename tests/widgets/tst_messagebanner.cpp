// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/failuredetails.h"
#include "widgets/controls/messagebanner.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestMessageBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void isHiddenUntilThereIsAMessage();
    void oneButtonAtMost();
    void buttonsDoWhatTheirMessageSays();
    void aNewMessageReplacesTheOldOne();
    void markupIsPlainText();
    void severityHasAColorAndAnIcon();
    void textStaysReadableInLightAndDark();
    void longTextWraps();
    void detailsAreFolded();
    void onlyAMessageWithANameIsClosed();
};

void TestMessageBanner::isHiddenUntilThereIsAMessage()
{
    QWidget window;
    MessageBanner banner(&window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.showMessage({.text = u"Hello."_s});
    QVERIFY(banner.isVisible());
    QCOMPARE(labelText(&banner, "textLabel"), u"Hello."_s);
    QCOMPARE(banner.accessibleName(), u"Hello."_s);
    child<QToolButton>(&banner, "closeButton")->click();
    QVERIFY(!banner.isVisible());
}

void TestMessageBanner::oneButtonAtMost()
{
    MessageBanner banner;
    auto *button = child<QPushButton>(&banner, "actionButton");
    const QSignalSpy triggered(&banner, &MessageBanner::actionTriggered);
    banner.showMessage({.text = u"No choice."_s});
    QVERIFY(!button->isVisible());
    banner.showMessage({.text = u"Failed."_s, .actionText = u"Retry"_s});
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Retry"_s);
    button->click();
    QCOMPARE(triggered.size(), 1);
    QVERIFY(banner.isVisible()); // the receiver of the signal decides
}

void TestMessageBanner::buttonsDoWhatTheirMessageSays()
{
    MessageBanner banner;
    auto *button = child<QPushButton>(&banner, "actionButton");
    auto *other = child<QPushButton>(&banner, "otherButton");
    const QSignalSpy triggered(&banner, &MessageBanner::actionTriggered);
    const QSignalSpy otherTriggered(&banner, &MessageBanner::otherTriggered);
    QStringList done;
    banner.showMessage({.text = u"Saved."_s,
                        .actionText = u"Open"_s,
                        .action =
                            [&banner, &done, file = u"file"_s] { // which it has to keep
                                banner.showMessage(
                                    {.text = u"Opened."_s, .actionText = u"Close"_s});
                                done.append(file);
                            },
                        .otherText = u"Show"_s,
                        .otherAction = [&done] { done.append(u"folder"_s); }});
    other->click();
    QCOMPARE(done, QStringList(u"folder"_s));
    button->click();
    QCOMPARE(done, QStringList({u"folder"_s, u"file"_s}));
    QCOMPARE(triggered.size(), 0); // nobody else does it too
    QCOMPARE(otherTriggered.size(), 0);
    button->click(); // of the second message, which leaves it to a receiver
    QCOMPARE(done.size(), 2);
    QCOMPARE(triggered.size(), 1);
    banner.showMessage({.text = u"Two."_s, .actionText = u"A"_s, .otherText = u"B"_s});
    other->click();
    QCOMPARE(done.size(), 2);
    QCOMPARE(otherTriggered.size(), 1);
}

void TestMessageBanner::aNewMessageReplacesTheOldOne()
{
    MessageBanner banner;
    banner.showMessage(
        {.severity = MessageBanner::Severity::Error, .text = u"Old."_s, .actionText = u"Retry"_s});
    banner.showMessage({.text = u"New."_s});
    QCOMPARE(labelText(&banner, "textLabel"), u"New."_s);
    QVERIFY(!child(&banner, "actionButton")->isVisible());
    banner.setText(u"Newer."_s);
    QCOMPARE(banner.accessibleName(), u"Newer."_s);
}

void TestMessageBanner::markupIsPlainText()
{
    MessageBanner banner;
    banner.showMessage({.text = u"<b>bold</b> <img src=x>"_s});
    QCOMPARE(child<QLabel>(&banner, "textLabel")->textFormat(), Qt::PlainText);
    QCOMPARE(labelText(&banner, "textLabel"), u"<b>bold</b> <img src=x>"_s);
}

void TestMessageBanner::severityHasAColorAndAnIcon()
{
    MessageBanner banner;
    QList<QRgb> colors;
    QList<QImage> icons;
    for (const auto severity : {MessageBanner::Severity::Information,
                                MessageBanner::Severity::Warning, MessageBanner::Severity::Error}) {
        banner.showMessage({.severity = severity, .text = u"x"_s});
        const QRgb color = banner.palette().color(QPalette::Window).rgb();
        QVERIFY(!colors.contains(color));
        colors.append(color);
        const QImage icon = child<QLabel>(&banner, "iconLabel")->pixmap().toImage();
        QVERIFY(!icon.isNull() && !icons.contains(icon));
        icons.append(icon);
    }
}

void TestMessageBanner::textStaysReadableInLightAndDark()
{
    const QPalette before = QApplication::palette();
    MessageBanner banner;
    for (const QPalette &palette :
         {before, QPalette(QColor(0x2b, 0x2d, 0x31), QColor(0x23, 0x25, 0x29))}) {
        QApplication::setPalette(palette);
        for (const auto severity :
             {MessageBanner::Severity::Information, MessageBanner::Severity::Warning,
              MessageBanner::Severity::Error}) {
            banner.showMessage({.severity = severity, .text = u"x"_s});
            const double reached =
                contrast(child(&banner, "textLabel")->palette().color(QPalette::WindowText),
                         banner.palette().color(QPalette::Window));
            QVERIFY2(reached >= 4.5, qPrintable(QString::number(reached))); // WCAG 2.1, AA
        }
    }
    QApplication::setPalette(before);
}

void TestMessageBanner::longTextWraps()
{
    MessageBanner banner;
    banner.showMessage({.text = u"A sentence that goes on. "_s.repeated(40)});
    banner.resize(400, banner.heightForWidth(400));
    QVERIFY(banner.minimumSizeHint().width() < 400);
    QVERIFY(banner.heightForWidth(400) > banner.heightForWidth(2000));
}

void TestMessageBanner::detailsAreFolded()
{
    MessageBanner banner;
    banner.resize(400, 100);
    auto *details = child<FailureDetails>(&banner, "failureDetails");
    banner.showMessage({.text = u"No."_s});
    QVERIFY(!details->isVisible());
    const QString address = "GET /api/v2/"_L1 + QString(500, u'x');
    banner.showMessage({.text = u"No."_s, .details = address});
    QVERIFY(details->isVisible());
    const auto *text = child<QLabel>(details, "detailsText");
    QVERIFY(!text->isVisible());
    auto *button = child<QToolButton>(details, "detailsButton");
    button->click();
    QVERIFY(text->isVisible());
    QVERIFY(banner.minimumSizeHint().width() < 400); // the address is broken or cut
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QCoreApplication::processEvents();
    QVERIFY(banner.minimumHeight() >= banner.heightForWidth(banner.width()));
    banner.showMessage({.text = u"Again."_s, .details = u"GET /"_s});
    QVERIFY(!text->isVisible()); // it is about something else
}

void TestMessageBanner::onlyAMessageWithANameIsClosed()
{
    MessageBanner banner;
    const QSignalSpy closed(&banner, &MessageBanner::closed);
    banner.showMessage({.text = u"acme.html was saved."_s, .isNaming = true});
    banner.showMessage({.text = u"No."_s});
    banner.closeNaming();
    QVERIFY(banner.isVisible());
    banner.showMessage({.text = u"acme.html was saved."_s, .isNaming = true});
    banner.closeNaming();
    QVERIFY(!banner.isVisible());
    banner.closeNaming();
    QCOMPARE(closed.size(), 1);
}

QTEST_MAIN(TestMessageBanner)
#include "tst_messagebanner.moc"
