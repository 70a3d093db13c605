#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""A tenant on loopback that ends its connections, over TLS: HTTP/2 for clients that want it, HTTP/1.1 for the others.
Prints port=PORT, and then a line for each connection: h2, http/1.1, or none when the client asked for no protocol.

    endingserver.py CERTIFICATE KEY [options]
"""

import argparse
import itertools
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time
import urllib.parse

try:
    from h2.config import H2Configuration
    from h2.connection import H2Connection
    from h2.errors import ErrorCodes
    from h2.events import RequestReceived
except ImportError:
    sys.exit("endingserver.py needs python3-h2: packaging/install-dependencies.sh --tests")

ENDINGS = {
    "announced": "after the last answer, as it said: GOAWAY, or Connection: close",
    "sudden": "after the last answer, without a word",
    "refused": "HTTP/2: every other stream is refused (REFUSED_STREAM); HTTP/1.1: as unanswered",
    "unanswered": "after it has read one request more",
    "reset": "the same, with RST in place of FIN",
    "cut": "the same, after the first bytes of an answer",
}


def page(target, options):
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(target).query)
    size = int(query["per_page"][0])
    start = int(query["page"][0]) * size
    rows = [{"connection_id": f"con_{number:016}", "is_enabled": True,
             "connection": {"name": f"connection-{number}", "strategy": "okta"}}
            for number in range(start, min(start + size, options.rows))]
    return json.dumps({"connections": rows, "start": start, "limit": size,
                       "total": options.rows}).encode()


def headers(body, options):
    fields = {"content-type": "application/json", "content-length": str(len(body))}
    if options.wait:
        fields |= {"x-ratelimit-limit": "1", "x-ratelimit-remaining": "0",
                   "x-ratelimit-reset": f"{time.time() + options.wait:.3f}"}
    return fields


def say_goodbye(connection):
    """Ends TLS with close_notify; the client may be gone, or still sending."""
    try:
        connection.settimeout(1)
        connection.unwrap()
    except OSError:
        pass


def serve_http1(connection, options):
    stream = connection.makefile("rb")
    for number in itertools.count(1):
        line = stream.readline()
        while line and stream.readline() not in (b"\r\n", b""):
            pass
        if not line:
            return
        if options.requests is not None and number > options.requests:
            if options.ending == "cut":
                connection.sendall(b"HTTP/1.1 20")
            if options.ending == "reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            elif options.notify:
                say_goodbye(connection)
            return
        is_last = number == options.requests and options.ending in ("announced", "sudden")
        body = page(line.split()[1].decode(), options)
        fields = headers(body, options)
        if is_last and options.ending == "announced":
            fields["connection"] = "close"
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        connection.sendall(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body)
        if is_last:
            if options.notify:
                say_goodbye(connection)
            return


def serve_http2(connection, options):
    http = H2Connection(H2Configuration(client_side=False))
    http.initiate_connection()
    connection.sendall(http.data_to_send())
    number = 0
    while received := connection.recv(65536):
        for event in http.receive_data(received):
            if not isinstance(event, RequestReceived):
                continue
            number += 1
            if options.ending == "refused" and number % 2 == 0:
                http.reset_stream(event.stream_id, ErrorCodes.REFUSED_STREAM)
                continue
            target = dict(event.headers)[b":path"].decode()
            body = page(target, options)
            http.send_headers(event.stream_id, [(":status", "200"), *headers(body, options).items()])
            for start in range(0, len(body), http.max_outbound_frame_size):
                http.send_data(event.stream_id, body[start:start + http.max_outbound_frame_size])
            http.end_stream(event.stream_id)
            if number == options.requests and options.ending != "refused":
                if options.ending == "announced":
                    http.close_connection(last_stream_id=event.stream_id)
                connection.sendall(http.data_to_send())
                connection.settimeout(1)
                while options.ending == "announced" and connection.recv(65536):
                    pass  # later requests are not processed: the client knows from GOAWAY
                return
        connection.sendall(http.data_to_send())


def serve(plain, context, options):
    try:
        with context.wrap_socket(plain, server_side=True) as connection:
            protocol = connection.selected_alpn_protocol() or "none"
            os.write(1, f"{protocol}\n".encode())  # print() would mix the lines of two threads
            connection.settimeout(options.idle)
            (serve_http2 if protocol == "h2" else serve_http1)(connection, options)
    except OSError:
        pass  # the client has ended the connection, or was silent for too long


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("certificate")
    parser.add_argument("key")
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--requests", type=int, help="answered on a connection before it ends")
    parser.add_argument("--ending", choices=ENDINGS, default="announced", help=str(ENDINGS))
    parser.add_argument("--notify", action="store_true", help="end TLS before the connection")
    parser.add_argument("--idle", type=float, help="seconds after which a silent connection ends")
    parser.add_argument("--wait", type=float, help="seconds until the rate limit allows the next request")
    parser.add_argument("--reject", type=int, default=0, help="connections that end before TLS begins")
    parser.add_argument("--mute", type=int, default=0, help="connections on which TLS is not answered")
    options = parser.parse_args()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    context.set_alpn_protocols(["h2", "http/1.1"])
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(f"port={listener.getsockname()[1]}", flush=True)
    muted = []  # keeps them open
    for number in itertools.count():
        plain, _ = listener.accept()
        if number < options.reject:
            plain.close()
            continue
        if number < options.mute:
            muted.append(plain)
            continue
        threading.Thread(target=serve, args=(plain, context, options), daemon=True).start()


if __name__ == "__main__":
    main()
