// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/listingchangesdialog.h"

#include "models/organizationtext.h"
#include "session/privacymode.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/tenant/changespage.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

ListingChangesDialog::ListingChangesDialog(const Content &content, Settings &settings,
                                           const PrivacyMode &privacy, QWidget *parent)
    : QDialog(parent)
    , m_organization(content.organization)
    , m_privacy(privacy)
    , m_export({.drift = m_drift, .settings = settings, .privacy = privacy, .widget = *this})
    , m_banner(new MessageBanner(this))
    , m_page(new ChangesPage({.drift = m_drift, .privacy = privacy}, this))
{
    setObjectName(u"listingChangesDialog"_s);
    m_banner->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *exportButton = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    exportButton->setObjectName(u"exportListingChangesButton"_s);
    exportButton->setEnabled(!content.drift->changes.isEmpty());
    // Enter in the tree opens and closes a group, and in the field it goes on to the tree.
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(exportButton, &QPushButton::clicked, this, &ListingChangesDialog::askToExport);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_page,
            &ChangesPage::focusFind);
    connect(&m_export, &ChangesExport::saved, m_banner,
            [this](const SavedFile &file) { m_banner->showMessage(savedMessage(file)); });
    connect(&m_export, &ChangesExport::failed, m_banner, [this](const QString &sentence) {
        m_banner->showMessage({.severity = MessageBanner::Severity::Error, .text = sentence});
    });
    connect(&privacy, &PrivacyMode::changed, this, &ListingChangesDialog::updatePrivacy);

    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(12, 8, 12, 12);
    bottom->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_page, 1);
    layout->addWidget(line);
    layout->addLayout(bottom);
    resize(fittedToScreen(scaledToFont({1080, 600}), *this));
    m_drift.show(content.drift);
    updatePrivacy();
    if (content.drift->changes.isEmpty()) // there are no rows: the focus would not be seen
        buttons->button(QDialogButtonBox::Close)->setFocus();
    else
        m_page->focusContent();
}

ListingChangesDialog::~ListingChangesDialog()
{
    delete m_page; // before the differences that it shows
}

void ListingChangesDialog::askToExport()
{
    m_export.ask(m_privacy.isOn() ? u"changes.csv"_s : m_organization.id + "-changes.csv"_L1);
}

void ListingChangesDialog::updatePrivacy()
{
    m_page->updatePrivacy();
    m_banner->closeNaming();
    setWindowTitle(tr("%1: compared with a saved view", "the name of an organization")
                       .arg(organizationTitle(m_privacy.organization(m_organization))));
}

} // namespace Vestibule
