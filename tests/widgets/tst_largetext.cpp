// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"
#include "support/demodesk.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! With large fonts and long languages, no text of the program is cut off. Names of the tenant are
//! elided on purpose, and their tooltips have the whole name.
class TestLargeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_font = QApplication::font(); }
    void init() { failOnUnexpectedWarnings(); }
    void cleanup();

    void theCheckFindsTextThatIsCutOff();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    //! The visible texts that have less space than they need.
    static QStringList cutOff(const QWidget &window);
    static bool fits(const QWidget &widget);

    QFont m_font;
    std::unique_ptr<Translations> m_translations;
};

void TestLargeText::cleanup()
{
    QApplication::setFont(m_font);
    m_translations.reset();
}

bool TestLargeText::fits(const QWidget &widget)
{
    constexpr int Rounding = 1;
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->minimumSizeHint().height();
        const bool isWide =
            label->wordWrap() || label->width() + Rounding >= label->sizeHint().width();
        return isWide && label->height() + Rounding >= needed;
    }
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget)) {
        const int text = field->fontMetrics().horizontalAdvance(field->placeholderText());
        return !field->text().isEmpty() || field->width() >= text;
    }
    const QSize hint = widget.sizeHint();
    return widget.width() + Rounding >= hint.width() && widget.height() + Rounding >= hint.height();
}

QStringList TestLargeText::cutOff(const QWidget &window)
{
    // Elided on purpose: names and ids of the tenant.
    static const QStringList elided{u"organizationField"_s, u"idLabel"_s, u"tenantButton"_s};
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isText = qobject_cast<const QLabel *>(widget)
            || (qobject_cast<const QAbstractButton *>(widget)
                && !widget->property("text").toString().isEmpty())
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QTabBar *>(widget);
        if (isText && widget->isVisibleTo(&window) && !elided.contains(widget->objectName())
            && widget->window() == &window && !fits(*widget))
            found.append(u"%1 (%2): %3 of %4"_s.arg(
                widget->objectName(), widget->property("text").toString(),
                QDebug::toString(widget->size()), QDebug::toString(widget->sizeHint())));
    }
    return found;
}

void TestLargeText::theCheckFindsTextThatIsCutOff()
{
    QWidget window;
    auto *label = new QLabel(u"A sentence"_s, &window);
    auto *field = new QLineEdit(&window);
    auto *button = new QPushButton(u"Press this button"_s, &window);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, field, button})
        widget->adjustSize();
    QCOMPARE(cutOff(window), QStringList());
    label->resize(20, 20);
    field->setPlaceholderText(u"Much too long a text for a field of this width"_s);
    button->resize(30, 20);
    QCOMPARE(cutOff(window).size(), 3);
}

void TestLargeText::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    for (const char *language : {"en", "fr"}) {
        for (const double scale : {1.0, 1.5})
            QTest::addRow("%s at %.0f %%", language, scale * 100)
                << QString::fromLatin1(language) << scale;
    }
}

void TestLargeText::nothingIsCutOff()
{
    QFETCH(const QString, language);
    QFETCH(const double, scale);
    m_translations = std::make_unique<Translations>(language);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    DemoDesk desk;
    QWidget &window = desk.window();
    window.resize(1280, 760);
    const auto cutOffTexts = [](QWidget &shown) {
        for (int pass = 0; pass < 5; ++pass) // each changed height may change the next one
            QCoreApplication::processEvents();
        return cutOff(shown).join(u'\n');
    };
    QCOMPARE(cutOffTexts(window), QString()); // the welcome page
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    desk.select(3);
    QCOMPARE(cutOffTexts(window), QString());
    QVERIFY(desk.trigger("showDisabledAction"));
    desk.action("privacyAction")->trigger();
    desk.table().sortByColumn(0, Qt::AscendingOrder);
    child<QLineEdit>(&window, "findField")->setText(u"nothing like it"_s);
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(cutOffTexts(window), QString());
    desk.action("privacyAction")->trigger();
    desk.tenant().setFaults({});

    SettingsDialog &settings = desk.openSettings();
    for (const auto page : {SettingsDialog::Page::Tenants, SettingsDialog::Page::Network,
                            SettingsDialog::Page::Appearance}) {
        settings.showPage(page);
        QCOMPARE(cutOffTexts(settings), QString());
    }
    settings.showPage(SettingsDialog::Page::Tenants);
    child<QLineEdit>(&settings, "domainField")->setText(u"https://manage.auth0.com/x"_s);
    child<QLineEdit>(&settings, "tokenField")->setText(u"one two"_s);
    QCOMPARE(cutOffTexts(settings), QString());
    settings.reject();
    desk.action("connectTenantAction")->trigger();
    auto *connecting = child<QDialog>(&window, "connectWindow");
    QCOMPARE(cutOffTexts(*connecting), QString());
    child<QAbstractButton>(connecting, "guideButton")->click();
    child<QLineEdit>(connecting, "domainField")->setText(u"login.acme.example"_s);
    QCOMPARE(cutOffTexts(*connecting), QString());
    connecting->reject();
    TokenDialog &token = desk.openTokenDialog();
    child<QLineEdit>(&token, "tokenField")->setText(desk.token());
    QCOMPARE(cutOffTexts(token), QString());
    token.reject();
    desk.action("exportAction")->trigger();
    QCOMPARE(cutOffTexts(*desk.lastDialog<ExportDialog>()), QString());
    child<QComboBox>(desk.lastDialog<ExportDialog>(), "formatField")->setCurrentIndex(1); // JSON
    QCOMPARE(cutOffTexts(*desk.lastDialog<ExportDialog>()), QString());

    desk.lastDialog<ExportDialog>()->reject();
    QVERIFY(desk.trigger("showAllAction")); // so that the export has several pages
    desk.action("exportAction")->trigger();
    desk.tenant().setFaults({u"expires-between-pages"_s});
    desk.lastDialog<ExportDialog>()->exportTo(desk.file(u"all.json"_s));
    ExportWindow &exporting = desk.exportWindow();
    QCOMPARE(cutOffTexts(exporting), QString());
    QTRY_VERIFY(child(&exporting, "resumeButton")->isVisible());
    QCOMPARE(cutOffTexts(exporting), QString());
    desk.session().openProfile({.domain = u"other.eu.auth0.com"_s}, desk.access().token);
    QCOMPARE(cutOffTexts(exporting), QString()); // a longer explanation
    window.close(); // asks whether to stop the export
    QCOMPARE(cutOffTexts(*desk.lastDialog<StopQuestion>()), QString());
    exporting.job().cancel();
    QCOMPARE(cutOffTexts(exporting), QString());
}

QTEST_MAIN(TestLargeText)
#include "tst_largetext.moc"
