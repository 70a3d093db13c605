// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/organizationchoicemodel.h"
#include "support/fakeorganizationsource.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const Organization Acme{.id = u"org_aaa"_s, .name = u"acme"_s, .displayName = u"Acme Corp"_s};
const Organization Strasse{.id = u"org_bbb"_s, .name = u"street"_s, .displayName = u"Straße 10"_s};
const Organization Short{.id = u"org_ccc"_s, .name = u"beta"_s};
const Organization Bare{.id = u"org_ddd"_s};
const QList<Organization> All{Bare, Strasse, Short, Acme};

} // namespace

class TestOrganizationChoiceModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! In the "C" locale the order would be that of the code points.
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init();
    void listsByNameWhateverTheCase();
    void recentOnesComeFirstAndOnce();
    void recentOnesNeedNoList();
    void findsByNameDisplayNameAndId_data();
    void findsByNameDisplayNameAndId();
    void findsNamesWithInvisibleCharacters_data();
    void findsNamesWithInvisibleCharacters();
    void aTypedIdCanBeChosen_data();
    void aTypedIdCanBeChosen();
    void idIsTakenOutOfPastedText();
    void typedIdIsMasked();
    void growthKeepsTheOrder();
    void anotherListReplacesTheFirst_data();
    void anotherListReplacesTheFirst();
    void hostileNamesAreHarmless();
    void findingAmongTenThousandIsQuick();

private:
    [[nodiscard]] QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(at(row, OrganizationChoiceModel::IdRole).toString());
        return all;
    }
    [[nodiscard]] QVariant at(int row, int role) const { return m_model->index(row).data(role); }

    std::unique_ptr<OrganizationChoiceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestOrganizationChoiceModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<OrganizationChoiceModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestOrganizationChoiceModel::listsByNameWhateverTheCase()
{
    const QList<Organization> all{{.id = u"org_1"_s, .name = u"Zulu"_s},
                                  {.id = u"org_2"_s, .name = u"alpha 10"_s},
                                  {.id = u"org_3"_s, .displayName = u"Alpha 9"_s},
                                  {.id = u"org_4"_s, .name = u"yankee"_s}};
    m_model->setOrganizations(all, {});
    QCOMPARE(ids(), QStringList({u"org_3"_s, u"org_2"_s, u"org_4"_s, u"org_1"_s}));
}

void TestOrganizationChoiceModel::recentOnesComeFirstAndOnce()
{
    m_model->setOrganizations(All, {Strasse, Acme});
    QCOMPARE(ids(), QStringList({Strasse.id, Acme.id, Short.id, Bare.id}));
    m_model->setText(u"acme"_s);
    QCOMPARE(ids(), QStringList{Acme.id});
}

void TestOrganizationChoiceModel::recentOnesNeedNoList()
{
    m_model->setOrganizations({}, {Acme, Short});
    QCOMPARE(ids(), QStringList({Acme.id, Short.id}));
}

void TestOrganizationChoiceModel::findsByNameDisplayNameAndId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("name") << u"ACME"_s << QStringList{Acme.id};
    QTest::newRow("display name") << u"corp"_s << QStringList{Acme.id};
    QTest::newRow("id") << u"ORG_DDD"_s << QStringList{Bare.id};
    QTest::newRow("in the middle") << u"et"_s << QStringList({Short.id, Strasse.id});
    QTest::newRow("beyond ASCII") << u"STRA\u00DF"_s << QStringList{Strasse.id};
    QTest::newRow("spaces around") << u"  acme "_s << QStringList{Acme.id};
    QTest::newRow("everything") << u" "_s << QStringList({Acme.id, Short.id, Bare.id, Strasse.id});
    QTest::newRow("an id with a zero-width space") << u"org_\u200Baaa"_s << QStringList{Acme.id};
    QTest::newRow("a name with no-break spaces")
        << u"\u00A0Acme\u00A0Corp"_s << QStringList{Acme.id};
    QTest::newRow("an address of the console")
        << u"https://manage.auth0.com/dashboard/eu/t/organizations/org_aaa/overview"_s
        << QStringList{Acme.id};
    QTest::newRow("nothing") << u"zulu"_s << QStringList();
    QTest::newRow("a pattern is text") << u".*"_s << QStringList();
    QTest::newRow("from one part to the next") << u"Corpacme"_s << QStringList();
}

