// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/connectionsamples.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"
#include "widgets/detail/loginpromptview.h"

#include <QAccessible>
#include <QDebug>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>

#include <utility>

//! The drawing of an organization's login page.
class TestLoginPromptView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }
    void cleanup() { QApplication::setPalette({}); }

    void everyLineIsHeardInOrder();
    void withoutWordsThereIsAHint();
    void problemsAreOnThePage();
    void severalConnectionsAreOnePage();
    void theKeyboardReachesEveryLine();
    void aPartIsChosenByKeyAndClick();
    void nothingCanBeTyped();
    void thePositionStaysOnItsConnection();
    void selectedConnectionsAreMarkedAndHeard();
    void everyColourIsThePalettes();
    void everyThemeDrawsSomething_data();
    void everyThemeDrawsSomething();
    void linesBreakWhereTheyMust();
    void largerTextTakesMoreRoom();
    void hostileNamesAreText();
    void whatIsElidedIsWholeInATooltip();
    void namesFromRightToLeftLeaveTheOrder();

private:
    static LoginPromptWords words(const QList<OrganizationConnection> &connections)
    {
        return loginPromptWords(loginPrompt({.connections = connections, .isWhole = true}),
                                {.id = u"org_1"_s, .displayName = u"Acme Corp"_s});
    }
    //! A database, a social, an enterprise, a hidden and a disabled connection.
    static QList<OrganizationConnection> five()
    {
        const auto with = [](const OrganizationConnection &connection, const QString &id,
                             auto change) {
            OrganizationConnection other = changed(connection, change);
            other.connectionId = id;
            return other;
        };
        return {with(database(), u"con_1"_s, [](auto &) {}),
                with(okta(), u"con_2"_s, [](auto &c) { c.strategy = u"github"_s; }),
                with(okta(), u"con_3"_s, [](auto &) {}),
                with(okta(), u"con_4"_s, [](auto &c) { c.showAsButton = false; }),
                with(okta(), u"con_5"_s, [](auto &c) { c.isEnabled = false; })};
    }
    static QStringList heard(LoginPromptView &view)
    {
        QStringList lines;
        auto *list = QAccessible::queryAccessibleInterface(&view);
        for (int row = 0; row < list->childCount(); ++row)
            lines.append(list->child(row)->text(QAccessible::Name));
        return lines;
    }
    static void show(LoginPromptView &view, const QList<OrganizationConnection> &connections)
    {
        view.resize(300, 900);
        view.show();
        view.setWords(words(connections));
        QCoreApplication::processEvents();
    }
    //! The colours of all pixels, with their numbers.
    static QHash<QRgb, int> colors(const QPixmap &picture)
    {
        const QImage image = picture.toImage().convertToFormat(QImage::Format_RGB32);
        QHash<QRgb, int> counts;
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                ++counts[line[x]];
        }
        return counts;
    }
    static int rowOf(LoginPromptView &view, const QString &text)
    {
        const QStringList lines = heard(view);
        const auto found = std::ranges::find_if(
            lines, [&text](const QString &line) { return line.contains(text); });
        return found == lines.end() ? -1 : int(found - lines.begin());
    }
};

void TestLoginPromptView::everyLineIsHeardInOrder()
{
    LoginPromptView view;
    show(view, five());
    const LoginPromptWords all = words(five());
    QStringList expected{all.drawing, all.heading};
    expected.append(all.sections.at(0).lines.constFirst().spoken());
    expected.append(u"or"_s);
    expected.append(all.sections.at(1).lines.constFirst().spoken());
    expected.append(all.sections.at(2).lines.constFirst().spoken());
    for (const int hidden : {3, 4}) {
        const PromptSection &section = all.sections.at(hidden);
        expected.append(section.title + u'\n' + section.sentence);
        expected.append(section.lines.constFirst().spoken());
    }
    expected.append(all.unknownTitle);
    expected.append(all.unknown);
    QCOMPARE(heard(view), expected);
    QVERIFY(expected.at(2).startsWith("Form: E-mail address and password\nNo account yet?"_L1));
    auto *list = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(list->text(QAccessible::Name), u"Login prompt, a drawing"_s);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->child(4)->role(), QAccessible::ListItem);
}

void TestLoginPromptView::withoutWordsThereIsAHint()
{
    LoginPromptView view;
    const QStringList hint{u"No connections have been read yet."_s};
    QCOMPARE(heard(view), hint);
    view.setWords(words(five()));
    QVERIFY(view.count() > 1);
    view.setWords({});
    QCOMPARE(heard(view), hint);
}

void TestLoginPromptView::problemsAreOnThePage()
{
    LoginPromptView view;
    show(view, {});
    QVERIFY(heard(view).contains(words({}).problem));
    view.setWords(words({changed(okta(), [](auto &c) { c.isEnabled.reset(); })}));
    QCOMPARE(rowOf(view, u"which connections it shows is not known"_s),
             2); // below the page's heading
    view.setWords(loginPromptWords(loginPrompt({.connections = five()}), {.id = u"org_1"_s}));
    QCOMPARE(rowOf(view, u"Drawn from part"_s), 1); // above the page
}

