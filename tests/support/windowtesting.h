// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

#include <utility>

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

//! Pairs of texts in the window with the same mnemonic.
inline QString mnemonicClashes(const QWidget &window)
{
    QMap<QKeySequence, QString> taken;
    QStringList clashes;
    const auto take = [&](const QString &text) {
        const QKeySequence keys = QKeySequence::mnemonic(text);
        const QString other = keys.isEmpty() ? QString() : std::exchange(taken[keys], text);
        if (!other.isEmpty())
            clashes.append(other + QStringLiteral(" and ") + text);
    };
    if (const auto *bar = window.findChild<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            take(menu->text());
    }
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            take(button->text());
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            take(label->text());
        const auto *tabs = qobject_cast<const QTabBar *>(widget);
        for (int tab = 0; tabs && tab < tabs->count(); ++tab)
            take(tabs->tabText(tab));
    }
    return clashes.join(QLatin1Char(','));
}

inline QString labelText(const QObject *parent, const char *name)
{
    return child<QLabel>(parent, name)->text();
}
