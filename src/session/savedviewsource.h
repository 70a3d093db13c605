// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "formats/savedview.h"

namespace Vestibule {

//! Pages of a saved view, cut as the tenant would cut them: the window needs no other way to show
//! it. Asks nobody and never fails.
class SavedViewSource final : public ConnectionSource {
public:
    //! \a view is not null.
    explicit SavedViewSource(SavedViewPtr view);

    [[nodiscard]] ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) override;
    [[nodiscard]] ConnectionEndpoint endpoint() const override;

private:
    SavedViewPtr m_view;
};

} // namespace Vestibule
