// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSyntaxHighlighter>

namespace Vestibule {

//! JSON in the colours of the palette: names stand back, numbers and words of JSON are bold.
class JsonHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;
};

} // namespace Vestibule
