// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/connectionpage.h"
#include "formats/provenance.h"
#include "store/settings.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ExportForm;
}

namespace Vestibule {

class ConnectionTableView;

//! What a table shows of its page, as far as an export can follow it.
struct VisibleRows {
    QList<OrganizationConnection> selectedRows{}; //!< in the order on screen
    //! In their order on screen.
    QList<ConnectionField> shownFields{AllConnectionFields.begin(), AllConnectionFields.end()};
    std::optional<qsizetype> foundRows{}; //!< rows that Find leaves; absent while it is empty
};

[[nodiscard]] VisibleRows visibleRows(ConnectionTableView &table);

//! Which rows become which kind of file, with a preview of its first lines.
class ExportForm final : public QWidget {
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);
    ~ExportForm() override;

    //! What there is to choose from. The page is on screen. Privacy mode shows no preview.
    void setRows(const ConnectionPage &page, const VisibleRows &visible, bool hasPreview);
    void setChoices(const ExportChoices &choices);
    [[nodiscard]] ExportChoices choices() const;

    [[nodiscard]] ExportExtent extent() const;
    [[nodiscard]] ExportLayout exportLayout() const;
    //! The rows on screen that extent() includes.
    [[nodiscard]] ConnectionPage rowsOnScreen() const;

protected:
    bool event(QEvent *event) override;

private:
    void explainFind();
    void showChoices();

    std::unique_ptr<Ui::ExportForm> m_ui;
    ConnectionPage m_page;
    VisibleRows m_visible;
    bool m_hasPreview = true;
};

} // namespace Vestibule
