// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/settings/pastefield.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The field reports what is entered, and shows nothing that was pasted.
class TestPasteField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pastedTextIsReported();
    void pastedTextReplacesTypedText();
    void droppedTextIsReported();
    void enterReportsTypedText();
    void enterInAnEmptyFieldIsForTheWindow();
    void leavingReportsTypedText();
    void undoRestoresNothing();

private:
    std::unique_ptr<QWidget> m_window;
    PasteField *m_field = nullptr;
    QStringList m_entered; // copies, because the field overwrites its own
};

void TestPasteField::init()
{
    failOnUnexpectedWarnings();
    m_entered.clear();
    m_window = std::make_unique<QWidget>();
    m_field = new PasteField(m_window.get());
    auto *other = new QLineEdit(m_window.get());
    other->move(0, 200);
    connect(m_field, &PasteField::entered, this, [this](const QString &text) {
        m_entered.append(QString(text.constData(), text.size()));
    });
    m_window->show();
    m_field->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPasteField::pastedTextIsReported()
{
    QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
    QTest::keyClick(m_field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_entered, QStringList{u"one\ntwo"_s});
    QCOMPARE(m_field->toPlainText(), QString());
}

void TestPasteField::pastedTextReplacesTypedText()
{
    QTest::keyClicks(m_field, u"typed"_s);
    QGuiApplication::clipboard()->setText(u"pasted"_s);
    m_field->paste();
    QCOMPARE(m_entered, QStringList{u"pasted"_s});
    QCOMPARE(m_field->toPlainText(), QString());
}

void TestPasteField::droppedTextIsReported()
{
    QMimeData data;
    data.setText(u"dropped"_s);
    QDragEnterEvent drag(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_field->viewport(), &drag);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_field->viewport(), &drop);
    QCOMPARE(m_entered, QStringList{u"dropped"_s});
    QCOMPARE(m_field->toPlainText(), QString());
}

void TestPasteField::enterReportsTypedText()
{
    QTest::keyClicks(m_field, u"typed"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_entered, QStringList{u"typed"_s});
    QCOMPARE(m_field->toPlainText(), u"typed"_s);
}

void TestPasteField::enterInAnEmptyFieldIsForTheWindow()
{
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(m_field, &enter);
    QVERIFY(!enter.isAccepted());
    QCOMPARE(m_entered, QStringList());
}

void TestPasteField::leavingReportsTypedText()
{
    QTest::keyClicks(m_field, u"typed"_s);
    QTest::keyClick(m_field, Qt::Key_Tab);
    QVERIFY(!m_field->hasFocus());
    QCOMPARE(m_entered, QStringList{u"typed"_s});
    m_field->setFocus();
    m_field->clear();
    QTest::keyClick(m_field, Qt::Key_Tab);
    QCOMPARE(m_entered.size(), 1);
}

void TestPasteField::undoRestoresNothing()
{
    QTest::keyClicks(m_field, u"typed"_s);
    m_field->clear();
    QTest::keyClick(m_field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_field->toPlainText(), QString());
}

QTEST_MAIN(TestPasteField)
#include "tst_pastefield.moc"
