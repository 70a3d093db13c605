// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/htmlreport.h"

#include <QLatin1StringView>
#include <QStringView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Colours have a contrast of at least 4.5 to 1. A page that is printed is always light. Bars are
//! drawn and not backgrounds, which browsers do not print.
constexpr QLatin1StringView Style(R"(
:root { color-scheme: light dark; --text: #1b1d21; --muted: #5a606b; --page: #ffffff; --line: #d5d8de;
  --panel: #f3f4f7; --bar: #2f63c9; --track: #e6e8ed; --good: #1c6b3a; --bad: #9a3d00; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaee; --muted: #a6acb8; --page: #17191d; --line: #3a3f49;
  --panel: #202329; --bar: #7ea6f4; --track: #2c3038; --good: #7fd6a0; --bad: #ffb37a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 64rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
p { margin: .4rem 0; max-width: 46rem; }
a { color: var(--bar); }
.muted, .note { color: var(--muted); }
.code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .86em; }
.verdict { margin: 1.2rem 0 .6rem; padding: .7rem 1rem; border: 1px solid var(--line); border-left-width: 6px;
  border-radius: 4px; background: var(--panel); font-weight: 600; max-width: none; }
.complete { border-left-color: var(--good); }
.incomplete { border-left-color: var(--bad); }
ul { margin: .4rem 0; padding-left: 1.3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 1.2rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
.charts { columns: 22rem 2; column-gap: 2.4rem; margin-top: 1rem; }
.chart { break-inside: avoid; padding-bottom: 1.5rem; }
.chart table { width: 100%; border-collapse: collapse; }
.chart th { font-weight: 400; text-align: left; padding: .1rem .8rem .1rem 0; width: 12rem; }
.chart td { padding: .1rem 0; }
.chart td.number { text-align: right; padding-left: .8rem; width: 1%; white-space: nowrap; }
.chart svg { display: block; width: 100%; height: .7rem; }
.track { fill: var(--track); }
.bar { fill: var(--bar); }
.list { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .93rem; margin-top: .8rem; }
.list th:first-child { width: 24%; }
.list th.number { width: 12.5%; }
.list th { text-align: left; vertical-align: bottom; font-weight: 600; font-size: .84em; padding: .3rem .8rem .3rem 0; hyphens: auto;
  border-bottom: 2px solid var(--line); }
.list td { vertical-align: top; padding: .35rem .8rem .35rem 0; }
.list.wide { font-size: .86rem; }
.list.wide th, .list.wide td { padding-right: .4rem; }
.list tbody { border-bottom: 1px solid var(--line); }
.list .number { text-align: right; font-variant-numeric: tabular-nums; }
.grouped th:nth-child(2) { width: 30%; }
.wide th:first-child { width: 18%; }
.wide th:nth-child(2), .wide th:nth-child(3) { width: 12%; }
.wide th:nth-child(4) { width: 7.5%; }
.list .group th { padding-top: .8rem; border-bottom: 1px solid var(--line); font-size: 1em; }
.list .group .note { font-weight: 400; }
.list .below td { padding: 0 .8rem .5rem 1.2rem; color: var(--muted); }
.note { display: block; }
section dl { margin: .8rem 0; }
figure { margin: 1rem 0 0; display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 1rem 2.4rem; }
figcaption { grid-column: 1 / -1; color: var(--muted); max-width: 46rem; }
.page { align-self: start; padding: 1.4rem 1.3rem 1.1rem; border: 2px dashed var(--muted); border-radius: 10px; background: var(--panel); }
.page .heading { font-size: 1.2rem; font-weight: 600; text-align: center; margin: 0 0 1rem; }
.page .warning { padding: .5rem .8rem; border-left: 4px solid var(--bad); background: var(--page); }
.part { margin: 0 0 1rem; break-inside: avoid; }
.box { display: block; padding: .38rem .8rem; margin-top: .5rem; border: 1px solid var(--muted); border-radius: 5px;
  background: var(--page); color: var(--muted); }
.press { color: var(--text); font-weight: 600; text-align: center; background: var(--track); }
.uncertain .box { border-style: dotted; border-width: 2px; }
.said { display: block; margin-top: .5rem; text-align: center; }
.why { display: block; margin-top: .25rem; font-size: .84em; color: var(--muted); }
.but { color: var(--text); }
.between { display: flex; align-items: center; gap: .8rem; color: var(--muted); margin: 0 0 .5rem; }
.between::before, .between::after { content: ""; flex: 1; border-top: 1px solid var(--muted); }
.beside { columns: 18rem; column-gap: 2rem; }
.beside div { break-inside: avoid; padding-bottom: 1rem; }
.beside li { margin-bottom: .4rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (max-width: 44rem) { figure { grid-template-columns: minmax(0, 1fr); } }
footer { margin-top: 3rem; color: var(--muted); font-size: .87rem; }
@media (forced-colors: active) { .bar { fill: CanvasText; } .track { fill: Canvas; stroke: CanvasText; } }
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root { color-scheme: light; --text: #000000; --muted: #444a54; --page: #ffffff; --line: #b9bec8; --panel: #ffffff;
    --bar: #2f63c9; --track: #e6e8ed; --good: #1c6b3a; --bad: #9a3d00; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .charts { columns: 2; }
  figure { grid-template-columns: 19rem minmax(0, 1fr); gap: 1rem 1.6rem; font-size: 9pt; }
  .list { font-size: 8.5pt; }
  .list th, .list td { padding-right: .4rem; }
  .list th { font-size: .8em; }
  .list.wide { font-size: 7pt; }
  .list.wide th, .list.wide td { padding-right: .25rem; hyphens: auto; }
  .chart th { width: 40%; }
  h2, h3, section > p:not(:last-child) { break-after: avoid; }
  .chart, .verdict, dl, figure, .list tbody, tr { break-inside: avoid; }
  .grouped tbody { break-inside: auto; }
  .list .group { break-after: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
)");

//! Escaped for texts and for attributes in double quotes. A control character that is left would be
//! no valid HTML.
QString escaped(const QString &text)
{
    QString visible = text;
    std::ranges::replace_if(
        visible, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }, u' ');
    return visible.toHtmlEscaped();
}

//! An element with a text in it; nothing for an empty text.
QString element(QLatin1StringView tag, const QString &text, QLatin1StringView attributes = {})
{
    if (text.isEmpty())
        return {};
    return u'<' + tag + (attributes.isEmpty() ? ""_L1 : " "_L1) + attributes + u'>' + escaped(text)
        + "</"_L1 + tag + ">\n"_L1;
}

QString listHtml(const QStringList &entries)
{
    QString html;
    for (const QString &entry : entries)
        html += element("li"_L1, entry);
    return html.isEmpty() ? html : QString("<ul>\n"_L1 + html + "</ul>\n"_L1);
}

QString factsHtml(const QList<HtmlReport::Fact> &facts)
{
    QString html;
    for (const HtmlReport::Fact &fact : facts) {
        if (!fact.value.isEmpty())
            html += element("dt"_L1, fact.title)
                + element("dd"_L1, fact.value, fact.isCode ? R"(class="code")"_L1 : ""_L1);
    }
    return html.isEmpty() ? html : QString("<dl>\n"_L1 + html + "</dl>\n"_L1);
}

//! The bar is a picture beside a label and a number, which say the same.
QString barHtml(const HtmlReport::Bar &bar)
{
    constexpr double Width = 200;
    const double width = bar.share > 0 ? std::max(1.0, Width * std::min(bar.share, 1.0)) : 0;
    return R"(<tr><th scope="row">)"_L1 + escaped(bar.label)
        + R"(</th><td><svg viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">)"
          R"(<rect class="track" width="200" height="10"/><rect class="bar" width=")"_L1
        + QString::number(width, 'f', 1) + R"(" height="10"/></svg></td><td class="number">)"_L1
        + escaped(bar.number) + "</td></tr>\n"_L1;
}

