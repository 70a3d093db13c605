// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/listingoverview.h"
#include "support/connectionsamples.h"
#include "support/contrast.h"
#include "support/demodesk.h"
#include "support/jsonsamples.h"
#include "support/windowtesting.h"
#include "widgets/controls/barchart.h"
#include "widgets/controls/copybutton.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/theming.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/detail/loginpromptview.h"

#include <QClipboard>
#include <QJsonDocument>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>
#include <QToolButton>

#include <utility>

namespace {

//! Counts the widgets whose layout is told that something in it has another size.
class LayoutRequests final : public QObject {
public:
    LayoutRequests() { qApp->installEventFilter(this); }

    //! The names of the widgets since the last call.
    QStringList take()
    {
        for (int pass = 0; pass < 3; ++pass) // a layout may ask the one around it
            QCoreApplication::processEvents();
        return std::exchange(m_names, {});
    }

protected:
    bool eventFilter(QObject *widget, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            m_names.append(widget->objectName());
        return false;
    }

private:
    QStringList m_names;
};

} // namespace

//! The detail pane with its fields, their values and sentences, and its JSON.
class TestConnectionDetailPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void withoutOneConnectionThereIsAHint();
    void titleNamesTheConnection_data();
    void titleNamesTheConnection();
    void aLongTitleIsSmallerBeforeItIsCut();
    void jsonIsShownAsSent();
    void jsonIsNotEditable();
    void idIsElidedAndCopiedWhole();
    void textCanBeSelected();

    void nothingMovesFromRowToRow_data();
    void nothingMovesFromRowToRow();
    void theAccessLevelIsToldOnce();
    void onlyDocumentedLevelsAreExplained();
    void emptyWhereNothingCanBeSelected();
    void keysScrollTheFieldsFromTheTabs();
    void copiesAreAnnounced();
    void everyFieldHasItsValueAndItsSentence_data();
    void everyFieldHasItsValueAndItsSentence();
    void titlesAreAuth0sTerms();
    void everyLevelHasItsOwnSentence();
    void longNamesAreShortenedInSentences();
    void titlesAreNotBrokenBesideTheirValues();
    void valuesAreShownWhole_data();
    void valuesAreShownWhole();
    void unknownFieldsAreListed();
    void severalRowsAreCompared();
    void jsonCanBeSearched();
    void jsonColorsAreReadable_data();
    void jsonColorsAreReadable();
    void jsonIsBrokenAtTheEdge();
    void jsonIsSearchedForInvisibleCharacters();

    void withoutASelectionThereIsAnOverview();
    void thePaneIsEmptyWhereNothingMatches();
    void barsOfTheOverviewFilterTheListing();
    void barsOfTheOverviewSelectTheirRows();
    void theOverviewSaysWhatItIsOf();

    void theLoginPromptIsThereWhateverIsSelected();
    void theLoginPromptIsDrawnWhenSomebodyLooks();
    void whatIsTheSameIsNotLaidOutAgain();
    void theTabStaysWhenTheSelectionChanges();
    void theLoginPromptFollowsTheListing();
    void theLoginPromptKnowsTheOlderList();
    void aPartOfASavedViewIsNoWholeLoginPrompt();
    void aPartOfTheLoginPromptSelectsItsRow();
    void theLoginPromptIsMasked();
    void aLowPaneHasOneScrollBar();

private:
    static QString value(const QWidget &pane, const char *field)
    {
        return labelText(child(&pane, field), "value");
    }
    //! The lines of the drawing, once somebody looks at it.
    static QString prompt(QWidget &window)
    {
        QStringList lines;
        child<QTabWidget>(&window, "tabs")->setCurrentIndex(2);
        const auto *view = child<LoginPromptView>(&window, "promptPage");
        for (int row = 0; row < view->count(); ++row)
            lines.append(view->item(row)->data(Qt::AccessibleTextRole).toString());
        return lines.join(u'\n');
    }
    static QString sentence(const QWidget &pane, const char *field)
    {
        return labelText(child(&pane, field), "sentence");
    }
};

void TestConnectionDetailPane::withoutOneConnectionThereIsAHint()
{
    ConnectionDetailPane pane;
    QCOMPARE(labelText(&pane, "nameLabel"), u"Overview"_s);
    QCOMPARE(labelText(&pane, "strategyLabel"), u"Select a connection to see its details."_s);
    QCOMPARE(pane.shownId(), QString());
    pane.showConnections({okta()});
    QCOMPARE(pane.shownId(), okta().connectionId);
    pane.showConnections({okta(), database()});
    QVERIFY(labelText(&pane, "nameLabel").startsWith("2 connection"_L1));
    QCOMPARE(labelText(&pane, "strategyLabel"), u"acme-okta, users"_s);
    QCOMPARE(pane.shownId(), QString());
}

void TestConnectionDetailPane::titleNamesTheConnection_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("strategy");
    QTest::newRow("enterprise") << okta() << u"acme-okta"_s << u"Enterprise · Okta Workforce"_s;
    QTest::newRow("database") << database() << u"users"_s
                              << u"Database"_s; // the category and not also the strategy
    QTest::newRow("without a name") << changed(okta(), [](auto &c) { c.name.reset(); })
                                    << u"Acme workforce"_s << u"Enterprise · Okta Workforce"_s;
    QTest::newRow("without any") << OrganizationConnection{.connectionId = u"con_1"_s} << u"con_1"_s
                                 << u"No strategy"_s;
    QTest::newRow("unknown") << changed(okta(), [](auto &c) { c.strategy = u"quantum-id"_s; })
                             << u"acme-okta"_s << u"Unknown category · quantum-id"_s;
}

void TestConnectionDetailPane::titleNamesTheConnection()
{
    QFETCH(const OrganizationConnection, connection);
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    QTEST(labelText(&pane, "nameLabel"), "name");
    QTEST(labelText(&pane, "strategyLabel"), "strategy");
}