void TestOrganizationChoiceModel::findsByNameDisplayNameAndId()
{
    QFETCH(QString, text);
    m_model->setOrganizations(All, {});
    m_model->setText(text);
    QTEST(ids(), "found");
}

//! Copied from its own cell, from elsewhere without these characters, or typed.
void TestOrganizationChoiceModel::findsNamesWithInvisibleCharacters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QString &called, const QString &text) {
        QTest::addRow("%s, copied", name) << called << called;
        QTest::addRow("%s, typed", name) << called << text;
    };
    add("variation selector", u"❤\uFE0F Acme"_s, u"❤ acme"_s);
    add("joiner", u"👩\u200D👧 Acme"_s, u"👩👧"_s);
    add("non-joiner", u"می\u200Cخواهم"_s, u"میخواهم"_s);
    add("zero-width space", u"Ac\u200Bme"_s, u"acme"_s);
    add("two spaces", u"Acme  Corp"_s, u"acme corp"_s);
}

void TestOrganizationChoiceModel::findsNamesWithInvisibleCharacters()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    m_model->setOrganizations({Short, {.id = u"org_1"_s, .displayName = name}}, {});
    m_model->setText(text);
    QCOMPARE(ids(), QStringList{u"org_1"_s});
}

void TestOrganizationChoiceModel::aTypedIdCanBeChosen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAnyTextId");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("begins like one") << u"org_zzz"_s << false << true;
    QTest::newRow("does not") << u"zzz"_s << false << false;
    QTest::newRow("does not, without a list") << u"zzz"_s << true << true;
    QTest::newRow("is in the list") << u"org_aaa"_s << false << false;
    QTest::newRow("is in the list, any") << u"org_aaa"_s << true << false;
    QTest::newRow("is a part of one") << u"org_a"_s << false << true;
    QTest::newRow("nothing") << u""_s << true << false;
    QTest::newRow("too long") << QString(u"org_" + QString(60, u'x')) << true << false;
}

void TestOrganizationChoiceModel::aTypedIdCanBeChosen()
{
    QFETCH(QString, text);
    QFETCH(bool, isAnyTextId);
    QFETCH(bool, isOffered);
    m_model->setAnyTextIsId(isAnyTextId);
    m_model->setOrganizations(All, {});
    m_model->setText(text);
    const int last = m_model->rowCount() - 1;
    QCOMPARE(last >= 0 && at(last, Qt::DisplayRole).toString().startsWith(u"Open "_s), isOffered);
    if (!isOffered)
        return;
    QCOMPARE(at(last, OrganizationChoiceModel::IdRole).toString(), text);
    QCOMPARE(at(last, Qt::DisplayRole).toString(), u"Open "_s + text);
}

void TestOrganizationChoiceModel::idIsTakenOutOfPastedText()
{
    m_model->setOrganizations(All, {});
    for (const bool isAnyTextId : {false, true}) {
        m_model->setAnyTextIsId(isAnyTextId);
        for (const QString &text :
             {u"\u200Eorg_zzz\u00A0"_s, u"\"org_zzz\","_s,
              u"https://t.eu.auth0.com/api/v2/organizations/org_zzz/connections"_s}) {
            m_model->setText(text);
            QCOMPARE(ids(), QStringList{u"org_zzz"_s});
        }
        m_model->setText(u"https://manage.auth0.com/dashboard/eu/t/organizations"_s);
        QCOMPARE(ids(), QStringList());
    }
}

