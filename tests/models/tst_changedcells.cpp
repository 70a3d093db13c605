// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectiontablemodel.h"
#include "models/connectionwords.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! What a screen reader says of the marked cells, row by row; and of each cell that is heard as
//! changed without being marked.
QStringList marks(const ConnectionTableModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex cell = model.index(row, column);
            const QString spoken = cell.data(Qt::AccessibleTextRole).toString();
            if (cell.data(ConnectionTableModel::ChangedRole).toBool())
                found.append(spoken);
            else if (spoken.endsWith(", changed"_L1))
                found.append("not marked: "_L1 + spoken);
        }
    }
    return found;
}

} // namespace

class tst_ChangedCells final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void changedCellsAreMarkedOnce();
    void rowsThatShareAnIdAreNotCompared();
};

void tst_ChangedCells::changedCellsAreMarkedOnce()
{
    OrganizationConnection one{.connectionId = u"con_1"_s, .isEnabled = true};
    OrganizationConnection two{.connectionId = u"con_2"_s, .name = u"two"_s};
    ConnectionTableModel model;
    model.setConnections({one, two});
    QCOMPARE(marks(model), QStringList()); // there was nothing before
    one.isEnabled = false;
    model.setConnections({two, one}); // another place is no change
    QCOMPARE(marks(model),
             QStringList{spokenField(one, ConnectionField::IsEnabled) + ", changed"_L1});
    model.setConnections({two, one});
    QCOMPARE(marks(model), QStringList());
    two.name.reset();
    model.setConnections({two, one});
    QCOMPARE(marks(model), QStringList{spokenField(two, ConnectionField::Name) + ", changed"_L1});
    model.setConnections({{.connectionId = u"con_3"_s}}); // another page
    QCOMPARE(marks(model), QStringList());
}

void tst_ChangedCells::rowsThatShareAnIdAreNotCompared()
{
    const OrganizationConnection one{.connectionId = u"con_1"_s, .isEnabled = true};
    const OrganizationConnection other{.connectionId = u"con_1"_s, .isEnabled = false};
    ConnectionTableModel model;
    model.setConnections({one, other});
    model.setConnections({one, other}); // nobody knows which of them is which
    QCOMPARE(marks(model), QStringList());
    model.setConnections({other});
    QCOMPARE(marks(model), QStringList());
    model.setConnections({other, one});
    QCOMPARE(marks(model), QStringList());
}

QTEST_GUILESS_MAIN(tst_ChangedCells)
#include "tst_changedcells.moc"
