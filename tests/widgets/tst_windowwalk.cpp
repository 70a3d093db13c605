// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "pictures/studio.h"
#include "program/translations.h"
#include "support/demodesk.h"
#include "support/widgetwalk.h"
#include "widgets/controls/theming.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/tenantpage.h"

#include <QFile>
#include <QProcess>
#include <QScreen>
#include <QTabWidget>
#include <QThread>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Walks every widget of every state of the window and of every dialog, on small and large screens,
//! with large fonts, in both languages and in all themes: no text is cut, nothing leaves its
//! window, the focus is visible, texts and frames have their contrast, and what is the same in two
//! states is at the same place.
//!
//! The platform has its screen from the start of a process, so each row runs walk() in another one.
//! windowwalk.txt has the faults that are known and not mended yet.
class TestWindowWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingNewIsFound_data();
    void nothingNewIsFound();
    void whatIsKnownIsStillFound();
    void walk();

private:
    //! What one process found.
    struct Finding {
        WidgetFault fault{};
        QString state{};
    };
    struct Walk {
        std::unique_ptr<QProcess> process{};
        QTemporaryDir folder{};
    };

    void startWalks(size_t end);
    void walkStates(Theme theme, const QSize &size);
    void walkOrganization(const QSize &size);
    void walkWholeTenant(const QSize &size);
    void add(const QString &state, const WidgetFaults &faults);

    std::map<size_t, Walk> m_walks;
    QSet<QString> m_found; //!< of all walks: check and widget
    QFile m_results;
    std::unique_ptr<Translations> m_translations;
};

namespace {

constexpr char ResultsVariable[] = "VESTIBULE_TEST_WALK_RESULTS"; //!< set in the other process
constexpr char LanguageVariable[] = "VESTIBULE_TEST_LANGUAGE";
constexpr char FontVariable[] = "VESTIBULE_TEST_FONT"; //!< in percent
constexpr char ThemeVariable[] = "VESTIBULE_TEST_THEME";

//! The screen, which the window fills, and how it looks. Each theme has both languages.
struct Look {
    QSize screen{};
    int font = 100;
    const char *language = "en";
    Theme theme = Theme::System;
};

const std::array Looks{
    Look{.screen = {1024, 600}, .language = "en", .theme = Theme::System},
    Look{.screen = {1024, 600}, .language = "fr", .theme = Theme::Light},
    Look{.screen = {1280, 720}, .language = "en", .theme = Theme::Light},
    Look{.screen = {1280, 720}, .language = "fr", .theme = Theme::Dark},
    Look{.screen = {1920, 1080}, .language = "en", .theme = Theme::Dark},
    Look{.screen = {1920, 1080}, .language = "fr", .theme = Theme::HighContrast},
    Look{.screen = {1920, 1080}, .font = 150, .language = "en", .theme = Theme::HighContrast},
    Look{.screen = {1280, 720}, .font = 150, .language = "fr", .theme = Theme::System},
};

QString themeName(Theme theme)
{
    static const std::array names{u"system"_s, u"light"_s, u"dark"_s, u"high contrast"_s};
    return names.at(size_t(theme));
}

bool isChildProcess()
{
    return qEnvironmentVariableIsSet(ResultsVariable);
}

QString keyOf(const QString &check, const QString &widget)
{
    return check + u' ' + widget;
}

//! The faults of windowwalk.txt: "check widget owner".
QSet<QString> knownFaults()
{
    QSet<QString> known;
    QFile file(QFINDTESTDATA("windowwalk.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#'))
            known.insert(keyOf(line.section(u' ', 0, 0), line.section(u' ', 1, 1)));
    }
    return known;
}

void settleLayouts()
{
    for (int pass = 0; pass < 5; ++pass) // each changed height may change the next one
        QCoreApplication::processEvents();
}

//! Where the window is moved by what it shows: below a banner, and in the details.
const QStringList MovingAreas{u"ConnectionDetailPane"_s, u"TablePane"_s,     u"StatePage"_s,
                              u"InventoryDetails"_s,     u"ChangeDetails"_s, u"MessageBanner"_s};

} // namespace

void TestWindowWalk::initTestCase()
{
    if (!isChildProcess())
        return;
    m_translations = std::make_unique<Translations>(qEnvironmentVariable(LanguageVariable));
    applyTheme(Theme(qEnvironmentVariableIntValue(ThemeVariable)));
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * qEnvironmentVariableIntValue(FontVariable) / 100);
    QApplication::setFont(font);
    QApplication::setCursorFlashTime(0); // a cursor that blinks is not always seen
}