//! Auth0's default database connection has such a name.
void TestConnectionDetailPane::aLongTitleIsSmallerBeforeItIsCut()
{
    ConnectionDetailPane pane;
    pane.resize(288, 600);
    pane.show();
    OrganizationConnection connection = okta();
    pane.showConnections({connection});
    QCoreApplication::processEvents();
    const auto *title = child<QLabel>(&pane, "nameLabel");
    const QRect place = title->geometry();
    const double size = title->font().pointSizeF();
    connection.name = u"Username-Password-Authentication"_s;
    pane.showConnections({connection});
    QCoreApplication::processEvents();
    QCOMPARE(title->text(), *connection.name);
    QVERIFY(title->font().pointSizeF() < size);
    QVERIFY(title->font().pointSizeF() >= pane.font().pointSizeF());
    QCOMPARE(title->geometry(), place);
    connection.name = QString(100, u'w');
    pane.showConnections({connection});
    QCoreApplication::processEvents();
    QVERIFY(title->text().endsWith(u'…'));
    QCOMPARE(title->geometry(), place);
    pane.showConnections({okta()});
    QCoreApplication::processEvents();
    QCOMPARE(title->font().pointSizeF(), size);
}

void TestConnectionDetailPane::jsonIsShownAsSent()
{
    OrganizationConnection connection = okta();
    // Order, unknown fields, numbers that do not fit a double, and escapes stay unchanged.
    connection.json = R"({"z":1,"connection_id":"c","big":12345678901234567890,"a":{"b":[1.50]},)"
                      R"("text":"\u00e9 <b>&amp;</b>"})"_ba;
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    const QString shown = child<QTextEdit>(&pane, "jsonTab")->toPlainText();
    QVERIFY(shown.contains(u'\n')); // indented
    QString flat = shown;
    flat.remove(QRegularExpression(u"\\s(?=([^\"]*\"[^\"]*\")*[^\"]*$)"_s));
    QCOMPARE(flat, QString::fromUtf8(connection.json.bytes()));
    QVERIFY(QJsonDocument::fromJson(shown.toUtf8()).isObject());
}

void TestConnectionDetailPane::jsonIsNotEditable()
{
    ConnectionDetailPane pane;
    pane.showConnections({okta()});
    auto *json = child<QTextEdit>(&pane, "jsonTab");
    const QString before = json->toPlainText();
    QTest::keyClicks(json, u"x"_s);
    QTest::keyClick(json, Qt::Key_Delete);
    QCOMPARE(json->toPlainText(), before);
    QTest::keyClick(json, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(json, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), before);
    QTest::keyClick(json, Qt::Key_Tab); // Tab leaves the field
}

void TestConnectionDetailPane::idIsElidedAndCopiedWhole()
{
    OrganizationConnection connection = okta();
    connection.connectionId = "con_"_L1 + QString(300, u'x');
    ConnectionDetailPane pane;
    pane.resize(280, 600);
    pane.show();
    pane.showConnections({connection});
    QCoreApplication::processEvents();
    const QString shown = labelText(&pane, "idLabel");
    QVERIFY(shown.contains(u'…') && shown.startsWith("con_"_L1));
    QVERIFY(child(&pane, "idLabel")->toolTip().contains(connection.connectionId));
    child<QToolButton>(&pane, "copyIdButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), connection.connectionId);
    pane.showConnections(QList<OrganizationConnection>());
    QGuiApplication::clipboard()->setText(u"before"_s);
    pane.copyId();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestConnectionDetailPane::textCanBeSelected()
{
    ConnectionDetailPane pane;
    pane.showConnections({okta()});
    for (const char *name : {"nameLabel", "strategyLabel", "idLabel", "value", "sentence"}) {
        for (const QLabel *label : pane.findChildren<QLabel *>(QLatin1StringView(name)))
            QVERIFY2(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse), name);
    }
}

void TestConnectionDetailPane::nothingMovesFromRowToRow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("ample") << QSize(1600, 1000);
    QTest::newRow("first window") << QSize(1280, 720);
    QTest::newRow("low") << QSize(1100, 560); // the fields scroll
}

//! Whatever is selected, everything in the pane starts and ends where it did before.
void TestConnectionDetailPane::nothingMovesFromRowToRow()
{
    QFETCH(const QSize, size);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.window().resize(size);
    const QWidget *pane = child(&desk.window(), "ConnectionDetailPane");
    const auto places = [&] {
        QCoreApplication::processEvents();
        QMap<QString, QList<int>> all;
        for (const char *name : {"nameLabel", "strategyLabel"}) {
            const QWidget *label = child(pane, name);
            const QPoint at = label->mapTo(pane, QPoint());
            all.insert(QString::fromLatin1(name),
                       {at.x(), at.y(), label->width(), label->height()});
        }
        const QWidget *tabs = child(pane, "tabs");
        all.insert(u"tabs"_s, {tabs->mapTo(pane, QPoint()).y(), tabs->height()});
        for (const char *name : {"title", "value", "sentence"}) {
            for (const QLabel *label : pane->findChildren<QLabel *>(QLatin1StringView(name))) {
                if (!label->isVisible())
                    continue;
                const int left = label->mapTo(pane, QPoint()).x();
                const bool isValue = label->objectName() == "value"_L1;
                all.insert(label->parentWidget()->objectName() + u' ' + label->objectName(),
                           {isValue ? left + label->width() : left});
            }
        }
        return all;
    };
    QMap<QString, QList<int>> first;
    const auto compare = [&](const char *what) {
        const auto now = places();
        for (auto it = now.cbegin(); it != now.cend(); ++it) {
            if (!first.contains(it.key()))
                first.insert(it.key(), it.value());
            QVERIFY2(first.value(it.key()) == it.value(),
                     qPrintable(it.key() + u' ' + QLatin1StringView(what)));
        }
    };
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        compare(qPrintable(u"in row %1"_s.arg(row)));
    }
    QVERIFY(first.size() > 15);
    desk.table().selectAll();
    compare("of all rows");
    desk.select(2);
    compare("again");
    // All titles begin, and all values end, at one edge.
    QSet<int> left;
    QSet<int> right;
    for (auto it = first.cbegin(); it != first.cend(); ++it) {
        if (it.key().endsWith(" value"_L1))
            right.insert(it->constFirst());
        else if (it.key() != "tabs"_L1)
            left.insert(it->constFirst());
    }
    QCOMPARE(left, QSet<int>{12});
    QCOMPARE(right.size(), 1);
    desk.table().clearSelection();
    QCoreApplication::processEvents();
    const QWidget *tabs = child(pane, "tabs");
    QCOMPARE(tabs->mapTo(pane, QPoint()).y(), first.value(u"tabs"_s).constFirst());
    const auto *bar = child<QScrollArea>(pane, "summaryTab")->verticalScrollBar();
    QCOMPARE(bar->mapTo(pane, QPoint(bar->width(), 0)).x(), pane->width()); // at the very edge
}

