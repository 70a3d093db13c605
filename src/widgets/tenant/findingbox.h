// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/finding.h"

#include <QFrame>
#include <QList>

#include <optional>

class QAbstractButton;
class QVBoxLayout;

namespace Vestibule {

//! What the rules have found about a row: the worst with its sentence, the others in a line each.
//! Each has a link that leads to the rule. Hidden while there are none.
class FindingBox final : public QFrame {
    Q_OBJECT

public:
    explicit FindingBox(QWidget *parent = nullptr);
    ~FindingBox() override;

    //! Tab leads from this widget, which outlives the box, to the first link.
    void setTabComesFrom(QWidget &before);
    //! In any order. One of them may come first, however bad the others are: the one that the list
    //! is filtered by.
    void setFindings(const QList<FindingRule> &rules,
                     const std::optional<FindingRule> &first = std::nullopt);
    //! In the order in which they are shown.
    [[nodiscard]] const QList<FindingRule> &findings() const { return m_rules; }

Q_SIGNALS:
    void ruleRequested(Vestibule::FindingRule rule);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void request(const QAbstractButton &link, FindingRule rule);
    void addFirst(FindingRule rule);
    void addOther(FindingRule rule);
    void applyColors();

    QList<FindingRule> m_rules;
    QVBoxLayout *m_lines;
    QWidget *m_before = nullptr; //!< in the order of Tab
};

} // namespace Vestibule
