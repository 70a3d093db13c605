// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorydetails.h"

#include "session/privacymode.h"
#include "store/settings.h"
#include "support/windowtesting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void onlyWhatWasReadIsCalledRead_data();
    void onlyWhatWasReadIsCalledRead();
    void catalogueIsOfferedWhereItHelps();
};

void TestInventoryDetails::onlyWhatWasReadIsCalledRead_data()
{
    QTest::addColumn<OrganizationState>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("waiting") << OrganizationState::Waiting << u"acme · Not read yet"_s;
    QTest::newRow("read") << OrganizationState::Read
                          << u"acme · 3 connections · read 29 Nov 2025 00:53:55"_s;
    QTest::newRow("failed") << OrganizationState::Failed
                            << u"acme · Failed · tried 29 Nov 2025 00:53:55"_s;
    QTest::newRow("gone") << OrganizationState::Gone
                          << u"acme · Gone · asked 29 Nov 2025 00:53:55"_s;
}

void TestInventoryDetails::onlyWhatWasReadIsCalledRead()
{
    QFETCH(const OrganizationState, state);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const PrivacyMode privacy(settings);
    InventoryDetails details(privacy);
    const bool isAsked = state != OrganizationState::Waiting;
    const InventoryRow row = InventoryOrganization{
        .organization = {.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Corp"_s},
        .state = state,
        .readAt = isAsked ? QDateTime(QDate(2025, 11, 29), QTime(0, 53, 55), Qt::UTC) : QDateTime(),
        .connections = 3};
    details.showRow(&row);
    QStringList texts;
    for (const QLabel *label : details.findChildren<QLabel *>())
        texts.append(label->text());
    QFETCH(const QString, expected);
    QVERIFY2(texts.contains(expected), qPrintable(texts.join(u'\n')));
}

void TestInventoryDetails::catalogueIsOfferedWhereItHelps()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const PrivacyMode privacy(settings);
    InventoryDetails details(privacy);
    const auto *button = details.findChild<QPushButton *>(u"catalogueButton"_s);
    QVERIFY(button);
    const auto isOffered = [&](FindingRule rule, bool isChecked) {
        const InventoryRow row = FindingCount{.rule = rule, .isChecked = isChecked};
        details.showRow(&row);
        return !button->isHidden();
    };
    QVERIFY(!isOffered(FindingRule::Unused, false)); // a sweep could not read it
    details.setCatalogueOffered(true);
    QVERIFY(isOffered(FindingRule::Unused, false));
    QVERIFY(!isOffered(FindingRule::Unused, true));
    QVERIFY(!isOffered(FindingRule::NearlyFull, false));
    details.showRow(nullptr);
    QVERIFY(button->isHidden());
}

QTEST_MAIN(TestInventoryDetails)
#include "tst_inventorydetails.moc"
