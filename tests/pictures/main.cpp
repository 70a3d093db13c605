// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Saves a picture of every state of the window and of every dialog: for people to look at, not a
// test.
//     window-pictures FOLDER [--dark] [--language fr]

#include "studio.h"
#include "widgets/symbolicon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

QPalette darkPalette()
{
    QPalette dark(QColor(0x2b, 0x2d, 0x31), QColor(0x23, 0x25, 0x29));
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1c, 0x1f));
    dark.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xca));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    return dark;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QCommandLineParser parser;
    parser.addOptions(
        {{u"dark"_s, u"a dark palette"_s}, {u"language"_s, u"en or fr"_s, u"language"_s, u"en"_s}});
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    QTranslator english;
    QTranslator chosen;
    const QString language = parser.value(u"language"_s);
    if (english.load(u":/i18n/vestibule_en"_s))
        QCoreApplication::installTranslator(&english);
    if (chosen.load(u":/i18n/vestibule_"_s + language))
        QCoreApplication::installTranslator(&chosen);
    QLocale::setDefault(QLocale(language));
    QGuiApplication::setWindowIcon(applicationIcon());
    if (parser.isSet(u"dark"_s))
        QApplication::setPalette(darkPalette());
    Studio(parser.positionalArguments().constFirst()).run();
    return 0;
}
