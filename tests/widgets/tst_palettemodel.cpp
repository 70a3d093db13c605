// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/palettemodel.h"

#include "core/masking.h"
#include "support/windowtesting.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestPaletteModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_content = {
            .actions = {{.text = u"Export"_s, .detail = u"File"_s, .keys = u"Ctrl+E"_s},
                        {.text = u"Open in web console"_s, .detail = u"Go"_s}},
            .tenants = {{.text = u"acme-prod"_s,
                         .detail = u"Tenant, Production"_s,
                         .findText = u"acme.eu.auth0.com"_s}},
            .recent = {{.id = u"org_2"_s, .displayName = u"Exodus"_s}},
            .organizations = {{.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Corp"_s},
                              {.id = u"org_2"_s, .displayName = u"Exodus"_s},
                              {.id = u"org_3"_s}},
            .shown = [](const Organization &organization) { return organization; }};
    }
    void withoutATextOrganizationsAreTheRecentOnes();
    void allWordsMustBeFound_data();
    void allWordsMustBeFound();
    void detailSaysWhatAnEntryIs();
    void chosenEntriesAreTheOnesOfTheRow();
    void anIdThatIsTypedWholeIsOffered_data();
    void anIdThatIsTypedWholeIsOffered();
    void noIdIsOfferedWithoutATenant();
    void aTypedIdThatIsKnownComesFirst();
    void aTypedIdIsMasked();
    void maskedOrganizationsAreFoundByTheirNames();
    void namesOfATenantAreSafe();
    void modelIsConsistent();

private:
    static QStringList rows(const PaletteModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row).data().toString());
        return texts;
    }

    PaletteModel::Content m_content;
};

void TestPaletteModel::withoutATextOrganizationsAreTheRecentOnes()
{
    PaletteModel model;
    model.setContent(m_content);
    const QStringList all{u"Exodus"_s, u"Export"_s, u"Open in web console"_s, u"acme-prod"_s};
    QCOMPARE(rows(model), all);
    model.setText(u"acme"_s);
    model.setText(u"  "_s);
    QCOMPARE(rows(model), all);
}

void TestPaletteModel::allWordsMustBeFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("beginnings of texts first, actions before others")
        << u"ex"_s << QStringList{u"Export"_s, u"Exodus"_s};
    QTest::newRow("case and space do not matter")
        << u" CONSOLE  open "_s << QStringList{u"Open in web console"_s};
    QTest::newRow("beginning of a word before the middle of one")
        << u"or"_s << QStringList{u"org_3"_s, u"Exodus"_s, u"Acme Corp"_s, u"Export"_s};
    QTest::newRow("menu") << u"file ex"_s << QStringList{u"Export"_s};
    QTest::newRow("domain") << u"eu.auth0"_s << QStringList{u"acme-prod"_s};
    QTest::newRow("short name, and a tenant's name")
        << u"acme"_s << QStringList{u"acme-prod"_s, u"Acme Corp"_s};
    QTest::newRow("id") << u"org_3"_s << QStringList{u"org_3"_s};
    QTest::newRow("pasted with something invisible") << u"\u200borg_3"_s << QStringList{u"org_3"_s};
    QTest::newRow("one word is not there") << u"acme zzz"_s << QStringList();
}

void TestPaletteModel::allWordsMustBeFound()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    PaletteModel model;
    model.setContent(m_content);
    model.setText(text);
    QCOMPARE(rows(model), found);
}

