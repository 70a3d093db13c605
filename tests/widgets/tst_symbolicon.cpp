// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontext.h"
#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QDir>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSymbolIcon : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QApplication::setPalette(m_palette); }

    void everyIconOfTheWindowExists_data();
    void everyIconOfTheWindowExists();
    void everyIconFileIsValid();
    void everyMeaningHasItsOwnIcon();
    void colorFollowsThePalette();
    void disabledIconsAreMuted();
    void disabledIconsAreStruckOutInHighContrast();
    void meaningfulIconsHaveTheirColor();
    void twiceTheScaleHasTwiceThePixels();
    void mutedTextKeepsItsContrast();
    void kindsAreSeenInEveryTheme();
    void applicationIconHasItsSizes();

private:
    //! The colour of the most opaque pixel.
    static QColor ink(const QPixmap &pixmap)
    {
        const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        QColor strongest(Qt::transparent);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > strongest.alpha())
                    strongest = image.pixelColor(x, y);
            }
        }
        return strongest;
    }

    QPalette m_palette;
};

void TestSymbolIcon::init()
{
    failOnUnexpectedWarnings();
    m_palette = QApplication::palette();
}

void TestSymbolIcon::everyIconOfTheWindowExists_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"about",       "cancel",      "close",        "connect",  "continue", "copy",    "demo",
          "detail-pane", "finding",     "token",        "privacy",  "empty",    "error",   "export",
          "first",       "go-to-page",  "information",  "keyboard", "last",     "next",    "no",
          "offline",     "open-folder", "organization", "previous", "quit",     "refresh", "search",
          "settings",    "tenant",      "wait",         "warning",  "yes"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSymbolIcon::everyIconOfTheWindowExists()
{
    QFETCH(const QString, name);
    QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(name)));
    const QPixmap pixmap = symbolIcon(name).pixmap(QSize(16, 16), 1.0);
    QCOMPARE(pixmap.size(), QSize(16, 16));
    QVERIFY(ink(pixmap).alpha() > 100); // not empty
}

void TestSymbolIcon::everyIconFileIsValid()
{
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 30);
    for (const QString &name : files) {
        QFile file(u":/icons/"_s + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(QSvgRenderer(svg).isValid(), qPrintable(name));
        if (!name.startsWith("io.github"_L1))
            QVERIFY2(svg.contains("currentColor"),
                     qPrintable(name)); // so that it can take the text's colour
    }
}

void TestSymbolIcon::everyMeaningHasItsOwnIcon()
{
    QList<QImage> images;
    for (const CellMeaning meaning : {CellMeaning::Yes, CellMeaning::No}) {
        const QImage image =
            meaningIcon(meaning, ConnectionField::IsEnabled).pixmap(QSize(16, 16), 1.0).toImage();
        QVERIFY(!images.contains(image));
        images.append(image);
    }
    for (const CellMeaning meaning : {CellMeaning::Text, CellMeaning::NotSent,
                                      CellMeaning::NotApplicable, CellMeaning::AccessFull})
        QVERIFY(meaningIcon(meaning, ConnectionField::IsEnabled).isNull());
}

void TestSymbolIcon::colorFollowsThePalette()
{
    const QIcon icon = symbolIcon(u"no"_s);
    QPalette palette = m_palette;
    for (const QColor &color : {QColor(10, 20, 30), QColor(240, 230, 220)}) {
        palette.setColor(QPalette::Text, color);
        palette.setColor(QPalette::Base, color.lightness() < 128 ? Qt::white : Qt::black);
        QApplication::setPalette(palette);
        const QColor expected = mutedTextColor(palette);
        const QColor drawn = ink(icon.pixmap(QSize(32, 32), 1.0)); // the same icon, drawn again
        QVERIFY2(qAbs(drawn.red() - expected.red()) < 12
                     && qAbs(drawn.blue() - expected.blue()) < 12,
                 qPrintable(drawn.name()));
    }
}

