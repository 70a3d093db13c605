// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/htmlreport.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QString Hostile = u"<script>alert(1)</script>\" onload=\"x' &amp;\x01\x7f"_s;
const QString HostileEscaped =
    u"&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x' &amp;amp;  "_s;

HtmlReport hostileReport()
{
    const HtmlReport::Table table{
        .heads = {{.title = Hostile}, {.title = Hostile, .isNumber = true}},
        .rows = {{.group = {.items = {Hostile}, .note = Hostile},
                  .cells = {{.items = {Hostile, Hostile}, .note = Hostile, .isCodeNote = true},
                            {.items = {Hostile}}},
                  .below = {.items = {Hostile}},
                  .belowTitle = Hostile}}};
    const HtmlReport::Drawing::Part part{.kind = Hostile,
                                         .between = Hostile,
                                         .fields = {Hostile},
                                         .button = Hostile,
                                         .text = Hostile,
                                         .source = {Hostile, Hostile},
                                         .note = Hostile,
                                         .remark = Hostile};
    const HtmlReport::Drawing drawing{
        .caption = Hostile,
        .heading = Hostile,
        .warnings = {Hostile},
        .parts = {part},
        .lists = {{.title = Hostile, .sentence = Hostile, .parts = {part}}}};
    return {.language = Hostile,
            .title = Hostile,
            .subtitle = Hostile,
            .verdict = Hostile,
            .notes = {Hostile},
            .facts = {{.title = Hostile, .value = Hostile}},
            .sections = {{.title = Hostile,
                          .paragraphs = {Hostile},
                          .facts = {{.title = Hostile, .value = Hostile}},
                          .drawing = drawing,
                          .sourceTitle = Hostile,
                          .source = QUrl(u"https://example.com/?a=\"><script>"_s),
                          .charts = {{.title = Hostile,
                                      .bars = {{.label = Hostile, .number = Hostile, .share = 0.5}},
                                      .note = Hostile}},
                          .table = table}},
            .footer = Hostile};
}

} // namespace

class TestHtmlReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEscaped();
    void nothingComesFromElsewhere();
    void onlyHttpsIsALink_data();
    void onlyHttpsIsALink();
    void whatIsEmptyIsLeftOut();
    void barsHaveTheirShare();
    void verdictHasItsClass();
    void rowsStayTogether();
    void groupsStayTogether();
    void drawingHasNoControls();
};

void TestHtmlReport::everyTextIsEscaped()
{
    const QString html = QString::fromUtf8(toHtml(hostileReport()));
    QVERIFY(!html.contains("<script"_L1));
    QVERIFY(!html.contains(u'\x01'));
    QVERIFY(!html.contains(u'\x7f'));
    // Everywhere but in the address; the title is in the head and in the body.
    QCOMPARE(html.count(HostileEscaped), 46);
    QVERIFY(html.contains(u"<html lang=\""_s + HostileEscaped + u"\">"_s));
}

void TestHtmlReport::nothingComesFromElsewhere()
{
    HtmlReport report = hostileReport();
    report.sections[0].source = {};
    const QString html = QString::fromUtf8(toHtml(report));
    QVERIFY(html.startsWith("<!DOCTYPE html>\n"_L1));
    QVERIFY(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; style-src 'unsafe-inline'; img-src data:\">"_L1));
    for (const QLatin1StringView word : {"http:"_L1, "https:"_L1, "url("_L1, "@import"_L1,
                                         " src="_L1, " href="_L1, "<link"_L1, "<img"_L1})
        QVERIFY2(!html.contains(word), word.data());
    // The policy comes before anything that it is about.
    QVERIFY(html.indexOf("Content-Security-Policy"_L1) < html.indexOf("<style"_L1));
}

void TestHtmlReport::onlyHttpsIsALink_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("links");
    QTest::newRow("https") << u"https://auth0.com/docs"_s << 1;
    QTest::newRow("http") << u"http://auth0.com/docs"_s << 0;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << 0;
    QTest::newRow("data") << u"data:text/html,x"_s << 0;
    QTest::newRow("file") << u"file:///etc/passwd"_s << 0;
    QTest::newRow("none") << QString() << 0;
}

void TestHtmlReport::onlyHttpsIsALink()
{
    QFETCH(QString, address);
    QFETCH(int, links);
    const HtmlReport report{
        .sections = {{.title = u"a"_s, .sourceTitle = u"more"_s, .source = QUrl(address)}}};
    const QString html = QString::fromUtf8(toHtml(report));
    QCOMPARE(html.count("<a "_L1), links);
    if (links > 0)
        QVERIFY(html.contains("<a rel=\"noreferrer\" href=\"https://auth0.com/docs\">more</a>"_L1));
}

void TestHtmlReport::whatIsEmptyIsLeftOut()
{
    const HtmlReport report{.language = u"en"_s,
                            .title = u"Title"_s,
                            .facts = {{.title = u"Gone"_s}},
                            .sections = {{.title = u"Section"_s, .table = HtmlReport::Table()}}};
    const QString html = QString::fromUtf8(toHtml(report));
    const QString body = html.sliced(html.indexOf("<body>"_L1));
    QCOMPARE(body,
             u"<body>\n<header>\n<h1>Title</h1>\n</header>\n<main>\n<section>\n<h2>Section</h2>\n"
             "</section>\n</main>\n</body>\n</html>\n"_s);
}

