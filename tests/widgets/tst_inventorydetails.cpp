// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorydetails.h"

#include "models/findingtext.h"
#include "program/translations.h"
#include "session/inventorylisting.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "support/connectionsamples.h"
#include "support/fakeinventorysource.h"
#include "support/windowtesting.h"
#include "widgets/controls/hintlist.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/detail/loginpromptview.h"
#include "widgets/tenant/findingbox.h"
#include "widgets/tenant/linklistview.h"

#include <QClipboard>
#include <QMenu>
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
    void aRuleThatFoundNothingIsOnlyDescribed();
    void aLowWindowCutsNothingOfTheHead();
    void wideAndLowDetailsStandSideBySide();
    void aConnectionHasItsOrganizationsInEntries();
    void anOrganizationHasItsConnectionsInEntries();
    void theNumbersOfAConnectionAreASummary();
    void findingsOfARowAreSaid();
    void theMutedFindingOfAFilterIsNoFinding();
    void aFindingIsNotSaidTwice();
    void theCopyButtonIsOnlyItsIcon();
    void nothingScrollsSideways_data();
    void nothingScrollsSideways();
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

    [[nodiscard]] InventoryRow linkWith(const QList<FindingRule> &findings) const
    {
        InventoryRow row = links.at(0);
        std::get<InventoryLink>(row).findings = findings;
        return row;
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
    QTest::newRow("waiting") << OrganizationState::Waiting << u"acme\u00A0· Not read yet"_s;
    QTest::newRow("read") << OrganizationState::Read
                          << u"acme\u00A0· 3 connections\u00A0· read\u00a029 Nov 2025 00:53:55"_s;
    QTest::newRow("failed") << OrganizationState::Failed
                            << u"acme\u00A0· Failed\u00A0· tried\u00a029 Nov 2025 00:53:55"_s;
    QTest::newRow("gone") << OrganizationState::Gone
                          << u"acme\u00A0· Gone\u00A0· requested\u00a029 Nov 2025 00:53:55"_s;
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
    QVERIFY(bench.source->queries.isEmpty());
    bench.lookAtTheDrawing();
    QTRY_VERIFY2(bench.drawing().contains(u"Log in to Acme Corp"_s), qPrintable(bench.drawing()));
    QVERIFY(bench.drawing().contains(u"Form: "_s));
    QVERIFY(!bench.drawing().contains(u"Drawn from"_s)); // it is the whole organization
    const qsizetype queries = bench.source->queries.size();
    bench.details.showRow(&bench.links.at(1)); // of the same organization
    QVERIFY(bench.drawing().contains(u"Log in to Acme Corp"_s));
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
    QVERIFY(!bench.drawing().contains(u"Enabled: no value"_s));
}

//! The sentence of a rule would say that there is something.
void TestInventoryDetails::aRuleThatFoundNothingIsOnlyDescribed()
{
    Bench bench;
    const auto *note = child<QLabel>(&bench.details, "inventoryNote");
    const auto *unused = child<QPlainTextEdit>(&bench.details, "unusedList");
    const auto show = [&bench](const FindingCount &count) {
        const InventoryRow row = count;
        bench.details.showRow(&row);
        QCoreApplication::processEvents();
    };
    const QString empty = findingSentence(FindingRule::NoConnections);
    show({.rule = FindingRule::NoConnections, .count = 2});
    QCOMPARE(note->text(), empty);
    show({.rule = FindingRule::NoConnections});
    QCOMPARE(note->text(), u"This rule reports:\n"_s + empty);

    show({.rule = FindingRule::Unused, .isChecked = false});
    QVERIFY(note->text().startsWith(u"This rule reports:\n"_s));
    QVERIFY(note->text().endsWith("only on request."_L1)); // beside the button that does it
    QVERIFY(!unused->isVisible()); // no frame around nothing
    show({.rule = FindingRule::Unused, .isChecked = true});
    QVERIFY(!note->text().contains("on request"_L1));
    QVERIFY(!unused->isVisible());
    show({.rule = FindingRule::Unused, .muted = 1, .isChecked = true});
    QVERIFY(unused->isVisible()); // the muted one
    show({.rule = FindingRule::Unused, .count = 3, .isChecked = true});
    QVERIFY(unused->isVisible());
    QCOMPARE(note->text(), findingSentence(FindingRule::Unused));
    // The list begins where the texts above it do.
    const QPoint left = unused->viewport()->mapTo(&bench.details, QPoint());
    QCOMPARE(left.x() + qRound(unused->document()->documentMargin()),
             note->mapTo(&bench.details, note->contentsRect().topLeft()).x());
}