void TestSymbolIcon::disabledIconsAreMuted()
{
    QPalette palette = m_palette;
    palette.setColor(QPalette::Normal, QPalette::WindowText, Qt::black);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(150, 150, 150));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    QApplication::setPalette(palette);
    const QIcon icon = symbolIcon(u"next"_s);
    const auto lightness = [&icon](QIcon::Mode mode) {
        return ink(icon.pixmap(QSize(32, 32), 1.0, mode)).lightness();
    };
    QVERIFY(lightness(QIcon::Normal) < lightness(QIcon::Disabled));
    QVERIFY(lightness(QIcon::Disabled) < lightness(QIcon::Selected));
}

void TestSymbolIcon::disabledIconsAreStruckOutInHighContrast()
{
    const QIcon icon = symbolIcon(u"next"_s);
    const auto inkedPixels = [&icon](QIcon::Mode mode) {
        const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y).alpha() > 100 ? 1 : 0;
        }
        return inked;
    };
    QApplication::setPalette(themePalette(Theme::Dark));
    QCOMPARE(inkedPixels(QIcon::Disabled), inkedPixels(QIcon::Normal));
    QApplication::setPalette(themePalette(Theme::HighContrast));
    QCOMPARE_GE(inkedPixels(QIcon::Disabled), inkedPixels(QIcon::Normal) + 40);
}

void TestSymbolIcon::meaningfulIconsHaveTheirColor()
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        const QPalette palette = themePalette(theme);
        QApplication::setPalette(palette);
        const auto drawn = [](const QString &name) {
            return ink(symbolIcon(name).pixmap(QSize(32, 32), 1.0)).rgb();
        };
        QCOMPARE(drawn(u"finding"_s), findingColor(palette).rgb());
        QCOMPARE(drawn(u"warning"_s), warningColor(palette).rgb());
        QCOMPARE(drawn(u"yes"_s), positiveColor(palette).rgb());
        QCOMPARE(drawn(u"no"_s), mutedTextColor(palette).rgb());
    }
}

void TestSymbolIcon::twiceTheScaleHasTwiceThePixels()
{
    const QIcon icon = symbolIcon(u"settings"_s);
    const QPixmap single = icon.pixmap(QSize(16, 16), 1.0);
    const QPixmap twice = icon.pixmap(QSize(16, 16), 2.0);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
    QCOMPARE(twice.deviceIndependentSize(), QSizeF(16, 16));
    // Drawn at that size and not scaled up: it has more detail than the small one.
    const QImage scaledUp =
        single.toImage().scaled(32, 32, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY(twice.toImage().convertToFormat(scaledUp.format()) != scaledUp);

    QImage canvas(32, 32, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    canvas.setDevicePixelRatio(2);
    QPainter painter(&canvas);
    icon.paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    canvas.setDevicePixelRatio(1);
    QImage expected = twice.toImage().convertToFormat(canvas.format());
    expected.setDevicePixelRatio(1);
    QCOMPARE(canvas, expected);
}

void TestSymbolIcon::mutedTextKeepsItsContrast()
{
    for (const QPalette &palette :
         {m_palette, QPalette(QColor(0x2b, 0x2d, 0x31), QColor(0x23, 0x25, 0x29))}) {
        const QColor muted = mutedTextColor(palette);
        const int text = palette.color(QPalette::Text).lightness();
        const int base = palette.color(QPalette::Base).lightness();
        QVERIFY(muted.lightness() != text); // less contrast than text
        QVERIFY(qAbs(muted.lightness() - base) > qAbs(text - base) / 2); // but still readable
    }
}

//! Also by an icon that was made before the theme was chosen.
void TestSymbolIcon::kindsAreSeenInEveryTheme()
{
    for (const TenantKind kind :
         {TenantKind::Production, TenantKind::Staging, TenantKind::Development}) {
        const QIcon icon = kindIcon(kind);
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            const QPalette palette = themePalette(theme);
            QApplication::setPalette(palette);
            const QColor dot = ink(icon.pixmap(16, 16));
            for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button})
                QCOMPARE_GE(contrast(dot, palette.color(ground)), 3.0);
        }
    }
}

void TestSymbolIcon::applicationIconHasItsSizes()
{
    const QList<QSize> sizes = applicationIcon().availableSizes();
    for (const int side : {16, 32, 48, 256})
        QVERIFY(sizes.contains(QSize(side, side)));
}

QTEST_MAIN(TestSymbolIcon)
#include "tst_symbolicon.moc"
