// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/passingnote.h"

#include "models/displaytext.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

PassingNote::PassingNote(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"passingNote"_s);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] {
        m_sentence.clear();
        elide();
    });
}

void PassingNote::say(const QString &sentence, std::chrono::milliseconds time)
{
    m_sentence = sentence;
    elide();
    m_end.start(time);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QSize PassingNote::minimumSizeHint() const
{
    return {1, QLabel::minimumSizeHint().height()};
}

void PassingNote::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void PassingNote::elide()
{
    setText(fontMetrics().elidedText(m_sentence, Qt::ElideRight, width()));
    setToolTip(text() == m_sentence ? QString() : literalToolTip(m_sentence));
    setAccessibleName(m_sentence);
}

void copyToClipboard(const QString &text, const QWidget &source, const QString &announcement)
{
    QGuiApplication::clipboard()->setText(text);
    if (auto *note = source.window()->findChild<PassingNote *>())
        note->say(announcement);
}

} // namespace Vestibule
