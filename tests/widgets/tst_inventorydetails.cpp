// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorydetails.h"

#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "support/connectionsamples.h"
#include "support/fakeinventorysource.h"
#include "support/windowtesting.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/detail/loginpromptview.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

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
    void idIsShownAndCopied();
    void theLoginPromptIsReadWhenItIsLookedAt();
    void theLoginPromptSaysWhyThereIsNone_data();
    void theLoginPromptSaysWhyThereIsNone();
    void theLoginPromptKnowsTheOlderList();
    void aLowWindowCutsNothingOfTheHead();
};

namespace {

//! Details of an inventory with one organization, which has a database and a disabled enterprise
//! connection.
struct Bench {
    explicit Bench(OrganizationState state = OrganizationState::Read,
                   ConnectionEndpoint endpoint = ConnectionEndpoint::Connections)
        : organization(InventoryOrganization{
            .organization = {.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Corp"_s},
            .state = state,
            .connections = 2})
    {
        const auto linkOf = [this](const OrganizationConnection &connection) {
            return InventoryLink{.organization =
                                     std::get<InventoryOrganization>(organization).organization,
                                 .connection = connection};
        };
        OrganizationConnection disabled = okta();
        disabled.connectionId = u"con_2"_s;
        disabled.isEnabled = false;
        if (endpoint == ConnectionEndpoint::EnabledConnections)
            disabled.isEnabled.reset();
        OrganizationConnection users = database();
        if (endpoint == ConnectionEndpoint::EnabledConnections)
            users.isEnabled.reset();
        links = {linkOf(users), linkOf(disabled)};
        source->rowsFor = [this](const InventoryQuery &query) {
            return query.list == InventoryList::Organizations ? QList<InventoryRow>{organization}
                                                              : links;
        };
        details.resize(320, 600);
        details.show();
        details.setSource(source, endpoint);
    }

    //! Of the view that is on screen.
    [[nodiscard]] QString drawing() const
    {
        QStringList lines;
        for (const auto *view : details.findChildren<LoginPromptView *>()) {
            for (int row = 0; view->isVisible() && row < view->count(); ++row)
                lines.append(view->item(row)->data(Qt::AccessibleTextRole).toString());
        }
        return lines.join(u'\n');
    }
    void lookAtTheDrawing() const
    {
        for (auto *tabs : details.findChildren<QTabWidget *>())
            tabs->setCurrentIndex(tabs->count() - 1);
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    PrivacyMode privacy{settings};
    InventoryRow organization;
    QList<InventoryRow> links;
    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    InventoryDetails details{privacy};
};

} // namespace

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
                          << u"acme · Gone · requested 29 Nov 2025 00:53:55"_s;
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

void TestInventoryDetails::idIsShownAndCopied()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    InventoryDetails details(privacy);
    details.show();
    const auto *id = child<ElidedLabel>(&details, "inventoryIdLabel");
    auto *copy = child<QToolButton>(&details, "copyInventoryIdButton");
    QVERIFY(!copy->isVisible());
    InventoryRow row = ConnectionUse{.id = u"con_1"_s, .name = u"acme-okta"_s};
    details.showRow(&row);
    QCOMPARE(id->fullText(), u"con_1"_s);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"con_1"_s);
    row = InventoryOrganization{.organization = {.id = u"org_1"_s, .name = u"acme"_s}};
    details.showRow(&row);
    privacy.setOn(true);
    details.updatePrivacy();
    QVERIFY(!id->fullText().contains(u"org_1"_s));
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"org_1"_s);
    row = FindingCount{.rule = FindingRule::NearlyFull};
    details.showRow(&row);
    QVERIFY(!copy->isVisible());
}

