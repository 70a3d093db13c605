// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/refreshmenu.h"

#include "session/autorefresh.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace Vestibule {

RefreshMenu::RefreshMenu(AutoRefresh &refresh, QWidget *parent)
    : QMenu(tr("Refresh au&tomatically"), parent)
{
    setObjectName(u"refreshMenu"_s);
    auto *choices = new QActionGroup(this);
    const auto add = [this, &refresh, choices](const QString &text, int minutes) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setData(minutes);
        choices->addAction(action);
        connect(action, &QAction::triggered, &refresh,
                [&refresh, minutes] { refresh.setMinutes(minutes); });
    };
    add(tr("&Never", "refresh automatically"), 0);
    addSeparator();
    for (const int minutes : AutoRefresh::Choices)
        add(tr("Every %n minute(s)", "refresh automatically", minutes), minutes);
    connect(this, &QMenu::aboutToShow, this, [&refresh, choices] {
        for (QAction *action : choices->actions())
            action->setChecked(action->data().toInt() == refresh.minutes());
    });
}

} // namespace Vestibule
