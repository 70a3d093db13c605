// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/findingbox.h"

#include "models/findingtext.h"
#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"

#include <QSignalSpy>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFindingBox final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void theWorstComesFirst();
    void theRuleOfTheFilterComesBeforeAll();
    void withoutFindingsThereIsNoBox();
    void linksLeadToTheirRules();
    void longTitlesBreak();
    void textsAndLinksBeginAtOnePlace();
    void itIsReadAloud();
    void itIsLegibleInEveryTheme_data();
    void itIsLegibleInEveryTheme();

private:
    static QStringList others(const FindingBox &box)
    {
        QStringList names;
        for (const auto *button : box.findChildren<QAbstractButton *>(u"otherFindingButton"_s))
            names.append(button->accessibleName());
        return names;
    }
};

void TestFindingBox::theWorstComesFirst()
{
    FindingBox box;
    box.setFindings({FindingRule::DormantFlags, FindingRule::NoneEnabled, FindingRule::NearlyFull});
    QCOMPARE(labelText(&box, "findingTitle"), u"High: No connection is enabled"_s);
    QCOMPARE(labelText(&box, "findingSentence"), findingSentence(FindingRule::NoneEnabled));
    QCOMPARE(others(box),
             (QStringList{findingHeadline(FindingRule::DormantFlags),
                          u"For information: 9 or 10 connections"_s}));
    box.setFindings({FindingRule::NearlyFull});
    QCOMPARE(labelText(&box, "findingTitle"), u"For information: 9 or 10 connections"_s);
    QCOMPARE(others(box), QStringList());
}

void TestFindingBox::theRuleOfTheFilterComesBeforeAll()
{
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull}, FindingRule::NearlyFull);
    QCOMPARE(box.findings(),
             (QList<FindingRule>{FindingRule::NearlyFull, FindingRule::NoneEnabled}));
    box.setFindings({FindingRule::NoneEnabled}, FindingRule::NearlyFull); // it has not that one
    QCOMPARE(box.findings(), QList<FindingRule>{FindingRule::NoneEnabled});
}

void TestFindingBox::withoutFindingsThereIsNoBox()
{
    FindingBox box;
    QVERIFY(!box.isVisible());
    box.setFindings({FindingRule::NearlyFull});
    QVERIFY(box.isVisible());
    box.setFindings({});
    QVERIFY(!box.isVisible());
    QVERIFY(!box.findChild<QLabel *>());
}

void TestFindingBox::linksLeadToTheirRules()
{
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull});
    const QSignalSpy requested(&box, &FindingBox::ruleRequested);
    QTest::mouseClick(child(&box, "whyButton"), Qt::LeftButton);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<FindingRule>(), FindingRule::NoneEnabled);
    QTest::keyClick(child(&box, "otherFindingButton"), Qt::Key_Return);
    QTRY_COMPARE(requested.size(), 2);
    QCOMPARE(requested.at(1).at(0).value<FindingRule>(), FindingRule::NearlyFull);
}

void TestFindingBox::longTitlesBreak()
{
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull});
    QWidget *link = child(&box, "otherFindingButton");
    box.resize(2 * link->sizeHint().width(), box.heightForWidth(2 * link->sizeHint().width()));
    QTRY_COMPARE(link->size(), link->sizeHint());
    const int narrow = 2 * link->sizeHint().width() / 3;
    box.resize(narrow, box.heightForWidth(narrow));
    QTRY_VERIFY(link->width() < narrow);
    QCOMPARE(link->height(), link->heightForWidth(link->width()));
    QCOMPARE_GT(link->height(), link->sizeHint().height());
}

void TestFindingBox::textsAndLinksBeginAtOnePlace()
{
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull});
    box.resize(400, box.heightForWidth(400));
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    // The place of the first ink of its words, which begin with letters that have a stem.
    const auto begin = [&box](QWidget *words) {
        const QImage picture =
            box.grab(QRect(words->mapTo(&box, QPoint()), words->size())).toImage();
        const QColor ground = picture.pixelColor(picture.width() - 1, 0);
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (contrast(picture.pixelColor(x, y), ground) > 2)
                    return words->mapTo(&box, QPoint(x, 0)).x();
            }
        }
        return -1;
    };
    const int text = begin(child(&box, "findingSentence"));
    QVERIFY(text > 0);
    QVERIFY(std::abs(begin(child(&box, "whyButton")) - text) <= 1); // N and W, in whole pixels
    const int title = begin(child(&box, "findingTitle"));
    QVERIFY(std::abs(begin(child(&box, "otherFindingButton")) - title) <= 1);
}

void TestFindingBox::itIsReadAloud()
{
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull});
    QCOMPARE(box.accessibleDescription(),
             u"High: No connection is enabled\nFor information: 9 or 10 connections"_s);
    QCOMPARE(child(&box, "whyButton")->accessibleName(), u"Why: No connection is enabled"_s);
}

void TestFindingBox::itIsLegibleInEveryTheme_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

void TestFindingBox::itIsLegibleInEveryTheme()
{
    QFETCH(const Theme, theme);
    FindingBox box;
    box.setFindings({FindingRule::NoneEnabled, FindingRule::NearlyFull});
    box.resize(300, 200);
    applyTheme(theme); // while it is shown
    QCoreApplication::processEvents();
    const QImage shown = box.grab().toImage();
    const QPalette colors = QGuiApplication::palette();
    const QColor base = colors.color(QPalette::Base);
    const QColor ground = shown.pixelColor(4, shown.height() / 2);
    const double least = theme == Theme::HighContrast ? 7 : 4.5;
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Link})
        QCOMPARE_GE(contrast(child(&box, "findingSentence")->palette().color(role), ground), least);
    int strongest = 0; // of the frame's pixels, which are blended at half a pixel
    for (int y = 0; y < 8; ++y)
        strongest = std::max(strongest, int(10 * contrast(shown.pixelColor(150, y), base)));
    if (theme == Theme::HighContrast)
        QCOMPARE_GE(strongest, 30);
    QCOMPARE(ground == base, theme == Theme::HighContrast); // there, the frame alone
    applyTheme(Theme::Light);
}

QTEST_MAIN(TestFindingBox)
#include "tst_findingbox.moc"
