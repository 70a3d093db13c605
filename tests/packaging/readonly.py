#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Proves from the sources that the program can send GET and nothing else: requests are made in one file and
sent from another, and no other way to the network is used."""

import re
import sys
from pathlib import Path

# What may stand where; the demo tenant is a server of its own, on loopback.
ONLY_IN = {
    r"\bQNetworkRequest\s+request\(url\)": {"net/managementrequest.cpp"},
    r"\bQNetworkRequest\s*[({]": {"net/managementrequest.cpp"},
    r"\bQNetworkRequest\s+\w+\s*[({;=](?!const)": {"net/managementrequest.cpp", "net/managementrequest.h", "net/httpget.h"},
    r"->get\(m_request\)": {"net/httpget.cpp"},
    r"\bnew HttpGet\(": {"net/managementclient.cpp"},
    r"\bQNetworkAccessManager\s+m_": {"net/networkaccess.h"},
}
NOWHERE = [
    r"->(post|put|deleteResource|sendCustomRequest|head)\(",
    r"\bQ(Tcp|Udp|Ssl|Local|Sctp)Socket\b",
    r"\bQWebSocket\b",
    r"\bQHttpMultiPart\b",
    r"\bQProcess\b",
    r"\bignoreSslErrors\b",
    r"\bVerifyNone\b",
    r"\bUserVerifiedRedirectPolicy\b|\bNoLessSafeRedirectPolicy\b",
    r"::(connect|socket|sendto)\(\s*\w+\s*,\s*reinterpret_cast",
    r"\bcurl_easy_",
]


def code_of(path):
    text = path.read_text()
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)


def main(source):
    root = Path(source)
    files = [p for p in root.rglob("*") if p.suffix in (".h", ".cpp") and "demo" not in p.relative_to(root).parts]
    if not files:
        sys.exit(f"no sources below {source}")
    wrong = []
    seen = set()
    for path in files:
        name = path.relative_to(root).as_posix()
        code = code_of(path)
        for pattern in NOWHERE:
            if re.search(pattern, code):
                wrong.append(f"{name}: {pattern} must not be used")
        for pattern, allowed in ONLY_IN.items():
            if re.search(pattern, code):
                seen.add(pattern)
                if name not in allowed:
                    wrong.append(f"{name}: {pattern} belongs to {', '.join(allowed)}")
    for pattern in {r"\bQNetworkRequest\s+request\(url\)", r"->get\(m_request\)", r"\bnew HttpGet\("} - seen:
        wrong.append(f"{pattern} stands nowhere: this check has lost its sight")
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1])