QString chartHtml(const HtmlReport::Chart &chart)
{
    QString html = R"(<section class="chart">)"_L1 + element("h3"_L1, chart.title) + "<table>\n"_L1;
    for (const HtmlReport::Bar &bar : chart.bars)
        html += barHtml(bar);
    return html + "</table>\n"_L1 + element("p"_L1, chart.note, R"(class="muted")"_L1)
        + "</section>\n"_L1;
}

//! A name from right to left would turn its neighbours around, unless it is isolated.
QString isolated(const QString &item)
{
    constexpr char16_t FirstFromRightToLeft = u'\u0590';
    const bool isFromLeft =
        std::ranges::all_of(item, [](QChar c) { return c.unicode() < FirstFromRightToLeft; });
    return isFromLeft ? escaped(item) : QString("<bdi>"_L1 + escaped(item) + "</bdi>"_L1);
}

QString cellHtml(const HtmlReport::Cell &cell)
{
    QStringList items;
    for (const QString &item : cell.items)
        items.append(isolated(item));
    return items.join(u" · "_s)
        + element("span"_L1, cell.note,
                  cell.isCodeNote ? R"(class="note code")"_L1 : R"(class="note")"_L1)
              .trimmed();
}

QString rowHtml(const HtmlReport::Row &row, const QList<HtmlReport::Table::Head> &heads)
{
    QString html = u"<tr>"_s;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        html += i < heads.size() && heads.at(i).isNumber ? R"(<td class="number">)"_L1 : "<td>"_L1;
        html += cellHtml(row.cells.at(i)) + "</td>"_L1;
    }
    html += "</tr>"_L1;
    if (!row.below.items.isEmpty()) {
        html += R"(<tr class="below"><td colspan=")"_L1 + QString::number(heads.size()) + R"(">)"_L1
            + escaped(row.belowTitle) + u' ' + cellHtml(row.below) + "</td></tr>"_L1;
    }
    return html;
}

