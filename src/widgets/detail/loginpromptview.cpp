// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/loginpromptview.h"

#include "models/displaytext.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int PromptMargin = 12; //!< around the drawn page, left and right
constexpr int PromptPadding = 14; //!< between the page's edge and what is on it
constexpr int LineGap = 4; //!< between the lines of an entry
constexpr int PartGap = 6; //!< above and below an entry
constexpr int BoxPadding = 8; //!< between a box's edge and its text
constexpr int MarkWidth = 3; //!< of the bar beside a selected connection
constexpr int WarningSide = 16;
constexpr int PromptInset = PromptMargin + PromptPadding;

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

QFont pageFont(QFont font)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    return font;
}

QFont boldFont(QFont font)
{
    font.setBold(true);
    return font;
}

//! Plain text of several lines, broken between words where that is possible.
class Paragraph final {
public:
    Paragraph(const QString &text, const QFont &font, int width)
        : m_layout(text, font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(QGuiApplication::layoutDirection()); // also after a name in Arabic
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(std::max(1, width));
            line.setPosition({0, m_height});
            m_height += line.height();
        }
        m_layout.endLayout();
    }

    [[nodiscard]] int height() const { return qCeil(m_height); }
    void draw(QPainter &painter, const QPoint &at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

//! The source of a line, so that a field and its value stay on one line if they are short.
QString unbrokenFields(const QString &source)
{
    constexpr qsizetype LongestUnbroken = 30;
    QStringList parts = source.split(u" · "_s);
    for (QString &part : parts) {
        if (part.size() > LongestUnbroken || !part.contains(u": "_s))
            continue;
        part.replace(u' ', u'\u00A0');
        part.replace(u"-"_s, u"-\u2060"_s); // otherwise a line may end after a hyphen
    }
    return joinedParts(parts);
}

} // namespace

//! One entry of the list.
struct LoginPromptView::Entry {
    enum class Kind {
        Note, //!< muted text
        Warning, //!< text with an icon
        Heading, //!< of the page
        Separator, //!< between a form and buttons
        Title, //!< of what is not on the page, with a sentence about it
        Form,
        Button,
        Line, //!< a connection that is not on the page
    };

    Kind kind = Kind::Note;
    QString text{};
    QString detail{}; //!< below a title
    PromptLine line{}; //!< only of a Form, Button or Line
    bool isOnPage = false;

    [[nodiscard]] QString spoken() const
    {
        switch (kind) {
        case Kind::Note:
        case Kind::Warning:
        case Kind::Heading:
        case Kind::Separator:
            return text;
        case Kind::Title:
            return detail.isEmpty() ? text : text + u'\n' + detail;
        case Kind::Form:
        case Kind::Button:
        case Kind::Line:
            return line.spoken();
        }
        Q_UNREACHABLE();
    }
};

//! Draws the entries. Each is drawn from top to bottom; measuring it is drawing it without a
//! painter.
class LoginPromptView::Delegate final : public QStyledItemDelegate {
public:
    explicit Delegate(LoginPromptView *view)
        : QStyledItemDelegate(view)
        , m_view(*view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Pen pen{.font = option.font, .place = QRect(0, 0, m_view.drawnWidth(), 0)};
        drawEntry(pen, index.row());
        return {0, pen.y};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        Pen pen{.painter = painter,
                .font = option.font,
                .palette = option.palette,
                .place = option.rect,
                .y = option.rect.top()};
        pen.place.setWidth(m_view.drawnWidth());
        pen.palette.setCurrentColorGroup(QPalette::Active);
        drawEntry(pen, index.row());
        const Entry &entry = m_view.m_entries.at(std::size_t(index.row()));
        const QRectF frame =
            QRectF(pen.place).adjusted(PromptMargin + 2.5, 1.5, -PromptMargin - 2.5, -1.5);
        if (m_view.m_selectedIds.contains(entry.line.connectionId)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(pen.palette.highlight());
            painter->drawRoundedRect(
                QRectF(frame.left() + 2, frame.top() + 2, MarkWidth, frame.height() - 4), 1.5, 1.5);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            QStyleOptionFocusRect ring;
            ring.QStyleOption::operator=(option);
            ring.rect = frame.toAlignedRect();
            m_view.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, &m_view);
        }
        painter->restore();
    }

