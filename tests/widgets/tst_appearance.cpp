// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "support/demodesk.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/segmentbutton.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProxyStyle>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Vestibule;

Q_DECLARE_METATYPE(Vestibule::Theme)

//! Themes, and the page of the settings where they are chosen.
class TestAppearance final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }
    void cleanup() { applyTheme(Theme::System); }

    void everyTextOfAThemeIsReadable_data();
    void everyTextOfAThemeIsReadable();
    void everyLabelFollowsTheThemeAndStaysReadable_data() { everyTextOfAThemeIsReadable_data(); }
    void everyLabelFollowsTheThemeAndStaysReadable();
    void aPaleTextFollowsOneThemeAfterTheOther();
    void chosenThemeIsPreviewedAndSavedWithOk();
    void cancelRestoresTheTheme();
    void systemThemeRestoresThePlatformStyle();
    void buttonsHaveRoomForTheirWordsAndNoForeignIcons();
    void toolButtonsHaveRoomBetweenIconAndWord();
    void iconsOfToolButtonsHaveOneSize();
    void aDisabledSegmentHasNoTintUnderItsWord();
    void aLabelWithAMnemonicIsAsWideAsItIsDrawn();
    void rowsPerPageAreSavedWithOk();
    void okResetsTheLayoutOfEveryTenant();
    void cancelKeepsTheLayout();

private:
    static SettingsDialog &openPage(DemoDesk &desk)
    {
        SettingsDialog &dialog = desk.openSettings();
        dialog.showPage(SettingsDialog::Page::Appearance);
        return dialog;
    }
    //! By keyboard, because activated() is not emitted for a choice by the program.
    static void chooseTheme(SettingsDialog &dialog, Theme theme)
    {
        auto *field = child<QComboBox>(&dialog, "themeField");
        while (field->currentData().toInt() < int(theme))
            QTest::keyClick(field, Qt::Key_Down);
    }
    static void press(SettingsDialog &dialog, QDialogButtonBox::StandardButton button)
    {
        child<QDialogButtonBox>(&dialog, "buttons")->button(button)->click();
    }
};

void TestAppearance::everyTextOfAThemeIsReadable_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << Theme::Light << 4.5;
    QTest::newRow("dark") << Theme::Dark << 4.5;
    QTest::newRow("high contrast") << Theme::HighContrast << 7.0;
}

void TestAppearance::everyTextOfAThemeIsReadable()
{
    QFETCH(const Theme, theme);
    QFETCH(const double, least);
    const QPalette palette = themePalette(theme);
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto &[text, ground] :
         {Pair(QPalette::WindowText, QPalette::Window), Pair(QPalette::Text, QPalette::Base),
          Pair(QPalette::Text, QPalette::AlternateBase), Pair(QPalette::Text, QPalette::Window),
          Pair(QPalette::ButtonText, QPalette::Button),
          Pair(QPalette::HighlightedText, QPalette::Highlight),
          Pair(QPalette::PlaceholderText, QPalette::Base), Pair(QPalette::Link, QPalette::Base),
          Pair(QPalette::Link, QPalette::Window), Pair(QPalette::LinkVisited, QPalette::Window),
          Pair(QPalette::ToolTipText, QPalette::ToolTipBase)}) {
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            QCOMPARE_GE(contrast(palette.color(group, text), palette.color(group, ground)), least);
    }
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        QCOMPARE_GE(contrast(mutedTextColor(palette), palette.color(ground)), least);
        QCOMPARE_GE(contrast(findingColor(palette), palette.color(ground)), 3.0); // a sign
    }
    for (const QColor &text : {palette.color(QPalette::Text), mutedTextColor(palette)})
        QCOMPARE_GE(contrast(text, selectionColor(palette)), least);
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        QCOMPARE_GE(contrast(frameColor(palette), palette.color(ground)), 3.0);
        QCOMPARE_GE(contrast(palette.color(QPalette::Highlight), palette.color(ground)), 3.0);
    }
    for (const QColor &kind : {kindColor(TenantKind::Production), kindColor(TenantKind::Staging),
                               kindColor(TenantKind::Development), demoColor()})
        QCOMPARE_GE(contrast(Qt::white, kind), 4.5);
}

