// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/provenance.h"
#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Steps of a user with an export of all pages, and what the window of the latest export shows.
class ExportSteps {
protected:
    static QString result(DemoDesk &desk) { return labelText(&desk.exportWindow(), "resultLabel"); }
    static QPushButton *button(DemoDesk &desk, const char *name)
    {
        return child<QPushButton>(&desk.exportWindow(), name);
    }
    static QPushButton *button(DemoDesk &desk, QDialogButtonBox::StandardButton which)
    {
        return child<QDialogButtonBox>(&desk.exportWindow(), "buttons")->button(which);
    }
    //! The texts of the visible buttons.
    static QStringList buttons(DemoDesk &desk)
    {
        QStringList texts;
        for (const QAbstractButton *each :
             child<QDialogButtonBox>(&desk.exportWindow(), "buttons")->buttons()) {
            if (each->isVisible())
                texts.append(each->text());
        }
        texts.sort();
        return texts;
    }
    static void start(DemoDesk &desk, const QString &name = u"all.csv"_s)
    {
        desk.action("exportAction")->trigger();
        desk.lastDialog<ExportDialog>()->exportTo(desk.file(name));
    }
    //! All pages of the organization of 237, paused after the first page.
    static bool pause(DemoDesk &desk, const QString &name = u"all.csv"_s)
    {
        desk.tenant().setFaults({u"expires-between-pages"_s});
        start(desk, name);
        return QTest::qWaitFor([&desk] { return button(desk, "resumeButton")->isVisible(); });
    }
    //! Makes every later export write a side file, and makes that of this path fail after the rows
    //! were written. False on a system without /dev/full.
    static bool failSideFile(DemoDesk &desk, const QString &path)
    {
        ExportChoices choices = desk.settings().exportChoices();
        choices.withSideFile = true;
        desk.settings().setExportChoices(choices);
        const QString full = u"/dev/full"_s;
        return QFile::exists(full) && QFile::link(full, sideFilePath(path));
    }
    static QList<QByteArray> lines(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }
};