//! It can be scrolled, and what is below it keeps some lines.
void TestInventoryDetails::aLowWindowCutsNothingOfTheHead()
{
    Bench bench;
    const InventoryRow row =
        FindingCount{.rule = FindingRule::Unused, .count = 3, .isChecked = true}; // with a list
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

void TestInventoryDetails::wideAndLowDetailsStandSideBySide()
{
    Bench bench;
    bench.details.showRow(&bench.organization);
    const auto *head = bench.details.findChild<ScrollPage *>();
    const auto *tabs = child<QTabWidget>(&bench.details, "organizationTabs");
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        bench.details.setLayoutDirection(direction);
        bench.details.resize(1000, 200);
        QCoreApplication::processEvents();
        QCOMPARE(head->height(), 200);
        QCOMPARE(tabs->height(), 200);
        const int left = tabs->mapTo(&bench.details, QPoint()).x();
        QCOMPARE(left > head->x(), direction == Qt::LeftToRight);
        QCOMPARE(head->width() + tabs->width(), 1000);
        bench.details.resize(320, 600);
        QCoreApplication::processEvents();
        QCOMPARE(tabs->width(), 320);
        QCOMPARE(head->height() + tabs->height(), 600);
    }
}

void TestInventoryDetails::aConnectionHasItsOrganizationsInEntries()
{
    Bench bench;
    const InventoryRow row = ConnectionUse{.id = u"con_1"_s, .name = u"acme-okta"_s};
    bench.details.showRow(&row);
    const auto *tabs = child<QTabWidget>(&bench.details, "connectionTabs");
    QVERIFY(tabs->isVisible());
    auto *list = tabs->findChild<LinkListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(bench.source->queries.constLast().filter.connection, u"con_1"_s);
    const QSignalSpy live(&bench.details, &InventoryDetails::liveRequested);
    const QSignalSpy links(&bench.details, &InventoryDetails::linksRequested);
    const QSignalSpy ofOrganization(&bench.details,
                                    &InventoryDetails::linksOfOrganizationRequested);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(live.size(), 1);
    QCOMPARE(live.at(0).at(0).value<Organization>().id, u"org_1"_s);
    Q_EMIT list->linksRequested(bench.links.at(0));
    QCOMPARE(ofOrganization.at(0).at(0).value<Organization>().id, u"org_1"_s);
    child<QPushButton>(&bench.details, "linksButton")->click();
    QCOMPARE(links.at(0).at(0).toString(), u"con_1"_s);
    auto *order = child<QToolButton>(tabs, "orderButton");
    QVERIFY(order->isVisible());
    child<QTabWidget>(&bench.details, "connectionTabs")->setCurrentIndex(1);
    QVERIFY(!order->isVisible()); // there is nothing to sort
}

