// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/shownwords.h"
#include "widgets/settings/tokenfield.h"

#include <QAccessible>
#include <QClipboard>
#include <QDrag>
#include <QMenu>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The typed token can be used, but not be read or copied from the field.
class TestTokenField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keysCopyNothing_data();
    void keysCopyNothing();
    void draggingIsDisabled();
    void theContextMenuOffersNeitherCopyNorCut();
    void undoRestoresNothing();
    void screenReadersReadNoCharacter();
    void noTextOnScreenContainsTheToken();
    void tokenAndProblemDescribeTheText();
    void secretIsTakenOutOfItsText_data();
    void secretIsTakenOutOfItsText();
    void aSetSecretReplacesTheText();

private:
    static void typeAndSelect(TokenField &field)
    {
        QTest::keyClicks(&field, u"head.body.signature"_s);
        field.selectAll();
        QVERIFY(field.hasSelectedText());
    }
    static void show(TokenField &field)
    {
        field.resize(400, 30);
        field.show();
        field.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
    }
};

void TestTokenField::init()
{
    failOnUnexpectedWarnings();
    QGuiApplication::clipboard()->setText(u"what was there"_s);
}

void TestTokenField::keysCopyNothing_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifier");
    QTest::newRow("copy") << int(Qt::Key_C) << int(Qt::ControlModifier);
    QTest::newRow("copy, the older keys") << int(Qt::Key_Insert) << int(Qt::ControlModifier);
    QTest::newRow("cut") << int(Qt::Key_X) << int(Qt::ControlModifier);
    QTest::newRow("cut, the older keys") << int(Qt::Key_Delete) << int(Qt::ShiftModifier);
}

void TestTokenField::keysCopyNothing()
{
    QFETCH(const int, key);
    QFETCH(const int, modifier);
    TokenField field;
    show(field);
    typeAndSelect(field);
    QTest::keyClick(&field, Qt::Key(key), Qt::KeyboardModifier(modifier));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"what was there"_s);
    field.selectAll();
    field.copy();
    field.cut();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"what was there"_s);
}

void TestTokenField::draggingIsDisabled()
{
    TokenField field;
    show(field);
    typeAndSelect(field);
    const QPoint from(20, field.height() / 2);
    QTest::mousePress(&field, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) {
        QTest::mouseMove(&field, from + QPoint(0, 40 * step));
        QVERIFY(!field.findChild<QDrag *>());
    }
    QTest::mouseRelease(&field, Qt::LeftButton, {}, from);
    QVERIFY(!field.dragEnabled());
}

void TestTokenField::theContextMenuOffersNeitherCopyNorCut()
{
    TokenField field;
    show(field);
    typeAndSelect(field);
    const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
    const auto isOffered = [&menu](QLatin1StringView text) {
        const QList<QAction *> actions = menu->actions();
        const auto found = std::ranges::find_if(
            actions, [text](const QAction *action) { return action->text().startsWith(text); });
        return found == actions.end() ? std::nullopt : std::optional((*found)->isEnabled());
    };
    QCOMPARE(isOffered("&Copy"_L1), std::optional(false));
    QCOMPARE(isOffered("Cu&t"_L1), std::optional(false));
    QCOMPARE(isOffered("&Paste"_L1), std::optional(true)); // most tokens are pasted
}

void TestTokenField::undoRestoresNothing()
{
    TokenField field;
    show(field);
    typeAndSelect(field);
    field.wipe();
    QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field.text(), QString());
    QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field.text(), QString());
    QVERIFY(!field.isUndoAvailable());
}

void TestTokenField::screenReadersReadNoCharacter()
{
    TokenField field;
    show(field);
    typeAndSelect(field);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&field);
    QVERIFY(heard->state().passwordEdit);
    const int size = int(field.text().size());
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help})
        QVERIFY(!heard->text(kind).contains("body"_L1));
    QAccessibleTextInterface *text = heard->textInterface();
    QVERIFY(text);
    QVERIFY(!text->text(0, size).contains("body"_L1));
    int start = 0;
    int end = 0;
    for (const QAccessible::TextBoundaryType boundary :
         {QAccessible::CharBoundary, QAccessible::WordBoundary, QAccessible::LineBoundary}) {
        const QString all = text->textBeforeOffset(size, boundary, &start, &end)
            + text->textAtOffset(size / 2, boundary, &start, &end)
            + text->textAfterOffset(0, boundary, &start, &end);
        for (const QChar letter : u"headbodysignature"_s)
            QVERIFY(!all.contains(letter));
    }
}

void TestTokenField::noTextOnScreenContainsTheToken()
{
    TokenField field;
    show(field);
    typeAndSelect(field);
    for (const QString &text : allWords())
        QVERIFY2(!text.contains("body"_L1), qPrintable(text));
}

void TestTokenField::tokenAndProblemDescribeTheText()
{
    TokenField field;
    QVERIFY(!field.token());
    QVERIFY(!field.problem());
    QTest::keyClicks(&field, u"head.body.signature"_s);
    QCOMPARE(field.token(), std::optional(*AccessToken::fromText(u"head.body.signature"_s)));
    field.setText(u"two words"_s);
    QVERIFY(!field.token());
    QVERIFY(field.problem());
}

void TestTokenField::secretIsTakenOutOfItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("spaces") << u"  "_s << QString();
    QTest::newRow("the secret") << u"s3cret"_s << u"s3cret"_s;
    QTest::newRow("what surrounds it") << u" \u200B's3cret' "_s << u"s3cret"_s;
    QTest::newRow("an assignment") << u"AUTH0_CLIENT_SECRET=s3cret"_s << u"s3cret"_s;
    QTest::newRow("an equals sign of its own") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("other letters") << u"s3cr\u00E9t"_s << u"s3cr\u00E9t"_s;
}

void TestTokenField::secretIsTakenOutOfItsText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    SecretField field;
    field.setText(text);
    QCOMPARE(QString::fromUtf8(field.secret().bytes()), secret);
}

void TestTokenField::aSetSecretReplacesTheText()
{
    SecretField field;
    field.setText(u"before"_s);
    int changes = 0;
    connect(&field, &QLineEdit::textChanged, this, [&changes] { ++changes; });
    field.setSecret(SecretBytes("s3cret"));
    QCOMPARE(field.secret().bytes(), "s3cret");
    QCOMPARE(changes, 1);
    QVERIFY(!field.displayText().contains(u's'));
    QVERIFY(!field.isUndoAvailable());
}

QTEST_MAIN(TestTokenField)
#include "tst_tokenfield.moc"
