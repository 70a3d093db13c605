// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QListWidget>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule {

//! The list at the left of the window: places above, and below them the values by which the place
//! that is shown can be filtered, with their numbers. A click, Enter or Space chooses an entry;
//! choosing one that is chosen takes it back.
class SideList final : public QListWidget {
    Q_OBJECT

public:
    struct Entry {
        QString key{}; //!< what chosen() reports; unique. Empty: a heading, which cannot be chosen
        QString text{}; //!< plain text without line breaks
        std::optional<qsizetype> count{};
        //! The part of all rows, 0 to 1, for a small bar; absent: no bar.
        std::optional<double> share{};
        bool isChosen = false;
        bool isPlace = false; //!< exactly one place is chosen
        QString wholeText{}; //!< for the tooltip and a screen reader; empty: the text

        bool operator==(const Entry &) const = default;
    };

    //! How an entry is drawn. It depends on its text, and on the room that there is.
    struct Shape {
        QStringList lines{}; //!< of the text; one for a heading
        bool hasBar = false; //!< if it has a share

        bool operator==(const Shape &) const = default;
    };

    explicit SideList(QWidget *parent = nullptr);
    ~SideList() override;

    //! Keeps the keyboard's position on the same key.
    void setEntries(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

    //! One for each entry.
    [[nodiscard]] const QList<Shape> &shapes() const { return m_shapes; }
    //! The number that takes most room, so that all bars end at the same place.
    [[nodiscard]] const QString &widestCount() const { return m_widestCount; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QList<Shape> makeShapes() const;
    void updateShapes();
    void choose(const QListWidgetItem *item);

    QList<Entry> m_entries;
    QList<Shape> m_shapes;
    QString m_widestCount;
};

} // namespace Vestibule
