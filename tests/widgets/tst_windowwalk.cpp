// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "pictures/studio.h"
#include "program/translations.h"
#include "support/demodesk.h"
#include "support/widgetwalk.h"
#include "widgets/controls/theming.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/tenant/changedetails.h"
#include "widgets/tenant/inventorydetails.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/tenantpage.h"

#include <QFile>
#include <QProcess>
#include <QScreen>
#include <QTabWidget>
#include <QThread>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Walks every widget of every state of the window and of every dialog: no text is cut, nothing
//! leaves its window, the focus is visible, texts and frames have their contrast, and what is the
//! same in two states is at the same place.
//!
//! Where things are depends on the screen, the scale, the font and the words, and all of these are
//! combined (english(), french()); scales other than 1 are for one font, as they only round other
//! numbers. Colours change no place, so each theme is in some of these rows. Contrast, focus and
//! what is drawn when disabled depend on the theme and hardly on the size, so they are judged in
//! four of the rows, one for each theme, in both languages: on small and large screens, with large
//! fonts, and at scale 2. VESTIBULE_TEST_WALK_ALL=1 judges everything in all 48 combinations of
//! three screens, two fonts, both languages and four themes, and compares every row of every list
//! (everything()), which takes some minutes.
//!
//! The platform has its screen from the start of a process, so each row runs walk() in another one.
class TestWindowWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void english_data() { addLooks(looksIn("en")); }
    void english() { waitForLook(); }
    void french_data() { addLooks(looksIn("fr")); }
    void french() { waitForLook(); }
    void everything_data();
    void everything() { waitForLook(); }
    void walk();

private:
    //! The screen, which the window fills, and how it looks.
    struct Look {
        QSize screen{}; //!< in pixels
        double scale = 1;
        int font = 100;
        const char *language = "en";
        Theme theme = Theme::System;
        bool judgesColors = false; //!< contrast and focus, too
    };
    struct Walk {
        std::unique_ptr<QProcess> process{};
        QTemporaryDir folder{};
    };

    static QList<Look> looksIn(const char *language);
    void addLooks(const QList<Look> &looks);
    void startWalks(qsizetype first, qsizetype end);
    void waitForLook();

    [[nodiscard]] static WidgetFaults mnemonicFaults(const QWidget &window);
    void walkStates(Theme theme, const QSize &size);
    void walkOrganization(const QSize &size);
    void walkWholeTenant(const QSize &size);
    void walkLists(DemoDesk &desk, const QSize &size, WidgetPlaces *controls);
    void walkChanges(DemoDesk &desk, WidgetPlaces *controls);
    void compareControls(const QString &state, const QWidget &window, WidgetPlaces *before);
    void compareTexts(const QString &state, const QWidget &details, WidgetPlaces *before);
    template <typename Find>
    void add(const QString &state, const Find &find);

    QList<Look> m_looks; //!< of this test function
    std::map<qsizetype, Walk> m_walks;
    QFile m_results;
    QSet<QString> m_lasting; //!< faults that were waited for
    std::unique_ptr<Translations> m_translations;
};