void TestWindowWalk::nothingNewIsFound_data()
{
    QTest::addColumn<size_t>("index");
    for (size_t index = 0; index < Looks.size(); ++index) {
        const Look &look = Looks.at(index);
        QTest::addRow("%dx%d, fonts at %d %%, %s, %s", look.screen.width(), look.screen.height(),
                      look.font, look.language, qPrintable(themeName(look.theme)))
            << index;
    }
}

//! The walks mostly wait, so that some at a time take little longer than one.
void TestWindowWalk::startWalks(size_t end)
{
    for (size_t index = 0; index < std::min(end, Looks.size()); ++index) {
        if (m_walks.contains(index))
            continue;
        const Look &look = Looks.at(index);
        Walk &walk = m_walks[index];
        QFile screens(walk.folder.filePath(u"screens.json"_s));
        if (!screens.open(QIODevice::WriteOnly))
            qFatal("the screen cannot be described");
        screens.write(
            QStringLiteral(R"({"screens":[{"name":"0","x":0,"y":0,"width":%1,)"
                           R"("height":%2,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})")
                .arg(look.screen.width())
                .arg(look.screen.height())
                .toLatin1());
        screens.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, "offscreen:configfile="_L1 + screens.fileName());
        environment.insert(QString::fromLatin1(LanguageVariable),
                           QString::fromLatin1(look.language));
        environment.insert(QString::fromLatin1(FontVariable), QString::number(look.font));
        environment.insert(QString::fromLatin1(ThemeVariable), QString::number(int(look.theme)));
        environment.insert(QString::fromLatin1(ResultsVariable),
                           walk.folder.filePath(u"results.txt"_s));
        walk.process = std::make_unique<QProcess>();
        walk.process->setProcessEnvironment(environment);
        walk.process->setProcessChannelMode(QProcess::MergedChannels);
        walk.process->start(QCoreApplication::applicationFilePath(), {u"walk"_s});
    }
}