void TestInventoryDetails::anOrganizationHasItsConnectionsInEntries()
{
    Bench bench;
    bench.details.showRow(&bench.organization);
    auto *list = child<QTabWidget>(&bench.details, "organizationTabs")->findChild<LinkListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(bench.source->queries.constLast().filter.organization, u"org_1"_s);
    const QSignalSpy links(&bench.details, &InventoryDetails::linksRequested);
    const QSignalSpy ofOrganization(&bench.details,
                                    &InventoryDetails::linksOfOrganizationRequested);
    QTest::keyClick(list, Qt::Key_Return);
    const QString first = std::get<InventoryLink>(bench.links.at(0)).connection.connectionId;
    QCOMPARE(links.at(0).at(0).toString(), first);
    child<QPushButton>(&bench.details, "linksButton")->click();
    QCOMPARE(ofOrganization.at(0).at(0).value<Organization>().id, u"org_1"_s);
    // The order stays for the next organization.
    list->orderMenu()->actions().at(1)->trigger();
    const InventoryRow other = InventoryOrganization{.organization = {.id = u"org_2"_s}};
    bench.details.showRow(&other);
    QCOMPARE(list->listing().query().sortedBy, InventoryColumn::OrganizationAccessLevel);
}

void TestInventoryDetails::theNumbersOfAConnectionAreASummary()
{
    Bench bench;
    const InventoryRow row = ConnectionUse{.id = u"con_1"_s,
                                           .organizations = 1204,
                                           .enabled = 1200,
                                           .disabled = 4,
                                           .levels = {{u"none"_s, 1203}, {u"full"_s, 1}}};
    bench.details.showRow(&row);
    QStringList figures;
    for (const auto *label : bench.details.findChildren<QLabel *>(u"figure"_s))
        figures.append(label->text());
    QCOMPARE(figures.size(), 7);
    QCOMPARE(figures.mid(0, 3), (QStringList{u"1,204"_s, u"1,200"_s, u"4"_s}));
    QVERIFY2(figures.constLast().contains(u"Full (1)"_s), qPrintable(figures.constLast()));
}

void TestInventoryDetails::findingsOfARowAreSaid()
{
    Bench bench;
    const auto *box = child<FindingBox>(&bench.details, "findingBox");
    // What draws the dot in its list, and nothing else, so that no arrow key waits for a count.
    const auto said = [&](const InventoryRow &row) {
        bench.details.showRow(&row);
        return box->isVisible() ? box->findings() : QList<FindingRule>();
    };
    std::get<InventoryOrganization>(bench.organization).findings = {FindingRule::NearlyFull,
                                                                    FindingRule::SharedMembership};
    QCOMPARE(said(bench.organization),
             (QList<FindingRule>{FindingRule::SharedMembership, FindingRule::NearlyFull}));
    QCOMPARE(said(ConnectionUse{.id = u"con_1"_s, .findings = {FindingRule::DormantFlags}}),
             QList<FindingRule>{FindingRule::DormantFlags});
    QCOMPARE(said(bench.links.at(1)), QList<FindingRule>());
    QCOMPARE(said(bench.linkWith({FindingRule::SharedMembership})),
             QList<FindingRule>{FindingRule::SharedMembership});
    const QSignalSpy requested(&bench.details, &InventoryDetails::ruleRequested);
    child<QAbstractButton>(box, "whyButton")->click();
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<FindingRule>(), FindingRule::SharedMembership);
    QCOMPARE(said(FindingCount{.rule = FindingRule::NearlyFull}), QList<FindingRule>());
    QCOMPARE(said(bench.linkWith({FindingRule::SharedMembership})).size(), 1);
    bench.details.showRow(nullptr);
    QVERIFY(!box->isVisible());
    // The same link, when one of its findings has been muted.
    QCOMPARE(
        said(bench.linkWith({FindingRule::SharedMembership, FindingRule::DormantFlags})).size(), 2);
    QCOMPARE(said(bench.linkWith({FindingRule::DormantFlags})),
             QList<FindingRule>{FindingRule::DormantFlags});
}