//! One picture, one word, one sentence; the other levels are in the tooltip.
void TestConnectionDetailPane::theAccessLevelIsToldOnce()
{
    ConnectionDetailPane pane;
    const QWidget *field = child(&pane, "organization_access_level");
    for (const auto &[level, step] :
         {std::pair(u"none"_s, u"None: no access"_s),
          std::pair(u"readonly"_s, u"Read-only: can view"_s),
          std::pair(u"limited"_s,
                    u"Limited: can view some settings, enable it and show its button"_s),
          std::pair(u"full"_s, u"Full: can manage everything the organization owns"_s)}) {
        pane.showConnections(
            {changed(okta(), [&](auto &c) { c.organizationAccessLevel = level; })});
        const QString tip = field->toolTip();
        QCOMPARE(tip.count("<b>"_L1), 1);
        QVERIFY2(tip.contains("<b>"_L1 + step + "</b>"_L1), qPrintable(tip));
        QCOMPARE(tip.count("<br>"_L1), 4);
    }
    pane.showConnections(
        {changed(okta(), [&](auto &c) { c.organizationAccessLevel = u"<another>"_s; })});
    QVERIFY(!field->toolTip().contains("<b>"_L1));
    QVERIFY(!field->toolTip().contains("another"_L1));
    QCOMPARE(field->findChildren<QLabel *>(u"sentence"_s).size(), 1);
}

//! What a member may do at each level is not documented.
void TestConnectionDetailPane::onlyDocumentedLevelsAreExplained()
{
    ConnectionDetailPane pane;
    const QWidget *level = child(&pane, "organization_access_level");
    const QWidget *memberLevel = child(&pane, "organization_member_access_level");
    pane.resize(300, 900);
    pane.show();
    pane.showConnections({okta()});
    QCoreApplication::processEvents();
    QVERIFY(!level->toolTip().isEmpty());
    QCOMPARE(memberLevel->toolTip(), QString());
    QVERIFY(memberLevel->y() > level->y());
    QVERIFY(memberLevel->y() < child(&pane, "assign_membership_on_login")->y());
}

void TestConnectionDetailPane::emptyWhereNothingCanBeSelected()
{
    DemoDesk desk;
    const auto isEmpty = [&desk] {
        const QWidget *pane = child(&desk.window(), "ConnectionDetailPane");
        return pane->isVisible() && !child(pane, "connectionScroll")->isVisible();
    };
    QVERIFY(desk.open(DemoDesk::Ten, {u"error-500"_s}));
    QVERIFY(isEmpty());
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!isEmpty());
    desk.table().clearSelection();
    QVERIFY(!isEmpty());
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(isEmpty());
}

void TestConnectionDetailPane::keysScrollTheFieldsFromTheTabs()
{
    ConnectionDetailPane pane;
    pane.resize(300, 300);
    pane.show();
    pane.showConnections({okta()});
    QCoreApplication::processEvents();
    auto *area = child<QScrollArea>(&pane, "summaryTab");
    QCOMPARE(area->focusPolicy(), Qt::NoFocus);
    const QScrollBar *bar = area->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    auto *tabs = child<QTabWidget>(&pane, "tabs")->tabBar();
    QTest::keyClick(tabs, Qt::Key_PageDown);
    const int page = bar->value();
    QVERIFY(page > 0);
    QTest::keyClick(tabs, Qt::Key_Up);
    QVERIFY(bar->value() < page);
    QTest::keyClick(tabs, Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
    QTest::keyClick(tabs, Qt::Key_Down);
    QVERIFY(bar->value() > 0);
}

void TestConnectionDetailPane::copiesAreAnnounced()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *note = child<PassingNote>(&desk.window(), "passingNote");
    QVERIFY(note->isVisible());
    auto *button = child<CopyButton>(&desk.window(), "copyIdButton");
    desk.select(3);
    QCOMPARE(note->fullText(), QString());
    button->click();
    QCOMPARE(note->fullText(), u"Connection ID copied"_s);
    QVERIFY(button->isTickShown());
    QTRY_VERIFY(!button->isTickShown());
    QTRY_COMPARE(note->fullText(), QString());
    desk.action("copyIdAction")->trigger();
    QCOMPARE(note->fullText(), u"Connection ID copied"_s);
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(1);
    auto *json = child<CopyButton>(&desk.window(), "copyJsonButton");
    json->click();
    QCOMPARE(note->fullText(), u"JSON copied"_s);
    QVERIFY(json->isTickShown());
    QCOMPARE(QGuiApplication::clipboard()->text(),
             child<QTextEdit>(&desk.window(), "jsonTab")->toPlainText());
    desk.table().selectAll();
    QVERIFY(!json->isEnabled());
    QCOMPARE(button->text(), u"Copy names"_s);
    button->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), desk.column(ConnectionField::Name).join(u'\n'));
    QVERIFY2(note->fullText().startsWith("10 name"_L1), qPrintable(note->fullText()));
}

