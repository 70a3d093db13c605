// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/connectionsamples.h"
#include "support/windowtesting.h"
#include "widgets/detail/connectiondetailpane.h"

#include <QClipboard>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QToolButton>

//! Which connection the detail pane shows, and how a person takes something from it.
class ConnectionDetailPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void withoutOneConnectionThereIsAHint();
    void titleNamesTheConnection_data();
    void titleNamesTheConnection();
    void jsonStandsThereAsItCame();
    void jsonIsNotEditable();
    void idIsElidedAndCopiedWhole();
    void textCanBeSelected();
};

void ConnectionDetailPaneTest::withoutOneConnectionThereIsAHint()
{
    ConnectionDetailPane pane;
    QCOMPARE(labelText(&pane, "hintLabel"), u"Select a connection to see its details."_s);
    QCOMPARE(pane.shownId(), QString());
    pane.showConnections({okta()});
    QCOMPARE(pane.shownId(), okta().connectionId);
    pane.showConnections({okta(), database()});
    QCOMPARE(labelText(&pane, "hintLabel"), u"2 connections selected."_s);
    QCOMPARE(pane.shownId(), QString());
}

void ConnectionDetailPaneTest::titleNamesTheConnection_data()
{
    QTest::addColumn<OrganizationConnection>("connection");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("strategy");
    QTest::newRow("enterprise") << okta() << u"acme-okta"_s << u"Enterprise · Okta Workforce"_s;
    QTest::newRow("database") << database() << u"users"_s << u"Database"_s; // not twice
    QTest::newRow("without a name") << changed(okta(), [](auto &c) { c.name.reset(); })
                                    << u"Acme workforce"_s << u"Enterprise · Okta Workforce"_s;
    QTest::newRow("without any") << OrganizationConnection{.connectionId = u"con_1"_s} << u"con_1"_s
                                 << u"Strategy not sent"_s;
    QTest::newRow("unknown") << changed(okta(), [](auto &c) { c.strategy = u"quantum-id"_s; })
                             << u"acme-okta"_s << u"Unknown category · quantum-id"_s;
}

void ConnectionDetailPaneTest::titleNamesTheConnection()
{
    QFETCH(const OrganizationConnection, connection);
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    QTEST(labelText(&pane, "nameLabel"), "name");
    QTEST(labelText(&pane, "strategyLabel"), "strategy");
}

void ConnectionDetailPaneTest::jsonStandsThereAsItCame()
{
    OrganizationConnection connection = okta();
    // Order, unknown fields, numbers that a double would spoil, and escapes: all as they came.
    connection.json = R"({"z":1,"connection_id":"c","big":12345678901234567890,"a":{"b":[1.50]},)"
                      R"("text":"\u00e9 <b>&amp;</b>"})"_ba;
    ConnectionDetailPane pane;
    pane.showConnections({connection});
    const QString shown = child<QPlainTextEdit>(&pane, "jsonTab")->toPlainText();
    QVERIFY(shown.contains(u'\n')); // indented
    QString flat = shown;
    flat.remove(QRegularExpression(u"\\s(?=([^\"]*\"[^\"]*\")*[^\"]*$)"_s));
    QCOMPARE(flat, QString::fromUtf8(connection.json.bytes()));
    QVERIFY(QJsonDocument::fromJson(shown.toUtf8()).isObject());
}

void ConnectionDetailPaneTest::jsonIsNotEditable()
{
    ConnectionDetailPane pane;
    pane.showConnections({okta()});
    auto *json = child<QPlainTextEdit>(&pane, "jsonTab");
    const QString before = json->toPlainText();
    QTest::keyClicks(json, u"x"_s);
    QTest::keyClick(json, Qt::Key_Delete);
    QCOMPARE(json->toPlainText(), before);
    QTest::keyClick(json, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(json, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), before);
    QTest::keyClick(json, Qt::Key_Tab); // no key is caught for good
}

void ConnectionDetailPaneTest::idIsElidedAndCopiedWhole()
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

void ConnectionDetailPaneTest::textCanBeSelected()
{
    ConnectionDetailPane pane;
    pane.showConnections({okta()});
    for (const char *name : {"nameLabel", "strategyLabel", "idLabel", "value", "sentence"}) {
        for (const QLabel *label : pane.findChildren<QLabel *>(QLatin1StringView(name)))
            QVERIFY2(label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse), name);
    }
}

QTEST_MAIN(ConnectionDetailPaneTest)
#include "tst_connectiondetailpane.moc"
