// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QLabel;

namespace Vestibule {

//! What several selected connections have in common, field by field.
class CommonFieldsView final : public QWidget {
    Q_OBJECT

public:
    explicit CommonFieldsView(QWidget *parent = nullptr);

    void showConnections(const QList<OrganizationConnection> &connections);

private:
    QHash<ConnectionField, QLabel *> m_values;
};

} // namespace Vestibule
