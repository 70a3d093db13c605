// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"
#include "support/demodesk.h"
#include "support/savedviewsteps.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"

#include <QDialogButtonBox>
#include <QMessageBox>
#include <QProcess>
#include <QScreen>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! On small screens, with large fonts, and in long languages, every window opens within the screen
//! and can be made small enough for it, and what ends a dialog is in sight.
//!
//! The platform has its screens from the start of a process, so each row runs windowsFit() in
//! another one.
class TestScreenSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }

    void windowsFitOnSmallScreens_data();
    void windowsFitOnSmallScreens();
    void windowsFit();
    void restoredWindowFits();
    void windowsKeepTheirPlaces();
    void windowManagerPlacesWindows();
    void windowsMoveIntoSight();

private:
    //! Runs tests in a process with these screens. Returns its output if one did not pass.
    static QByteArray runOnScreens(const QList<QRect> &screens, const QStringList &tests,
                                   const QString &scale = u"1"_s, int font = 100,
                                   const QString &language = u"en"_s);
    //! Why the window does not fit; empty if it does.
    static QString fault(const QWidget &window);

    std::unique_ptr<Translations> m_translations;
};

namespace {

constexpr char LanguageVariable[] = "VESTIBULE_TEST_LANGUAGE"; //!< set in the other process
constexpr char FontVariable[] = "VESTIBULE_TEST_FONT"; //!< in percent
constexpr QSize Frame(4, 36); //!< what a window manager adds

bool isChildProcess()
{
    return qEnvironmentVariableIsSet(LanguageVariable);
}

//! The parts of a window that must not be out of sight.
QList<const QWidget *> importantParts(const QWidget &window)
{
    QList<const QWidget *> parts;
    for (const QDialogButtonBox *buttons : window.findChildren<QDialogButtonBox *>()) {
        if (buttons->window() == &window)
            parts.append(buttons);
    }
    for (const char *name : {"PagerBar", "SourceBar", "FilterBar", "connectButton"}) {
        const auto *part = window.findChild<QWidget *>(QLatin1StringView(name));
        if (part && part->isVisible() && part->window() == &window)
            parts.append(part);
    }
    if (const auto *status = window.findChild<QStatusBar *>())
        parts.append(status);
    return parts;
}

//! The innermost child that needs most width.
QString widest(const QWidget &window)
{
    const QWidget *found = &window;
    int width = 0;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const int least =
            widget->minimumWidth() > 0 ? widget->minimumWidth() : widget->minimumSizeHint().width();
        if (widget->isVisible() && widget->window() == &window && least >= width) {
            found = widget;
            width = least;
        }
    }
    return u"%1 (%2)"_s.arg(found->objectName(), QString::number(width));
}

} // namespace

void TestScreenSizes::initTestCase()
{
    if (!isChildProcess()) {
        QVERIFY(installEnglish());
        return;
    }
    m_translations = std::make_unique<Translations>(qEnvironmentVariable(LanguageVariable));
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * qEnvironmentVariableIntValue(FontVariable) / 100);
    QApplication::setFont(font);
}

QString TestScreenSizes::fault(const QWidget &window)
{
    for (int pass = 0; pass < 5; ++pass) // each changed height may change the next one
        QCoreApplication::processEvents();
    const QRect screen = window.screen()->availableGeometry();
    const QSize most = screen.size() - Frame;
    const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
    const QString name = QString::fromLatin1(window.metaObject()->className()) + u": "_s;
    const auto exceeds = [&most](const QSize &size) { return size.boundedTo(most) != size; };
    if (!window.isVisible())
        return name + u"is not visible"_s;
    const bool isTooLarge =
        window.isMaximized() ? window.width() > screen.width() : exceeds(window.size());
    if (isTooLarge || exceeds(least)) {
        return name
            + u"its size is %1, at least %2; %3 is wide"_s.arg(
                QDebug::toString(window.size()), QDebug::toString(least), widest(window));
    }
    if (!screen.contains(window.geometry()))
        return name + u"it is at "_s + QDebug::toString(window.geometry());
    for (const QWidget *part : importantParts(window)) {
        const QRect place(part->mapTo(&window, QPoint(0, 0)), part->size());
        if (!part->isVisible() || !window.rect().contains(place))
            return name + QString::fromLatin1(part->metaObject()->className()) + u" is at "_s
                + QDebug::toString(place);
    }
    return {};
}

void TestScreenSizes::windowsFitOnSmallScreens_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<QString>("scale");
    QTest::addColumn<int>("font");
    QTest::addColumn<QString>("language");
    for (const QString &language : {u"en"_s, u"fr"_s}) {
        const auto add = [&language](const QSize &screen, int scale, int font) {
            QTest::addRow("%dx%d, scale %d, fonts at %d %%, %s", screen.width(), screen.height(),
                          scale, font, qPrintable(language))
                << screen << QString::number(scale) << font << language;
        };
        add({1366, 768}, 1, 100);
        add({1280, 720}, 1, 100);
        add({1024, 600}, 1, 100);
        add({1366, 768}, 1, 150);
        add({1920, 1080}, 1, 150);
        add({1920, 1080}, 2, 100);
        add({1920, 1080}, 2, 150);
    }
}

