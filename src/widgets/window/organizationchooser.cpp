// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/organizationchooser.h"

#include "core/organization.h"
#include "core/shortened.h"
#include "core/tokenreview.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/organizationdirectory.h"
#include "session/privacymode.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>

#include <algorithm>

#include "ui_organizationchooser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr int RowHeight = 29; //!< as in the tables
constexpr int RowMargin = 10;
constexpr int ColumnGap = 12;

//! An organization in two columns: its names at the start of the line, its ID at the end.
class ChoiceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, std::max(scaledToFont({1, RowHeight}).height(), option.fontMetrics.height())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        QStyleOptionViewItem row = option;
        row.state.setFlag(QStyle::State_HasFocus, false); // the field above the list has it
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter,
                                              option.widget);
        QRect place = option.rect.adjusted(RowMargin, 0, -RowMargin, 0);
        const auto write = [&](const QFont &font, const QColor &color, Qt::Alignment side,
                               const QString &text, int width) {
            const QString shown =
                QFontMetrics(font).elidedText(text, Qt::ElideMiddle, std::max(0, width));
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                              int(side | Qt::AlignVCenter), shown);
            return shown.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(shown) + ColumnGap;
        };
        const QColor muted = mutedTextColor(option.palette);
        QFont bold = option.font;
        bold.setBold(true);
        const auto text = [&index](int role) { return index.data(role).toString(); };
        place.setRight(place.right()
                       - write(monospacedFont(option.font), muted, Qt::AlignRight,
                               text(OrganizationChoiceModel::ShownIdRole), place.width() / 2));
        place.setLeft(place.left()
                      + write(bold, option.palette.color(QPalette::Active, QPalette::Text),
                              Qt::AlignLeft, text(OrganizationChoiceModel::TitleRole),
                              place.width()));
        write(option.font, muted, Qt::AlignLeft, text(OrganizationChoiceModel::SlugRole),
              place.width());
        painter->restore();
    }
};

} // namespace

