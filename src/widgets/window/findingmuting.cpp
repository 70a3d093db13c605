// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/findingmuting.h"

#include "inventory/inventoryfile.h"
#include "models/findingtext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "widgets/tenant/mutedialog.h"

#include <utility>

namespace Vestibule {

FindingMuting::FindingMuting(InventoryBrowser &browser, QWidget &widget, QObject *parent)
    : QObject(parent)
    , m_browser(browser)
    , m_widget(widget)
{
}

FindingMuting::~FindingMuting() = default;

void FindingMuting::ask(const QList<FindingKey> &choices)
{
    auto *dialog = new MuteDialog(choices, m_widget.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, path = m_browser.path()] { write(path, dialog->mute(), Step::Mute); });
    dialog->open();
}

void FindingMuting::unmute(const FindingMute &mute)
{
    write(m_browser.path(), mute, Step::Unmute);
}

void FindingMuting::undo()
{
    write(m_path, m_latest, m_latestStep == Step::Mute ? Step::Unmute : Step::Mute);
}

void FindingMuting::write(const QString &path, const FindingMute &mute, Step step)
{
    m_writing = step == Step::Mute ? muteFinding(path, mute) : unmuteFinding(path, mute.key);
    connect(m_writing.get(), &ReplyBase::finished, this, [this, path, mute, step] {
        const auto writing = std::move(m_writing);
        if (!writing->result())
            return void(Q_EMIT failed(inventoryProblemText(writing->result().error())));
        if (m_browser.path() != path)
            return;
        m_browser.open(path); // a file was replaced, and other findings are shown
        m_latest = mute;
        m_latestStep = step;
        m_path = path;
        const QString text = step == Step::Mute ? tr("Muted: %1.") : tr("No longer muted: %1.");
        Q_EMIT done(text.arg(findingTitle(mute.key.rule)));
    });
}

} // namespace Vestibule
