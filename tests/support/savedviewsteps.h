// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"

#include <QComboBox>
#include <QFileInfo>
#include <QRadioButton>
#include <QTest>

//! Exports to JSON as a user would, the rows of the named button. Returns nothing if no file was
//! written.
inline QString saveView(DemoDesk &desk, const QString &name, const char *what = "allPagesButton")
{
    Vestibule::ExportDialog dialog(desk.session(), desk.exports());
    child<QRadioButton>(&dialog, what)->click();
    child<QComboBox>(&dialog, "formatField")->setCurrentIndex(1); // JSON
    const QString path = desk.file(name);
    dialog.exportTo(path);
    const bool isDone = QTest::qWaitFor([&path] { return QFileInfo::exists(path); });
    return isDone ? path : QString();
}

//! Opens the file in the window and waits until it is shown or refused.
inline bool openView(DemoDesk &desk, const QString &path)
{
    desk.window().openFile(path);
    return QTest::qWaitFor([&desk] { return !desk.session().savedViews().isReading(); })
        && desk.settle();
}

//! The text of the bar above the table about the saved view; empty while it is hidden.
inline QString savedViewBar(DemoDesk &desk)
{
    const QWidget *found = child(&desk.window(), "savedViewBar");
    return found->isVisible() ? labelText(found, "textLabel") : QString();
}