bool hasGroups(const HtmlReport::Table &table)
{
    return !table.rows.constFirst().group.items.isEmpty();
}

//! A row and what is below it belong together, and so do the rows of a group: one body for each.
QString bodiesHtml(const HtmlReport::Table &table)
{
    QString html;
    bool isOpen = false;
    const auto close = [&] {
        if (std::exchange(isOpen, false))
            html += "</tbody>\n"_L1;
    };
    const bool isGrouped = hasGroups(table);
    for (const HtmlReport::Row &row : table.rows) {
        const bool isNewGroup = !row.group.items.isEmpty();
        if (isNewGroup || !isGrouped)
            close();
        if (!std::exchange(isOpen, true))
            html += "<tbody>"_L1;
        if (isNewGroup)
            html += R"(<tr class="group"><th scope="rowgroup" colspan=")"_L1
                + QString::number(table.heads.size()) + R"(">)"_L1 + cellHtml(row.group)
                + "</th></tr>\n"_L1;
        html += rowHtml(row, table.heads);
    }
    close();
    return html;
}

QString tableHtml(const HtmlReport::Table &table)
{
    constexpr qsizetype Many = 8;
    QString html = R"(<table class="list)"_L1 + (hasGroups(table) ? " grouped"_L1 : ""_L1)
        + (table.heads.size() >= Many ? " wide"_L1 : ""_L1) + R"("><thead><tr>)"_L1;
    for (const HtmlReport::Table::Head &head : table.heads)
        html += (head.isNumber ? R"(<th scope="col" class="number">)"_L1 : R"(<th scope="col">)"_L1)
            + escaped(head.title) + "</th>"_L1;
    return html + "</tr></thead>\n"_L1 + bodiesHtml(table) + "</table>\n"_L1;
}

//! One line on the page that is drawn, or below one of its boxes.
QString lineHtml(QLatin1StringView className, const QString &text)
{
    return text.isEmpty()
        ? QString()
        : QString(R"(<span class=")"_L1 + className + R"(">)"_L1 + isolated(text) + "</span>\n"_L1);
}

QString reasonsHtml(const HtmlReport::Drawing::Part &part)
{
    QStringList reasons;
    for (const QString &reason : part.source)
        reasons.append(isolated(reason));
    QString html;
    if (!reasons.isEmpty())
        html = R"(<span class="why">)"_L1 + reasons.join(u" · "_s) + "</span>\n"_L1;
    return html + lineHtml("why but"_L1, part.note);
}

