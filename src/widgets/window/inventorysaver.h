// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/reply.h"
#include "widgets/window/savedfile.h"

#include <QObject>
#include <QString>

#include <memory>
#include <variant>

class QFileDialog;
class QWidget;

namespace Vestibule {

class InventoryReport;
class TenantComparison;
class TenantSession;

//! Asks for a file, and writes a sealed copy of the open inventory or its report to it.
class InventorySaver final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    struct Sources {
        TenantSession &session;
        const TenantComparison &comparison; //!< the report says what it has
        QWidget &widget; //!< its window is the one to ask in
    };

    explicit InventorySaver(const Sources &sources, QObject *parent = nullptr);
    //! What is being written stops, and leaves no file.
    ~InventorySaver() override;

    //! The tenant and the day of the inventory; the suffix has no dot.
    [[nodiscard]] QString suggestedName(const QString &suffix) const;

public Q_SLOTS:
    void saveInventory();
    void saveReport();

Q_SIGNALS:
    //! It is a warning if the report is not of all organizations.
    void saved(const Vestibule::SavedFile &file);
    //! The sentence says why no file was written.
    void failed(const QString &sentence);

private:
    QFileDialog *askForFile(const QString &title, const QString &suffix, const QString &filters);
    void writeInventory(const QString &path);
    void writeReport(const QString &path);
    //! The name of the file is as it is to be shown.
    [[nodiscard]] QString reportText(const QString &file, const InventorySummary &summary) const;
    [[nodiscard]] QString shownName(const QString &path) const;

    Sources m_sources;
    ReplyPtr<std::monostate, InventoryProblem> m_saving;
    std::unique_ptr<InventoryReport> m_report; //!< null unless one is being written
};

} // namespace Vestibule