private:
    //! Where and how the next line is drawn.
    struct Pen {
        QPainter *painter = nullptr; //!< null: only measured
        QFont font{};
        QPalette palette{};
        QRect place{}; //!< of the whole entry
        int y = 0; //!< of the next line
        int left = 0;
        int width = 0;
    };

    void drawEntry(Pen &pen, int row) const
    {
        const Entry &entry = m_view.m_entries.at(std::size_t(row));
        pen.left = pen.place.left() + PromptInset;
        pen.width = pen.place.width() - 2 * PromptInset;
        if (entry.isOnPage && pen.painter)
            drawPage(pen, row);
        const bool isFar = isPageEdge(row, row - 1) || entry.kind == Entry::Kind::Title;
        pen.y += isFar ? PromptPadding : PartGap;
        switch (entry.kind) {
        case Entry::Kind::Note:
            drawText(pen, entry.text, pen.font, true);
            break;
        case Entry::Kind::Warning:
            drawWarning(pen, entry.text);
            break;
        case Entry::Kind::Heading:
            drawText(pen, entry.text, pageFont(pen.font), false);
            break;
        case Entry::Kind::Separator:
            drawSeparator(pen, entry.text);
            break;
        case Entry::Kind::Title:
            drawText(pen, entry.text, boldFont(pen.font), false);
            if (!entry.detail.isEmpty())
                drawText(pen, entry.detail, smallFont(pen.font), true);
            break;
        case Entry::Kind::Form:
            drawForm(pen, entry.line);
            break;
        case Entry::Kind::Button:
            drawBox(pen, entry.line.label, Qt::AlignCenter, entry.line.isByDefault);
            drawReasons(pen, entry.line);
            break;
        case Entry::Kind::Line:
            drawText(pen, entry.line.label, pen.font, false);
            drawReasons(pen, entry.line);
            break;
        }
        pen.y += (isPageEdge(row, row + 1) ? PromptPadding : PartGap) - LineGap;
    }

    //! Whether the page begins or ends between the two rows.
    [[nodiscard]] bool isPageEdge(int row, int other) const
    {
        const auto isOnPage = [this](int at) {
            return at >= 0 && std::size_t(at) < m_view.m_entries.size()
                && m_view.m_entries.at(std::size_t(at)).isOnPage;
        };
        return isOnPage(row) && !isOnPage(other);
    }

    //! The entry's part of the page, with a broken edge like that of a sketch.
    void drawPage(const Pen &pen, int row) const
    {
        QRectF page = QRectF(pen.place).adjusted(PromptMargin + 0.5, 0, -PromptMargin - 0.5, 0);
        constexpr int Radius = 6;
        constexpr int Beyond = 20; // hides the edges between two entries of the page
        page.adjust(0, isPageEdge(row, row - 1) ? 0.5 : -Beyond, 0,
                    isPageEdge(row, row + 1) ? -0.5 : Beyond);
        pen.painter->save();
        pen.painter->setClipRect(pen.place);
        pen.painter->setBrush(pen.palette.alternateBase());
        pen.painter->setPen(QPen(mutedTextColor(pen.palette), 1, Qt::DashLine));
        pen.painter->drawRoundedRect(page, Radius, Radius);
        pen.painter->restore();
    }

    static void drawText(Pen &pen, const QString &text, const QFont &font, bool isMuted)
    {
        const Paragraph paragraph(text, font, pen.width);
        if (pen.painter) {
            pen.painter->setPen(isMuted ? mutedTextColor(pen.palette)
                                        : pen.palette.color(QPalette::Text));
            paragraph.draw(*pen.painter, {pen.left, pen.y});
        }
        pen.y += paragraph.height() + LineGap;
    }

    static void drawWarning(Pen &pen, const QString &text)
    {
        constexpr int Indent = WarningSide + 6;
        if (pen.painter)
            symbolIcon(u"warning"_s)
                .paint(pen.painter, QRect(pen.left, pen.y, WarningSide, WarningSide));
        pen.left += Indent;
        pen.width -= Indent;
        drawText(pen, text, pen.font, false);
        pen.left -= Indent;
        pen.width += Indent;
    }

    static void drawSeparator(Pen &pen, const QString &text)
    {
        const QFontMetrics metrics(pen.font);
        if (pen.painter) {
            const int half = (pen.width - metrics.horizontalAdvance(text)) / 2 - BoxPadding;
            const int middle = pen.y + metrics.height() / 2;
            pen.painter->setPen(mutedTextColor(pen.palette));
            pen.painter->drawText(QRect(pen.left, pen.y, pen.width, metrics.height()),
                                  Qt::AlignCenter, text);
            pen.painter->drawLine(pen.left, middle, pen.left + half, middle);
            pen.painter->drawLine(pen.left + pen.width - half, middle, pen.left + pen.width,
                                  middle);
        }
        pen.y += metrics.height() + LineGap;
    }

    static void drawForm(Pen &pen, const PromptLine &line)
    {
        const PromptPageWords words = promptPageWords();
        drawBox(pen, words.identifier, Qt::AlignLeft, false);
        drawBox(pen, words.password, Qt::AlignLeft, false);
        drawBox(pen, words.send, Qt::AlignCenter, false);
        if (!line.signup.isEmpty())
            drawText(pen, line.signup, pen.font, false);
        drawReasons(pen, line);
    }

    //! A field or a button, as an outline that nobody takes for a real one.
    static void drawBox(Pen &pen, const QString &text, Qt::Alignment alignment, bool isByDefault)
    {
        const QFontMetrics metrics(pen.font);
        const QRect box(pen.left, pen.y, pen.width, metrics.height() + BoxPadding);
        if (pen.painter) {
            const bool isField = alignment == Qt::AlignLeft;
            const QColor muted = mutedTextColor(pen.palette);
            pen.painter->setBrush(isField ? pen.palette.base() : pen.palette.button());
            pen.painter->setPen(QPen(muted, 1, isByDefault ? Qt::DotLine : Qt::SolidLine));
            pen.painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            pen.painter->setPen(isField ? muted : pen.palette.color(QPalette::ButtonText));
            pen.painter->setFont(pen.font);
            const QRect inside = box.adjusted(BoxPadding, 0, -BoxPadding, 0);
            pen.painter->drawText(inside, int(alignment | Qt::AlignVCenter),
                                  metrics.elidedText(text, Qt::ElideRight, inside.width()));
        }
        pen.y += box.height() + LineGap;
    }

    static void drawReasons(Pen &pen, const PromptLine &line)
    {
        drawText(pen, unbrokenFields(line.source), smallFont(pen.font), true);
        if (!line.note.isEmpty())
            drawText(pen, line.note, smallFont(pen.font), false);
    }

    LoginPromptView &m_view;
};

