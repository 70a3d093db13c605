// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/flowlayout.h"

#include "support/windowtesting.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

class Box final : public QWidget {
public:
    QSize sizeHint() const override { return {100, 20}; }
};

} // namespace

class TestFlowLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void whatHasNoRoomIsInTheNextLine();
    void hiddenOnesTakeNoRoom();
    void itIsMirrored();
    void itemsCanBeTaken();
};

namespace {

struct Bench {
    Bench()
    {
        auto *outer = new QVBoxLayout(&window);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->addLayout(flow);
        outer->addStretch();
        for (int i = 0; i < 3; ++i) {
            boxes.append(new Box);
            flow->addWidget(boxes.constLast());
        }
        window.resize(320, 200);
        window.show();
    }
    [[nodiscard]] QList<QPoint> places() const
    {
        QList<QPoint> places;
        for (const Box *box : boxes)
            places.append(box->pos());
        return places;
    }

    QWidget window;
    FlowLayout *flow = new FlowLayout(6);
    QList<Box *> boxes;
};

using Points = QList<QPoint>;

} // namespace

void TestFlowLayout::whatHasNoRoomIsInTheNextLine()
{
    Bench bench;
    QTRY_COMPARE(bench.places(), (Points{{0, 0}, {106, 0}, {212, 0}}));
    QCOMPARE(bench.flow->heightForWidth(312), 20);
    QCOMPARE(bench.flow->heightForWidth(311), 46);
    bench.window.resize(311, 200);
    QTRY_COMPARE(bench.places(), (Points{{0, 0}, {106, 0}, {0, 26}}));
    bench.window.resize(120, 200);
    QTRY_COMPARE(bench.places(), (Points{{0, 0}, {0, 26}, {0, 52}}));
    QCOMPARE(bench.flow->minimumSize().width(), 100);
    QCOMPARE(bench.flow->sizeHint(), QSize(312, 20));
}

void TestFlowLayout::hiddenOnesTakeNoRoom()
{
    Bench bench;
    bench.boxes.at(0)->hide();
    bench.window.resize(220, 200);
    QTRY_COMPARE(bench.places().mid(1), (Points{{0, 0}, {106, 0}}));
    QCOMPARE(bench.flow->heightForWidth(220), 20);
}

void TestFlowLayout::itIsMirrored()
{
    Bench bench;
    bench.window.setLayoutDirection(Qt::RightToLeft);
    bench.window.resize(311, 200);
    QTRY_COMPARE(bench.places(), (Points{{211, 0}, {105, 0}, {211, 26}}));
}

void TestFlowLayout::itemsCanBeTaken()
{
    Bench bench;
    QVERIFY(!bench.flow->takeAt(3));
    const std::unique_ptr<QLayoutItem> taken(bench.flow->takeAt(1));
    QCOMPARE(taken->widget(), bench.boxes.at(1));
    QCOMPARE(bench.flow->count(), 2);
    QCOMPARE(bench.flow->itemAt(1)->widget(), bench.boxes.at(2));
    QVERIFY(!bench.flow->itemAt(2));
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