void TestWindowWalk::nothingNewIsFound()
{
    if (isChildProcess())
        QSKIP("runs in the first process");
    QFETCH(const size_t, index);
    startWalks(index + 2 + size_t(QThread::idealThreadCount()));
    Walk &walk = m_walks.at(index);
    const bool isEnded = walk.process->waitForFinished(300'000);
    const QByteArray output = walk.process->readAll();
    QVERIFY2(isEnded && walk.process->exitStatus() == QProcess::NormalExit
                 && walk.process->exitCode() == 0,
             output.constData());
    QFile results(walk.folder.filePath(u"results.txt"_s));
    QVERIFY(results.open(QIODevice::ReadOnly));
    const QSet<QString> known = knownFaults();
    QStringList found;
    QSet<QString> told;
    while (!results.atEnd()) {
        const QStringList parts = QString::fromUtf8(results.readLine()).trimmed().split(u'\t');
        QCOMPARE(parts.size(), 4);
        const QString key = keyOf(parts.at(0), parts.at(1));
        m_found.insert(key);
        if (known.contains(key) || told.contains(key))
            continue;
        told.insert(key);
        found.append(key + " in "_L1 + parts.at(2) + ": "_L1 + parts.at(3));
    }
    const QByteArray keepIn = qgetenv("VESTIBULE_TEST_WALK_KEEP"); // a folder, to read all of it
    if (!keepIn.isEmpty())
        results.copy(u"%1/%2.txt"_s.arg(QString::fromLocal8Bit(keepIn)).arg(index));
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

//! So that the list shrinks.
void TestWindowWalk::whatIsKnownIsStillFound()
{
    if (isChildProcess())
        QSKIP("runs in the first process");
    if (m_walks.size() < Looks.size())
        QSKIP("needs all rows of nothingNewIsFound()");
    QStringList mended;
    for (const QString &known : knownFaults()) {
        if (!m_found.contains(known))
            mended.append(known);
    }
    mended.sort();
    QVERIFY2(mended.isEmpty(),
             qPrintable("not found any more; take from windowwalk.txt:\n"_L1 + mended.join(u'\n')));
}

void TestWindowWalk::walk()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of nothingNewIsFound()");
    m_results.setFileName(qEnvironmentVariable(ResultsVariable));
    QVERIFY(m_results.open(QIODevice::WriteOnly));
    const QSize size = QGuiApplication::primaryScreen()->size();
    walkStates(Theme(qEnvironmentVariableIntValue(ThemeVariable)), size);
    walkOrganization(size);
    walkWholeTenant(size);
}

void TestWindowWalk::add(const QString &state, const WidgetFaults &faults)
{
    for (const WidgetFault &fault : faults) {
        const QString details = QString(fault.details).replace(u'\n', u' ').replace(u'\t', u' ');
        m_results.write(QStringList{fault.check, fault.widget, state, details}.join(u'\t').toUtf8()
                        + '\n');
    }
}

void TestWindowWalk::walkStates(Theme theme, const QSize &size)
{
    QSet<QString> seen; // contrast and focus are the same in many states
    Studio studio([&](const QString &state, QWidget &shown) {
        // A small window has a look of its own above.
        if (state.endsWith("-small"_L1))
            return;
        settleLayouts();
        const auto places = [&shown] {
            settleLayouts();
            return cutTexts(shown) + elidedTexts(shown) + widgetsOutside(shown);
        };
        WidgetFaults faults = places();
        if (!faults.isEmpty()) {
            QTest::qWait(250); // a search that is typed takes effect after a while
            faults = places();
        }
        add(state, faults);
        add(state, lowContrasts(shown, &seen));
        const QWidget *modal = QApplication::activeModalWidget();
        const bool isReached = !modal || modal == &shown;
        if (isReached && shown.windowType() != Qt::Popup)
            add(state, invisibleFocus(shown, &seen));
    });
    studio.run(theme, size);
}

//! What is in two states of an organization is at the same place.
void TestWindowWalk::walkOrganization(const QSize &size)
{
    DemoDesk desk;
    desk.window().setGeometry(QRect(QPoint(), size));
    const bool mayScroll = size.width() < 1280 || qEnvironmentVariableIntValue(FontVariable) > 100;
    const auto checkColumns = [&](const QString &state) {
        settleLayouts();
        if (!mayScroll)
            add(state, columnsOutside(desk.window()));
    };
    for (const int organization : {DemoDesk::Ten, DemoDesk::Scripts, DemoDesk::Fifty}) {
        QVERIFY(desk.open(organization));
        checkColumns(u"organization %1"_s.arg(organization));
        desk.select(0);
        checkColumns(u"row of organization %1"_s.arg(organization));
    }

    QVERIFY(desk.open(DemoDesk::Ten));
    const QWidget &details = *desk.window().findChild<ConnectionDetailPane *>();
    desk.select(0);
    settleLayouts();
    if (!mayScroll) {
        WidgetFaults shortened = shortenedCells(desk.window());
        // The only one for which French words leave too little room; the details have it whole.
        if (size.width() == 1280 && qEnvironmentVariable(LanguageVariable) == "fr"_L1)
            shortened.removeIf([](const WidgetFault &fault) {
                return fault.details.contains("Username-Password-Authentication"_L1);
            });
        add(u"organization of ten"_s, shortened);
    }
    const WidgetPlaces first = WidgetPlaces::ofTexts(details);
    for (int row = 1; row < 10; ++row) {
        desk.select(row);
        settleLayouts();
        add(u"details of row %1"_s.arg(row), first.movesUntil(WidgetPlaces::ofTexts(details)));
    }

    QVERIFY(desk.open(DemoDesk::Many));
    checkColumns(u"page 1"_s);
    const auto controls = [&desk] {
        settleLayouts();
        return WidgetPlaces::ofControls(desk.window(), MovingAreas);
    };
    const WidgetPlaces page1 = controls();
    const auto compare = [&](const QString &state) {
        add(u"page 1 and "_s + state, page1.floatsUntil(controls()));
    };
    QVERIFY(desk.trigger("nextPageAction"));
    compare(u"page 2"_s);
    QVERIFY(desk.trigger("lastPageAction"));
    compare(u"last page"_s);
    QVERIFY(desk.trigger("firstPageAction"));
    compare(u"page 1 again"_s);
    desk.select(3);
    compare(u"a row"_s);
    desk.table().selectAll();
    compare(u"all rows"_s);
    desk.table().clearSelection();
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(u"okta"_s);
    QTest::qWait(200);
    compare(u"found"_s);
    find->setText(u"no such thing"_s);
    QTest::qWait(200);
    compare(u"not found"_s);
    find->clear();
    QTest::qWait(200);
    desk.table().sortByColumn(0, Qt::AscendingOrder);
    compare(u"sorted"_s);
    QVERIFY(desk.trigger("showEnabledAction"));
    compare(u"enabled"_s);
    QVERIFY(desk.trigger("showAllAction"));
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    compare(u"loading"_s);
    QTest::qWait(600); // "Cancel" is there
    compare(u"loading for long"_s);
    desk.action("cancelAction")->trigger();
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    compare(u"failed"_s);
    desk.tenant().setFaults({});
    QVERIFY(desk.trigger("refreshAction"));
}

//! The header is the same in all places, and the details in all rows of a list.
void TestWindowWalk::walkWholeTenant(const QSize &size)
{
    DemoDesk desk;
    desk.window().setGeometry(QRect(QPoint(), size));
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("sweepAction")->trigger();
    InventoryBrowser &inventory = desk.session().inventory();
    QTRY_VERIFY_WITH_TIMEOUT(inventory.summary().isListedAgain && desk.sweeps().running().isEmpty(),
                             30'000);
    auto *page = desk.window().findChild<TenantPage *>();
    std::optional<WidgetPlaces> header;
    for (const char *place :
         {"placeOverviewAction", "placeConnectionsAction", "placeOrganizationsAction",
          "placeLinksAction", "placeFindingsAction", "placeChangesAction"}) {
        const QString name = QString::fromLatin1(place);
        desk.action(place)->trigger();
        QTest::qWait(200);
        settleLayouts();
        const WidgetPlaces controls = WidgetPlaces::ofControls(desk.window(), MovingAreas);
        if (header)
            add("places "_L1 + name, header->floatsUntil(controls));
        else
            header = controls;
        const QAbstractItemModel *model = page->table().model();
        if (!page->table().isVisible() || !model)
            continue;
        std::optional<WidgetPlaces> details;
        for (int row = 0; row < std::min(6, model->rowCount()); ++row) {
            page->table().selectRow(row);
            QTest::qWait(100);
            settleLayouts();
            const WidgetPlaces texts = WidgetPlaces::ofTexts(*page);
            if (details)
                add(name + u" row %1"_s.arg(row), details->movesUntil(texts));
            else
                details = texts;
        }
        add("a row in "_L1 + name,
            controls.floatsUntil(WidgetPlaces::ofControls(desk.window(), MovingAreas)));
    }
}

QTEST_MAIN(TestWindowWalk)
#include "tst_windowwalk.moc"