void TestInventoryDetails::theLoginPromptIsReadWhenItIsLookedAt()
{
    Bench bench;
    bench.details.showRow(&bench.links.at(0));
    QTest::qWait(20);
    QVERIFY(bench.source->queries.isEmpty());
    bench.lookAtTheDrawing();
    QTRY_VERIFY2(bench.drawing().contains(u"Log in to Acme Corp"_s), qPrintable(bench.drawing()));
    QVERIFY(bench.drawing().contains(u"Form: "_s));
    QVERIFY(!bench.drawing().contains(u"Drawn from"_s)); // it is the whole organization
    const qsizetype queries = bench.source->queries.size();
    bench.details.showRow(&bench.links.at(1)); // of the same organization
    QVERIFY(bench.drawing().contains(u"Log in to Acme Corp"_s));
    QTest::qWait(20);
    QCOMPARE(bench.source->queries.size(), queries);
    QSignalSpy chosen(&bench.details, &InventoryDetails::linkChosen);
    for (auto *view : bench.details.findChildren<LoginPromptView *>()) {
        if (view->isVisible())
            Q_EMIT view->connectionChosen(u"con_2"_s);
    }
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<InventoryKey>(),
             (InventoryKey{.organizationId = u"org_1"_s, .connectionId = u"con_2"_s}));

    bench.details.showRow(&bench.organization);
    bench.lookAtTheDrawing();
    QTRY_VERIFY(bench.drawing().contains(u"Log in to Acme Corp"_s));
    bench.settings.setPrivate(true);
    bench.details.updatePrivacy();
    QTRY_VERIFY(bench.drawing().contains(u"Form: "_s));
    QVERIFY2(!bench.drawing().contains(u"cme"_s), qPrintable(bench.drawing()));
}

void TestInventoryDetails::theLoginPromptSaysWhyThereIsNone_data()
{
    QTest::addColumn<OrganizationState>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("waiting") << OrganizationState::Waiting << u"has not been read yet."_s;
    QTest::newRow("failed") << OrganizationState::Failed << u"connections could not be read."_s;
    QTest::newRow("gone") << OrganizationState::Gone << u"the organization no longer exists."_s;
}

void TestInventoryDetails::theLoginPromptSaysWhyThereIsNone()
{
    QFETCH(const OrganizationState, state);
    QFETCH(const QString, expected);
    Bench bench(state);
    bench.details.showRow(&bench.organization);
    bench.lookAtTheDrawing();
    QTRY_VERIFY2(bench.drawing().endsWith(expected), qPrintable(bench.drawing()));
    QVERIFY(!bench.drawing().contains(u"Log in"_s));

    InventoryRow read = bench.organization; // in the meantime
    std::get<InventoryOrganization>(read).state = OrganizationState::Read;
    bench.organization = read;
    bench.details.showRow(&read);
    QTRY_VERIFY(bench.drawing().contains(u"Log in to Acme Corp"_s));
    bench.source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Removed};
    const InventoryRow failing = InventoryOrganization{.organization = {.id = u"org_2"_s}};
    bench.details.showRow(&failing);
    QTRY_VERIFY(bench.drawing().contains(inventoryProblemText(*bench.source->problem)));
}

void TestInventoryDetails::theLoginPromptKnowsTheOlderList()
{
    Bench bench(OrganizationState::Read, ConnectionEndpoint::EnabledConnections);
    bench.details.showRow(&bench.links.at(0));
    bench.lookAtTheDrawing();
    QTRY_VERIFY2(bench.drawing().contains(u"disabled ones are not listed"_s),
                 qPrintable(bench.drawing()));
    QVERIFY(!bench.drawing().contains(u"Enabled: not sent"_s));
}

//! It can be scrolled, and what is below it keeps some lines.
void TestInventoryDetails::aLowWindowCutsNothingOfTheHead()
{
    Bench bench;
    const InventoryRow row = FindingCount{.rule = FindingRule::Unused, .isChecked = true};
    bench.details.showRow(&row);
    bench.details.resize(260, 900);
    QCoreApplication::processEvents();
    const auto *area = bench.details.findChild<ScrollPage *>();
    const auto *note = child<QLabel>(&bench.details, "inventoryNote");
    const auto *unused = child<QPlainTextEdit>(&bench.details, "unusedList");
    QCOMPARE(area->verticalScrollBar()->maximum(), 0); // there is room
    QCOMPARE(area->height(), area->widget()->height());
    const int high = area->height();
    bench.details.resize(260, high + 40);
    QCoreApplication::processEvents();
    QVERIFY(note->wordWrap());
    QCOMPARE_GE(note->height(), note->heightForWidth(note->width()));
    QCOMPARE_GT(area->verticalScrollBar()->maximum(), 0);
    QCOMPARE_GE(unused->height(), bench.details.height() / 2); // the head has the other half
    const InventoryRow other = FindingCount{.rule = FindingRule::DormantFlags, .isChecked = true};
    bench.details.showRow(&other); // with nothing below, so that it has all the room
    QCoreApplication::processEvents();
    QCOMPARE(area->height(), bench.details.height());
}

QTEST_MAIN(TestInventoryDetails)
#include "tst_inventorydetails.moc"
