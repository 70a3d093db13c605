// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Saves a picture of every state of the window and of every dialog, to look at; it tests nothing.
//     window-pictures FOLDER [--theme dark] [--language fr] [--font-scale 1.5]
//         [--size 1024x600]

#include "program/translations.h"
#include "studio.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace Vestibule;

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QCommandLineParser parser;
    const QStringList themes{u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s};
    parser.addOptions({{u"theme"_s, themes.join(u", "_s), u"theme"_s, u"system"_s},
                       {u"language"_s, u"en or fr"_s, u"language"_s, u"en"_s},
                       {u"font-scale"_s, u"of the system's font"_s, u"factor"_s, u"1"_s},
                       {u"size"_s, u"of the window"_s, u"width x height"_s}});
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const Translations translations(parser.value(u"language"_s));
    QGuiApplication::setWindowIcon(applicationIcon());
    const auto theme = Theme(qMax(qsizetype(0), themes.indexOf(parser.value(u"theme"_s))));
    applyTheme(theme);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * parser.value(u"font-scale"_s).toDouble());
    QApplication::setFont(font);
    const QDir folder(parser.positionalArguments().constFirst());
    folder.mkpath(u"."_s);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    Studio([&folder](const QString &state, QWidget &shown) {
        shown.grab().save(folder.filePath(state + ".png"_L1));
    }).run(theme, size.size() == 2 ? QSize(size.at(0).toInt(), size.at(1).toInt()) : QSize());
    return 0;
}
