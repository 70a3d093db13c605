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

//! The setup of every test with a window: a warning fails the test, except those of the offscreen
//! platform ("This plugin does not support propagateSizeHints()", "... raise()") and those about
//! scripts that no font of fonts.conf supports.
inline void failOnUnexpectedWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support |  OpenType support missing for )")));
}

//! Loads the English plurals, which are a translation; without them "%n row(s)" is shown literally.
inline bool installEnglish()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    return english->load(QStringLiteral(":/i18n/vestibule_en"))
        && QCoreApplication::installTranslator(english);
}

//! Changes a field as a user would: selects the old text, types the new one, and presses Enter.
inline void enter(QWidget *field, const QString &text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

//! The child of that name. There must be one.
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
