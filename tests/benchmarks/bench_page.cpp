// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Measures a page of 100 rows after its last byte has arrived: parsing it, and painting it, too.
//     bench-page -median 20

#include "core/connectionjson.h"
#include "models/connectiontablemodel.h"
#include "widgets/table/connectiontableview.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTest>

#include "demo/tenant.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

class BenchPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parse();
    void parseAndPaint();

private:
    PageRequest m_request;
    QByteArray m_body;
};

//! Reads the bytes of a real response.
void BenchPage::initTestCase()
{
    Demo::Tenant tenant({.connections = 100});
    QVERIFY(tenant.start());
    m_request = {.organizationId = tenant.organizations().constFirst().id, .size = 100};
    QNetworkRequest request(
        QUrl(u"http://%1/api/v2/organizations/%2/connections?per_page=100"
             "&include_totals=true"_s.arg(tenant.domain(), m_request.organizationId)));
    request.setRawHeader("Authorization", "Bearer " + tenant.accessToken());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    m_body = reply->readAll();
    QCOMPARE(parseConnectionPage(m_body, m_request)->items.size(), 100);
}

void BenchPage::parse()
{
    QBENCHMARK
    {
        QVERIFY(parseConnectionPage(m_body, m_request).has_value());
    }
}

void BenchPage::parseAndPaint()
{
    ConnectionTableModel model;
    ConnectionTableView view;
    view.setConnectionModel(&model);
    view.resize(1180, 760);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QBENCHMARK
    {
        model.setConnections(parseConnectionPage(m_body, m_request)->items);
        view.viewport()->repaint();
        QCoreApplication::processEvents();
    }
}

QTEST_MAIN(BenchPage)
#include "bench_page.moc"
