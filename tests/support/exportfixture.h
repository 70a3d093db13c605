// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/connectionexport.h"
#include "support/fakesource.h"
#include "support/folderfixture.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <utility>

//! An export of a listing to a.csv in a folder of its own, the source that it reads, and how it
//! ended; a test class inherits it.
class ExportFixture : protected FolderFixture {
protected:
    using Extent = Vestibule::ListingReader::Extent;

    inline static const Vestibule::PageRequest First{.organizationId = QStringLiteral("org_1"),
                                                     .size = 100};

    void beginAnew(Vestibule::ConnectionExport::Options options = {})
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        QVERIFY(makeFolder());
        m_source = std::make_shared<FakeSource>();
        m_outcomes.clear();
        makeExport(path(QStringLiteral("a.csv")), std::move(options));
    }
    //! In the place of the one that there is.
    void makeExport(const QString &target, Vestibule::ConnectionExport::Options options = {})
    {
        using Vestibule::ConnectionExport;
        m_export = std::make_unique<ConnectionExport>(Vestibule::makeFileTarget(target),
                                                      std::move(options));
        QObject::connect(
            m_export.get(), &ConnectionExport::finished, m_export.get(),
            [this](const ConnectionExport::Outcome &outcome) { m_outcomes.append(outcome); });
    }
    void start(Extent extent = Extent::AllPages, const Vestibule::PageRequest &first = First)
    {
        m_export->start(std::make_unique<Vestibule::ListingReader>(m_source, first, extent));
    }
    //! What was exported.
    [[nodiscard]] QByteArray csv() const { return content(QStringLiteral("a.csv")); }

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<Vestibule::ConnectionExport> m_export;
    QList<Vestibule::ConnectionExport::Outcome> m_outcomes;
};