void TestHtmlReport::barsHaveTheirShare()
{
    const HtmlReport report{.sections = {{.charts = {{.bars = {{.label = u"a"_s, .share = 1},
                                                               {.label = u"b"_s, .share = 0.5},
                                                               {.label = u"c"_s, .share = 1e-9},
                                                               {.label = u"d"_s, .share = 0},
                                                               {.label = u"e"_s, .share = 7}}}}}}};
    const QString html = QString::fromUtf8(toHtml(report));
    static const QRegularExpression width(u"class=\"bar\" width=\"([^\"]*)\""_s);
    QStringList widths;
    for (const auto &match : width.globalMatch(html))
        widths.append(match.captured(1));
    // What is there can be seen, and nothing is longer than the longest.
    QCOMPARE(widths, (QStringList{u"200.0"_s, u"100.0"_s, u"1.0"_s, u"0.0"_s, u"200.0"_s}));
}

void TestHtmlReport::verdictHasItsClass()
{
    HtmlReport report{.verdict = u"Said"_s};
    QVERIFY(toHtml(report).contains("<p class=\"verdict incomplete\">Said</p>"));
    report.isComplete = true;
    QVERIFY(toHtml(report).contains("<p class=\"verdict complete\">Said</p>"));
}

void TestHtmlReport::rowsStayTogether()
{
    const HtmlReport::Table table{
        .heads = {{.title = u"A"_s}, {.title = u"B"_s, .isNumber = true}},
        .rows = {{.cells = {{.items = {u"a"_s}, .note = u"id"_s}, {.items = {u"1"_s}}},
                  .below = {.items = {u"x"_s, u"\u05d0"_s}},
                  .belowTitle = u"In:"_s},
                 {.cells = {{.items = {u"b"_s}}, {.items = {u"2"_s}}}}}};
    const QByteArray html = toHtml({.sections = {{.table = table}}});
    QVERIFY(html.contains("<thead><tr><th scope=\"col\">A</th>"
                          "<th scope=\"col\" class=\"number\">B</th></tr></thead>\n"
                          "<tbody><tr><td>a<span class=\"note\">id</span></td>"
                          "<td class=\"number\">1</td></tr><tr class=\"below\">"
                          "<td colspan=\"2\">In: x · <bdi>\u05d0</bdi></td></tr></tbody>\n"
                          "<tbody><tr><td>b</td><td class=\"number\">2</td>"
                          "</tr></tbody>\n</table>"));
    QVERIFY(html.contains("thead { display: table-header-group; }"));
    QVERIFY(html.contains("@page"));
}

void TestHtmlReport::groupsStayTogether()
{
    const auto row = [](const QString &group, const QString &text) {
        HtmlReport::Row made{.cells = {{.items = {text}}, {.items = {text}}}};
        if (!group.isEmpty())
            made.group = {.items = {group}, .note = u"id"_s, .isCodeNote = true};
        return made;
    };
    const HtmlReport::Table table{
        .heads = {{.title = u"A"_s}, {.title = u"B"_s}},
        .rows = {row(u"one"_s, u"a"_s), row({}, u"b"_s), row(u"two"_s, u"c"_s)}};
    const QByteArray html = toHtml({.sections = {{.table = table}}});
    QVERIFY(html.contains("<table class=\"list grouped\">"));
    QVERIFY(html.contains("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">one"
                          "<span class=\"note code\">id</span></th></tr>\n"
                          "<tr><td>a</td><td>a</td></tr><tr><td>b</td><td>b</td></tr></tbody>\n"
                          "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">two"));
    QCOMPARE(html.count("</tbody>"), 2);
}

void TestHtmlReport::drawingHasNoControls()
{
    const HtmlReport::Drawing drawing{
        .caption = u"A drawing"_s,
        .heading = u"Log in"_s,
        .parts = {{.kind = u"Form"_s, .fields = {u"E-mail"_s}, .button = u"Go"_s},
                  {.between = u"or"_s,
                   .button = u"Okta"_s,
                   .source = {u"\u05d0"_s, u"b"_s},
                   .isUncertain = true}},
        .lists = {{.title = u"Off"_s, .parts = {{.text = u"old"_s, .source = {u"why"_s}}}}}};
    const QByteArray html = toHtml({.sections = {{.drawing = drawing}}});
    QVERIFY(html.contains("<figure>\n<figcaption>A drawing</figcaption>\n<div class=\"page\">\n"
                          "<p class=\"heading\">Log in</p>\n<div class=\"part\">"
                          "<span class=\"unseen\">Form:</span>\n"
                          "<span class=\"box\">E-mail</span>\n"
                          "<span class=\"box press\">Go</span>\n</div>\n"
                          "<p class=\"between\">or</p>\n<div class=\"part uncertain\">"
                          "<span class=\"box press\">Okta</span>\n"
                          "<span class=\"why\"><bdi>\u05d0</bdi> · b</span>\n</div>\n</div>\n"
                          "<div class=\"beside\">\n<div>\n<h3>Off</h3>\n<ul>\n"
                          "<li>old<span class=\"why\">why</span>\n</li>\n</ul>\n</div>\n"
                          "</div>\n</figure>\n"));
    for (const char *control : {"<form", "<input", "<button", "<a ", "tabindex"})
        QVERIFY2(!html.contains(control), control);
}

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "tst_htmlreport.moc"
