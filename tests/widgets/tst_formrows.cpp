// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/formrows.h"

#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFormRows final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_form = new QFormLayout(m_window.get());
        m_wrapped = new QLabel(u"A text that needs more lines in less room. "_s.repeated(5));
        m_wrapped->setWordWrap(true); // so that heights depend on the width
        m_fields.clear();
        for (int number = 0; number < 6; ++number) {
            m_fields.append(new QLineEdit);
            m_form->addRow(u"&Label %1"_s.arg(number), m_fields.constLast());
        }
        m_form->insertRow(1, m_wrapped);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }
    void hidesFieldAndLabel();
    void aHiddenRowTakesNoHeight();
    void aRowKeepsWhatItsWidgetsHave();
    void fullRowsAreHiddenToo();

private:
    [[nodiscard]] QLabel *labelOf(const QLineEdit *field)
    {
        for (QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->buddy() == field)
                return label;
        }
        return nullptr;
    }
    void settle()
    {
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
    }

    std::unique_ptr<QWidget> m_window;
    QFormLayout *m_form = nullptr;
    QLabel *m_wrapped = nullptr;
    QList<QLineEdit *> m_fields;
};

void TestFormRows::hidesFieldAndLabel()
{
    for (const bool isShown : {false, false, true, true, false, true}) {
        setRowShown(*m_form, *m_fields.at(2), isShown);
        QCOMPARE(m_fields.at(2)->isVisible(), isShown);
        QCOMPARE(labelOf(m_fields.at(2))->isVisible(), isShown);
        QVERIFY(m_fields.at(1)->isVisible() && m_fields.at(3)->isVisible());
    }
}

//! With Qt 6.4 and its own setRowVisible(), a sanitizer or Valgrind finds a write behind a list
//! here: that of the heights is made when the first text that wraps is shown.
void TestFormRows::aHiddenRowTakesNoHeight()
{
    setRowShown(*m_form, *m_wrapped, false);
    settle();
    for (const int hidden : {5, 4, 3, 2, 1})
        setRowShown(*m_form, *m_fields.at(hidden), false);
    setRowShown(*m_form, *m_wrapped, true);
    const int one = m_form->heightForWidth(400);
    settle();
    for (const int shown : {1, 2, 3, 4, 5})
        setRowShown(*m_form, *m_fields.at(shown), true);
    settle();
    QVERIFY(m_form->heightForWidth(400) >= one + 5 * m_fields.at(0)->sizeHint().height());
    for (int field = 1; field < m_fields.size(); ++field)
        QVERIFY(m_fields.at(field)->y() > m_fields.at(field - 1)->geometry().bottom());
}

void TestFormRows::aRowKeepsWhatItsWidgetsHave()
{
    QLabel *label = labelOf(m_fields.at(3));
    m_form->setAlignment(label, Qt::AlignTop);
    setRowShown(*m_form, *m_fields.at(3), false);
    setRowShown(*m_form, *m_fields.at(3), true);
    QCOMPARE(labelOf(m_fields.at(3)), label);
    QCOMPARE(m_form->labelForField(m_fields.at(3)), label);
    int row = 0;
    QFormLayout::ItemRole role = QFormLayout::SpanningRole;
    m_form->getWidgetPosition(label, &row, &role);
    QCOMPARE(row, 4);
    QCOMPARE(role, QFormLayout::LabelRole);
    QCOMPARE(m_form->itemAt(row, role)->alignment(), Qt::AlignTop);
}

void TestFormRows::fullRowsAreHiddenToo()
{
    for (const bool isShown : {false, true}) {
        setRowShown(*m_form, *m_wrapped, isShown);
        QCOMPARE(m_wrapped->isVisible(), isShown);
        QCOMPARE(m_form->itemAt(1, QFormLayout::SpanningRole)->widget(), m_wrapped);
    }
}

QTEST_MAIN(TestFormRows)
#include "tst_formrows.moc"
