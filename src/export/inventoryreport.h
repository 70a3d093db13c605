// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/inventorysource.h"
#include "export/reportjob.h"
#include "export/reporttext.h"

#include <QByteArrayList>
#include <QString>

#include <memory>
#include <optional>

namespace Vestibule {

class InventoryComparison;

//! The report of an inventory. The window and the terminal both use it.
class InventoryReport final : public ReportJob {
    Q_OBJECT

public:
    //! With an older inventory, or with that of another tenant: the report says what differs.
    struct Comparison {
        QString path{}; //!< of the old inventory
        bool namesFile = true; //!< see Request
        DriftOptions options{};
        DriftPtr drift{}; //!< if it was compared before; null: the report compares
    };

    struct Request {
        QString inventory{}; //!< the source's file; its SHA-256 is in the report if it is sealed
        bool namesFile = true; //!< false: the file is the program's own, and not one to keep
        QString path{}; //!< empty: standard output
        std::optional<Comparison> comparison{};
    };

    InventoryReport(InventorySourcePtr source, const Request &request, QObject *parent = nullptr);
    ~InventoryReport() override;

    //! While Written. If it is not complete, neither is the report.
    [[nodiscard]] const InventorySummary &summary() const { return m_content.summary; }
    //! How far the comparison is, 0 to 100; absent unless it runs.
    [[nodiscard]] std::optional<int> comparedPercent() const;
    //! What differs; null before it is known, and without a comparison.
    [[nodiscard]] const DriftPtr &drift() const { return m_content.drift; }

protected:
    void read(const QByteArrayList &hashes) override;
    void stopReading() override;

private:
    template <typename T>
    using InventoryReply = InventorySource::InventoryReply<T>;

    void summarize();
    void count();
    void countFindings();
    //! Of the rule at this place and of those after it.
    void readFindings(qsizetype rule);
    void readConnections();
    void readFailed();
    void makeReport();
    void closeView();

    InventorySourcePtr m_source;
    Request m_request;
    ReportContent m_content;
    std::unique_ptr<InventoryComparison> m_comparison; //!< null unless it runs
    ReplyPtr<DriftPtr, InventoryProblem> m_comparing;
    InventoryReply<InventorySummary> m_summarizing;
    InventoryReply<InventoryOverview> m_counting;
    InventoryReply<InventoryView> m_opening;
    InventoryReply<QList<InventoryRow>> m_fetching;
    InventoryReply<QList<QList<OrganizationUse>>> m_fetchingUses;
    std::optional<InventoryView> m_view;
};

} // namespace Vestibule
