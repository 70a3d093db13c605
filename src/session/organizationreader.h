// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace Vestibule {

//! Reads one organization of an inventory: what became of it in the sweep, and all of its
//! connections if they were read.
class OrganizationReader final : public QObject {
    Q_OBJECT

public:
    struct Content {
        InventoryOrganization organization{};
        QList<OrganizationConnection> connections{}; //!< by name; none unless it was read

        bool operator==(const Content &) const = default;
    };

    explicit OrganizationReader(QObject *parent = nullptr);
    ~OrganizationReader() override;

    //! In place of what is being read. finished() follows, but never from inside this call.
    void read(const InventorySourcePtr &source, const QString &organizationId);
    //! finished() does not follow any more.
    void stop();

    [[nodiscard]] bool isReading() const { return m_opening || m_fetching; }
    //! Absent while it is read, after a problem, and if the inventory does not have it.
    [[nodiscard]] const std::optional<Content> &content() const { return m_content; }
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    void finished();

private:
    void open(InventoryList list);
    void fetch(InventoryList list);
    void take(InventoryList list, const QList<InventoryRow> &rows);
    void fail(const InventoryProblem &problem);
    void closeView();

    InventorySourcePtr m_source;
    QString m_id;
    InventorySource::InventoryReply<InventoryView> m_opening;
    std::optional<InventoryView> m_view; //!< open
    InventorySource::InventoryReply<QList<InventoryRow>> m_fetching;
    Content m_found; //!< so far
    std::optional<Content> m_content;
    std::optional<InventoryProblem> m_problem;
};

} // namespace Vestibule