void TestConnectionDetailPane::everyFieldHasItsValueAndItsSentence_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence"); // its beginning
    const auto row = [](const char *name, const OrganizationConnection &connection,
                        const char *field, const QString &value, const char *sentence) {
        QTest::newRow(name) << connection << QString::fromLatin1(field) << value
                            << QString::fromUtf8(sentence);
    };
    const auto okta = [](auto change) { return changed(::okta(), change); };
    const auto database = [](auto change) { return changed(::database(), change); };
    const auto same = [](auto &) {};
    row("enabled", okta(same), "is_enabled", u"Yes"_s,
        "Users can sign in to this organization with acme-okta.");
    row("disabled", okta([](auto &c) { c.isEnabled = false; }), "is_enabled", u"No"_s,
        "Nobody can sign in to this organization with acme-okta.");
    row("enabled not sent", okta([](auto &c) { c.isEnabled.reset(); }), "is_enabled", u"–"_s,
        "The tenant sent no value. That does not mean");
    row("enabled null", okta([](auto &c) {
            c.isEnabled.reset();
            c.json = R"({"connection_id":"c","is_enabled":null})"_ba;
        }),
        "is_enabled", u"–"_s, "The tenant sent null: no value is set.");
    row("automatic", okta(same), "assign_membership_on_login", u"Automatic"_s,
        "Anyone who signs in with acme-okta automatically becomes a member of the organization.");
    row("invited", okta([](auto &c) { c.assignMembershipOnLogin = false; }),
        "assign_membership_on_login", u"Invited"_s,
        "Users must be members of the organization before they can sign in with acme-okta.");
    row("button", okta(same), "show_as_button", u"Yes"_s,
        "The organization's login page shows a button for acme-okta.");
    row("no button", okta([](auto &c) { c.showAsButton = false; }), "show_as_button", u"No"_s,
        "The organization's login page shows no button; applications can still request "
        "acme-okta.");
    row("button of a database", database(same), "show_as_button", u"n/a"_s,
        "Only applies to enterprise connections.");
    row("button not sent for a database", database([](auto &c) { c.showAsButton.reset(); }),
        "show_as_button", u"n/a"_s, "Only applies to enterprise connections.");
    row("sign-up", database(same), "is_signup_enabled", u"Yes"_s,
        "New users can create an account in users through this organization.");
    row("no sign-up", database([](auto &c) { c.isSignupEnabled = false; }), "is_signup_enabled",
        u"No"_s, "New users cannot create an account in users through this organization.");
    row("sign-up of okta", okta(same), "is_signup_enabled", u"n/a"_s,
        "Only applies to database connections.");
    row("flag of an unknown strategy", okta([](auto &c) {
            c.strategy = u"quantum-id"_s;
            c.isSignupEnabled = false;
        }),
        "is_signup_enabled", u"No"_s,
        "New users cannot create an account"); // an unknown strategy is not guessed
    row("unknown strategy", okta([](auto &c) { c.strategy = u"quantum-id"_s; }),
        "connection_strategy", u"quantum-id"_s, "This version of Vestibule does not know this");
    row("strategy not sent", okta([](auto &c) { c.strategy.reset(); }), "connection_strategy",
        u"–"_s, "The tenant sent no value.");
    row("strategy without category", okta([](auto &c) { c.strategy = u"linear-mcp"_s; }),
        "connection_strategy", u"Linear MCP"_s, "Unknown category. API name: linear-mcp");
    row("unknown level", okta([](auto &c) { c.organizationAccessLevel = u"superuser"_s; }),
        "organization_access_level", u"superuser"_s,
        "This version of Vestibule does not know this level.");
    row("member level none", okta([](auto &c) { c.organizationMemberAccessLevel = u"none"_s; }),
        "organization_member_access_level", u"None"_s,
        "Members who join through this connection get no access.");
    row("member level read-only",
        okta([](auto &c) { c.organizationMemberAccessLevel = u"readonly"_s; }),
        "organization_member_access_level", u"Read-only"_s,
        "Members who join through this connection get read-only access.");
    row("member level limited",
        okta([](auto &c) { c.organizationMemberAccessLevel = u"limited"_s; }),
        "organization_member_access_level", u"Limited"_s,
        "Members who join through this connection get limited access.");
    row("member level full", okta([](auto &c) { c.organizationMemberAccessLevel = u"full"_s; }),
        "organization_member_access_level", u"Full"_s,
        "Members who join through this connection get full access.");
    row("unknown member level", okta([](auto &c) { c.organizationMemberAccessLevel = u"guest"_s; }),
        "organization_member_access_level", u"guest"_s,
        "This version of Vestibule does not know this level.");
    row("member level not sent", okta(same), "organization_member_access_level", u"–"_s,
        "The tenant sent no value.");
    row("member level null", okta([](auto &c) {
            c.json = R"({"connection_id":"c","organization_member_access_level":null})"_ba;
        }),
        "organization_member_access_level", u"–"_s, "The tenant sent null: no value is set.");
    row("own name", okta(same), "organization_connection_name", u"Acme workforce"_s,
        "The name that the organization's administrators see.");
    row("no own name", okta([](auto &c) { c.organizationConnectionName.reset(); }),
        "organization_connection_name", u"–"_s, "No display name in this organization.");
}

void TestConnectionDetailPane::everyFieldHasItsValueAndItsSentence()
{
    QFETCH(const OrganizationConnection, connection);
    QFETCH(const QString, field);
    QFETCH(const QString, sentence);
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    const QByteArray name = field.toLatin1();
    QTEST(value(pane, name.constData()), "value");
    const QString shown = TestConnectionDetailPane::sentence(pane, name.constData());
    QVERIFY2(shown.startsWith(sentence), qPrintable(shown));
    QCOMPARE(child(&pane, name.constData())->accessibleDescription(), shown);
}

void TestConnectionDetailPane::titlesAreAuth0sTerms()
{
    ConnectionDetailPane pane;
    const auto title = [&pane](const char *field) {
        return child<QLabel>(child(&pane, field), "title");
    };
    QCOMPARE(title("assign_membership_on_login")->text(), u"Membership On Authentication"_s);
    QCOMPARE(title("show_as_button")->text(), u"Display connection as a button"_s);
    QCOMPARE(title("is_signup_enabled")->text(), u"Organization Signup"_s);
    QCOMPARE(title("is_enabled")->text(), u"Enabled"_s);
    const QString tip = title("show_as_button")->toolTip();
    QVERIFY2(tip.contains("(show_as_button)"_L1), qPrintable(tip));
}

void TestConnectionDetailPane::everyLevelHasItsOwnSentence()
{
    QSet<QString> sentences;
    for (const auto &[level, word] :
         {std::pair(u"none"_s, u"None"_s), std::pair(u"readonly"_s, u"Read-only"_s),
          std::pair(u"limited"_s, u"Limited"_s), std::pair(u"full"_s, u"Full"_s)}) {
        OrganizationConnection connection = okta();
        connection.organizationAccessLevel = level;
        ConnectionDetailPane pane;
        pane.showConnections({connection});
        QCOMPARE(value(pane, "organization_access_level"), word);
        sentences.insert(sentence(pane, "organization_access_level"));
        QCOMPARE(child(&pane, "organization_access_level")->accessibleName(),
                 "Access level: "_L1 + word);
    }
    QCOMPARE(sentences.size(), 4);
}

