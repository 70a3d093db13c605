// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/shownwords.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A tenant's names are text: no widget takes them for markup, for an accelerator, or for a reason
//! to grow beyond the screen.
class MainWindowHostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void noTextOfATenantIsRendered_data();
    void noTextOfATenantIsRendered();
    void nothingInvisibleIsShown();
    void longNamesDoNotGrowTheWindow();
    void longNamesLeaveTheValuesInView();
    void anOrganizationIdIsTextToo();
};

namespace {

const QString Markup = u"<img src=x onerror=alert(1)>"_s;

//! True when Qt would draw \a text as rich text although the tenant's markup stands in it.
bool isRendered(const QString &text)
{
    return text.contains(Markup) && Qt::mightBeRichText(text);
}

//! What is drawn of a label that is rich text must still show the markup literally.
QStringList renderedTexts()
{
    QStringList found;
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText && label->text().contains(Markup))
            found.append(label->objectName() + ": "_L1 + label->text());
        if (isRendered(widget->toolTip()))
            found.append(widget->objectName() + ", tooltip: "_L1 + widget->toolTip());
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                const QModelIndex cell = view->model()->index(row, column);
                const QString toolTip = cell.data(Qt::ToolTipRole).toString();
                if (isRendered(toolTip))
                    found.append("cell: "_L1 + toolTip);
            }
        }
    }
    return found;
}

} // namespace

void MainWindowHostileTest::noTextOfATenantIsRendered_data()
{
    QTest::addColumn<int>("organization");
    QTest::newRow("ten") << int(DemoDesk::Ten);
    QTest::newRow("fifty") << int(DemoDesk::Fifty);
}

void MainWindowHostileTest::noTextOfATenantIsRendered()
{
    QFETCH(const int, organization);
    DemoDesk desk;
    QVERIFY(desk.open(organization, {u"hostile-names"_s}));
    const QStringList names = desk.column(ConnectionField::Name);
    QVERIFY(names.constFirst().contains(Markup)); // shown as it came
    for (int row = 0; row < names.size(); ++row) {
        desk.select(row);
        QCOMPARE(renderedTexts(), QStringList());
        desk.window().grab();
    }
    desk.select(0);
    QVERIFY(labelText(&desk.window(), "nameLabel").contains(Markup));
    const QString toolTip =
        desk.table().model()->index(0, int(ConnectionField::Name)).data(Qt::ToolTipRole).toString();
    QTextDocument document;
    document.setHtml(toolTip);
    QVERIFY(document.toPlainText().contains(Markup));
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(Markup + "?"_L1);
    QCOMPARE(renderedTexts(), QStringList());
}

void MainWindowHostileTest::nothingInvisibleIsShown()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    desk.table().selectAll();
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
            for (const QChar c : label->text()) {
                const bool isSteering = c.category() == QChar::Other_Format
                    || (c.category() == QChar::Other_Control && c != u'\n');
                QVERIFY2(!isSteering, qPrintable(label->objectName()));
            }
        }
    }
}

void MainWindowHostileTest::longNamesDoNotGrowTheWindow()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *details = child(&desk.window(), "ConnectionDetailPane");
    const QSize before = desk.window().minimumSizeHint();
    const int detailsBefore = details->minimumSizeHint().width();
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        QCoreApplication::processEvents();
        QVERIFY2(desk.window().minimumSizeHint().width() <= before.width(),
                 qPrintable(u"row %1: %2"_s.arg(row).arg(desk.window().minimumSizeHint().width())));
        QVERIFY(details->minimumSizeHint().width() <= detailsBefore + 20); // a scroll bar's width
    }
}

void MainWindowHostileTest::longNamesLeaveTheValuesInView()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    const auto *area = child(&desk.window(), "summaryTab");
    const auto *page = child(&desk.window(), "summaryPage");
    for (int row = 0; row < 10; ++row) {
        desk.select(row);
        QCoreApplication::processEvents();
        QVERIFY2(page->width() <= area->width(),
                 qPrintable(u"row %1: %2 in %3"_s.arg(row).arg(page->width()).arg(area->width())));
    }
}

void MainWindowHostileTest::anOrganizationIdIsTextToo()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString id = u"<b>%1&amp;</b>"_s;
    desk.session().openOrganization(id);
    QVERIFY(desk.settle());
    QVERIFY(desk.window().windowTitle().startsWith(id));
    QCOMPARE(child<QComboBox>(&desk.window(), "organizationField")->currentText(), id);
    for (const QLabel *label : desk.window().findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains("<b>"_L1));
}

QTEST_MAIN(MainWindowHostileTest)
#include "tst_mainwindowhostile.moc"
