// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/inventoryreport.h"
#include "session/driftbrowser.h"

#include <QObject>
#include <QString>

#include <optional>

class QWidget;

namespace Vestibule {

class TenantSession;

//! What the open inventory is compared with: another one that the user has chosen, or the one
//! before the last sweep.
class TenantComparison final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object; the window of the widget is the one to ask in.
    TenantComparison(TenantSession &session, QWidget &widget, QObject *parent = nullptr);

    [[nodiscard]] DriftBrowser &browser() { return m_drift; }
    [[nodiscard]] const DriftBrowser &browser() const { return m_drift; }
    //! What a report of the open inventory says about it: absent unless it is the newer one of what
    //! was compared.
    [[nodiscard]] std::optional<InventoryReport::Comparison> forReport() const;
    //! Asks with which inventory the open one is to be compared.
    void ask();
    //! Without being asked, so that "what has changed since the last sweep?" needs no preparation:
    //! compares the tenant's own inventory with the one before it. Does nothing when something was
    //! compared already.
    void compareWithBefore();
    //! Drops what was compared unless it is of the open inventory as it is now. Muting a finding
    //! opens that again without changing it.
    void dropOld();
    //! Whether there is a result, and it is of an inventory that is not open any more, or of what
    //! the open one was before a sweep.
    [[nodiscard]] bool isOld() const;

Q_SIGNALS:
    //! The user has chosen an inventory, and it is being compared.
    void chosen();

private:
    void askForFile();
    void compareWith(const QString &path);
    [[nodiscard]] bool isNewer(const QString &path) const;

    TenantSession &m_session;
    QWidget &m_widget;
    DriftBrowser m_drift;
};

} // namespace Vestibule
