// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// The yardstick for start time and memory: the least that a Qt program with a table needs. Shows a
// window with an empty table, as large as Vestibule's, saves a picture of it as --screenshot does,
// and exits.
//     bench-empty-window FILE.png

#include <QApplication>
#include <QMainWindow>
#include <QPixmap>
#include <QTableView>
#include <QTimer>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QTableView(&window));
    window.resize(1280, 760);
    window.show();
    QTimer::singleShot(0, &window, [&window] {
        const bool isSaved = window.grab().save(QCoreApplication::arguments().value(1), "PNG");
        QCoreApplication::exit(isSaved ? 0 : 1);
    });
    return QCoreApplication::exec();
}