void TestInventoryDetails::theMutedFindingOfAFilterIsNoFinding()
{
    Bench bench;
    const auto *box = child<FindingBox>(&bench.details, "findingBox");
    const InventoryRow row =
        bench.linkWith({FindingRule::SharedMembership, FindingRule::DormantFlags});
    bench.details.showRow(&row);
    bench.details.showFinding(FindingRule::DormantFlags, nullptr);
    QCOMPARE(box->findings(),
             (QList<FindingRule>{FindingRule::DormantFlags, FindingRule::SharedMembership}));
    const auto *note = child<QLabel>(&bench.details, "findingNote");
    QVERIFY(!note->isVisible()); // the box has the sentence
    const FindingMute mute{.key = {.rule = FindingRule::DormantFlags}, .reason = u"It is old"_s};
    const InventoryRow muted = bench.linkWith({FindingRule::SharedMembership});
    bench.details.showRow(&muted);
    bench.details.showFinding(FindingRule::DormantFlags, &mute);
    QCOMPARE(box->findings(), QList<FindingRule>{FindingRule::SharedMembership});
    QVERIFY(note->text().startsWith(findingSentence(FindingRule::DormantFlags)));
    QVERIFY(note->text().endsWith(u"It is old"_s));
}

//! Some hints of a connection say what a rule says. A muted finding is not said at all.
void TestInventoryDetails::aFindingIsNotSaidTwice()
{
    Bench bench;
    InventoryRow row = bench.links.at(1); // a disabled one
    auto &link = std::get<InventoryLink>(row);
    link.connection.assignMembershipOnLogin = true;
    const auto *hints = child<HintList>(&bench.details, "hintList");
    const auto *box = child<FindingBox>(&bench.details, "findingBox");
    link.findings = {};
    bench.details.showRow(&row);
    QVERIFY(!hints->isVisible());
    QVERIFY(!box->isVisible());
    link.findings = {FindingRule::DormantFlags};
    bench.details.showRow(&row);
    QVERIFY(!hints->isVisible());
    QVERIFY(box->isVisible());
    link.connection.strategy = u"auth0"_s;
    link.connection.showAsButton = false; // means nothing for a database, which no rule says
    bench.details.showRow(&row);
    QVERIFY(hints->isVisible());
}

void TestInventoryDetails::theCopyButtonIsOnlyItsIcon()
{
    Bench bench;
    const auto *here = child<QToolButton>(&bench.details, "copyInventoryIdButton");
    const auto *there = child<QToolButton>(&bench.details, "copyIdButton"); // of a connection
    bench.details.showRow(&bench.links.at(0));
    QVERIFY(here->autoRaise());
    QCOMPARE(here->autoRaise(), there->autoRaise());
    QCOMPARE(here->sizeHint(), there->sizeHint());
}

void TestInventoryDetails::nothingScrollsSideways_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        for (const int width : {300, 360, 420})
            QTest::addRow("%s, %d pixels", qPrintable(language), width) << language << width;
    }
}

void TestInventoryDetails::nothingScrollsSideways()
{
    QFETCH(const QString, language);
    QFETCH(const int, width);
    const Translations translations(language);
    Bench bench;
    const QList<FindingRule> rules{FindingRule::SharedMembership, FindingRule::DormantFlags};
    const InventoryRow use = ConnectionUse{.id = u"con_1"_s,
                                           .name = QString(300, u'W'),
                                           .levels = {{u"none"_s, 3}, {u"full"_s, 1}},
                                           .findings = rules};
    std::get<InventoryOrganization>(bench.organization).findings = rules;
    for (const InventoryRow &row : {use, bench.organization, bench.linkWith(rules)}) {
        bench.details.resize(width, 600);
        bench.details.showRow(&row);
        bench.details.showFinding(FindingRule::DormantFlags, nullptr); // with one button more
        QTRY_VERIFY(child<FindingBox>(&bench.details, "findingBox")->isVisible());
        QCoreApplication::processEvents();
        for (const auto *area : bench.details.findChildren<QAbstractScrollArea *>()) {
            if (area->isVisible())
                QVERIFY2(area->horizontalScrollBar()->maximum() == 0,
                         area->metaObject()->className());
        }
        QCOMPARE_LE(bench.details.minimumSizeHint().width(), 300);
    }
}

QTEST_MAIN(TestInventoryDetails)
#include "tst_inventorydetails.moc"