void TestLoginPromptView::severalConnectionsAreOnePage()
{
    LoginPromptView view;
    show(view, {database(), database(), okta(), okta()});
    QCOMPARE(heard(view).count(u"or"_s), 1);
    QVERIFY(rowOf(view, u"Which of these databases"_s) < heard(view).indexOf(u"or"_s));
    show(view, {okta(), okta()});
    QCOMPARE(heard(view).count(u"or"_s), 0);
}

void TestLoginPromptView::theKeyboardReachesEveryLine()
{
    LoginPromptView view;
    show(view, five());
    view.resize(300, 200);
    view.setFocus();
    QCOMPARE(view.currentRow(), 0);
    for (int row = 1; row < view.count(); ++row) {
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), row);
        QVERIFY(view.viewport()->rect().intersects(view.visualItemRect(view.item(row))));
    }
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentRow(), 0);
}

void TestLoginPromptView::aPartIsChosenByKeyAndClick()
{
    LoginPromptView view;
    show(view, five());
    const QSignalSpy chosen(&view, &LoginPromptView::connectionChosen);
    view.setCurrentRow(rowOf(view, u"Continue with GitHub"_s));
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Space);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualItemRect(view.item(rowOf(view, u"Disabled: "_s))).center());
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(chosen.at(0).constFirst().toString(), u"con_2"_s);
    QCOMPARE(chosen.at(1).constFirst().toString(), u"con_2"_s);
    QCOMPARE(chosen.at(2).constFirst().toString(), u"con_5"_s);
    for (const int row : {0, 1, rowOf(view, u"or"_s), view.count() - 1}) {
        if (row == rowOf(view, u"Form: "_s))
            continue;
        view.setCurrentRow(row);
        QTest::keyClick(&view, Qt::Key_Return);
    }
    QCOMPARE(chosen.size(), 3); // text is no part
}

void TestLoginPromptView::nothingCanBeTyped()
{
    LoginPromptView view;
    show(view, five());
    const QStringList before = heard(view);
    view.setCurrentRow(rowOf(view, u"Form: "_s));
    QTest::keyClick(&view, Qt::Key_F2);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {},
                       view.visualItemRect(view.currentItem()).center());
    QTest::keyClicks(&view, u"secret"_s);
    QVERIFY(view.findChildren<QLineEdit *>().isEmpty());
    QVERIFY(!view.testAttribute(Qt::WA_InputMethodEnabled));
    QCOMPARE(heard(view), before);
}

void TestLoginPromptView::thePositionStaysOnItsConnection()
{
    LoginPromptView view;
    show(view, five());
    view.setCurrentRow(rowOf(view, u"Continue with acme-okta"_s));
    view.setWords(words(five().sliced(2)));
    QCOMPARE(view.currentRow(), rowOf(view, u"Continue with acme-okta"_s));
    view.setWords(words(five().first(1)));
    QCOMPARE(view.currentRow(), 0);
    view.setCurrentRow(view.count() - 1); // a text
    const int row = view.currentRow();
    view.setWords(words(five().first(1))); // nothing has changed
    QCOMPARE(view.currentRow(), row);
}

void TestLoginPromptView::selectedConnectionsAreMarkedAndHeard()
{
    LoginPromptView view;
    show(view, five());
    const int row = rowOf(view, u"Continue with GitHub"_s);
    const auto marks = [&view](int at) {
        return colors(view.viewport()->grab(view.visualItemRect(view.item(at))))
            .value(view.palette().color(QPalette::Highlight).rgb());
    };
    QCOMPARE(marks(row), 0);
    view.setSelectedIds({u"con_2"_s, u"con_5"_s});
    QVERIFY(marks(row) > 20);
    QCOMPARE(marks(row - 1), 0);
    QVERIFY(heard(view).at(row).endsWith(u"\nSelected in the table."_s));
    QCOMPARE(heard(view).filter(u"Selected in the table."_s).size(), 2);
    view.setSelectedIds({});
    QCOMPARE(heard(view).filter(u"Selected in the table."_s).size(), 0);
    QCOMPARE(marks(row), 0);
}

//! With a palette of reds, a colour that is not the palette's has green or blue. Only the sign of
//! the one warning has: it is amber, as everywhere.
void TestLoginPromptView::everyColourIsThePalettes()
{
    QPalette reds;
    for (int role = 0; role < QPalette::NColorRoles; ++role)
        reds.setColor(QPalette::ColorRole(role), QColor(role * 8, 0, 0));
    reds.setColor(QPalette::Text, Qt::red);
    QApplication::setPalette(reds);
    LoginPromptView view;
    QList<OrganizationConnection> connections = five();
    connections[2].showAsButton.reset();
    show(view, connections);
    view.setSelectedIds({u"con_1"_s});
    view.setWords(loginPromptWords(loginPrompt({.connections = connections}), {.id = u"org_1"_s}));
    view.resize(300, 2000);
    QCoreApplication::processEvents();
    const QImage picture = view.viewport()->grab().toImage();
    QRect others;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb shade = picture.pixel(x, y);
            if (qGreen(shade) > 0 || qBlue(shade) > 0)
                others |= QRect(x, y, 1, 1);
        }
    }
    QVERIFY2(others.width() <= 16 && others.height() <= 16,
             qPrintable(QDebug::toString(others))); // the sign
    QVERIFY(!others.isEmpty());
    QVERIFY(colors(view.viewport()->grab()).size() > 5);
}