//! In a window that was open before the theme was chosen.
void TestAppearance::everyLabelFollowsTheThemeAndStaysReadable()
{
    QFETCH(const Theme, theme);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.select(2); // with a sentence to check and with flags that apply
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction")); // the banner
    SettingsDialog &dialog = desk.openSettings();
    applyTheme(theme);
    QTRY_COMPARE(dialog.palette().color(QPalette::Base), themePalette(theme).color(QPalette::Base));
    for (const auto page : {SettingsDialog::Page::Tenants, SettingsDialog::Page::Network,
                            SettingsDialog::Page::Appearance}) {
        dialog.showPage(page);
        QStringList seen;
        for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
            if (!label->isVisible() || !label->isEnabled() || label->text().isEmpty())
                continue;
            const QColor text = label->palette().color(QPalette::Active, label->foregroundRole());
            const double reached = contrast(text, backgroundOf(*label));
            QVERIFY2(reached >= 4.5, qPrintable(u"%1: %2"_s.arg(label->text()).arg(reached)));
            seen.append(label->objectName());
        }
        QVERIFY(seen.contains(u"textLabel"_s) && seen.contains(u"sentence"_s));
        int icons = 0;
        for (const IconLabel *icon : desk.window().findChildren<IconLabel *>()) {
            if (!icon->isVisible())
                continue;
            const double reached = contrast(inkOf(icon->pixmap().toImage()), backgroundOf(*icon));
            const bool isSign =
                icon->accessibleName() == u"Needs attention"_s; // see findingColor()
            QVERIFY2(reached >= (isSign ? 3.0 : 4.5), qPrintable(u"icon: %1"_s.arg(reached)));
            ++icons;
        }
        QVERIFY(icons >= 3); // the banner's, and those of the detail pane; the ladder is none
    }
    dialog.reject();
}

void TestAppearance::aPaleTextFollowsOneThemeAfterTheOther()
{
    const MutedLabel label;
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast, Theme::System,
                              Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        QCoreApplication::processEvents();
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 mutedTextColor(QGuiApplication::palette()));
    }
}

void TestAppearance::chosenThemeIsPreviewedAndSavedWithOk()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.saveProfile(DemoDesk::Ten);
    SettingsDialog &dialog = openPage(desk);
    chooseTheme(dialog, Theme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base),
             themePalette(Theme::Dark).color(QPalette::Base));
    QCOMPARE(desk.settings().appearance().theme, Theme::System);
    press(dialog, QDialogButtonBox::Ok);
    QCOMPARE(desk.settings().appearance().theme, Theme::Dark);
    QTRY_COMPARE(desk.table().palette().color(QPalette::Base),
                 themePalette(Theme::Dark).color(QPalette::Base));
    SettingsDialog &again = openPage(desk);
    QCOMPARE(child<QComboBox>(&again, "themeField")->currentText(), u"Dark"_s);
}

void TestAppearance::cancelRestoresTheTheme()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.settings().setAppearance({.theme = Theme::Light});
    applyTheme(Theme::Light);
    for (const bool isEscaped : {false, true}) {
        SettingsDialog &dialog = openPage(desk);
        chooseTheme(dialog, Theme::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Qt::black);
        if (isEscaped)
            QTest::keyClick(&dialog, Qt::Key_Escape);
        else
            press(dialog, QDialogButtonBox::Cancel);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Qt::white);
        QCOMPARE(desk.settings().appearance().theme, Theme::Light);
    }
}