LoginPromptView::LoginPromptView(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"loginPromptView"_s);
    setAccessibleName(tr("Login prompt, a drawing"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new Delegate(this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QListWidget::itemClicked, this, &LoginPromptView::choose);
    setWords({});
}

LoginPromptView::~LoginPromptView() = default;

void LoginPromptView::setWords(const std::optional<LoginPromptWords> &words)
{
    setContent(words, words ? QString() : tr("No connections have been read yet."));
}

void LoginPromptView::setNotice(const QString &sentence)
{
    setContent({}, sentence);
}

void LoginPromptView::setContent(const std::optional<LoginPromptWords> &words,
                                 const QString &notice)
{
    if (words == m_words && notice == m_notice)
        return;
    m_words = words;
    m_notice = notice;
    const int row = currentRow();
    const QString id = row >= 0 ? m_entries.at(std::size_t(row)).line.connectionId : QString();
    m_entries.clear();
    if (words)
        addPage(*words);
    else
        m_entries.push_back({.text = notice});
    fill();
    const auto kept = std::ranges::find_if(
        m_entries, [&id](const Entry &entry) { return entry.line.connectionId == id; });
    setCurrentRow(id.isEmpty() || kept == m_entries.end() ? 0 : int(kept - m_entries.begin()));
}

void LoginPromptView::addPage(const LoginPromptWords &words)
{
    using Kind = Entry::Kind;
    m_entries.push_back({.text = words.drawing});
    if (!words.extent.isEmpty())
        m_entries.push_back({.kind = Kind::Warning, .text = words.extent});
    m_entries.push_back({.kind = Kind::Heading, .text = words.heading, .isOnPage = true});
    for (const QString &text : {words.problem, words.nothing}) {
        if (!text.isEmpty())
            m_entries.push_back({.kind = Kind::Warning, .text = text, .isOnPage = true});
    }
    bool hasForm = false;
    for (const PromptSection &section : words.sections) {
        const bool isOnPage = isOnPrompt(section.place);
        const bool isForm = section.place == PromptPlace::DatabaseForm;
        if (!isOnPage) {
            m_entries.push_back(
                {.kind = Kind::Title, .text = section.title, .detail = section.sentence});
        } else if (hasForm) {
            m_entries.push_back(
                {.kind = Kind::Separator, .text = promptPageWords().otherwise, .isOnPage = true});
        }
        hasForm = isForm;
        for (const PromptLine &line : section.lines) {
            const Kind shape = isForm ? Kind::Form : Kind::Button;
            m_entries.push_back(
                {.kind = isOnPage ? shape : Kind::Line, .line = line, .isOnPage = isOnPage});
        }
        if (isOnPage && !section.sentence.isEmpty())
            m_entries.push_back({.text = section.sentence, .isOnPage = true});
    }
    m_entries.push_back({.kind = Kind::Title, .text = words.unknownTitle});
    for (const QString &sentence : words.unknown)
        m_entries.push_back({.text = sentence});
}

void LoginPromptView::fill()
{
    while (count() > int(m_entries.size()))
        delete takeItem(count() - 1);
    while (count() < int(m_entries.size()))
        addItem(new QListWidgetItem);
    updateSpoken();
    updateToolTips();
    doItemsLayout();
    viewport()->update();
}

void LoginPromptView::updateSpoken()
{
    for (int row = 0; row < count(); ++row) {
        const Entry &entry = m_entries.at(std::size_t(row));
        QString spoken = entry.spoken();
        if (m_selectedIds.contains(entry.line.connectionId))
            spoken += u'\n' + tr("Selected in the table.");
        item(row)->setData(Qt::AccessibleTextRole, spoken);
        item(row)->setFlags(Qt::ItemIsEnabled);
    }
}

void LoginPromptView::setSelectedIds(const QStringList &ids)
{
    if (ids == m_selectedIds)
        return;
    m_selectedIds = ids;
    updateSpoken();
    viewport()->update();
}

void LoginPromptView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(currentItem());
    default:
        QListWidget::keyPressEvent(event);
    }
}