void TestPaletteModel::detailSaysWhatAnEntryIs()
{
    PaletteModel model;
    model.setContent(m_content);
    const auto detail = [&model](const QString &text) {
        model.setText(text);
        return model.index(0).data(PaletteModel::DetailRole).toString();
    };
    QCOMPARE(detail(u"export"_s), u"File"_s);
    QCOMPARE(model.index(0).data(PaletteModel::KeysRole).toString(), u"Ctrl+E"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Export, File, Ctrl+E"_s);
    QCOMPARE(detail(u"acme corp"_s), u"Organization acme"_s);
    QCOMPARE(detail(u"exodus"_s), u"Organization org_2"_s);
    QCOMPARE(detail(u"org_3"_s), u"Organization"_s);
}

void TestPaletteModel::chosenEntriesAreTheOnesOfTheRow()
{
    using Choice = PaletteModel::Choice;
    PaletteModel model;
    model.setContent(m_content);
    const auto first = [&model](const QString &text) {
        model.setText(text);
        return model.choiceAt(model.index(0));
    };
    QCOMPARE(first(u"console"_s), (Choice{.kind = PaletteModel::Kind::Action, .at = 1}));
    QCOMPARE(first(u"prod"_s), (Choice{.kind = PaletteModel::Kind::Tenant, .at = 0}));
    QCOMPARE(first(u"acme corp"_s),
             (Choice{.kind = PaletteModel::Kind::Organization, .organizationId = u"org_1"_s}));
    QCOMPARE(first(u"exodus"_s),
             (Choice{.kind = PaletteModel::Kind::Organization, .organizationId = u"org_2"_s}));
    QCOMPARE(model.rowCount(), 1); // it is in both lists
}

void TestPaletteModel::anIdThatIsTypedWholeIsOffered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id"); // empty: none is offered
    const QString whole = u"org_aBcD0123456789xY"_s;
    QTest::newRow("whole") << whole << whole;
    QTest::newRow("with space around it") << "  "_L1 + whole + '\n'_L1 << whole;
    QTest::newRow("quoted") << '"'_L1 + whole + '"'_L1 << whole;
    QTest::newRow("address in the web console")
        << "https://manage.auth0.com/dashboard/eu/acme/organizations/"_L1 + whole + "/overview"_L1
        << whole;
    QTest::newRow("longer") << whole + "AndMore"_L1 << whole + "AndMore"_L1;
    QTest::newRow("one letter is still to come") << whole.chopped(1) << QString();
    QTest::newRow("other words") << u"exportalltheconnectionsnow"_s << QString();
    QTest::newRow("a connection's") << u"con_aBcD0123456789xY"_s << QString();
}

void TestPaletteModel::anIdThatIsTypedWholeIsOffered()
{
    QFETCH(const QString, text);
    QFETCH(const QString, id);
    m_content.isAnyIdOpened = true;
    PaletteModel model;
    model.setContent(m_content);
    model.setText(text);
    QCOMPARE(model.rowCount(), id.isEmpty() ? 0 : 1);
    if (id.isEmpty())
        return;
    QCOMPARE(model.index(0).data().toString(), id);
    QCOMPARE(model.index(0).data(PaletteModel::DetailRole).toString(), u"Organization"_s);
    QCOMPARE(model.choiceAt(model.index(0)).organizationId, id);
    model.setText(u"export"_s);
    QCOMPARE(rows(model), QStringList{u"Export"_s});
}

void TestPaletteModel::noIdIsOfferedWithoutATenant()
{
    PaletteModel model;
    model.setContent(m_content);
    model.setText(u"org_aBcD0123456789xY"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestPaletteModel::aTypedIdThatIsKnownComesFirst()
{
    const QString id = u"org_aBcD0123456789xY"_s;
    m_content.isAnyIdOpened = true;
    m_content.actions.append({.text = id + " in an action"_L1});
    m_content.organizations.append({.id = id, .name = u"known"_s});
    PaletteModel model;
    model.setContent(m_content);
    model.setText(id);
    QCOMPARE(rows(model), (QStringList{u"known"_s, id + " in an action"_L1}));
    model.setText("https://manage.auth0.com/dashboard/eu/acme/organizations/"_L1 + id);
    QCOMPARE(rows(model), QStringList{u"known"_s});
    QCOMPARE(model.choiceAt(model.index(0)).organizationId, id);
}

void TestPaletteModel::aTypedIdIsMasked()
{
    m_content.isAnyIdOpened = true;
    m_content.shown = [](const Organization &organization) { return masked(organization); };
    PaletteModel model;
    model.setContent(m_content);
    model.setText(u"org_aBcD0123456789xY"_s);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0).data().toString().contains("aBcD0123456789xY"_L1));
}

void TestPaletteModel::maskedOrganizationsAreFoundByTheirNames()
{
    PaletteModel model;
    m_content.shown = [](const Organization &organization) { return masked(organization); };
    model.setContent(m_content);
    model.setText(u"acme corp"_s);
    QCOMPARE(model.rowCount(), 1);
    for (const int role : {int(Qt::DisplayRole), int(PaletteModel::DetailRole),
                           int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)}) {
        const QString text = model.index(0).data(role).toString();
        QVERIFY2(!text.contains("acme"_L1, Qt::CaseInsensitive) && !text.contains("org_1"_L1),
                 qPrintable(text));
    }
}

void TestPaletteModel::namesOfATenantAreSafe()
{
    m_content.organizations.append(
        {.id = u"org_x"_s, .name = u"a\tb"_s, .displayName = u"<img src=x>\n\u202eevil"_s});
    PaletteModel model;
    model.setContent(m_content);
    model.setText(u"img"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"<img src=x>\u240a[U+202E]evil"_s);
    QCOMPARE(model.index(0).data(PaletteModel::DetailRole).toString(), u"Organization a\u2409b"_s);
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains("<img"_L1));
}

void TestPaletteModel::modelIsConsistent()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContent(m_content);
    model.setText(u"acme"_s);
    model.setText({});
    model.setContent({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