namespace {

constexpr char ResultsVariable[] = "VESTIBULE_TEST_WALK_RESULTS"; //!< set in the other process
constexpr char LanguageVariable[] = "VESTIBULE_TEST_LANGUAGE";
constexpr char FontVariable[] = "VESTIBULE_TEST_FONT"; //!< in percent
constexpr char ThemeVariable[] = "VESTIBULE_TEST_THEME";
constexpr char ColorsVariable[] = "VESTIBULE_TEST_COLORS"; //!< set where they are judged

QString themeName(Theme theme)
{
    static const std::array names{u"system"_s, u"light"_s, u"dark"_s, u"high contrast"_s};
    return names.at(size_t(theme));
}

bool isChildProcess()
{
    return qEnvironmentVariableIsSet(ResultsVariable);
}

bool isEverythingJudged()
{
    return qEnvironmentVariableIsSet("VESTIBULE_TEST_WALK_ALL");
}

//! The rows that are compared with one another: of a long list some that are spread over all of it.
QList<int> comparedRows(int rows)
{
    constexpr int Most = 12;
    const int step = isEverythingJudged() ? 1 : std::max(1, rows / Most);
    QList<int> compared;
    for (int row = 0; row < rows; row += step)
        compared.append(row);
    return compared;
}

//! From 1280 pixels on, with the designed font, all columns of a first start have their place.
bool mayScroll(const QSize &window)
{
    return window.width() * 100 < 1280 * qEnvironmentVariableIntValue(FontVariable);
}

//! A row that is not read yet has an ellipsis in each cell.
bool isRead(const QAbstractItemModel &rows)
{
    bool isRead = true; // each of them is asked for
    for (int row = 0; row < rows.rowCount(); ++row)
        isRead = rows.index(row, 0).data().toString() != u"…"_s && isRead;
    return isRead;
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

QList<TestWindowWalk::Look> TestWindowWalk::looksIn(const char *language)
{
    QList<Look> looks{
        {.screen = {1024, 600}, .theme = Theme::System, .judgesColors = true},
        {.screen = {1280, 720}, .theme = Theme::Light, .judgesColors = true},
        {.screen = {1920, 1080}, .theme = Theme::Dark},
        {.screen = {2560, 1440}, .theme = Theme::HighContrast},
        {.screen = {1024, 600}, .font = 150, .theme = Theme::Light},
        {.screen = {1280, 720}, .font = 150, .theme = Theme::System},
        {.screen = {1920, 1080}, .font = 150, .theme = Theme::HighContrast, .judgesColors = true},
        {.screen = {2560, 1440}, .font = 150, .theme = Theme::Dark},
        {.screen = {1280, 750}, .scale = 1.25, .theme = Theme::HighContrast},
        {.screen = {1920, 1080}, .scale = 1.5, .theme = Theme::System},
        {.screen = {2560, 1440}, .scale = 1.75, .theme = Theme::Light},
        {.screen = {2560, 1440}, .scale = 2, .theme = Theme::Dark, .judgesColors = true},
    };
    for (Look &look : looks)
        look.language = language;
    return looks;
}

void TestWindowWalk::everything_data()
{
    if (!isEverythingJudged())
        QSKIP("takes minutes; VESTIBULE_TEST_WALK_ALL=1 runs it");
    QList<Look> looks;
    for (const QSize &screen : {QSize(1024, 600), QSize(1280, 720), QSize(1920, 1080)}) {
        for (const int font : {100, 150}) {
            for (const char *language : {"en", "fr"}) {
                for (const Theme theme :
                     {Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast})
                    looks.append({.screen = screen,
                                  .font = font,
                                  .language = language,
                                  .theme = theme,
                                  .judgesColors = true});
            }
        }
    }
    addLooks(looks);
}

void TestWindowWalk::addLooks(const QList<Look> &looks)
{
    if (isChildProcess())
        QSKIP("runs in the first process");
    m_walks.clear();
    m_looks = looks;
    QTest::addColumn<qsizetype>("index");
    for (qsizetype index = 0; index < looks.size(); ++index) {
        const Look &look = looks.at(index);
        QTest::addRow("%dx%d at %.2f, fonts at %d %%, %s, %s", look.screen.width(),
                      look.screen.height(), look.scale, look.font, look.language,
                      qPrintable(themeName(look.theme)))
            << index;
    }
}

//! The walks wait for nine tenths of their time, so that some at a time take little longer than
//! one.
void TestWindowWalk::startWalks(qsizetype first, qsizetype end)
{
    for (qsizetype index = first; index < std::min(end, m_looks.size()); ++index) {
        if (m_walks.contains(index))
            continue;
        const Look &look = m_looks.at(index);
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
        environment.insert(u"QT_SCALE_FACTOR"_s, QString::number(look.scale));
        environment.insert(QString::fromLatin1(LanguageVariable),
                           QString::fromLatin1(look.language));
        environment.insert(QString::fromLatin1(FontVariable), QString::number(look.font));
        environment.insert(QString::fromLatin1(ThemeVariable), QString::number(int(look.theme)));
        if (look.judgesColors)
            environment.insert(QString::fromLatin1(ColorsVariable), u"1"_s);
        environment.insert(QString::fromLatin1(ResultsVariable),
                           walk.folder.filePath(u"results.txt"_s));
        walk.process = std::make_unique<QProcess>();
        walk.process->setProcessEnvironment(environment);
        walk.process->setProcessChannelMode(QProcess::MergedChannels);
        walk.process->start(QCoreApplication::applicationFilePath(), {u"walk"_s});
    }
}

void TestWindowWalk::waitForLook()
{
    QFETCH(const qsizetype, index);
    startWalks(index, index + 1 + 2 * QThread::idealThreadCount());
    Walk &walk = m_walks.at(index);
    const bool isEnded = walk.process->waitForFinished(-1); // ctest ends it
    const QByteArray output = walk.process->readAll();
    QVERIFY2(isEnded && walk.process->exitStatus() == QProcess::NormalExit
                 && walk.process->exitCode() == 0,
             output.constData());
    QFile results(walk.folder.filePath(u"results.txt"_s));
    QVERIFY(results.open(QIODevice::ReadOnly));
    QStringList found;
    QSet<QString> told;
    while (!results.atEnd()) {
        const QStringList parts = QString::fromUtf8(results.readLine()).trimmed().split(u'\t');
        QCOMPARE(parts.size(), 4);
        const QString key = parts.at(0) + u' ' + parts.at(1);
        if (told.contains(key))
            continue;
        told.insert(key);
        found.append(key + " in "_L1 + parts.at(2) + ": "_L1 + parts.at(3));
    }
    const QByteArray keepIn = qgetenv("VESTIBULE_TEST_WALK_KEEP"); // a folder, to read all of it
    if (!keepIn.isEmpty())
        results.copy(u"%1/%2.txt"_s.arg(QString::fromLocal8Bit(keepIn),
                                        QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestWindowWalk::walk()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of the other functions");
    m_results.setFileName(qEnvironmentVariable(ResultsVariable));
    QVERIFY(m_results.open(QIODevice::WriteOnly));
    const QSize size = QGuiApplication::primaryScreen()->size();
    walkStates(Theme(qEnvironmentVariableIntValue(ThemeVariable)), size);
    walkOrganization(size);
    walkWholeTenant(size);
}

//! What passes by itself, such as rows that are still read, is no fault; a new one gets the time
//! that every wait of a test has.
template <typename Find>
void TestWindowWalk::add(const QString &state, const Find &find)
{
    settleLayouts();
    WidgetFaults faults = find();
    const auto isKnown = [this](const WidgetFault &fault) {
        return m_lasting.contains(fault.check + fault.widget);
    };
    Q_UNUSED(QTest::qWaitFor([&] {
        if (std::ranges::all_of(faults, isKnown))
            return true;
        settleLayouts();
        faults = find();
        return faults.isEmpty();
    }))
    for (const WidgetFault &fault : std::as_const(faults)) {
        m_lasting.insert(fault.check + fault.widget);
        const QString details = QString(fault.details).replace(u'\n', u' ').replace(u'\t', u' ');
        m_results.write(QStringList{fault.check, fault.widget, state, details}.join(u'\t').toUtf8()
                        + '\n');
    }
}

void TestWindowWalk::compareControls(const QString &state, const QWidget &window,
                                     WidgetPlaces *before)
{
    WidgetPlaces places;
    add(state, [&] {
        places = WidgetPlaces::ofControls(window, MovingAreas);
        return before->floatsUntil(places);
    });
    before->include(places);
}

void TestWindowWalk::compareTexts(const QString &state, const QWidget &details,
                                  WidgetPlaces *before)
{
    WidgetPlaces places;
    add(state, [&] {
        places = WidgetPlaces::ofTexts(details);
        return before->movesUntil(places);
    });
    before->include(places);
}

WidgetFaults TestWindowWalk::mnemonicFaults(const QWidget &window)
{
    const QString clashes = mnemonicClashes(window);
    if (clashes.isEmpty())
        return {};
    return {{.check = u"mnemonic"_s, .widget = walkName(window), .details = clashes}};
}

void TestWindowWalk::walkStates(Theme theme, const QSize &size)
{
    const bool judgesColors = qEnvironmentVariableIsSet(ColorsVariable);
    QSet<QString> seen; // contrast and focus are the same in many states
    const auto unseen = [&seen](const auto &check, QWidget &shown) {
        return [&check, &shown, &seen, before = seen] {
            seen = before; // judged again
            return check(shown, &seen);
        };
    };
    Studio studio([&](const QString &state, QWidget &shown) {
        // A small window has a look of its own above.
        if (state.endsWith("-small"_L1))
            return;
        add(state, [&shown] { return cutTexts(shown) + widgetsOutside(shown); });
        add(state, [&shown] { return elidedTexts(shown); });
        add(state, [&shown] { return mnemonicFaults(shown); });
        if (!judgesColors)
            return;
        add(state, unseen(lowContrasts, shown));
        const QWidget *modal = QApplication::activeModalWidget();
        const bool isReached = !modal || modal == &shown;
        if (isReached && shown.windowType() != Qt::Popup)
            add(state, unseen(invisibleFocus, shown));
    });
    studio.run(theme, size);
}

//! What is in two states of an organization is at the same place.
void TestWindowWalk::walkOrganization(const QSize &size)
{
    DemoDesk desk;
    desk.window().setGeometry(QRect(QPoint(), size));
    const auto checkColumns = [&](const QString &state) {
        if (!mayScroll(size))
            add(state, [&desk] { return columnsOutside(desk.window()); });
    };
    const QWidget &details = *desk.window().findChild<ConnectionDetailPane *>();
    WidgetPlaces texts;
    for (const int organization : {DemoDesk::Ten, DemoDesk::Scripts, DemoDesk::Fifty}) {
        const QString name = u"organization %1"_s.arg(organization);
        QVERIFY(desk.open(organization));
        desk.table().clearSelection();
        checkColumns(name);
        desk.select(0);
        checkColumns("a row of "_L1 + name);
        if (!mayScroll(size) && organization == DemoDesk::Ten)
            add(name, [&desk] { return shortenedCells(desk.window()); });
        for (const int row : comparedRows(desk.table().model()->rowCount())) {
            desk.select(row);
            compareTexts(u"details of row %1 of "_s.arg(row) + name, details, &texts);
        }
        desk.table().selectAll();
        checkColumns("all rows of "_L1 + name);
    }

    QVERIFY(desk.open(DemoDesk::Many));
    checkColumns(u"page 1"_s);
    WidgetPlaces controls;
    const auto compare = [&](const QString &state) {
        compareControls("page 1 and "_L1 + state, desk.window(), &controls);
    };
    compare(u"page 1"_s);
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
    const QAbstractItemModel &rows = *desk.table().model();
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    const int all = rows.rowCount();
    find->setText(u"okta"_s);
    QTRY_VERIFY(rows.rowCount() < all);
    compare(u"found"_s);
    find->setText(u"no such thing"_s);
    QTRY_COMPARE(rows.rowCount(), 0);
    compare(u"not found"_s);
    find->clear();
    QTRY_COMPARE(rows.rowCount(), all);
    desk.table().sortByColumn(0, Qt::AscendingOrder);
    compare(u"sorted"_s);
    QVERIFY(desk.trigger("showEnabledAction"));
    compare(u"enabled"_s);
    QVERIFY(desk.trigger("showAllAction"));
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    compare(u"loading"_s);
    const auto *button = child<QToolButton>(&desk.window(), "refreshButton");
    QTRY_COMPARE(button->defaultAction(), desk.action("cancelAction"));
    compare(u"loading for long"_s);
    desk.action("cancelAction")->trigger();
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    compare(u"failed"_s);
    desk.tenant().setFaults({});
    QVERIFY(desk.trigger("refreshAction"));
    compare(u"read again"_s);
}

//! The header and the bars are the same in all places, lists and states of the whole tenant, and
//! the details in all rows of a list.
void TestWindowWalk::walkWholeTenant(const QSize &size)
{
    DemoDesk desk;
    desk.window().setGeometry(QRect(QPoint(), size));
    QVERIFY(desk.open(DemoDesk::Ten));
    WidgetPlaces controls;
    desk.action("placeConnectionsAction")->trigger();
    compareControls(u"no inventory"_s, desk.window(), &controls);
    desk.action("sweepAction")->trigger();
    compareControls(u"a sweep"_s, desk.window(), &controls);
    // The bar says less in these two states, and its words follow one another.
    controls = controls.withoutTexts();
    QTRY_VERIFY_WITH_TIMEOUT(desk.session().inventory().summary().isListedAgain
                                 && desk.sweeps().running().isEmpty(),
                             30'000);
    walkLists(desk, size, &controls);
    walkChanges(desk, &controls);
}

void TestWindowWalk::walkLists(DemoDesk &desk, const QSize &size, WidgetPlaces *controls)
{
    auto *page = desk.window().findChild<TenantPage *>();
    const auto &details = *desk.window().findChild<InventoryDetails *>();
    desk.action("placeOverviewAction")->trigger();
    compareControls(u"placeOverviewAction"_s, desk.window(), controls);
    for (const char *place : {"placeConnectionsAction", "placeOrganizationsAction",
                              "placeLinksAction", "placeFindingsAction"}) {
        const QString name = QString::fromLatin1(place);
        const auto compare = [&](const QString &state) {
            compareControls(name + u": "_s + state, desk.window(), controls);
        };
        desk.action(place)->trigger();
        InventoryTableView &table = page->table();
        const QAbstractItemModel &rows = *table.model();
        QTRY_VERIFY(table.isVisible() && rows.rowCount() > 0 && rows.index(0, 0).data().isValid());
        compare(u"list"_s);
        if (!mayScroll(size)) {
            QTRY_VERIFY(isRead(rows));
            table.selectRow(0); // the details are open, and full
            add(name, [&desk] { return columnsOutside(desk.window()); });
            add(name, [&desk] { return shortenedCells(desk.window()); });
        }
        WidgetPlaces texts;
        const int all = rows.rowCount();
        for (const int row : comparedRows(all)) {
            table.selectRow(row);
            compareTexts(name + u" row %1"_s.arg(row), details, &texts);
        }
        compare(u"a row"_s);
        table.selectAll();
        compare(u"all rows"_s);
        table.clearSelection();
        compare(u"no row"_s);
        for (int column = 0; column < rows.columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            table.sortByColumn(column, Qt::DescendingOrder);
            compare(u"sorted by column %1"_s.arg(column));
        }
        auto *find = child<QLineEdit>(&desk.window(), "inventoryFindField");
        if (!find->isVisible())
            continue;
        find->setText(u"o"_s);
        compare(u"found"_s);
        find->setText(u"no such thing"_s);
        QTRY_COMPARE(rows.rowCount(), 0);
        compare(u"not found"_s);
        find->clear();
        QTRY_COMPARE(rows.rowCount(), all);
    }
    desk.action("placeLinksAction")->trigger();
    InventoryListing &links = page->listing();
    const auto filter = [&](const QString &state, const InventoryFilter &wanted) {
        links.setFilter(wanted);
        QTRY_VERIFY(!links.isSorting() && !links.isCounting());
        compareControls("links: "_L1 + state, desk.window(), controls);
    };
    filter(u"with sign-up"_s, {.isSignupEnabled = FlagChoice::Yes});
    filter(u"none"_s, {.isSignupEnabled = FlagChoice::Yes, .findText = u"no such thing"_s});
    filter(u"all"_s, {});
}

void TestWindowWalk::walkChanges(DemoDesk &desk, WidgetPlaces *controls)
{
    const auto compare = [&](const QString &state) {
        compareControls("changes: "_L1 + state, desk.window(), controls);
    };
    desk.action("placeChangesAction")->trigger();
    compare(u"none"_s);
    desk.tenant().changeToSecondState();
    desk.action("sweepAction")->trigger();
    auto *tree = child<QTreeView>(&desk.window(), "changesTree");
    QTRY_VERIFY_WITH_TIMEOUT(desk.sweeps().running().isEmpty() && tree->isVisible()
                                 && tree->model()->rowCount() > 0,
                             30'000);
    compare(u"some"_s);
    const auto &details = *desk.window().findChild<ChangeDetails *>();
    const QAbstractItemModel &rows = *tree->model();
    WidgetPlaces texts;
    for (int group = 0; group < rows.rowCount(); ++group) {
        const QModelIndex parent = rows.index(group, 0);
        tree->setCurrentIndex(parent);
        compareTexts(u"group %1 of the changes"_s.arg(group), details, &texts);
        for (const int row : comparedRows(rows.rowCount(parent))) {
            tree->setCurrentIndex(rows.index(row, 0, parent));
            compareTexts(u"change %1 of group %2"_s.arg(row).arg(group), details, &texts);
        }
    }
    compare(u"a difference"_s);
    auto *find = child<QLineEdit>(&desk.window(), "changesFindField");
    find->setText(u"no such thing"_s);
    QTRY_COMPARE(rows.rowCount(), 0);
    compare(u"not found"_s);
    find->clear();
    QTRY_VERIFY(rows.rowCount() > 0);
    compare(u"found again"_s);
}

QTEST_MAIN(TestWindowWalk)
#include "tst_windowwalk.moc"
