// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"
#include "support/sessionfixture.h"

#include <QDir>
#include <QFile>

//! An export to a.csv in the session's folder, and the source that it reads; a test class inherits
//! it.
class ExportJobFixture : protected SessionFixture {
protected:
    using JobState = ExportJob::State;
    using WayOn = ExportJob::WayOn;

    void beginAnew()
    {
        m_job.reset(); // before its session
        SessionFixture::beginAnew();
    }
    //! At Acme, with its first page on screen, and an export of all pages under way.
    void startAtAcme(ExportExtent extent = ExportExtent::AllPages)
    {
        openAcme("a.b.c");
        QVERIFY(answer(Total));
        m_source = std::make_shared<FakeSource>();
        const ConnectionPage &page = *m_session->browser().page();
        m_job = std::make_unique<ExportJob>(
            *m_session,
            ExportOrder{.access = m_session->access(),
                        .source = m_source,
                        .page = page,
                        .allPages = extent == ExportExtent::AllPages,
                        .provenance = {.tenantDomain = Acme,
                                       .organizationId = page.request.organizationId,
                                       .extent = extent},
                        .path = path()});
        m_job->start();
    }
    //! The first page comes, and then a failure.
    [[nodiscard]] bool holdUp(ApiError::Kind kind)
    {
        return m_source->answer(Total)
            && QTest::qWaitFor([this] { return m_job->rowsRead() == 100; }) && m_source->fail(kind)
            && isIn(JobState::HeldUp);
    }
    [[nodiscard]] bool isIn(JobState state)
    {
        return QTest::qWaitFor([this, state] { return m_job->state() == state; });
    }
    void openGlobex()
    {
        m_session->openTenant(accessTo(Globex, "g.g.g"), {.organizationId = u"org_9"_s});
    }
    void openAcme(const QByteArray &token)
    {
        m_session->openTenant(accessTo(Acme, token), {.organizationId = u"org_1"_s});
    }
    [[nodiscard]] QString path(const QString &name = u"a.csv"_s) const
    {
        return m_folder->filePath(name);
    }
    [[nodiscard]] QStringList files() const
    {
        QStringList all = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        all.removeAll(u"vestibule.ini"_s);
        return all;
    }
    [[nodiscard]] QByteArray content(const QString &name = u"a.csv"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr int Total = 237;

    std::shared_ptr<FakeSource> m_source; // of the export
    std::unique_ptr<ExportJob> m_job;
};
