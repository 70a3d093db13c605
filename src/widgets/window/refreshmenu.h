// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

namespace Vestibule {

class AutoRefresh;

//! How often the page on screen is read again.
class RefreshMenu final : public QMenu {
    Q_OBJECT

public:
    //! The refresh outlives the menu.
    RefreshMenu(AutoRefresh &refresh, QWidget *parent);
};

} // namespace Vestibule