void TestLoginPromptView::everyThemeDrawsSomething_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

void TestLoginPromptView::everyThemeDrawsSomething()
{
    QFETCH(const Theme, theme);
    LoginPromptView view;
    show(view, five());
    QApplication::setPalette(themePalette(theme)); // while it is shown
    QCoreApplication::processEvents();
    const QHash<QRgb, int> drawn = colors(view.viewport()->grab());
    const QPalette palette = themePalette(theme);
    for (const QPalette::ColorRole role :
         {QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::Text})
        QVERIFY2(drawn.value(palette.color(role).rgb()) > 100, qPrintable(QString::number(role)));
    QVERIFY(drawn.value(mutedTextColor(palette).rgb()) > 100);
}

void TestLoginPromptView::linesBreakWhereTheyMust()
{
    LoginPromptView view;
    QList<OrganizationConnection> connections = five();
    connections[4].name = QString(300, u'W'); // no place between words
    show(view, connections);
    const auto height = [&view] {
        QCoreApplication::processEvents();
        return view.visualItemRect(view.item(view.count() - 1)).bottom()
            + view.verticalScrollBar()->value();
    };
    const int wide = height();
    const int lines = rowOf(view, u"WWW"_s);
    const int name = view.visualItemRect(view.item(lines)).height();
    QVERIFY(name > 4 * view.fontMetrics().height());
    view.resize(180, 900);
    QVERIFY(height() > wide);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    view.resize(300, 900);
    QCOMPARE(height(), wide);
}

void TestLoginPromptView::largerTextTakesMoreRoom()
{
    LoginPromptView view;
    show(view, five());
    const int before = view.visualItemRect(view.item(2)).height();
    QFont font = view.font();
    font.setPointSizeF(font.pointSizeF() * 2);
    view.setFont(font);
    QCoreApplication::processEvents();
    QVERIFY(view.visualItemRect(view.item(2)).height() > before * 3 / 2);
}

void TestLoginPromptView::hostileNamesAreText()
{
    LoginPromptView view;
    show(view,
         {changed(okta(), [](auto &c) { c.name = u"<img src=x>\u202Egnp.exe\nline\u0007"_s; })});
    const QString line = heard(view).value(rowOf(view, u"Continue with"_s));
    QVERIFY2(line.contains(u"<img src=x>[U+202E]gnp.exe␊line␇"_s), qPrintable(line));
}

//! A name in Arabic at the beginning does not turn the whole line around.
void TestLoginPromptView::whatIsElidedIsWholeInATooltip()
{
    const QString name = u"acme-"_s + QString(40, u'w') + u"-<b>end"_s;
    LoginPromptView view;
    show(view, {okta(), changed(okta(), [&](auto &c) {
                    c.connectionId = u"con_9"_s;
                    c.name = name;
                })});
    const auto toolTipOf = [&view](const QString &text) {
        return view.item(rowOf(view, text))->toolTip();
    };
    QVERIFY(toolTipOf(u"acme-okta"_s).isEmpty());
    QVERIFY2(toolTipOf(name).contains("Continue with "_L1 + name.toHtmlEscaped()),
             qPrintable(toolTipOf(name)));
    view.resize(1'500, 900);
    QCoreApplication::processEvents();
    QVERIFY(toolTipOf(name).isEmpty()); // it has room
    view.setWords(words({changed(okta(), [](auto &c) { c.name = QString(120, u'w'); })}));
    QVERIFY(toolTipOf(QString(50, u'w')).contains(QString(120, u'w'))); // shortened, however wide
}

void TestLoginPromptView::namesFromRightToLeftLeaveTheOrder()
{
    const auto firstInk = [](const QString &name) {
        LoginPromptView view;
        show(view, {changed(okta(), [&name](auto &c) {
                 c.name = name;
                 c.isEnabled = false;
             })});
        const int row = rowOf(view, u"Disabled: "_s);
        const QImage line = view.viewport()->grab(view.visualItemRect(view.item(row))).toImage();
        for (int x = 0; x < line.width(); ++x) {
            for (int y = 0; y < line.height() / 2; ++y) { // the name alone
                if (line.pixelColor(x, y) != view.palette().color(QPalette::Base))
                    return x;
            }
        }
        return -1;
    };
    const int left = firstInk(u"name"_s);
    QVERIFY(left > 0);
    QVERIFY(std::abs(firstInk(u"\u0627\u0644\u0642\u0627\u0647\u0631\u0629"_s) - left) < 4);
}

QTEST_MAIN(TestLoginPromptView)
#include "tst_loginpromptview.moc"
