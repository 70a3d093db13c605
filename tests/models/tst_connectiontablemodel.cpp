// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontablemodel.h"

#include "models/cellrole.h"
#include "models/columntext.h"
#include "models/connectiontext.h"
#include "support/jsonsamples.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

QByteArray row(const QByteArray &members)
{
    return "{\"connection_id\":\"con_1\"," + members + '}';
}

//! The data of one cell, in a model with this row alone.
QVariant cell(const OrganizationConnection &connection, ConnectionField field, int role)
{
    ConnectionTableModel model;
    model.setConnections({connection});
    return model.index(0, int(field)).data(role);
}

//! The spoken texts of the cells that are marked as changed, row by row. Includes cells that are
//! spoken as changed without being marked.
QStringList marks(const ConnectionTableModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
            if (cell.data(ChangedRole).toBool())
                found.append(spoken);
            else if (spoken.endsWith(", changed"_L1))
                found.append("not marked: "_L1 + spoken);
        }
    }
    return found;
}

} // namespace

class TestConnectionTableModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void obeysTheRulesOfModels();
    void aColumnForEachField();
    void aRowForEachConnection();
    void settingRowsIsOneReset();
    void isATableAndNotATree();
    void everyRoleOfEveryMeaning_data();
    void everyRoleOfEveryMeaning();
    void theStrategysToolTipHasItsKey_data();
    void theStrategysToolTipHasItsKey();
    void aLongStrategyIsShortInItsCell_data();
    void aLongStrategyIsShortInItsCell();
    void everyHintIsOnItsOwnLineInTheToolTip();
    void markupIsNeverInterpreted_data();
    void markupIsNeverInterpreted();
    void headers_data();
    void headers();
    void rowHeadersAreNumbers();
    void aHeaderAfterTheLastIsEmpty();
    void otherRolesAreEmpty();
    void anInvalidIndexIsEmpty();
    void changedCellsAreMarkedOnce();
    void rowsThatShareAnIdAreNotCompared();
};

void TestConnectionTableModel::obeysTheRulesOfModels()
{
    ConnectionTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({Samples::connection(Samples::recordedRow), {.connectionId = u"x"_s}});
    model.setConnections({{.connectionId = u"y"_s}});
    model.setConnections({});
}

void TestConnectionTableModel::aColumnForEachField()
{
    const ConnectionTableModel model;
    QCOMPARE(model.columnCount(), int(AllConnectionFields.size()));
    for (int column = 0; column < model.columnCount(); ++column) {
        const ConnectionField field = AllConnectionFields.at(std::size_t(column));
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                 columnHead(field));
    }
}

void TestConnectionTableModel::aRowForEachConnection()
{
    ConnectionTableModel model;
    QCOMPARE(model.rowCount(), 0);
    const QList<OrganizationConnection> rows{{.connectionId = u"b"_s}, {.connectionId = u"a"_s}};
    model.setConnections(rows);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.connections() == rows);
    QVERIFY(model.connectionAt(1) == rows.at(1));
    const int column = int(ConnectionField::ConnectionId);
    QCOMPARE(model.index(0, column).data().toString(), u"b"_s);
    QCOMPARE(model.index(1, column).data().toString(), u"a"_s);
}

void TestConnectionTableModel::settingRowsIsOneReset()
{
    ConnectionTableModel model;
    QSignalSpy reset(&model, &ConnectionTableModel::modelReset);
    model.setConnections({{.connectionId = u"a"_s}});
    QCOMPARE(reset.size(), 1);
}

void TestConnectionTableModel::isATableAndNotATree()
{
    ConnectionTableModel model;
    model.setConnections({{.connectionId = u"a"_s}});
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsEditable));
}

