#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Proves from the sources that the program can send GET, one POST to the token endpoint, and nothing else:
requests are made in one file and sent from another, and no other way to the network is used. The POST's address, body
and method have one place each: the type TokenRequest, which only one function of managementrequest.cpp can make, is
what the one call of post() takes.

    readonly.py SOURCE
    readonly.py --self-test SOURCE    adds one violation at a time to the sources, or removes what the check relies
                                      on, and fails when the check does not report it
"""

import functools
import re
import sys
from pathlib import Path

# A member or a variable of the type, or a new object; not a reference to one, and not an include of its header.
OBJECT = r"(?<!class )(?<!include <)(?<!QPointer<){0}\b(?!\s*&)"

# Each pattern must occur in each of these files, and in no other. The demo tenant is a server on loopback, and is
# checked against NOT_IN_DEMO alone.
ONLY_IN = {
    r"\bQNetworkRequest\s+request\(url\)": {"net/managementrequest.cpp"},
    OBJECT.format(r"\bQNetworkRequest") + r"(?!::)": {
        "net/managementrequest.cpp", "net/managementrequest.h", "net/httpget.h"},
    r"\bQNetworkRequest\s*&(?<!const QNetworkRequest &)": set(),
    r"(->|\.)\s*get\s*\(\s*[^)\s]": {"net/httpget.cpp"},
    r"\bHttpGet\s*[({]|\bnew HttpGet\b|<HttpGet>\s*\(": {"net/managementclient.cpp", "net/httpget.h"},
    # The POST: its address, its body, its redirects, the call, and who makes it.
    r"\btokenUrl\s*\(": {"core/managementurl.cpp", "core/managementurl.h", "net/managementrequest.cpp"},
    r"\bTokenRequest\s+(?!final\b|tokenRequest\()\w+\s*[({=;]": {"net/managementrequest.cpp"},
    r"(?<!explicit )\bTokenRequest\s*[({]|\bTokenRequest\s*&(?<!const TokenRequest &)": set(),
    r"\bManualRedirectPolicy\b": {"net/managementrequest.cpp"},
    r"(->|\.)\s*post\s*\(": {"net/httpget.cpp"},
    r"\bpublic HttpTransfer\b": {"net/httpget.h"},
    r"\bHttpTokenPost\s*[({]|\bnew HttpTokenPost\b|<HttpTokenPost>\s*\(": {
        "net/applicationsignin.cpp", "net/httpget.h"},
    OBJECT.format(r"\bQNetworkAccessManager"): {"net/networkaccess.h"},
}
ONCE = {
    r"(->|\.)\s*get\s*\(\s*[^)\s]": r"->get\(m_request\)",
    r"(->|\.)\s*post\s*\(": r"->post\(m_post->request\(\), body\.get\(\)\)",
    r"\bTokenRequest\s+(?!final\b|tokenRequest\()\w+\s*[({=;]":
        r"\bTokenRequest made\(request\(tokenUrl\(domain\), options\)\);",
    OBJECT.format(r"\bQNetworkAccessManager"): r"\bQNetworkAccessManager m_manager;",
}
# Not even in the demo tenant.
NOWHERE_AT_ALL = [
    r"\bhttplib\b",
    r"<sys/socket\.h>|<netdb\.h>|<curl/|<boost/(asio|beast)|<winsock2?\.h>|<winhttp\.h>",
    r"\bcurl_easy_",
    r"::(connect|socket|sendto)\(\s*\w+\s*,\s*reinterpret_cast",
    r"\bstd::system\b|\bpopen\s*\(|\bposix_spawn|\bexec[lv]p?e?\s*\(",
    r"\bQ(WebSocket|HttpMultiPart|HttpPart|Process|RestAccessManager|Http2Configuration)\b",
    r"\bignoreSslErrors\b",
    r"\bUserVerifiedRedirectPolicy\b|\bNoLessSafeRedirectPolicy\b",
]
NOWHERE = [
    r"(->|\.)\s*(put|deleteResource|sendCustomRequest|head)\s*\(",
    r"\bCustomVerbAttribute\b",
    r"\bQ(Tcp|Udp|Ssl|Local|Sctp|Abstract)(Socket|Server)\b",
    r"\bVerifyNone\b",
    *NOWHERE_AT_ALL,
]
# The demo tenant accepts connections and never makes one.
NOT_IN_DEMO = [
    r"\bQNetwork(AccessManager|Request|Reply)\b",
    r"\bQ(Udp|Local|Sctp|Web)(Socket|Server)\b",
    r"\bconnectTo(Host(Encrypted)?|Service)\b|\bstartClientEncryption\b|\bSslClientMode\b",
    *NOWHERE_AT_ALL,
]

# Text, character or comment: no code. Texts come before comments, because an address contains two slashes.
TEXT_OR_COMMENT = re.compile(
    r'R"(?P<end>\w*)\(.*?\)(?P=end)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*.*?\*/',
    re.DOTALL)

# Violations for the self-test: a file, and a line that is appended to it.
VIOLATIONS = [
    ("net/managementclient.cpp", 'void f(QNetworkAccessManager &m) { m.post(connectionsRequest(a, b, c, d), "x"); }'),
    ("net/managementclient.cpp", "void f(QNetworkAccessManager &m) { m.get(connectionsRequest(a, b, c, d)); }"),
    ("net/managementclient.cpp", "void f() { QNetworkAccessManager own; }"),
    ("net/managementclient.cpp", "auto *f() { return new QNetworkAccessManager(nullptr); }"),
    ("session/tenantsession.cpp", "auto f() { return std::make_unique<QNetworkAccessManager>(); }"),
    ("session/tenantsession.cpp", "struct F : public QNetworkAccessManager { };"),
    ("net/networkaccess.h", "inline QNetworkAccessManager another;"),
    ("net/networkaccess.cpp", "void f(QNetworkAccessManager &m) { (m.*&QNetworkAccessManager::deleteResource)(r); }"),
    ("net/httpget.cpp", "void HttpTransfer::f() { m_manager->put(m_request, QByteArray()); }"),
    ("net/httpget.cpp", 'void HttpTransfer::f() { url("https://a"); m_manager -> deleteResource (m_request); }'),
    ("net/httpget.cpp", 'void HttpTransfer::f() { m_manager->sendCustomRequest(m_request, "PATCH"); }'),
    ("net/httpget.cpp", "void HttpTransfer::f() { m_manager->head(m_request); }"),
    ("net/httpget.cpp", "void HttpTransfer::f() { m_manager->get(m_request); }"),
    ("net/httpget.cpp", "void HttpTransfer::f() { m_manager->get(QNetworkRequest(url)); }"),
    ("net/httpget.cpp", "void f(QNetworkRequest &request) { request.setUrl(url); }"),
    ("net/managementrequest.cpp", "void f() { r.setAttribute(QNetworkRequest::CustomVerbAttribute, 1); }"),
    ("net/httpget.cpp", 'void HttpTransfer::f() { m_manager->post(m_request, "x"); }'),
    ("net/httpget.cpp", "void HttpTransfer::f() { m_manager->post(m_post->request(), body.get()); }"),
    ("net/httpget.cpp", "void f(TokenRequest &request) { change(request); }"),
    ("net/httpget.h", "class HttpPost final : public HttpTransfer { void f() { m_manager->post(m_request, b); } };"),
    ("net/applicationsignin.cpp", "void ApplicationSignIn::f() { m_manager->post(r.request(), body.get()); }"),
    ("net/applicationsignin.cpp", "void f() { const QUrl url = tokenUrl(domain); }"),
    ("net/managementclient.cpp", "auto *f() { return new HttpTokenPost(manager, request, {}); }"),
    ("net/managementclient.cpp", "class Post final : public HttpTransfer { };"),
    ("net/managementrequest.cpp", "TokenRequest f(const QUrl &u) { TokenRequest made(request(u, {})); return made; }"),
    ("net/managementrequest.cpp", "auto f(const QUrl &url) { return TokenRequest(request(url, {})); }"),
    ("program/networksourcefactory.cpp", "void f(QNetworkAccessManager &m) { m.post(r, b); }"),
    ("net/proxychoice.cpp", "auto f(const QUrl &url) { return QNetworkRequest(url); }"),
    ("net/proxychoice.cpp", "auto f(const QUrl &url) { return std::make_shared<QNetworkRequest>(url); }"),
    ("net/proxychoice.cpp", "auto f(const QUrl &url) { QNetworkRequest own(url); }"),
    ("net/proxychoice.cpp", "auto *f() { return new HttpGet(manager, request, {}); }"),
    ("net/proxychoice.cpp", "auto f() { return std::make_unique<HttpGet>(manager, request); }"),
    ("store/settings.cpp", "void f() { QTcpSocket socket; }"),
    ("store/settings.cpp", "void f() { QSslSocket socket; }"),
    ("store/settings.cpp", "void f() { QLocalSocket socket; }"),
    ("store/settings.cpp", "void f() { QUdpSocket socket; }"),
    ("widgets/window/mainwindow.cpp", 'void f() { httplib::Client client("localhost"); }'),
    ("widgets/window/mainwindow.cpp", "void f() { QTcpServer server; }"),
    ("widgets/window/mainwindow.cpp", "void f() { QSslServer server; }"),
    ("widgets/window/mainwindow.cpp", 'void f() { QProcess::execute(u"curl"_s); }'),
    ("widgets/window/mainwindow.cpp", 'void f() { std::system("curl"); }'),
    ("main.cpp", "#include <sys/socket.h>"),
    ("main.cpp", "void f(QNetworkReply *r) { r->ignoreSslErrors(); }"),
    ("demo/tenant.cpp", 'void f() { httplib::Client client("localhost"); }'),
    ("demo/tenant.cpp", 'void f(QTcpSocket &s) { s.connectToHost(u"localhost"_s, 80); }'),
    ("demo/httpserver.cpp", 'void f(QSslSocket *s) { s->connectToHostEncrypted(u"localhost"_s, 443); }'),
    ("demo/httpserver.cpp", "void f(QSslSocket *s) { s->startClientEncryption(); }"),
    ("demo/httpserver.cpp", "void f(QTcpSocket *s) { (s->*&QTcpSocket::connectToHost)(a, 80, b, c); }"),
    ("demo/endpoint.cpp", "void f() { QNetworkAccessManager manager; }"),
    ("demo/endpoint.cpp", "void f() { QUdpSocket socket; }"),
    ("demo/endpoint.cpp", "void f() { QLocalSocket socket; }"),
    ("demo/main.cpp", "#include <sys/socket.h>"),
    ("demo/main.cpp", 'void f() { std::system("curl"); }'),
]
# What the check relies on; for the self-test, which removes it.
NEEDED = [
    ("net/managementrequest.cpp", "QNetworkRequest request(url)"),
    ("net/managementclient.cpp", "new HttpGet("),
    ("net/managementrequest.cpp", "TokenRequest made(request(tokenUrl(domain), options));"),
    ("net/managementrequest.cpp", "QNetworkRequest::ManualRedirectPolicy"),
    ("net/httpget.cpp", "->post(m_post->request(), body.get())"),
    ("net/httpget.cpp", "->get(m_request)"),
    ("net/networkaccess.h", "QNetworkAccessManager m_manager;"),
]
# Changes of the POST, for the self-test: a file, what stands there, and what takes its place.
CHANGES = [
    ("net/managementrequest.cpp", "request(tokenUrl(domain),", "request(organizationsUrl(domain, {}),"),
    ("net/managementrequest.cpp", "QNetworkRequest::ManualRedirectPolicy", "QNetworkRequest::SameOriginRedirectPolicy"),
    ("net/httpget.cpp", "->post(m_post->request()", "->post(m_request"),
    ("net/httpget.cpp", "->post(m_post->request()", "->put(m_post->request()"),
]


def code_of(text):
    return TEXT_OR_COMMENT.sub(lambda found: " " if found[0].startswith("/") else '""', text)


@functools.cache
def check_file(name, text):
    """The faults of a file, and the patterns of ONLY_IN that it contains rightly, each with the file."""
    code = code_of(text)
    if name.startswith("demo/"):
        return [f"{name}: {pattern} must not be used" for pattern in NOT_IN_DEMO if re.search(pattern, code)], set()
    wrong = [f"{name}: {pattern} must not be used" for pattern in NOWHERE if re.search(pattern, code)]
    expected = set()
    for pattern, allowed in ONLY_IN.items():
        found = len(re.findall(pattern, code))
        if found and name not in allowed:
            wrong.append(f"{name}: {pattern} belongs to {', '.join(sorted(allowed)) or 'no file'}")
        elif found:
            expected.add((pattern, name))
        if found and pattern in ONCE and (found > 1 or not re.search(ONCE[pattern], code)):
            wrong.append(f"{name}: {pattern} may be {ONCE[pattern]} alone, once")
    return wrong, expected


def faults(texts):
    results = [check_file(name, text) for name, text in texts.items()]
    found = set().union(*(expected for _, expected in results))
    return [line for wrong, _ in results for line in wrong] + [
        f"{name}: {pattern} was not found; update readonly.py if the code has moved"
        for pattern, allowed in ONLY_IN.items() for name in sorted(allowed) if (pattern, name) not in found]


def self_test(texts):
    missed = []
    for name, line in VIOLATIONS:
        if not faults(texts | {name: texts[name] + "\n" + line + "\n"}):
            missed.append(f"{name}: not reported: {line}")
    for name, words in NEEDED:
        if words not in texts[name] or not faults(texts | {name: texts[name].replace(words, "")}):
            missed.append(f"{name}: not reported as missing: {words}")
    for name, words, others in CHANGES:
        if words not in texts[name] or not faults(texts | {name: texts[name].replace(words, others)}):
            missed.append(f"{name}: not reported: {others} in place of {words}")
    for harmless in ("// m.post(request)", 'auto f = "m.post(request)";', "/* QTcpSocket */"):
        if faults(texts | {"main.cpp": texts["main.cpp"] + "\n" + harmless + "\n"}):
            missed.append(f"reported, but no code: {harmless}")
    return missed


def main(words):
    root = Path(words[-1])
    texts = {path.relative_to(root).as_posix(): path.read_text()
             for path in sorted(root.rglob("*")) if path.suffix in (".h", ".cpp")}
    if not texts:
        sys.exit(f"no sources below {root}")
    wrong = self_test(texts) if words[0] == "--self-test" else faults(texts)
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1:])