void TestScreenSizes::windowsFitOnSmallScreens()
{
    QFETCH(const QSize, screen);
    QFETCH(const QString, scale);
    QFETCH(const int, font);
    QFETCH(const QString, language);
    const QByteArray failure =
        runOnScreens({QRect(QPoint(), screen)}, {u"windowsFit"_s, u"restoredWindowFits"_s}, scale,
                     font, language);
    QVERIFY2(failure.isEmpty(), failure.constData());
}

QByteArray TestScreenSizes::runOnScreens(const QList<QRect> &screens, const QStringList &tests,
                                         const QString &scale, int font, const QString &language)
{
    QStringList descriptions;
    for (const QRect &screen : screens) {
        descriptions.append(QStringLiteral(R"({"name":"%1","x":%2,"y":%3,"width":%4,"height":%5,)"
                                           R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1})")
                                .arg(descriptions.size())
                                .arg(screen.x())
                                .arg(screen.y())
                                .arg(screen.width())
                                .arg(screen.height()));
    }
    const QTemporaryDir folder;
    QFile config(folder.filePath(u"screens.json"_s));
    if (!config.open(QIODevice::WriteOnly))
        return "the screens cannot be described";
    config.write(QStringLiteral(R"({"screens":[%1]})").arg(descriptions.join(u',')).toLatin1());
    config.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, "offscreen:configfile="_L1 + config.fileName());
    environment.insert(u"QT_SCALE_FACTOR"_s, scale);
    environment.insert(QString::fromLatin1(LanguageVariable), language);
    environment.insert(QString::fromLatin1(FontVariable), QString::number(font));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), tests);
    const bool isEnded = process.waitForFinished(60'000);
    const QByteArray output = process.readAll();
    const bool isPassed = isEnded && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0 && output.contains("0 skipped");
    return isPassed ? QByteArray() : output + "did not pass";
}

void TestScreenSizes::windowsFit()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of windowsFitOnSmallScreens()");
    DemoDesk desk;
    QWidget &window = desk.window();
    QCOMPARE(fault(window), QString()); // the welcome page
    Profile profile = desk.saveProfile(DemoDesk::Many);
    profile.name = QString(100, u'W');
    desk.settings().setProfiles({profile});
    desk.session().openProfile(profile, desk.access().token);
    QVERIFY(desk.settle());
    desk.select(3);
    desk.table().sortByColumn(0, Qt::AscendingOrder);
    child<QLineEdit>(&window, "findField")->setText(u"o"_s);
    QCOMPARE(fault(window), QString());
    desk.table().selectAll(); // the details are a long list
    QCOMPARE(fault(window), QString());
    desk.select(3);
    desk.action("organizationAction")->trigger();
    QCOMPARE(fault(desk.chooser()), QString());
    desk.chooser().hide();
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(fault(window), QString()); // with a message above the table
    desk.tenant().setFaults({});
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    QCOMPARE(fault(window), QString()); // with the reason why there is no filter
    desk.session().useEndpoint(ConnectionEndpoint::Connections);
    QVERIFY(desk.settle());
    desk.select(3);

    SettingsDialog &settings = desk.openSettings();
    for (const auto page : {SettingsDialog::Page::Network, SettingsDialog::Page::Appearance,
                            SettingsDialog::Page::Tenants}) {
        settings.showPage(page);
        QCOMPARE(fault(settings), QString());
    }
    child<QLineEdit>(&settings, "domainField")->setText(u"https://manage.auth0.com/x"_s);
    child<QLineEdit>(&settings, "tokenField")->setText(u"one two"_s);
    QCOMPARE(fault(settings), QString());
    settings.reject();
    desk.action("connectTenantAction")->trigger();
    auto *connecting = child<QDialog>(&window, "connectWindow");
    QCOMPARE(fault(*connecting), QString());
    child<QAbstractButton>(connecting, "guideButton")->click();
    child<QLineEdit>(connecting, "domainField")->setText(u"login.acme.example"_s);
    QCOMPARE(fault(*connecting), QString());
    const QRect free = connecting->screen()->availableGeometry();
    QCOMPARE_GE(free.bottom() - connecting->geometry().bottom(), 8); // not at the screen's edge
    connecting->reject();
    TokenDialog &token = desk.openTokenDialog();
    child<QLineEdit>(&token, "tokenField")->setText(desk.token());
    QCOMPARE(fault(token), QString());
    token.reject();
    desk.action("keysAction")->trigger();
    QCOMPARE(fault(*child<QDialog>(&window, "keysDialog")), QString());
    child<QDialog>(&window, "keysDialog")->reject();
    desk.action("aboutAction")->trigger();
    QCOMPARE(fault(*desk.lastDialog<QMessageBox>()), QString());
    desk.lastDialog<QMessageBox>()->reject();

    desk.action("exportAction")->trigger();
    auto *form = desk.lastDialog<ExportDialog>();
    QCOMPARE(fault(*form), QString());
    child<QComboBox>(form, "formatField")->setCurrentIndex(1); // JSON has an explanation
    QCOMPARE(fault(*form), QString());
    desk.tenant().setFaults({u"expires-between-pages"_s});
    form->exportTo(desk.file(u"all.json"_s));
    ExportWindow &exporting = desk.exportWindow();
    QCOMPARE(fault(exporting), QString());
    QTRY_VERIFY(child(&exporting, "resumeButton")->isVisible());
    QCOMPARE(fault(exporting), QString());
    window.close(); // asks whether to stop the export
    QCOMPARE(fault(*desk.lastDialog<StopQuestion>()), QString());
    exporting.job().cancel();
    QCOMPARE(fault(exporting), QString());
    exporting.close();

    desk.tenant().setFaults({});
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(fault(window), QString()); // the demo
    const ConnectionPage page = *desk.browser().page();
    desk.session().openSavedView(std::make_shared<const SavedView>(
        SavedView{.provenance = {.tenantDomain = u"acme.eu.auth0.com"_s,
                                 .organizationId = page.request.organizationId,
                                 .organizationName = u"Globex Partners"_s},
                  .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
                  .count = {.rows = page.items.size(), .total = page.items.size() + 1000},
                  .readAt = page.readAt.addDays(-40), // so that the date is shown
                  .connections = page.items}));
    QVERIFY(desk.settle());
    QVERIFY(!savedViewBar(desk).isEmpty());
    QCOMPARE(fault(window), QString());
}

