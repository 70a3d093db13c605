// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tokenfield.h"

#include "core/pastedaccess.h"
#include "core/pastedtext.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int PreferredNotes = 7;
constexpr int LeastNotes = 2; //!< in a small dialog, where the view can be scrolled

QWidget *makeRow(const TokenNote &note, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *icon = new IconLabel(row);
    switch (note.severity) {
    case TokenNote::Severity::Warning:
        icon->setIcon(symbolIcon(u"warning"_s));
        icon->setAccessibleName(TokenNotesView::tr("Warning"));
        break;
    case TokenNote::Severity::Good:
        icon->setIcon(symbolIcon(u"yes"_s));
        icon->setAccessibleName(TokenNotesView::tr("As it should be"));
        break;
    case TokenNote::Severity::Information:
        icon->setIcon(symbolIcon(u"information"_s));
        icon->setAccessibleName(TokenNotesView::tr("Information"));
        break;
    }
    auto *text = new QLabel(note.text, row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    return row;
}

} // namespace

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(AccessToken::MaximumTextLength + 1); // a longer text is refused, not cut
    setEchoMode(QLineEdit::Password); // which also disables copy, cut and drag
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText
                        | Qt::ImhSensitiveData);
}

//! Receivers of textChanged() may already be destroyed.
SecretField::~SecretField()
{
    const QSignalBlocker blocker(this);
    wipe();
}

//! Of an assignment or other text in which a client secret is named, the secret alone.
SecretBytes SecretField::secret() const
{
    QString typed = text();
    const SecretBytes named = pastedAccess(typed).clientSecret;
    QString visible = visibleText(typed);
    QByteArray bytes = bareText(visible).toUtf8();
    const SecretBytes whole(bytes);
    SecretBytes::wipe(bytes);
    SecretBytes::wipe(visible);
    SecretBytes::wipe(typed);
    return named.isEmpty() ? whole : named;
}

void SecretField::setSecret(const SecretBytes &secret)
{
    {
        const QSignalBlocker blocker(this); // there is one change, not three
        wipe();
    }
    QString text = QString::fromUtf8(secret.bytes());
    setText(text);
    SecretBytes::wipe(text);
}

//! Qt's own buffers cannot be overwritten directly, so a text of the same length replaces the
//! secret. setText() also clears the undo history.
void SecretField::wipe()
{
    setText(QString(text().size(), u'x'));
    clear();
}

std::optional<AccessToken> TokenField::token() const
{
    QString typed = text();
    const auto result = AccessToken::fromText(typed);
    SecretBytes::wipe(typed);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<AccessToken::Problem> TokenField::problem() const
{
    if (text().isEmpty())
        return {};
    const auto result = AccessToken::fromText(text());
    return result ? std::nullopt : std::optional(result.error());
}

TokenNotesView::TokenNotesView(QWidget *parent)
    : ReadingArea(parent)
{
    auto *content = new QWidget(this);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_rows->addStretch(1);
    setWidget(content);
    viewport()->setAutoFillBackground(false); // the dialog's background is visible
    content->setAutoFillBackground(false);
    setAccessibleName(tr("About the token"));
}

void TokenNotesView::showNotes(const QList<TokenNote> &notes)
{
    while (m_rows->count() > 1) { // keep the stretch at the end
        QLayoutItem *item = m_rows->takeAt(0);
        delete item->widget();
        delete item;
    }
    QStringList lines;
    for (const TokenNote &note : notes) {
        QWidget *row = makeRow(note, widget());
        m_rows->insertWidget(m_rows->count() - 1, row);
        row->show(); // otherwise the layout counts it later
        lines.append(note.text);
    }
    setAccessibleDescription(lines.join(u'\n'));
}

int TokenNotesView::heightOfNotes(int count) const
{
    return count * (fontMetrics().lineSpacing() + 6); // with the room between them
}

//! Without the bar, which would take its room from the notes while the view is still too low.
void TokenNotesView::fitTo(int width)
{
    m_isFitted = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->invalidate();
    setFixedHeight(m_rows->totalHeightForWidth(width - 2 * Ring) + 2 * Ring);
}

void TokenNotesView::resizeEvent(QResizeEvent *event)
{
    ReadingArea::resizeEvent(event);
    if (m_isFitted && event->size().width() != event->oldSize().width())
        fitTo(width());
}

QSize TokenNotesView::sizeHint() const
{
    return {ReadingArea::sizeHint().width(), heightOfNotes(PreferredNotes)};
}

QSize TokenNotesView::minimumSizeHint() const
{
    return {ReadingArea::minimumSizeHint().width(), heightOfNotes(LeastNotes)};
}

} // namespace Vestibule
