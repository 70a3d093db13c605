// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"
#include "core/inventory.h"
#include "core/reply.h"

#include <QList>
#include <QObject>
#include <QString>

#include <variant>

class QWidget;

namespace Vestibule {

class InventoryBrowser;

//! Mutes findings of the open inventory, and takes the latest muting back.
class FindingMuting final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object; the window of the widget is the one to ask in.
    FindingMuting(InventoryBrowser &browser, QWidget &widget, QObject *parent = nullptr);
    ~FindingMuting() override;

    //! Asks which of the choices is to be muted, and why. They are as MuteDialog wants them.
    void ask(const QList<FindingKey> &choices);
    //! Takes back what was muted before.
    void unmute(const FindingMute &mute);
    //! Takes back what done() said last, in the file where it was done.
    void undo();
    //! The file in which undo() does something; empty before the first done().
    [[nodiscard]] const QString &path() const { return m_path; }

Q_SIGNALS:
    //! The open inventory has been changed, and is read again. The sentence says what was done.
    void done(const QString &sentence);
    //! The sentence says why nothing was changed.
    void failed(const QString &sentence);

private:
    enum class Step { Mute, Unmute };

    //! In the file with this path, which may not be open any more.
    void write(const QString &path, const FindingMute &mute, Step step);

    InventoryBrowser &m_browser;
    QWidget &m_widget;
    ReplyPtr<std::monostate, InventoryProblem> m_writing;
    FindingMute m_latest;
    Step m_latestStep = Step::Mute;
    QString m_path;
};

} // namespace Vestibule