void TestConnectionDetailPane::longNamesAreShortenedInSentences()
{
    OrganizationConnection connection = okta();
    connection.name = QString(4000, u'W');
    connection.organizationConnectionName = QString(4000, u'V');
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    QVERIFY(sentence(pane, "is_enabled").size() < 200);
    QVERIFY(sentence(pane, "is_enabled").contains(u"WWW…"_s));
    QVERIFY(value(pane, "organization_connection_name").endsWith(u"VVV…"_s));
    QVERIFY(child(child(&pane, "organization_connection_name"), "value")->toolTip().size() > 900);
    pane.showConnections({okta()});
    QCOMPARE(child(child(&pane, "organization_connection_name"), "value")->toolTip(), QString());
}

//! A title of two lines with its value in the middle beside it is no line of anything.
void TestConnectionDetailPane::titlesAreNotBrokenBesideTheirValues()
{
    ConnectionDetailPane pane;
    pane.resize(260, 900);
    pane.show();
    for (int length = 1; length < 40; ++length) {
        OrganizationConnection connection = okta();
        connection.organizationConnectionName = QString(length, u'n');
        pane.showConnections({connection});
        QCoreApplication::processEvents();
        const QWidget *field = child(&pane, "organization_connection_name");
        const auto *title = child<QLabel>(field, "title");
        const auto *value = child<QLabel>(field, "value");
        QVERIFY2(!title->wordWrap() && title->width() >= title->sizeHint().width(),
                 qPrintable(value->text()));
        QCOMPARE(value->y() > title->y(), value->x() == 0);
    }
}

void TestConnectionDetailPane::valuesAreShownWhole_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isBelow");
    QTest::newRow("short") << u"Acme"_s << false;
    QTest::newRow("no longer than 24 characters") << u"Woodgrove emea okta main"_s << true;
    QTest::newRow("several words") << u"Acme AD FS (before the merger, then Fabrikam)"_s << true;
}

void TestConnectionDetailPane::valuesAreShownWhole()
{
    QFETCH(const QString, value);
    QFETCH(const bool, isBelow);
    ConnectionDetailPane pane;
    pane.resize(260, 900);
    pane.show();
    const QWidget *field = child(&pane, "organization_connection_name");
    auto *label = child<QLabel>(field, "value");
    const auto showName = [&pane](const QString &name) {
        OrganizationConnection connection = okta();
        connection.organizationConnectionName = name;
        pane.showConnections({connection});
        for (int pass = 0; pass < 5; ++pass) // each changed height may change the next one
            QCoreApplication::processEvents();
    };
    showName(value);
    QCOMPARE(label->text(), value);
    QCOMPARE(label->x() == 0, isBelow);
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    QVERIFY(label->wordWrap() || label->width() >= label->sizeHint().width());
    QVERIFY(field->rect().contains(label->geometry()));

    for (int again = 0; again < 2; ++again) { // the second time, no text changes
        showName(value);
        QCOMPARE(label->text(), value);
        QVERIFY(label->height() < 2 * label->fontMetrics().height()
                || label->height() <= label->heightForWidth(label->width()) + 1);
    }

    showName(QString(100, u'W')); // one word, which no label can break
    QVERIFY2(label->text().endsWith(u"W…"_s), qPrintable(label->text()));
    QVERIFY(label->width() >= label->sizeHint().width());
    QVERIFY(label->toolTip().contains(QString(100, u'W')));
    showName(value);
    QCOMPARE(label->text(), value);
    QCOMPARE(label->toolTip(), QString());
    pane.resize(900, 900);
    QCoreApplication::processEvents();
    QVERIFY(label->x() > 0); // there is room beside the title
}

void TestConnectionDetailPane::unknownFieldsAreListed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!child<QLabel>(&desk.window(), "otherFields")->isVisible());
    QVERIFY(desk.open(DemoDesk::Ten, {u"unknown-values"_s}));
    bool isListed = false;
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        isListed = isListed || child<QLabel>(&desk.window(), "otherFields")->isVisible();
    }
    QVERIFY(isListed);
}

void TestConnectionDetailPane::severalRowsAreCompared()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().selectAll();
    const QStringList words = desk.column(ConnectionField::IsEnabled);
    const auto count = [&words](const QString &word) { return QString::number(words.count(word)); };
    const QWidget *pane = child(&desk.window(), "ConnectionDetailPane");
    QCOMPARE(value(*pane, "is_enabled"),
             u"Yes\u00A0(%1), No\u00A0(%2)"_s.arg(count(u"Yes"_s), count(u"No"_s)));
    QVERIFY(!child(child(pane, "is_enabled"), "sentence")->isVisible());
    QVERIFY(!child(pane, "organization_connection_name")->isVisible());
    QVERIFY(!child(pane, "hintList")->isVisible());
    desk.select(0);
    QVERIFY(child(child(pane, "is_enabled"), "sentence")->isVisible());
    QVERIFY(child(pane, "organization_connection_name")->isVisible());
}

void TestConnectionDetailPane::jsonCanBeSearched()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(1);
    auto *field = child<QLineEdit>(&desk.window(), "jsonFindField");
    auto *text = child<QTextEdit>(&desk.window(), "jsonTab");
    QTest::keyClicks(field, u"CONNECTION"_s);
    const auto places = text->toPlainText().count("connection"_L1, Qt::CaseInsensitive);
    QVERIFY(places > 1);
    QCOMPARE(text->extraSelections().size(), places);
    const int first = text->textCursor().position();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(text->textCursor().position() > first);
    for (int place = 1; place < places; ++place)
        QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(text->textCursor().position(), first);
    field->clear();
    QVERIFY(text->extraSelections().isEmpty());
}

void TestConnectionDetailPane::jsonColorsAreReadable_data()
{
    QTest::addColumn<int>("theme");
    for (const auto &[name, theme] :
         {std::pair("system", Theme::System), std::pair("light", Theme::Light),
          std::pair("dark", Theme::Dark), std::pair("high contrast", Theme::HighContrast)})
        QTest::newRow(name) << int(theme);
}

void TestConnectionDetailPane::jsonColorsAreReadable()
{
    QFETCH(const int, theme);
    applyTheme(Theme(theme));
    ConnectionDetailPane pane;
    pane.showConnections({Samples::connection(
        R"({"connection_id":"con_1","is_enabled":true,"connection":{"name":"acme"},"n":[1,null]})")});
    const auto *text = child<QTextEdit>(&pane, "jsonTab");
    QSet<QRgb> colors;
    bool hasBold = false;
    for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            hasBold = hasBold || range.format.fontWeight() == QFont::Bold;
            if (range.format.hasProperty(QTextFormat::ForegroundBrush))
                colors.insert(range.format.foreground().color().rgb());
        }
    }
    const QColor base = QGuiApplication::palette().color(QPalette::Base);
    colors.insert(text->palette().color(QPalette::Text).rgb());
    for (const QRgb color : std::as_const(colors)) {
        const double reached = contrast(QColor(color), base);
        QVERIFY2(reached >= 4.5, qPrintable(QString::number(reached)));
    }
    QVERIFY(colors.size() >= 2); // names are told from values; in high contrast nothing is muted
    QVERIFY(hasBold);
    applyTheme(Theme::System);
}

