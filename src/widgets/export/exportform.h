// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "store/exportchoices.h"
#include "widgets/export/exportview.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ExportForm;
}

namespace Vestibule {

//! Which rows become which file, with a look at how it begins.
class ExportForm final : public QWidget {
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);
    ~ExportForm() override;

    //! What there is to choose from: \a page is on screen. Without \a hasPreview the rows are not
    //! shown, for a screen that others see.
    void setRows(const ConnectionPage &page, const ExportView &view, bool hasPreview);
    void setChoices(const ExportChoices &choices);
    [[nodiscard]] ExportChoices choices() const;

    [[nodiscard]] ExportExtent extent() const;
    [[nodiscard]] ExportLayout exportLayout() const;
    //! The rows on screen that extent() means; for AllPages, those from which the preview is made.
    [[nodiscard]] ConnectionPage rowsOnScreen() const;

protected:
    bool event(QEvent *event) override;

private:
    void explainFind();
    void showChoices();

    std::unique_ptr<Ui::ExportForm> m_ui;
    ConnectionPage m_page;
    ExportView m_view;
    bool m_hasPreview = true;
};

} // namespace Vestibule