OrganizationChooser::OrganizationChooser(const Sources &sources, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_sources(sources)
    , m_ui(std::make_unique<Ui::OrganizationChooser>())
{
    m_ui->setupUi(this);
    m_ui->list->setModel(&m_model);
    m_ui->list->setItemDelegate(new ChoiceDelegate(this));
    m_ui->list->viewport()->installEventFilter(this);
    m_ui->findField->addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_ui->findField->installEventFilter(this);
    setFocusProxy(m_ui->findField);
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(150ms);
    connect(&m_updateTimer, &QTimer::timeout, this, &OrganizationChooser::showOrganizations);
    connect(m_ui->findField, &QLineEdit::textChanged, this, &OrganizationChooser::showMatches);
    connect(m_ui->list, &QListView::clicked, this, &OrganizationChooser::choose);
    connect(&sources.directory, &OrganizationDirectory::changed, this, [this] {
        if (isVisible() && !m_updateTimer.isActive())
            m_updateTimer.start();
    });
}

OrganizationChooser::~OrganizationChooser() = default;

void OrganizationChooser::open()
{
    const QSize least = fittedToScreen(scaledToFont({520, 380}), *this);
    m_model.setMasked(m_sources.privacy.isOn());
    m_ui->findField->clear();
    showOrganizations();
    const QWidget &field = m_sources.field;
    resize(std::max(least.width(), field.width()), least.height());
    QPoint corner = field.mapToGlobal(QPoint(0, field.height()));
    if (const QScreen *screen = field.screen()) { // keep the list on the screen
        const QRect area = screen->availableGeometry();
        corner.setX(std::max(area.left(), std::min(corner.x(), area.right() - width())));
        corner.setY(std::max(area.top(), std::min(corner.y(), area.bottom() - height())));
    }
    move(corner);
    show();
    m_ui->findField->setFocus(Qt::PopupFocusReason);
}

//! The arrow keys move in the list while the text field keeps the focus.
bool OrganizationChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->list->viewport() && event->type() == QEvent::Paint
        && !emptyText().isEmpty()) {
        QPainter painter(m_ui->list->viewport());
        painter.setPen(mutedTextColor(palette()));
        painter.drawText(m_ui->list->viewport()->rect().adjusted(RowMargin, 0, -RowMargin, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        return true;
    }
    if (watched != m_ui->findField || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (moveInList(*m_ui->list, *key))
        return true;
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QFrame::eventFilter(watched, event);
    choose(m_ui->list->currentIndex());
    return true;
}

void OrganizationChooser::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

void OrganizationChooser::showOrganizations()
{
    const QString current =
        m_ui->list->currentIndex().data(OrganizationChoiceModel::IdRole).toString();
    const OrganizationDirectory::State state = m_sources.directory.state();
    m_model.setAnyTextIsId(state == OrganizationDirectory::State::Unread
                           || state == OrganizationDirectory::State::Failed);
    m_model.setOrganizations(m_sources.directory.organizations(), m_sources.directory.recent());
    m_ui->stateLabel->setText(stateText());
    const QModelIndexList again = m_model.match(m_model.index(0), OrganizationChoiceModel::IdRole,
                                                current, 1, Qt::MatchExactly);
    m_ui->list->setCurrentIndex(again.isEmpty() ? m_model.index(0) : again.constFirst());
}

void OrganizationChooser::showMatches(const QString &text)
{
    m_model.setText(text);
    m_ui->list->viewport()->update();
    m_ui->list->setCurrentIndex(m_model.index(0));
    m_ui->stateLabel->setText(stateText());
}

void OrganizationChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(OrganizationChoiceModel::IdRole).toString();
    hide();
    Q_EMIT organizationChosen(id);
}

//! Why the text is no ID, if it is meant as one.
QString OrganizationChooser::idProblem() const
{
    const QString typed = m_ui->findField->text();
    const auto id = organizationIdFromText(typed);
    const bool isMeantAsId = typed.contains("org_"_L1) || typed.contains(u'/')
        || m_sources.directory.organizations().isEmpty();
    if (!id && id.error() != OrganizationIdProblem::Empty && isMeantAsId && m_model.rowCount() == 0)
        return problemText(id.error());
    return {};
}

//! What stands in the list while it has no rows.
QString OrganizationChooser::emptyText() const
{
    const QString typed = m_ui->findField->text().simplified();
    if (m_model.rowCount() > 0 || typed.isEmpty() || !idProblem().isEmpty())
        return {};
    constexpr qsizetype Longest = 60;
    return tr("No organization matches “%1”.").arg(displaySafe(shortened(typed, Longest)));
}

QString OrganizationChooser::stateText() const
{
    const OrganizationDirectory &directory = m_sources.directory;
    const int count = int(directory.organizations().size());
    if (const QString problem = idProblem(); !problem.isEmpty())
        return problem;
    switch (directory.state()) {
    case OrganizationDirectory::State::Unread:
        return tr("The token lacks the scope %1 for the list of organizations. Type an ID.")
            .arg(OrganizationListScopes.back());
    case OrganizationDirectory::State::Reading:
    case OrganizationDirectory::State::Paused: // while the list opens, before it reads on
        return tr("%Ln organization(s) so far, still reading…", nullptr, count);
    case OrganizationDirectory::State::Complete:
        if (!m_ui->findField->text().isEmpty())
            return tr("%1 of %Ln organization(s)", nullptr, count)
                .arg(QLocale().toString(m_model.rowCount()));
        return tr("%Ln organization(s)", nullptr, count);
    case OrganizationDirectory::State::Failed:
        break;
    }
    const ApiError &error = *directory.error();
    const QString scopes = missingScopes(error);
    const QString cause = scopes.isEmpty()
        ? m_sources.privacy.failure(error, domainOf(m_sources.subject).text())
        : tr("The token lacks the scope %1 for the list of organizations.").arg(scopes);
    return count == 0 ? tr("%1 Type an ID.").arg(cause)
                      : tr("%1 Only %Ln organization(s) could be read.", nullptr, count).arg(cause);
}

} // namespace Vestibule