void TestOrganizationChoiceModel::typedIdIsMasked()
{
    m_model->setMasked(true);
    m_model->setText(u"org_9ybsU1dN"_s);
    QCOMPARE(ids(), QStringList{u"org_9ybsU1dN"_s}); // this one opens
    for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
        QVERIFY2(!at(0, role).toString().contains(u"9ybsU1dN"_s),
                 qPrintable(at(0, role).toString()));
}

void TestOrganizationChoiceModel::growthKeepsTheOrder()
{
    const QList<Organization> all = fakeOrganizations(0, 300);
    const QList<Organization> recent{fakeOrganization(250)};
    m_model->setOrganizations(all, recent);
    const QStringList atOnce = ids();
    m_model->setOrganizations({}, {});
    for (int part = 100; part <= 300; part += 100) {
        m_model->setOrganizations(all.first(part), recent);
        const int recentAlone = part > 250 ? 0 : 1; // not in the list yet
        QCOMPARE(m_model->rowCount(), part + recentAlone);
    }
    QCOMPARE(ids(), atOnce);
    QCOMPARE(ids().at(0), fakeOrganization(250).id);
    QCOMPARE(ids().at(10), fakeOrganization(9).id); // by number, not by digit
    QCOMPARE(ids().last(), fakeOrganization(299).id);
}

void TestOrganizationChoiceModel::anotherListReplacesTheFirst_data()
{
    QTest::addColumn<QList<Organization>>("other");
    const Organization renamed{.id = Acme.id, .name = Acme.name, .displayName = u"Aardvark"_s};
    QTest::newRow("shorter") << QList<Organization>{Short};
    QTest::newRow("as long") << QList<Organization>{Short, Bare};
    QTest::newRow("longer") << QList<Organization>{Short, Bare, Strasse};
    QTest::newRow("one more in front") << QList<Organization>{Short, Acme, Strasse};
    QTest::newRow("renamed") << QList<Organization>{renamed, Strasse};
    QTest::newRow("empty") << QList<Organization>{};
}

//! A list that is read again may be as long as before.
void TestOrganizationChoiceModel::anotherListReplacesTheFirst()
{
    QFETCH(QList<Organization>, other);
    m_model->setOrganizations(other, {});
    QStringList expected;
    for (int row = 0; row < m_model->rowCount(); ++row)
        expected.append(at(row, Qt::DisplayRole).toString());
    init();
    m_model->setOrganizations({Acme, Strasse}, {});
    m_model->setOrganizations(other, {});
    QStringList shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown.append(at(row, Qt::DisplayRole).toString());
    QCOMPARE(shown, expected);
}

void TestOrganizationChoiceModel::hostileNamesAreHarmless()
{
    m_model->setOrganizations({{.id = u"org_1"_s, .displayName = u"<b>a\u202Eb\nc</b>"_s}}, {});
    const QString shown = at(0, Qt::DisplayRole).toString();
    QVERIFY(shown.startsWith(u"<b>a[U+202E]b\u240Ac</b>"_s));
    QVERIFY(!at(0, Qt::ToolTipRole).toString().contains(u"<b>"_s));
    m_model->setText(u"org_\u202E"_s);
    for (int row = 0; row < m_model->rowCount(); ++row)
        QVERIFY(!at(row, Qt::DisplayRole).toString().contains(u'\u202E'));
}

void TestOrganizationChoiceModel::findingAmongTenThousandIsQuick()
{
    constexpr int Total = 10'000;
    m_tester.reset(); // it costs more than the model
    m_model->setOrganizations(fakeOrganizations(0, Total), fakeOrganizations(0, 10));
    QCOMPARE(m_model->rowCount(), Total);
    const QString text = u"organization 9999"_s;
    QElapsedTimer time;
    time.start();
    for (qsizetype length = 1; length <= text.size(); ++length)
        m_model->setText(text.first(length));
    QVERIFY2(time.elapsed() < 300 * text.size(), qPrintable(QString::number(time.elapsed())));
    QCOMPARE(ids(), QStringList{fakeOrganization(9999).id});
}

QTEST_GUILESS_MAIN(TestOrganizationChoiceModel)
#include "tst_organizationchoicemodel.moc"