//! The geometry of a window on a larger screen.
void TestScreenSizes::restoredWindowFits()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of windowsFitOnSmallScreens()");
    QWidget large;
    large.setGeometry(2600, 1500, 3000, 2000);
    DemoDesk desk;
    desk.settings().setLayout(u"window"_s, large.saveGeometry());
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(fault(desk.window()), QString());
}

//! The screens do not begin at the origin, where a window is before it is shown.
void TestScreenSizes::windowsKeepTheirPlaces()
{
    QByteArray failure =
        runOnScreens({QRect(1920, 27, 1920, 1053)}, {u"windowManagerPlacesWindows"_s});
    QVERIFY2(failure.isEmpty(), failure.constData());
    failure = runOnScreens({QRect(1920, 27, 1920, 1053), QRect(0, 0, 1920, 1080)},
                           {u"windowManagerPlacesWindows"_s, u"windowsMoveIntoSight"_s});
    QVERIFY2(failure.isEmpty(), failure.constData());
}

void TestScreenSizes::windowManagerPlacesWindows()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of windowsKeepTheirPlaces()");
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(!desk.window().testAttribute(Qt::WA_Moved));
    const auto startExport = [&desk](const QString &name) -> QWidget & {
        desk.action("exportAction")->trigger();
        desk.lastDialog<ExportDialog>()->exportTo(desk.file(name));
        return desk.exportWindow();
    };
    QWidget &first = startExport(u"first.csv"_s);
    QVERIFY(!first.testAttribute(Qt::WA_Moved));
    QVERIFY(first.height() < 480); // Qt's size of a window before it is shown
    first.move(2000, 100); // as a window manager would
    const QWidget &second = startExport(u"second.csv"_s);
    QCOMPARE(second.pos(), first.pos() + QPoint(32, 32));
    QVERIFY(second.height() < 480);
    QCOMPARE(fault(second), QString());
    QVERIFY(desk.exportEnds());
}

void TestScreenSizes::windowsMoveIntoSight()
{
    if (!isChildProcess())
        QSKIP("runs in the processes of windowsKeepTheirPlaces()");
    const auto kept = [](const QRect &geometry) {
        QWidget window;
        window.setGeometry(geometry);
        keepOnScreen(window);
        return window.geometry();
    };
    const QRect spanning(1000, 100, 2000, 800);
    QCOMPARE(kept(spanning), spanning);
    const QRect low = kept(QRect(2500, 900, 900, 600)); // hangs over the lower edge
    QCOMPARE(low.size(), QSize(900, 600));
    QVERIFY(QRect(1920, 27, 1920, 1053).contains(low));
    const QRect lowSpanning = kept(QRect(1000, 900, 2000, 600));
    QCOMPARE(lowSpanning.size(), QSize(2000, 600));
    QCOMPARE(lowSpanning.x(), 1000);
    const QRect away = kept(QRect(5000, 3000, 900, 600)); // the screen is gone
    QCOMPARE(away.size(), QSize(900, 600));
    QVERIFY(QRect(0, 0, 3840, 1080).contains(away));
    const QRect large = kept(QRect(2000, 100, 1000, 2000));
    QCOMPARE(large.width(), 1000);
    QVERIFY(large.height() < 1053);
}

QTEST_MAIN(TestScreenSizes)
#include "tst_screensizes.moc"
