// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRegularExpression>
#include <QString>
#include <QTest>

using namespace Qt::StringLiterals;

inline const QString Host = u"acme.eu.auth0.com"_s;

//! Why the text is not fit for users; empty if it is.
inline QString fault(const QString &text)
{
    static const QRegularExpression ending(uR"([.!?…)]\z)"_s);
    static const QRegularExpression placeholder(u"%(L?\\d|n)"_s);
    static const QRegularExpression oddity(uR"(\.\.|: ?\.|:\s*\z|\s\s|\?\.|!\.)"_s);
    if (text.isEmpty())
        return u"empty"_s;
    if (!ending.match(text).hasMatch())
        return u"has no end: "_s + text;
    if (placeholder.match(text).hasMatch())
        return u"has a place holder: "_s + text;
    if (oddity.match(text).hasMatch())
        return u"is ill-formed: "_s + text;
    const bool beginsWithHost = text.startsWith(Host);
    return text.at(0).isLower() && !beginsWithHost ? u"does not begin: "_s + text : QString();
}

#define VERIFY_READABLE(text) QVERIFY2(fault(text).isEmpty(), qPrintable(fault(text)))
