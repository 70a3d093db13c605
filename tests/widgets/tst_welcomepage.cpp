// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/welcomepage.h"

#include "support/windowtesting.h"

#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestWelcomePage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void noWordStandsAlone_data();
    void noWordStandsAlone();
    void everythingIsInTheMiddle();
};

void TestWelcomePage::noWordStandsAlone_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("lines"); // not more than the widest text needs
    QTest::newRow("100 %") << 1.0 << 3;
    QTest::newRow("150 %") << 1.5 << 4;
}

void TestWelcomePage::noWordStandsAlone()
{
    QFETCH(const double, scale);
    QFETCH(const int, lines);
    WelcomePage page;
    QFont font = page.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    page.setFont(font);
    page.resize(1280, 720);
    page.show();
    QCoreApplication::processEvents();
    const auto *label = child<QLabel>(&page, "textLabel");
    QTextLayout text(label->text(), label->font());
    text.beginLayout();
    QList<qreal> widths;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(label->width());
        widths.append(line.naturalTextWidth());
    }
    text.endLayout();
    QCOMPARE(widths.size(), lines);
    QVERIFY(widths.constLast() > label->width() * 0.6);
}

void TestWelcomePage::everythingIsInTheMiddle()
{
    WelcomePage page;
    page.resize(1281, 720);
    page.show();
    QCoreApplication::processEvents();
    for (const char *name : {"iconLabel", "titleLabel", "textLabel", "promiseLabel"}) {
        const auto *label = child<QLabel>(&page, name);
        const int middle = label->mapTo(&page, label->rect().center()).x();
        QVERIFY2(qAbs(middle - page.rect().center().x()) <= 1, name);
    }
    QVERIFY(!child<QLabel>(&page, "iconLabel")->pixmap().isNull()
            || QGuiApplication::windowIcon().isNull());
}

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