//! No part of it is behind a scroll bar.
void TestConnectionDetailPane::jsonIsBrokenAtTheEdge()
{
    ConnectionDetailPane pane;
    pane.resize(300, 500);
    pane.show();
    child<QTabWidget>(&pane, "tabs")->setCurrentIndex(1);
    pane.showConnections({Samples::connection(R"({"connection_id":"con_1","connection":{"name":")"
                                              + QByteArray(200, 'W') + R"("}})")});
    QCoreApplication::processEvents();
    const auto *text = child<QTextEdit>(&pane, "jsonTab");
    QVERIFY(text->toPlainText().startsWith("{\n  \"connection_id\""_L1));
    QVERIFY(text->document()->size().width() <= text->viewport()->width());
    QVERIFY(text->document()->size().height() > 8 * text->fontMetrics().height());
    QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
}

//! What is copied from the JSON is found in it.
void TestConnectionDetailPane::jsonIsSearchedForInvisibleCharacters()
{
    ConnectionDetailPane pane;
    const QString name = u"❤\uFE0F Acme"_s;
    pane.showConnections({Samples::connection(
        u"{\"connection_id\":\"con_1\",\"connection\":{\"name\":\"%1\"}}"_s.arg(name).toUtf8())});
    child<QLineEdit>(&pane, "jsonFindField")->setText(name);
    QCOMPARE(child<QTextEdit>(&pane, "jsonTab")->extraSelections().size(), 1);
}

void TestConnectionDetailPane::withoutASelectionThereIsAnOverview()
{
    DemoDesk desk;
    QVERIFY(!desk.action("pageOverviewAction")->isEnabled());
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *overview = child(&desk.window(), "listingOverview");
    QVERIFY(!overview->isVisible());
    desk.table().setFocus();
    QTest::keyClick(&desk.table(), Qt::Key_Escape);
    QVERIFY(overview->isVisible());
    QCOMPARE(labelText(overview, "listingOverviewCaption"), u"10 connections"_s);
    QCOMPARE(labelText(&desk.window(), "strategyLabel"),
             u"Select a connection to see its details."_s);
    desk.select(3);
    QVERIFY(!overview->isVisible());
    desk.action("detailPaneAction")->trigger(); // hides it
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(2);
    desk.action("pageOverviewAction")->trigger();
    QVERIFY(overview->isVisible());
    QVERIFY(desk.action("detailPaneAction")->isChecked());
    // It stays: people look at one organization after the other.
    QVERIFY(desk.open(DemoDesk::Fifty));
    QVERIFY(overview->isVisible());
    QVERIFY(desk.table().selectedConnections().isEmpty());
    child<QLineEdit>(&desk.window(), "findField")->setText(u"o"_s);
    QTest::qWait(100); // longer than the pause after typing
    QVERIFY(overview->isVisible());
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(!overview->isVisible());
    QVERIFY(!desk.action("pageOverviewAction")->isEnabled());
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(overview->isVisible());
    QTest::keyClick(&desk.table(), Qt::Key_Down);
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QVERIFY(desk.open(DemoDesk::Fifty));
    QCOMPARE(desk.table().selectedConnections().size(), 1); // and so does a selection
}

//! Neither numbers of rows that are not there, nor a sentence that nobody can follow.
void TestConnectionDetailPane::thePaneIsEmptyWhereNothingMatches()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *name = child(&desk.window(), "nameLabel");
    const auto *overview = child(&desk.window(), "listingOverview");
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    QVERIFY(name->isVisible());
    find->setText(u"no such thing"_s);
    QTRY_VERIFY(!name->isVisible());
    QVERIFY(!overview->isVisible());
    find->clear();
    QTRY_VERIFY(name->isVisible());
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QVERIFY(!overview->isVisible());

    desk.action("pageOverviewAction")->trigger();
    QVERIFY(overview->isVisible());
    find->setText(u"no such thing"_s);
    QTRY_VERIFY(!name->isVisible() && !overview->isVisible());
    find->clear();
    QTRY_VERIFY(overview->isVisible());

    // The fields stay, above no rows.
    desk.action("columnFiltersAction")->trigger();
    auto *filter = child<QLineEdit>(&desk.window(), "columnFilter0");
    filter->setText(u"no such thing"_s);
    QVERIFY(desk.table().isVisible());
    QTRY_VERIFY(!name->isVisible() && !overview->isVisible());
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(!name->isVisible() && !overview->isVisible());
    filter->clear();
    QTRY_VERIFY(overview->isVisible());
}

void TestConnectionDetailPane::barsOfTheOverviewFilterTheListing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("pageOverviewAction")->trigger();
    const auto bar = [&desk](int number) {
        return child<BarChart>(&desk.window(), "enabledChart")->bars().at(number);
    };
    const int disabled = int(desk.column(ConnectionField::IsEnabled).count(u"No"_s));
    QCOMPARE(bar(1)->accessibleName(), u"Disabled: %1 connections"_s.arg(disabled));
    bar(1)->setFocus();
    QTest::keyClick(bar(1), Qt::Key_Space);
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().isEnabled, false);
    QCOMPARE(desk.table().model()->rowCount(), disabled);
    QCOMPARE(bar(0)->accessibleName(), u"Enabled: not listed"_s);
    QVERIFY(bar(1)->hasFocus());
    bar(0)->click(); // the other way round
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().isEnabled, true);
    bar(0)->click(); // and back
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().isEnabled, std::nullopt);
    QCOMPARE(desk.table().model()->rowCount(), 10);
}