void TestConnectionTableModel::everyRoleOfEveryMeaning_data()
{
    using enum ConnectionField;
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<CellMeaning>("meaning");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("toolTip");
    QTest::addColumn<QString>("accessible");
    const auto add = [](const char *name, const QByteArray &members, ConnectionField field,
                        CellMeaning meaning, const QString &display, const QString &spoken = {}) {
        const QString said = spoken.isNull() ? display : spoken;
        QTest::newRow(name) << members << field << meaning << display
                            << QString("<qt>"_L1 + said + "</qt>"_L1)
                            << QString(fieldTitle(field) + ": "_L1 + said);
    };
    using enum CellMeaning;
    add("text", "\"a\":1", ConnectionId, Text, u"con_1"_s);
    add("yes", R"("is_enabled":true)", IsEnabled, Yes, u"Yes"_s);
    add("no", R"("is_enabled":false)", IsEnabled, No, u"No"_s);
    add("none", R"("organization_access_level":"none")", OrganizationAccessLevel, AccessNone,
        u"None"_s);
    add("read-only", R"("organization_access_level":"readonly")", OrganizationAccessLevel,
        AccessReadOnly, u"Read-only"_s);
    add("limited", R"("organization_access_level":"limited")", OrganizationAccessLevel,
        AccessLimited, u"Limited"_s);
    add("full", R"("organization_access_level":"full")", OrganizationAccessLevel, AccessFull,
        u"Full"_s);
    add("member level", R"("organization_member_access_level":"limited")",
        OrganizationMemberAccessLevel, AccessLimited, u"Limited"_s);
    add("member level null", R"("organization_member_access_level":null)",
        OrganizationMemberAccessLevel, NotSent, u"–"_s, u"sent as null"_s);
    add("not sent", "\"a\":1", IsEnabled, NotSent, u"–"_s, u"not sent"_s);
    add("null", R"("is_enabled":null)", IsEnabled, NotSent, u"–"_s, u"sent as null"_s);
    add("strategy not sent", "\"a\":1", Strategy, NotSent, u"–"_s, u"not sent"_s);
    add("not applicable", R"("connection":{"strategy":"auth0"},"show_as_button":true)",
        ShowAsButton, NotApplicable, u"n/a"_s,
        u"not applicable: for enterprise connections only"_s);
}

void TestConnectionTableModel::everyRoleOfEveryMeaning()
{
    QFETCH(QByteArray, members);
    QFETCH(ConnectionField, field);
    QFETCH(CellMeaning, meaning);
    QFETCH(QString, display);
    QFETCH(QString, toolTip);
    QFETCH(QString, accessible);
    const OrganizationConnection connection = Samples::connection(row(members));
    QCOMPARE(cell(connection, field, Qt::DisplayRole), QVariant(display));
    QCOMPARE(cell(connection, field, Qt::ToolTipRole), QVariant(toolTip));
    QCOMPARE(cell(connection, field, Qt::AccessibleTextRole), QVariant(accessible));
    const QVariant shown = cell(connection, field, MeaningRole);
    QCOMPARE(int(shown.value<CellMeaning>()), int(meaning));
}

void TestConnectionTableModel::theStrategysToolTipHasItsKey_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("toolTip");
    QTest::newRow("known") << u"waad"_s << u"<qt>Microsoft Entra ID (Azure AD) (waad)</qt>"_s;
    QTest::newRow("unknown") << u"new"_s << u"<qt>new (new)</qt>"_s;
    QTest::newRow("markup") << u"<b>"_s << u"<qt>&lt;b&gt; (&lt;b&gt;)</qt>"_s;
}

void TestConnectionTableModel::theStrategysToolTipHasItsKey()
{
    QFETCH(QString, strategy);
    QFETCH(QString, toolTip);
    const OrganizationConnection connection{.connectionId = u"x"_s, .strategy = strategy};
    QCOMPARE(cell(connection, ConnectionField::Strategy, Qt::ToolTipRole), QVariant(toolTip));
}

