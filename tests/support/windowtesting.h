// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

//! What every test with a window does first: no warning passes, except for what the offscreen
//! platform says of itself ("This plugin does not support propagateSizeHints()", "... raise()"),
//! and what Qt says of a script that no font of fonts.conf has.
inline void failOnUnexpectedWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support |  OpenType support missing for )")));
}

//! The plurals of the program, which are a translation: without it "%n row(s)" is shown as it is
//! written.
inline bool installEnglish()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    return english->load(QStringLiteral(":/i18n/vestibule_en"))
        && QCoreApplication::installTranslator(english);
}

//! A person's way to change a field: the old text goes, the new one is typed, Enter.
inline void enter(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

//! The child \a name of \a parent; the test crashes at once when there is none.
template <typename T = QWidget>
T *child(const QObject *parent, const char *name)
{
    T *found = parent->findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("no child is named %s", name);
    return found;
}

inline QString labelText(const QObject *parent, const char *name)
{
    return child<QLabel>(parent, name)->text();
}
