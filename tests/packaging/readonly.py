#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Proves from the sources that the program can send GET and nothing else: requests are made in one file and
sent from another, and no other way to the network is used.

    readonly.py SOURCE
    readonly.py --sight SOURCE    puts into the sources one way around the rule at a time, or takes what they
                                  must have, and fails when that is not noticed
"""

import functools
import re
import sys
from pathlib import Path

# A member or a variable of the type, or a new object; not a reference to one, nor what looks into its header.
OBJECT = r"(?<!class )(?<!include <)(?<!QPointer<){0}\b(?!\s*&)"

# Each stands in each of these files, and in no other. The demo tenant is a server of its own, on loopback.
ONLY_IN = {
    r"\bQNetworkRequest\s+request\(url\)": {"net/managementrequest.cpp"},
    OBJECT.format(r"\bQNetworkRequest") + r"(?!::)": {
        "net/managementrequest.cpp", "net/managementrequest.h", "net/httpget.h"},
    r"\bQNetworkRequest\s*&(?<!const QNetworkRequest &)": set(),
    r"(->|\.)\s*get\s*\(\s*[^)\s]": {"net/httpget.cpp"},
    r"\bHttpGet\s*[({]|\bnew HttpGet\b|<HttpGet>\s*\(": {
        "net/httpget.cpp", "net/httpget.h", "net/managementclient.cpp"},
    OBJECT.format(r"\bQNetworkAccessManager"): {"net/networkaccess.h"},
}
ONCE = {
    r"(->|\.)\s*get\s*\(\s*[^)\s]": r"->get\(m_request\)",
    OBJECT.format(r"\bQNetworkAccessManager"): r"\bQNetworkAccessManager m_manager;",
}
NOWHERE = [
    r"(->|\.)\s*(post|put|deleteResource|sendCustomRequest|head)\s*\(",
    r"\bCustomVerbAttribute\b",
    r"\bQ(Tcp|Udp|Ssl|Local|Sctp|Abstract)(Socket|Server)\b",
    r"\bQ(WebSocket|HttpMultiPart|HttpPart|Process|RestAccessManager|Http2Configuration)\b",
    r"\bhttplib\b",
    r"<sys/socket\.h>|<netdb\.h>|<curl/|<boost/(asio|beast)|<winsock2?\.h>|<winhttp\.h>",
    r"\bcurl_easy_",
    r"::(connect|socket|sendto)\(\s*\w+\s*,\s*reinterpret_cast",
    r"\bstd::system\b|\bpopen\s*\(|\bposix_spawn|\bexec[lv]p?e?\s*\(",
    r"\bignoreSslErrors\b",
    r"\bVerifyNone\b",
    r"\bUserVerifiedRedirectPolicy\b|\bNoLessSafeRedirectPolicy\b",
]
NOT_IN_DEMO = [r"\bQNetworkAccessManager\b", r"\bhttplib::(SSL)?Client\b", r"\bQ(Tcp|Ssl|Local)Socket\b"]

# What hides no code: a text (an address has two slashes), a sign, a comment.
TEXT_OR_COMMENT = re.compile(
    r'R"(?P<end>\w*)\(.*?\)(?P=end)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/',
    re.DOTALL)

# A line each, which the file gets in addition.
AROUND = [
    ("net/managementclient.cpp", 'void f(QNetworkAccessManager &m) { m.post(connectionsRequest(a, b, c, d), "x"); }'),
    ("net/managementclient.cpp", "void f(QNetworkAccessManager &m) { m.get(connectionsRequest(a, b, c, d)); }"),
    ("net/managementclient.cpp", "void f() { QNetworkAccessManager own; }"),
    ("net/managementclient.cpp", "auto *f() { return new QNetworkAccessManager(nullptr); }"),
    ("session/tenantsession.cpp", "auto f() { return std::make_unique<QNetworkAccessManager>(); }"),
    ("session/tenantsession.cpp", "struct F : public QNetworkAccessManager { };"),
    ("net/networkaccess.h", "inline QNetworkAccessManager another;"),
    ("net/networkaccess.cpp", "void f(QNetworkAccessManager &m) { (m.*&QNetworkAccessManager::deleteResource)(r); }"),
    ("net/httpget.cpp", "void HttpGet::f() { m_manager->put(m_request, QByteArray()); }"),
    ("net/httpget.cpp", 'void HttpGet::f() { url("https://a"); m_manager -> deleteResource (m_request); }'),
    ("net/httpget.cpp", 'void HttpGet::f() { m_manager->sendCustomRequest(m_request, "PATCH"); }'),
    ("net/httpget.cpp", "void HttpGet::f() { m_manager->head(m_request); }"),
    ("net/httpget.cpp", "void HttpGet::f() { m_manager->get(m_request); }"),
    ("net/httpget.cpp", "void HttpGet::f() { m_manager->get(QNetworkRequest(url)); }"),
    ("net/httpget.cpp", "void f(QNetworkRequest &request) { request.setUrl(url); }"),
    ("net/managementrequest.cpp", "void f() { r.setAttribute(QNetworkRequest::CustomVerbAttribute, 1); }"),
    ("net/proxylookup.cpp", "auto f(const QUrl &url) { return QNetworkRequest(url); }"),
    ("net/proxylookup.cpp", "auto f(const QUrl &url) { return std::make_shared<QNetworkRequest>(url); }"),
    ("net/proxylookup.cpp", "auto f(const QUrl &url) { QNetworkRequest own(url); }"),
    ("net/proxylookup.cpp", "auto *f() { return new HttpGet(manager, request, {}); }"),
    ("net/proxylookup.cpp", "auto f() { return std::make_unique<HttpGet>(manager, request); }"),
    ("store/settings.cpp", "void f() { QTcpSocket socket; }"),
    ("store/settings.cpp", "void f() { QSslSocket socket; }"),
    ("store/settings.cpp", "void f() { QLocalSocket socket; }"),
    ("store/settings.cpp", "void f() { QUdpSocket socket; }"),
    ("widgets/window/mainwindow.cpp", 'void f() { httplib::Client client("localhost"); }'),
    ("widgets/window/mainwindow.cpp", 'void f() { QProcess::execute(u"curl"_s); }'),
    ("widgets/window/mainwindow.cpp", 'void f() { std::system("curl"); }'),
    ("main.cpp", "#include <sys/socket.h>"),
    ("main.cpp", "void f(QNetworkReply *r) { r->ignoreSslErrors(); }"),
    ("demo/tenant.cpp", 'void f() { httplib::Client client("localhost"); }'),
]
# What the check must find, so that it notices when it looks past it.
NEEDED = [
    ("net/managementrequest.cpp", "QNetworkRequest request(url)"),
    ("net/managementclient.cpp", "new HttpGet("),
    ("net/httpget.cpp", "->get(m_request)"),
    ("net/networkaccess.h", "QNetworkAccessManager m_manager;"),
]


def code_of(text):
    return TEXT_OR_COMMENT.sub(lambda found: " " if found[0].startswith("/") else '""', text)


@functools.cache
def look(name, text):
    """What is wrong in a file, and which of ONLY_IN stand where they may."""
    code = code_of(text)
    if name.startswith("demo/"):
        return [f"{name}: {pattern} must not be used" for pattern in NOT_IN_DEMO if re.search(pattern, code)], set()
    wrong = [f"{name}: {pattern} must not be used" for pattern in NOWHERE if re.search(pattern, code)]
    seen = set()
    for pattern, allowed in ONLY_IN.items():
        found = len(re.findall(pattern, code))
        if found and name not in allowed:
            wrong.append(f"{name}: {pattern} belongs to {', '.join(sorted(allowed)) or 'no file'}")
        elif found:
            seen.add((pattern, name))
        if found and pattern in ONCE and (found > 1 or not re.search(ONCE[pattern], code)):
            wrong.append(f"{name}: {pattern} may be {ONCE[pattern]} alone, once")
    return wrong, seen


def faults(texts):
    looks = [look(name, text) for name, text in texts.items()]
    seen = set().union(*(found for _, found in looks))
    return [line for wrong, _ in looks for line in wrong] + [
        f"{name}: {pattern} is not there: this check has lost its sight"
        for pattern, allowed in ONLY_IN.items() for name in sorted(allowed) if (pattern, name) not in seen]


def sight(texts):
    missed = []
    for name, line in AROUND:
        if not faults(texts | {name: texts[name] + "\n" + line + "\n"}):
            missed.append(f"{name}: nobody notices {line}")
    for name, words in NEEDED:
        if words not in texts[name] or not faults(texts | {name: texts[name].replace(words, "")}):
            missed.append(f"{name}: nobody misses {words}")
    for harmless in ("// m.post(request)", 'auto f = "m.post(request)";', "/* QTcpSocket */"):
        if faults(texts | {"main.cpp": texts["main.cpp"] + "\n" + harmless + "\n"}):
            missed.append(f"taken for code: {harmless}")
    return missed


def main(words):
    root = Path(words[-1])
    texts = {path.relative_to(root).as_posix(): path.read_text()
             for path in sorted(root.rglob("*")) if path.suffix in (".h", ".cpp")}
    if not texts:
        sys.exit(f"no sources below {root}")
    wrong = sight(texts) if words[0] == "--sight" else faults(texts)
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1:])