void TestAppearance::systemThemeRestoresThePlatformStyle()
{
    applyTheme(Theme::System);
    const auto styleBelow = [] {
        const auto *style = qobject_cast<QProxyStyle *>(QApplication::style());
        return style ? style->baseStyle()->name() : QString(); // always our own, over that one
    };
    const QString platformStyle = styleBelow();
    QVERIFY(!platformStyle.isEmpty());
    const QPalette before = QApplication::palette();
    for (const Theme theme : {Theme::Dark, Theme::System}) {
        applyTheme(theme);
        QCOMPARE(styleBelow(), theme == Theme::System ? platformStyle : u"fusion"_s);
    }
    QCOMPARE(QApplication::palette().color(QPalette::Base), before.color(QPalette::Base));
    QCOMPARE(QApplication::palette().color(QPalette::Text), before.color(QPalette::Text));
    // Qt's own hints of fields are half transparent.
    const QPalette system = QApplication::palette();
    QCOMPARE_GE(contrast(system.color(QPalette::PlaceholderText), system.color(QPalette::Base)),
                4.5);
    QCOMPARE(system.color(QPalette::PlaceholderText).alpha(), 255);
}

void TestAppearance::buttonsHaveRoomForTheirWordsAndNoForeignIcons()
{
    applyTheme(Theme::Light);
    const QPushButton button(u"Search all 5 pages (4 requests)"_s);
    const int words = button.fontMetrics().horizontalAdvance(button.text());
    QVERIFY2(button.sizeHint().width() >= words + 16,
             qPrintable(u"%1 for %2"_s.arg(button.sizeHint().width()).arg(words)));
    const QDialogButtonBox box(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QVERIFY(box.button(QDialogButtonBox::Ok)->icon().isNull());
    QVERIFY(box.button(QDialogButtonBox::Cancel)->icon().isNull());
}

//! As push buttons have: the style below leaves two pixels.
void TestAppearance::toolButtonsHaveRoomBetweenIconAndWord()
{
    applyTheme(Theme::Light);
    QPixmap square(16, 16);
    square.fill(Qt::red);
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QToolButton button;
        button.setLayoutDirection(direction);
        button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button.setIconSize({16, 16});
        button.setIcon(square);
        button.setText(u"Hold"_s); // begins and ends with an upright line
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage().mirrored(direction == Qt::RightToLeft, false);
        const int middle = image.height() / 2;
        const auto isIn = [&image](int x, const auto &judge) {
            for (int y = 4; y < image.height() - 4; ++y) {
                if (judge(image.pixelColor(x, y)))
                    return true;
            }
            return false;
        };
        const QColor ground = image.pixelColor(3, middle);
        int iconBegin = 3;
        while (image.pixelColor(iconBegin, middle) != QColor(Qt::red))
            ++iconBegin;
        const int iconEnd = iconBegin + 16;
        int textBegin = iconEnd;
        while (!isIn(textBegin, [&ground](const QColor &each) { return each != ground; }))
            ++textBegin;
        int textEnd = image.width() - 4;
        while (!isIn(textEnd, [&ground](const QColor &each) { return each != ground; }))
            --textEnd;
        QVERIFY2(textBegin - iconEnd >= 5 && textBegin - iconEnd <= 8,
                 qPrintable(QString::number(textBegin - iconEnd)));
        const int after = image.width() - 1 - textEnd;
        QVERIFY2(std::abs(iconBegin - after) <= 2,
                 qPrintable(u"%1 before, %2 after"_s.arg(iconBegin).arg(after)));
        QVERIFY(iconBegin >= 7);
    }
}

//! In a place higher than wide, a narrow picture would be drawn larger than all others.
void TestAppearance::iconsOfToolButtonsHaveOneSize()
{
    applyTheme(Theme::Light);
    QToolButton button;
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button.setIconSize({16, 16});
    button.setIcon(symbolIcon(u"wait"_s)); // an hourglass
    button.setText(u" "_s);
    button.resize(80, 40);
    const QImage image = button.grab().toImage();
    const QColor ground = image.pixelColor(5, 20);
    int rows = 0;
    for (int y = 4; y < image.height() - 4; ++y) {
        bool hasInk = false;
        for (int x = 8; x < image.width() - 8; ++x)
            hasInk = hasInk || image.pixelColor(x, y) != ground;
        rows += hasInk ? 1 : 0;
    }
    QVERIFY2(rows >= 10 && rows <= 16, qPrintable(QString::number(rows)));
}

