// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/listingoverviewtext.h"

#include "models/findingtext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

Q_DECLARE_METATYPE(Vestibule::OverviewExtent)

//! Without a translation, which has the plurals.
class TestListingOverviewText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void saysWhatThePictureIsOf_data();
    void saysWhatThePictureIsOf();
    void hintsHaveTheWordsOfFindings();
    void valuesHaveTheWordsOfTheTenant();
    void aTenantsLevelIsPlainText();
};

void TestListingOverviewText::saysWhatThePictureIsOf_data()
{
    QTest::addColumn<OverviewExtent>("extent");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << OverviewExtent{.rows = 10, .total = 10} << u"10 connection(s)"_s;
    QTest::newRow("one") << OverviewExtent{.rows = 1, .total = 1} << u"1 connection(s)"_s;
    QTest::newRow("a page") << OverviewExtent{.rows = 50, .total = 1237, .isWhole = false}
                            << u"On this page only: 50 of 1,237 connection(s)."_s;
    QTest::newRow("total not known") << OverviewExtent{.rows = 50, .isWhole = false}
                                     << u"On this page only: 50 connection(s)."_s;
    QTest::newRow("saved part") << OverviewExtent{.rows = 3, .total = 3, .isSavedPart = true}
                                << u"In the saved part of the list: 3 connection(s)."_s;
}

void TestListingOverviewText::saysWhatThePictureIsOf()
{
    QFETCH(const OverviewExtent, extent);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QTEST(overviewCaption(extent), "expected");
}

void TestListingOverviewText::hintsHaveTheWordsOfFindings()
{
    QCOMPARE(overviewLabel(ConnectionHint::SocialMembership),
             findingTitle(FindingRule::SocialMembership));
    QCOMPARE(spokenRows(ConnectionHint::SocialMembership, 2),
             u"Membership for any social account (High): 2 connection(s)"_s);
    QCOMPARE(spokenRows(ConnectionHint::ButtonWithoutMeaning, 1),
             u"Hidden button without effect (For information): 1 connection(s)"_s);
    QCOMPARE(hintNumber(ConnectionHint::SocialMembership, 2), u"High: 2"_s);
    QCOMPARE(hintNumber(ConnectionHint::ButtonWithoutMeaning, 2), u"2"_s);
    QSet<QString> labels;
    for (int hint = 0; hint <= int(ConnectionHint::ButtonWithoutMeaning); ++hint)
        labels.insert(overviewLabel(ConnectionHint(hint)));
    QCOMPARE(labels.size(), int(ConnectionHint::ButtonWithoutMeaning) + 1);
}

void TestListingOverviewText::valuesHaveTheWordsOfTheTenant()
{
    QCOMPARE(overviewLabel(FlagChoice::Yes), u"Enabled"_s);
    QCOMPARE(overviewLabel(FlagChoice::No), u"Disabled"_s);
    QCOMPARE(overviewLabel(FlagChoice::NotSent), u"Enabled: no value"_s);
    QCOMPARE(overviewLabel(ListedLevel{.word = u"readonly"_s}), u"Read-only"_s);
    QCOMPARE(overviewLabel({.presence = FieldPresence::Absent}), u"Not sent"_s);
    QCOMPARE(overviewLabel({.presence = FieldPresence::Null}), u"null"_s);
    QCOMPARE(spokenRows(u"Social"_s, 3), u"Social: 3 connection(s)"_s);
}

void TestListingOverviewText::aTenantsLevelIsPlainText()
{
    const QString label = overviewLabel(ListedLevel{.word = u"<b>x\u202e\n"_s});
    QVERIFY2(label.startsWith(u"<b>x"_s) && !label.contains(u'\u202e') && !label.contains(u'\n'),
             qPrintable(label));
}

QTEST_APPLESS_MAIN(TestListingOverviewText)
#include "tst_listingoverviewtext.moc"
