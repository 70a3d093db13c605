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

//! The rows and columns that a table shows, which an export can be limited to.
struct VisibleRows {
    QList<OrganizationConnection> selectedRows{}; //!< in the order on screen
    //! In their order on screen.
    QList<ConnectionField> shownFields{AllConnectionFields.begin(), AllConnectionFields.end()};
    std::optional<qsizetype> foundRows{}; //!< rows that Find leaves; absent while it is empty
    qsizetype searchedRows = 0; //!< rows that it looked at: of the page, or of all pages
};

[[nodiscard]] VisibleRows visibleRows(ConnectionTableView &table);

//! The choices of an export: rows, format and what the format has to choose, with a preview of the
//! file's first lines.
class ExportForm final : public QWidget {
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);
    ~ExportForm() override;

    //! Sets what can be chosen. The page is the one on screen. `hasPreview` is false in privacy
    //! mode.
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
    void alignFields();
    void explainFind();
    void showChoices();

    std::unique_ptr<Ui::ExportForm> m_ui;
    ConnectionPage m_page;
    VisibleRows m_visible;
    bool m_hasPreview = true;
};

} // namespace Vestibule