void TestConnectionTableModel::aLongStrategyIsShortInItsCell_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("cellText");
    QTest::addColumn<QString>("text");
    QTest::newRow("waad") << u"waad"_s << u"Microsoft Entra ID"_s
                          << u"Microsoft Entra ID (Azure AD)"_s;
    QTest::newRow("ad") << u"ad"_s << u"Active Directory"_s << u"Active Directory/LDAP"_s;
    QTest::newRow("custom") << u"custom"_s << u"Custom"_s << u"Custom Auth"_s;
    QTest::newRow("email") << u"email"_s << u"Email"_s << u"Passwordless email"_s;
    QTest::newRow("sms") << u"sms"_s << u"SMS"_s << u"Passwordless SMS"_s;
    QTest::newRow("okta") << u"okta"_s << u"Okta Workforce"_s << u"Okta Workforce"_s;
    QTest::newRow("unknown") << u"new (one)"_s << u"new (one)"_s << u"new (one)"_s;
}

//! What is copied and found is the whole name, which has the short one in it.
void TestConnectionTableModel::aLongStrategyIsShortInItsCell()
{
    QFETCH(QString, strategy);
    QFETCH(QString, cellText);
    QFETCH(QString, text);
    const OrganizationConnection connection{.connectionId = u"x"_s, .strategy = strategy};
    QCOMPARE(cell(connection, ConnectionField::Strategy, Qt::DisplayRole), QVariant(cellText));
    QCOMPARE(cell(connection, ConnectionField::Strategy, TextRole), QVariant(text));
    QVERIFY(text.contains(cellText, Qt::CaseInsensitive));
    QVERIFY(cell(connection, ConnectionField::Strategy, Qt::ToolTipRole).toString().contains(text));
}

void TestConnectionTableModel::everyHintIsOnItsOwnLineInTheToolTip()
{
    const OrganizationConnection connection = Samples::connection(
        row(R"("connection":{"name":"a\n<br>b","strategy":"auth0"},"is_enabled":true,
            "is_signup_enabled":true,"assign_membership_on_login":true,"show_as_button":false)"));
    const QStringList hints = cell(connection, ConnectionField::Name, HintsRole).toStringList();
    QCOMPARE(hints.size(), 2);
    const QString toolTip = cell(connection, ConnectionField::Name, Qt::ToolTipRole).toString();
    QCOMPARE(toolTip.split(u"<br>"_s),
             QStringList({u"<qt>a␊&lt;br&gt;b"_s, u"Needs attention:"_s, hints.at(0),
                          hints.at(1) + "</qt>"_L1}));
    QVERIFY(!cell(connection, ConnectionField::Strategy, HintsRole).isValid());
    const QString spoken =
        cell(connection, ConnectionField::Name, Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, u"Name: a␊<br>b. Needs attention: %1 %2"_s.arg(hints.at(0), hints.at(1)));
}

void TestConnectionTableModel::markupIsNeverInterpreted_data()
{
    QTest::addColumn<ConnectionField>("field");
    using enum ConnectionField;
    for (const ConnectionField field :
         {Name, OrganizationConnectionName, Strategy, OrganizationAccessLevel,
          OrganizationMemberAccessLevel, ConnectionId})
        QTest::newRow(apiName(field).data()) << field;
}

void TestConnectionTableModel::markupIsNeverInterpreted()
{
    QFETCH(ConnectionField, field);
    const QString markup = u"</qt><img src=\"file:///etc/passwd\">&\u202E\n"_s;
    const OrganizationConnection connection{.connectionId = markup,
                                            .organizationConnectionName = markup,
                                            .name = markup,
                                            .strategy = markup,
                                            .organizationAccessLevel = markup,
                                            .organizationMemberAccessLevel = markup};
    const QString toolTip = cell(connection, field, Qt::ToolTipRole).toString();
    QVERIFY(toolTip.startsWith("<qt>"_L1) && toolTip.endsWith("</qt>"_L1));
    const QString inner = toolTip.sliced(4, toolTip.size() - 9);
    QVERIFY(!inner.contains(u'<') && !inner.contains(u'>'));
    QVERIFY(inner.contains("&lt;img src=&quot;"_L1) && inner.contains("&amp;"_L1));
    QVERIFY(!inner.contains(u'\u202E'));
    QCOMPARE(cell(connection, field, Qt::DisplayRole).toString(),
             u"</qt><img src=\"file:///etc/passwd\">&[U+202E]␊"_s);
}

void TestConnectionTableModel::headers_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < int(AllConnectionFields.size()); ++column)
        QTest::newRow(apiName(AllConnectionFields.at(std::size_t(column))).data()) << column;
}

