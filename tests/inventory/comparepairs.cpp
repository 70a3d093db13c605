// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Compares many pairs of inventories, for drifts.py: each line of standard input has two files and
// `id` or `name`, with tabs between them. For each it prints a line: the result as JSON.
//     compare-pairs EMPTY.vestibule
// makes an empty inventory first, whose tables the files of the pairs are made from.

#include "formats/driftencoder.h"
#include "inventory/inventorycomparison.h"
#include "support/inventorysamples.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>

#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;
using namespace Vestibule;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: compare-pairs EMPTY.vestibule\n");
        return 2;
    }
    if (Samples::InventoryBuilder(QString::fromLocal8Bit(argv[1])).finish())
        return 1;
    std::printf("ready\n");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        const QStringList parts = QString::fromStdString(line).split(u'\t');
        InventoryComparison comparison(parts.value(0), parts.value(1),
                                       {.byName = parts.value(2) == "name"_L1});
        const auto reply = comparison.run();
        QEventLoop loop;
        QObject::connect(reply.get(), &ReplyBase::finished, &loop, &QEventLoop::quit);
        loop.exec();
        QByteArray json = "{\"problem\":true}";
        if (reply->result()) {
            const Drift &drift = *reply->result().value();
            const auto encoder = makeDriftEncoder({.format = DriftFormat::Json}, drift);
            json = encoder->begin() + encoder->encode(drift.changes) + encoder->end();
        }
        std::printf("%s\n",
                    QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