//! Without the element around it.
QString partHtml(const HtmlReport::Drawing::Part &part)
{
    QString html = part.kind.isEmpty() ? QString() : lineHtml("unseen"_L1, part.kind + u':');
    for (const QString &field : part.fields)
        html += lineHtml("box"_L1, field);
    return html + lineHtml("box press"_L1, part.button) + lineHtml("said"_L1, part.text)
        + reasonsHtml(part);
}

QString listHtml(const HtmlReport::Drawing::List &list)
{
    QString html = "<div>\n"_L1 + element("h3"_L1, list.title)
        + element("p"_L1, list.sentence, R"(class="muted")"_L1) + "<ul>\n"_L1;
    for (const HtmlReport::Drawing::Part &part : list.parts) {
        html += "<li>"_L1 + isolated(part.text) + reasonsHtml(part) + "</li>\n"_L1;
    }
    return html + "</ul>\n</div>\n"_L1;
}

QString drawingHtml(const HtmlReport::Drawing &drawing)
{
    QString html = "<figure>\n"_L1 + element("figcaption"_L1, drawing.caption)
        + R"(<div class="page">)"_L1 + u'\n'
        + element("p"_L1, drawing.heading, R"(class="heading")"_L1);
    for (const QString &warning : drawing.warnings)
        html += element("p"_L1, warning, R"(class="warning")"_L1);
    for (const HtmlReport::Drawing::Part &part : drawing.parts) {
        html += element("p"_L1, part.between, R"(class="between")"_L1)
            + (part.isUncertain ? R"(<div class="part uncertain">)"_L1 : R"(<div class="part">)"_L1)
            + partHtml(part) + "</div>\n"_L1 + element("p"_L1, part.remark, R"(class="muted")"_L1);
    }
    html += "</div>\n<div class=\"beside\">\n"_L1;
    for (const HtmlReport::Drawing::List &list : drawing.lists)
        html += listHtml(list);
    return html + "</div>\n</figure>\n"_L1;
}

QString sectionHtml(const HtmlReport::Section &section)
{
    QString html = "<section>\n"_L1 + element("h2"_L1, section.title);
    for (const QString &paragraph : section.paragraphs)
        html += element("p"_L1, paragraph);
    html += factsHtml(section.facts);
    if (section.drawing)
        html += drawingHtml(*section.drawing);
    if (section.source.isValid() && section.source.scheme() == "https"_L1)
        html += R"(<p><a rel="noreferrer" href=")"_L1
            + escaped(section.source.toString(QUrl::FullyEncoded)) + R"(">)"_L1
            + escaped(section.sourceTitle) + "</a></p>\n"_L1;
    if (!section.charts.isEmpty()) {
        html += R"(<div class="charts">)"_L1;
        for (const HtmlReport::Chart &chart : section.charts)
            html += chartHtml(chart);
        html += "</div>\n"_L1;
    }
    if (section.table && !section.table->rows.isEmpty())
        html += tableHtml(*section.table);
    return html + "</section>\n"_L1;
}

} // namespace

QByteArray toHtml(const HtmlReport &report)
{
    QString html = R"(<!DOCTYPE html>
<html lang=")"_L1
        + escaped(report.language) + R"(">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
)"_L1 + element("title"_L1, report.title)
        + "<style>"_L1 + Style + "</style>\n</head>\n<body>\n<header>\n"_L1
        + element("h1"_L1, report.title) + element("p"_L1, report.subtitle, R"(class="muted")"_L1)
        + element("p"_L1, report.verdict,
                  report.isComplete ? R"(class="verdict complete")"_L1
                                    : R"(class="verdict incomplete")"_L1)
        + listHtml(report.notes) + factsHtml(report.facts) + "</header>\n<main>\n"_L1;
    for (const HtmlReport::Section &section : report.sections)
        html += sectionHtml(section);
    html += "</main>\n"_L1 + element("footer"_L1, report.footer) + "</body>\n</html>\n"_L1;
    return html.toUtf8();
}

} // namespace Vestibule
