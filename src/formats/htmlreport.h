// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Vestibule {

//! A report as an HTML file that needs nothing else: no scripts, no network, no other file. It
//! prints, and follows a dark desktop.
//!
//! Everything here is plain text in one language, and is escaped; characters that cannot be seen
//! are for displaySafe(). Parts that are empty are left out.
struct HtmlReport {
    //! Something that is said of the whole: "Tenant", "acme.eu.auth0.com".
    struct Fact {
        QString title{};
        QString value{};
        bool isCode = false; //!< in a font for ids
    };

    struct Bar {
        QString label{};
        QString number{};
        double share = 0; //!< of the longest bar, 0 to 1
    };

    struct Chart {
        QString title{};
        QList<Bar> bars{};
        QString note{};
    };

    struct Cell {
        QStringList items{}; //!< in one line; each keeps its own writing direction
        QString note{}; //!< below them, muted
        bool isCodeNote = false; //!< in a font for ids
    };

    struct Row {
        //! Over this row and those after it, up to the next row that has one. Only in a table whose
        //! first row has one.
        Cell group{};
        QList<Cell> cells{};
        Cell below{}; //!< as wide as the table; empty: none
        QString belowTitle{};
    };

    struct Table {
        struct Head {
            QString title{};
            bool isNumber = false; //!< its cells end at the right
        };

        QList<Head> heads{};
        QList<Row> rows{};
    };

    //! A page that is drawn with boxes: nothing in it can be used.
    struct Drawing {
        //! A form or a button on the page, or a connection that is not on it.
        struct Part {
            QString kind{}; //!< for those who do not see it: "Button"
            QString between{}; //!< a word between it and the part before: "or"
            QStringList fields{}; //!< boxes of a form, with what people type there
            QString button{};
            QString text{}; //!< as plain text, below the boxes
            QStringList source{}; //!< why it is there, in one line
            QString note{};
            QString remark{}; //!< a sentence about it and the parts before it
            bool isUncertain = false; //!< drawn with dots
        };

        //! What is not on the page.
        struct List {
            QString title{};
            QString sentence{};
            QList<Part> parts{}; //!< with texts, sources and notes alone
        };

        QString caption{}; //!< that it is a drawing
        QString heading{}; //!< on the page
        QStringList warnings{}; //!< the same
        QList<Part> parts{};
        QList<List> lists{};
    };

    struct Section {
        QString title{};
        QStringList paragraphs{};
        QList<Fact> facts{};
        std::optional<Drawing> drawing{};
        QString sourceTitle{}; //!< of the address below
        QUrl source{}; //!< a web page that says more; only https
        QList<Chart> charts{};
        std::optional<Table> table{};
    };

    QString language{}; //!< of all texts, as in HTML: "en"
    QString title{};
    QString subtitle{};
    QString verdict{}; //!< whether it covers everything, in one sentence
    bool isComplete = false;
    QStringList notes{}; //!< what it does not cover
    QList<Fact> facts{};
    QList<Section> sections{};
    QString footer{};
};

//! UTF-8, with line feeds.
[[nodiscard]] QByteArray toHtml(const HtmlReport &report);

} // namespace Vestibule