void TestConnectionTableModel::headers()
{
    QFETCH(int, column);
    const ConnectionField field = AllConnectionFields.at(std::size_t(column));
    const ConnectionTableModel model;
    const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
    QCOMPARE(header(Qt::DisplayRole), QVariant(columnHead(field)));
    QCOMPARE(header(Qt::AccessibleTextRole), QVariant(fieldTitle(field)));
    const QStringList lines = header(Qt::ToolTipRole).toString().split(u"<br>"_s);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).startsWith("<qt>"_L1));
    QVERIFY(lines.at(0).endsWith(" ("_L1 + apiName(field) + u')'));
    QVERIFY(lines.at(1).endsWith(".</qt>"_L1)); // a sentence
    QCOMPARE(header(Qt::TextAlignmentRole).toInt(), int(Qt::AlignLeft | Qt::AlignVCenter));
    QVERIFY(!header(Qt::DecorationRole).isValid());
}

void TestConnectionTableModel::rowHeadersAreNumbers()
{
    ConnectionTableModel model;
    model.setConnections({{.connectionId = u"a"_s}});
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toInt(), 1);
}

void TestConnectionTableModel::aHeaderAfterTheLastIsEmpty()
{
    const ConnectionTableModel model;
    for (const int section : {-1, model.columnCount(), 1000})
        QVERIFY(!model.headerData(section, Qt::Horizontal, Qt::ToolTipRole).isValid());
}

void TestConnectionTableModel::otherRolesAreEmpty()
{
    const OrganizationConnection connection = Samples::connection(Samples::recordedRow);
    for (const int role : {int(Qt::EditRole), int(Qt::DecorationRole), Qt::UserRole + 99})
        QVERIFY(!cell(connection, ConnectionField::Name, role).isValid());
}

void TestConnectionTableModel::anInvalidIndexIsEmpty()
{
    ConnectionTableModel model;
    model.setConnections({{.connectionId = u"a"_s}});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is not valid"_s));
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!model.index(1, 0).isValid());
    QVERIFY(!model.index(0, model.columnCount()).isValid());
}

void TestConnectionTableModel::changedCellsAreMarkedOnce()
{
    OrganizationConnection one{.connectionId = u"con_1"_s, .isEnabled = true};
    OrganizationConnection two{.connectionId = u"con_2"_s, .name = u"two"_s};
    ConnectionTableModel model;
    model.setConnections({one, two});
    QCOMPARE(marks(model), QStringList()); // there was nothing before
    one.isEnabled = false;
    model.setConnections({two, one}); // another order is no change
    QCOMPARE(marks(model),
             QStringList{spokenField(one, ConnectionField::IsEnabled) + ", changed"_L1});
    model.setConnections({two, one});
    QCOMPARE(marks(model), QStringList());
    two.name.reset();
    model.setConnections({two, one});
    QCOMPARE(marks(model), QStringList{spokenField(two, ConnectionField::Name) + ", changed"_L1});
    model.setConnections({{.connectionId = u"con_3"_s}}); // another page
    QCOMPARE(marks(model), QStringList());
}

void TestConnectionTableModel::rowsThatShareAnIdAreNotCompared()
{
    const OrganizationConnection one{.connectionId = u"con_1"_s, .isEnabled = true};
    const OrganizationConnection other{.connectionId = u"con_1"_s, .isEnabled = false};
    ConnectionTableModel model;
    model.setConnections({one, other});
    model.setConnections({one, other}); // the id does not identify a row
    QCOMPARE(marks(model), QStringList());
    model.setConnections({other});
    QCOMPARE(marks(model), QStringList());
    model.setConnections({other, one});
    QCOMPARE(marks(model), QStringList());
}

QTEST_GUILESS_MAIN(TestConnectionTableModel)
#include "tst_connectiontablemodel.moc"
