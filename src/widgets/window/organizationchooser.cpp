// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/organizationchooser.h"

#include "core/organization.h"
#include "core/tokenreview.h"
#include "session/errortext.h"
#include "session/organizationdirectory.h"
#include "session/privacymode.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/symbolicon.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScreen>

#include <algorithm>

#include "ui_organizationchooser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

OrganizationChooser::OrganizationChooser(const Sources &sources, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_sources(sources)
    , m_ui(std::make_unique<Ui::OrganizationChooser>())
{
    m_ui->setupUi(this);
    m_ui->list->setModel(&m_model);
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
    const QSize least = fittedToScreen(scaledToFont({460, 380}), *this);
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
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    constexpr int PageRows = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(PageRows);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(-PageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_ui->list->currentIndex());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
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

void OrganizationChooser::moveCurrent(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_ui->list->currentIndex().row() + rows, 0, last);
    m_ui->list->setCurrentIndex(m_model.index(row));
}

QString OrganizationChooser::stateText() const
{
    const OrganizationDirectory &directory = m_sources.directory;
    const int count = int(directory.organizations().size());
    const QString typed = m_ui->findField->text();
    const auto id = organizationIdFromText(typed);
    const bool isMeantAsId = typed.contains("org_"_L1) || typed.contains(u'/') || count == 0;
    if (!id && id.error() != OrganizationIdProblem::Empty && isMeantAsId && m_model.rowCount() == 0)
        return problemText(id.error());
    switch (directory.state()) {
    case OrganizationDirectory::State::Unread:
        return tr("The token lacks the scope %1 for the list of organizations. Type an ID.")
            .arg(OrganizationListScopes.front());
    case OrganizationDirectory::State::Reading:
    case OrganizationDirectory::State::Paused: // while the list opens, before it reads on
        return tr("%Ln organization(s) so far, still reading…", nullptr, count);
    case OrganizationDirectory::State::Complete:
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