void TestConnectionDetailPane::barsOfTheOverviewSelectTheirRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("pageOverviewAction")->trigger();
    const ListingOverview overview =
        listingOverview(desk.browser().page()->items, ConnectionEndpoint::Connections);
    QVERIFY(!overview.hints.isEmpty());
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(u"no such thing"_s); // hides all rows
    child<BarChart>(&desk.window(), "hintChart")->bars().at(0)->click();
    QCOMPARE(find->text(), QString());
    QStringList selected;
    for (const OrganizationConnection &connection : desk.table().selectedConnections())
        selected.append(connection.connectionId);
    QCOMPARE(selected, overview.hints.constFirst().ids);
    QVERIFY(desk.table().hasFocus());
    QTest::keyClick(&desk.table(), Qt::Key_Escape); // back to the overview
    QVERIFY(child(&desk.window(), "listingOverview")->isVisible());
    // Every bar, against what the table shows.
    const auto &bars = child<BarChart>(&desk.window(), "categoryChart")->bars();
    QVERIFY(bars.size() > 3);
    qsizetype rows = 0;
    for (qsizetype number = 0; number < bars.size(); ++number) {
        bars.at(number)->click();
        rows += desk.table().selectedConnections().size();
        QCOMPARE(desk.table().selectedConnections().size(),
                 overview.categories.at(number).ids.size());
    }
    QCOMPARE(rows, 10);
}

void TestConnectionDetailPane::theOverviewSaysWhatItIsOf()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.action("pageOverviewAction")->trigger();
    const auto caption = [&desk] { return labelText(&desk.window(), "listingOverviewCaption"); };
    const QString total = QString::number(*desk.browser().page()->total);
    QCOMPARE(caption(), u"On this page only: 50 of %1 connections."_s.arg(total));
    QVERIFY(desk.trigger("lastPageAction"));
    QVERIFY(caption().startsWith(u"On this page only: "_s));
    QVERIFY(!caption().contains(u"50 of"_s));
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QCOMPARE(caption(), u"10 connections"_s);
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    QVERIFY(child(&desk.window(), "listingOverview")->isVisible());
    QVERIFY(!child(&desk.window(), "enabledChart")->isVisible());
}

void TestConnectionDetailPane::theLoginPromptIsThereWhateverIsSelected()
{
    ConnectionDetailPane pane;
    const auto *tabs = child<QTabWidget>(&pane, "tabs");
    QVERIFY(!tabs->isTabVisible(2)); // the details of a link know only this one
    pane.showLoginPrompt({}, {.id = u"org_1"_s});
    QVERIFY(prompt(pane).contains(u"No connections have been read yet."_s));
    pane.showLoginPrompt(loginPrompt({.connections = {okta()}, .isWhole = true}),
                         {.id = u"org_1"_s});
    for (const auto &selected : {QList<OrganizationConnection>(), {okta()}, {okta(), database()}}) {
        pane.showConnections(selected);
        for (int tab = 0; tab < 3; ++tab)
            QVERIFY(tabs->isTabVisible(tab) && tabs->isTabEnabled(tab));
        QCOMPARE(tabs->tabText(2), u"&Login prompt"_s);
        QVERIFY(prompt(pane).contains(u"Button: Continue with acme-okta"_s));
        QCOMPARE(prompt(pane).contains(u"Selected in the table."_s), !selected.isEmpty());
    }
}

//! It is the most that a page turn could cost, and another tab hides it.
void TestConnectionDetailPane::theLoginPromptIsDrawnWhenSomebodyLooks()
{
    ConnectionDetailPane pane;
    auto *tabs = child<QTabWidget>(&pane, "tabs");
    const auto *view = child<LoginPromptView>(&pane, "promptPage");
    const auto show = [&pane](const QList<OrganizationConnection> &connections) {
        pane.showLoginPrompt(loginPrompt({.connections = connections, .isWhole = true}),
                             {.id = u"org_1"_s});
    };
    const QSignalSpy inserted(view->model(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(view->model(), &QAbstractItemModel::dataChanged);
    show({okta()});
    show({database()});
    QCOMPARE(inserted.size() + changed.size(), 0);
    tabs->setCurrentIndex(2);
    QVERIFY(!inserted.isEmpty());
    QVERIFY(prompt(pane).contains(u"Form: "_s));
    QVERIFY(!prompt(pane).contains(u"acme-okta"_s));
    show({okta()}); // in sight: at once
    QVERIFY(prompt(pane).contains(u"acme-okta"_s));
    tabs->setCurrentIndex(0);
    show({database()});
    pane.showNoLoginPrompt(u"Nothing to draw."_s);
    QCOMPARE(prompt(pane), u"Nothing to draw."_s);
    tabs->setCurrentIndex(0);
    pane.setMasked(true);
    show({okta()});
    QVERIFY(!prompt(pane).contains(u"acme-okta"_s));
}

void TestConnectionDetailPane::whatIsTheSameIsNotLaidOutAgain()
{
    ConnectionDetailPane pane;
    pane.resize(320, 700);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    LayoutRequests requests;
    const auto requestsFor = [&](const OrganizationConnection &connection) {
        pane.showConnections({connection});
        QStringList names = requests.take();
        names.removeDuplicates();
        return names;
    };
    QVERIFY(!requestsFor(okta()).isEmpty());
    QCOMPARE(requestsFor(okta()).join(u", "_s), QString());
    OrganizationConnection disabled = okta();
    disabled.isEnabled = !disabled.isEnabled;
    QVERIFY(requestsFor(disabled).contains(apiName(ConnectionField::IsEnabled)));
    OrganizationConnection shown = disabled;
    shown.showAsButton = !shown.showAsButton.value_or(false);
    QVERIFY(!requestsFor(shown).contains(apiName(ConnectionField::IsEnabled)));
}

void TestConnectionDetailPane::theTabStaysWhenTheSelectionChanges()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *tabs = child<QTabWidget>(&desk.window(), "tabs");
    for (const int tab : {0, 1, 2}) {
        desk.select(0);
        tabs->setCurrentIndex(tab);
        tabs->currentWidget()->setFocus();
        desk.table().selectAll();
        QCOMPARE(tabs->currentIndex(), tab);
        desk.table().clearSelection();
        QCOMPARE(tabs->currentIndex(), tab);
        desk.select(3);
        QCOMPARE(tabs->currentIndex(), tab);
    }
    tabs->setCurrentIndex(1);
    const auto *json = child<QTextEdit>(&desk.window(), "jsonTab");
    QVERIFY(!json->toPlainText().isEmpty());
    desk.table().selectAll();
    QCOMPARE(json->toPlainText(), QString());
    QCOMPARE(json->placeholderText(), u"Select one connection to see its JSON."_s);
}

void TestConnectionDetailPane::theLoginPromptFollowsTheListing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY2(prompt(desk.window()).contains(u"Log in to Acme Corp"_s),
             qPrintable(prompt(desk.window())));
    QVERIFY(prompt(desk.window()).contains(u"Form: "_s));
    QVERIFY(!prompt(desk.window()).contains(u"Drawn from"_s));
    Q_UNUSED(desk.takeQueries())
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(2);
    desk.table().selectAll();
    QCOMPARE(desk.takeRequestCount(), 0); // a drawing asks the tenant for nothing
    QVERIFY(desk.trigger("showEnabledAction"));
    QVERIFY(prompt(desk.window()).contains(u"disabled ones are not listed"_s));
    QVERIFY(desk.trigger("showDisabledAction"));
    QVERIFY(prompt(desk.window()).contains(u"Only the disabled connections are listed."_s));
    QVERIFY(!prompt(desk.window()).contains(u"Form: "_s));
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(prompt(desk.window()).contains(u"Drawn from part of the list"_s));
    QVERIFY(prompt(desk.window()).contains(u"Log in to Globex Partners"_s));
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(prompt(desk.window()).contains(u"The organization has no connections"_s));
    QVERIFY(desk.open(DemoDesk::Ten, {u"error-503"_s}));
    QVERIFY(prompt(desk.window()).contains(u"No connections have been read yet."_s));
}

