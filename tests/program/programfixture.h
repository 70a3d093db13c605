// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/recordingtenant.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

//! Runs the real program with a new demo tenant and with a home in a temporary folder. Test classes
//! inherit it.
class ProgramFixture {
protected:
    struct Result {
        int status = -1;
        QByteArray output{};
        QByteArray errors{};
    };

    void prepare()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_tenant = std::make_unique<RecordingTenant>();
        QVERIFY2(m_tenant->start(), qPrintable(m_tenant->errorString()));
        m_environment = QProcessEnvironment();
        m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.insert(
            QStringLiteral("LSAN_OPTIONS"),
            QStringLiteral("print_suppressions=0:suppressions=" QT_TESTCASE_SOURCEDIR
                           "/support/leaks.supp"));
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME",
                                 "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            m_environment.insert(QString::fromLatin1(name), m_folder->path());
        setToken(m_tenant->accessToken());
    }
    //! Sets the token in the program's environment; removes it when it is empty.
    void setToken(const QByteArray &token)
    {
        const QString name = QStringLiteral("AUTH0_API_TOKEN");
        if (token.isEmpty())
            m_environment.remove(name);
        else
            m_environment.insert(name, QString::fromLatin1(token));
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(VESTIBULE_PROGRAM), arguments);
    }
    [[nodiscard]] Result run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
            return {.errors = "did not end by itself: " + process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    //! Arguments for an organization of the tenant.
    [[nodiscard]] QStringList here(int organization = 0) const
    {
        return {QStringLiteral("--domain"), m_tenant->domain(), QStringLiteral("--organization"),
                m_tenant->organizations().at(organization).id};
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RecordingTenant> m_tenant;
    QProcessEnvironment m_environment;
};
