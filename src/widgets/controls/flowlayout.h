// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace Vestibule {

//! Puts widgets one after the other, and those that have no room in the next line.
class FlowLayout final : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &place) override;

private:
    struct Spot {
        QLayoutItem *item = nullptr;
        QRect place{}; //!< from left to right
    };
    [[nodiscard]] QList<Spot> spots(int width) const;
    [[nodiscard]] QSize sizeOf(const QList<Spot> &spots) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace Vestibule