//! On the tint of the checked one, the pale word could not be seen.
void TestAppearance::aDisabledSegmentHasNoTintUnderItsWord()
{
    applyTheme(Theme::Light);
    SegmentButton button;
    button.setText(u"All"_s);
    button.setCheckable(true);
    const auto ground = [&button] {
        const QImage image = button.grab().toImage();
        return image.pixelColor(5, image.height() / 2);
    };
    const QColor unchecked = ground();
    button.setChecked(true);
    QVERIFY(ground() != unchecked);
    button.setEnabled(false);
    QCOMPARE(ground(), unchecked);
}

//! The line below the T parts "Type" where it would be kerned.
void TestAppearance::aLabelWithAMnemonicIsAsWideAsItIsDrawn()
{
    applyTheme(Theme::Light);
    QWidget window;
    QLineEdit field(&window);
    for (const QString &text : {u"&Type"_s, u"&AVA"_s, u"V&AT"_s, u"Na&me"_s}) {
        QLabel label(text, &window);
        label.setBuddy(&field);
        label.setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        const QSize hint = label.sizeHint();
        constexpr int More = 8;
        label.resize(hint + QSize(More, 0));
        const QImage drawn = label.grab().toImage();
        const QColor ground = drawn.pixelColor(drawn.width() - 1, 0);
        for (int x = hint.width(); x < drawn.width(); ++x) {
            for (int y = 0; y < drawn.height(); ++y)
                QVERIFY2(drawn.pixelColor(x, y) == ground, qPrintable(text));
        }
    }
}

void TestAppearance::rowsPerPageAreSavedWithOk()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    SettingsDialog &dialog = openPage(desk);
    child<QSpinBox>(&dialog, "rowsField")->setValue(23);
    press(dialog, QDialogButtonBox::Ok);
    QCOMPARE(desk.settings().rowsPerPage(), 23);
}

void TestAppearance::okResetsTheLayoutOfEveryTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const QSize first = desk.window().size();
    desk.settings().setLayout(u"table"_s, "of another", u"other"_s);
    desk.window().resize(700, 500);
    desk.table().setColumnShown(ConnectionField::Strategy, false);
    desk.table().horizontalHeader()->moveSection(9, 0);
    desk.table().sortByColumn(int(ConnectionField::Name), Qt::DescendingOrder);
    desk.action("detailPaneAction")->setChecked(false);
    SettingsDialog &dialog = openPage(desk);
    child<QCheckBox>(&dialog, "resetField")->setChecked(true);
    QVERIFY(desk.table().isColumnHidden(int(ConnectionField::Strategy))); // not before OK
    press(dialog, QDialogButtonBox::Ok);
    QVERIFY(!desk.table().isColumnHidden(int(ConnectionField::Strategy)));
    QCOMPARE(desk.table().horizontalHeader()->visualIndex(8), 9);
    QCOMPARE(desk.table().saveSort(), QByteArray());
    QVERIFY(desk.action("detailPaneAction")->isChecked());
    QCOMPARE(desk.window().size(), first);
    QCOMPARE(desk.settings().layout(u"table"_s, u"other"_s), QByteArray());
}

void TestAppearance::cancelKeepsTheLayout()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.table().setColumnShown(ConnectionField::Strategy, false);
    desk.settings().setLayout(u"table"_s, "of another", u"other"_s);
    SettingsDialog &dialog = openPage(desk);
    child<QCheckBox>(&dialog, "resetField")->setChecked(true);
    press(dialog, QDialogButtonBox::Cancel);
    QVERIFY(desk.table().isColumnHidden(int(ConnectionField::Strategy)));
    QCOMPARE(desk.settings().layout(u"table"_s, u"other"_s), QByteArray("of another"));
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
