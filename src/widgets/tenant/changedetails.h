// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "models/driftrows.h"

#include <QPointer>
#include <QSet>
#include <QString>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Vestibule {

class MutedLabel;
class PrivacyMode;
class ReadingArea;

//! Whether the organization of a difference can be looked at live: it is there, and its id is one
//! of the tenant whose inventory is open. Never for listings, whose organization is on screen.
[[nodiscard]] bool isOpenable(const Drift &drift, const DriftChange &change);

//! Everything that differs in the link of the selected difference: field by field, the old value
//! beside the new one.
class ChangeDetails final : public QWidget {
    Q_OBJECT

public:
    //! The privacy mode outlives the pane.
    explicit ChangeDetails(const PrivacyMode &privacy, QWidget *parent = nullptr);
    ~ChangeDetails() override;

    //! The row is an index in the drift's changes.
    void showChange(const DriftPtr &drift, DriftRows::Row row);
    //! Shows what a group has in common; the row is that of one of its differences.
    void showGroup(const DriftPtr &drift, DriftRows::Row row, DriftGrouping grouping,
                   qsizetype differences);
    //! Shows a hint.
    void clear();
    //! Shows it again, masked or not.
    void updatePrivacy();

    //! The same for every difference.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void liveRequested(const Vestibule::Organization &organization);
    //! The links of this organization are to be shown.
    void linksRequested(const Vestibule::Organization &organization);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setDrift(const DriftPtr &drift);
    void showValues(DriftRows::Row row);
    [[nodiscard]] QLabel *makeValue(const QString &field, const DriftValue &value);
    void fitFields();

    const PrivacyMode &m_privacy;
    DriftPtr m_drift;
    DriftRows::Row m_row = 0;
    struct Group {
        DriftGrouping grouping = DriftGrouping::Organization;
        qsizetype differences = 0;
    };
    std::optional<Group> m_group; //!< absent: a difference is shown
    ReadingArea *m_area; //!< of everything, as there may be little room below the differences
    QWidget *m_content;
    QVBoxLayout *m_contentRows;
    QLabel *m_title;
    MutedLabel *m_subtitle;
    QLabel *m_sentence;
    QPushButton *m_live;
    QPushButton *m_links;
    QPointer<QWidget> m_values{}; //!< made anew for each difference
    QSet<QString> m_fields; //!< that differ
};

} // namespace Vestibule