void LoginPromptView::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout(); // the lines break elsewhere
    updateToolTips();
}

void LoginPromptView::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        scheduleDelayedItemsLayout();
        updateToolTips();
    }
}

//! As if there were a scroll bar, so that nothing moves when one appears.
int LoginPromptView::drawnWidth() const
{
    return width() - verticalScrollBar()->sizeHint().width();
}

//! Of what is not whole: a button that is too narrow, and names that are shortened.
void LoginPromptView::updateToolTips()
{
    const int room = drawnWidth() - 2 * (PromptInset + BoxPadding);
    for (int row = 0; row < count(); ++row) {
        const Entry &entry = m_entries.at(std::size_t(row));
        const PromptLine &line = entry.line;
        const bool isElided =
            entry.kind == Entry::Kind::Button && fontMetrics().horizontalAdvance(line.label) > room;
        const bool isShortened = line.whole != line.label + u'\n' + line.source;
        item(row)->setToolTip(!line.whole.isEmpty() && (isElided || isShortened)
                                  ? literalToolTip(line.whole.split(u'\n'))
                                  : QString());
    }
}

void LoginPromptView::choose(const QListWidgetItem *item)
{
    if (!item)
        return;
    const QString id = m_entries.at(std::size_t(row(item))).line.connectionId;
    if (!id.isEmpty())
        Q_EMIT connectionChosen(id);
}

} // namespace Vestibule
