// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

//! A browser and the source that it reads; a test class inherits it.
class BrowserFixture {
protected:
    using State = Vestibule::ConnectionBrowser::State;

    inline static const Vestibule::PageRequest First{.organizationId = QStringLiteral("org_1")};

    void beginAnew()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        m_source = std::make_shared<FakeSource>();
        m_browser = std::make_unique<Vestibule::ConnectionBrowser>();
    }
    //! Opens a listing of \a total rows and waits for its first page.
    void open(qsizetype total, bool withTotal = true, const Vestibule::PageRequest &first = First)
    {
        m_source->serve(total, withTotal);
        m_browser->open(m_source, first);
        QCOMPARE(m_browser->state(), State::Loading);
        QVERIFY(isLoaded());
    }
    [[nodiscard]] bool isIn(State state)
    {
        return QTest::qWaitFor([this, state] { return m_browser->state() == state; });
    }
    [[nodiscard]] bool isLoaded() { return isIn(State::Loaded); }
    //! Of the page on screen.
    [[nodiscard]] int index() const { return m_browser->page()->request.index; }

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<Vestibule::ConnectionBrowser> m_browser;
};
