// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/passingnote.h"

#include "widgets/controls/programstyle.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

PassingNote::PassingNote(QWidget *parent)
    : ElidedLabel(parent)
{
    setObjectName(u"passingNote"_s);
    setContentsMargins(0, 0, ProgramStyle::EdgeMargin, 0);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] { setFullText({}); });
}

void PassingNote::say(const QString &sentence, std::chrono::milliseconds time)
{
    setFullText(sentence);
    m_end.start(time);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void announce(const QString &sentence, const QWidget &source)
{
    if (auto *note = source.window()->findChild<PassingNote *>())
        note->say(sentence);
}

void copyToClipboard(const QString &text, const QWidget &source, const QString &announcement)
{
    QGuiApplication::clipboard()->setText(text);
    announce(announcement, source);
}

void copyRows(const QStringList &lines, qsizetype chosen, const QWidget &source)
{
    if (chosen == 0)
        return;
    const QLocale locale;
    const QString note = lines.size() < chosen
        ? PassingNote::tr("%1 of %2 rows copied; the others have not been read. Export has all of "
                          "them.")
              .arg(locale.toString(lines.size()), locale.toString(chosen))
        : PassingNote::tr("%n row(s) copied", nullptr, int(lines.size()));
    if (lines.isEmpty())
        announce(note, source);
    else
        copyToClipboard(lines.join(u'\n'), source, note);
}

} // namespace Vestibule