void TestConnectionDetailPane::theLoginPromptKnowsTheOlderList()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(!prompt(desk.window()).contains(u"from the list of enabled connections"_s));
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    const QString older = prompt(desk.window());
    QVERIFY(older.contains(u"from the list of enabled connections"_s));
    QVERIFY(older.contains(u"disabled ones are not listed"_s));
    QVERIFY(older.contains(u"Form: "_s));
    QVERIFY(!older.contains(u"Enabled: no value"_s));
}

void TestConnectionDetailPane::aPartOfASavedViewIsNoWholeLoginPrompt()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const ConnectionPage page = *desk.browser().page();
    SavedView view{.provenance = {.tenantDomain = u"acme.eu.auth0.com"_s,
                                  .organizationId = page.request.organizationId,
                                  .organizationName = u"Acme"_s},
                   .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
                   .count = {.rows = page.items.size(), .total = page.items.size()},
                   .readAt = page.readAt,
                   .connections = page.items};
    const auto open = [&desk, &view] {
        desk.session().openSavedView(std::make_shared<const SavedView>(view));
        return desk.settle();
    };
    QVERIFY(open());
    QVERIFY(prompt(desk.window()).contains(u"Form: "_s));
    QVERIFY(!prompt(desk.window()).contains(u"Drawn from"_s));
    view.provenance.extent = ExportExtent::SelectedRows;
    QVERIFY(open());
    QVERIFY(prompt(desk.window()).contains(u"Drawn from part of the list"_s));
}

void TestConnectionDetailPane::aPartOfTheLoginPromptSelectsItsRow()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *tabs = child<QTabWidget>(&desk.window(), "tabs");
    auto *view = child<LoginPromptView>(&desk.window(), "promptPage");
    tabs->setCurrentIndex(2);
    view->setFocus();
    const QString id = desk.ids().at(4);
    Q_EMIT view->connectionChosen(id);
    QCOMPARE(desk.table().selectedConnections().size(), 1);
    QCOMPARE(desk.table().selectedConnections().constFirst().connectionId, id);
    QCOMPARE(tabs->currentIndex(), 2);
    QVERIFY(view->hasFocus());
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(desk.column(ConnectionField::Name).at(0)); // hides the other rows
    QCOMPARE(desk.ids().size(), 1);
    Q_EMIT view->connectionChosen(id);
    QCOMPARE(find->text(), QString());
    QCOMPARE(desk.table().selectedConnections().constFirst().connectionId, id);
}

void TestConnectionDetailPane::theLoginPromptIsMasked()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList names = desk.column(ConnectionField::Name);
    QVERIFY(prompt(desk.window()).contains(names.constFirst()));
    desk.action("privacyAction")->trigger();
    const QString masked = prompt(desk.window());
    for (const QString &name : names)
        QVERIFY2(!masked.contains(name) || name == u"email"_s, qPrintable(name));
    QVERIFY(!masked.contains(u"Acme"_s));
    QVERIFY(masked.contains(u"Enabled: Yes"_s));
    desk.action("privacyAction")->trigger();
    QVERIFY(prompt(desk.window()).contains(names.constFirst()));
}

//! As below the rows in a window of 800x600, and below an organization there.
void TestConnectionDetailPane::aLowPaneHasOneScrollBar()
{
    ConnectionDetailPane pane;
    pane.showLoginPrompt(loginPrompt({.connections = {okta()}}), {.id = u"org_1"_s});
    pane.show();
    auto *tabs = child<QTabWidget>(&pane, "tabs");
    QCOMPARE(tabs->count(), 3);
    const auto bars = [&pane] {
        for (int pass = 0; pass < 5; ++pass)
            QCoreApplication::processEvents();
        QStringList names;
        for (const QScrollBar *bar : pane.findChildren<QScrollBar *>()) {
            if (bar->isVisible() && bar->maximum() > bar->minimum())
                names.append(bar->parentWidget()->parentWidget()->objectName());
        }
        return names;
    };
    for (const int height : {211, 141}) {
        pane.resize(600, height);
        for (const bool isSelected : {true, false}) {
            pane.showConnections(isSelected ? QList{okta()} : QList<OrganizationConnection>());
            pane.showListing(ListingOverviewView::Listing{
                .overview = listingOverview({okta()}, ConnectionEndpoint::Connections)});
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                const QStringList found = bars();
                QVERIFY2(found.size() <= 1, qPrintable(found.join(u", "_s)));
                QVERIFY(tabs->currentWidget()->height() >= pane.fontMetrics().height());
            }
        }
        tabs->setCurrentIndex(1);
        pane.showConnections({okta()});
        QVERIFY(child(&pane, "jsonTab")->isVisible());
        QCOMPARE(child(&pane, "jsonFindField")->isVisible(), height > 200);
        tabs->setCurrentIndex(0);
        QVERIFY(!bars().isEmpty()); // there is more to read
    }
}

QTEST_MAIN(TestConnectionDetailPane)
#include "tst_connectiondetailpane.moc"
