# SPDX-License-Identifier: Apache-2.0
"""Runs a program on URLs whose server has a public address, in namespaces of its own (`unshare -rnm`).

usage: namespace.py PROGRAM URL...

8.8.8.8 and private addresses are this machine's there, and one server answers on all of them. The name
rebinding.example has a public address when it is asked for first and a private one ever after. Prints one JSON object:
for each URL the status and messages of the program, and which addresses were asked for what. Ends with status 75 where
such namespaces cannot be had.
"""

import http.server
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import urllib.parse

PUBLIC = "8.8.8.8"
ADDRESSES = [PUBLIC, "8.8.4.4", "10.1.2.3", "169.254.169.254"]
PARAGRAPH = "<p>The two cities signed an agreement on port technology, and nobody else may read of it today.</p>"
PAGE = f"<!doctype html><title>Accord</title><article><h1>Accord</h1>{PARAGRAPH * 4}</article>".encode()


class Handler(http.server.BaseHTTPRequestHandler):
    log = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        address = self.connection.getsockname()[0].removeprefix("::ffff:")
        Handler.log.append({"address": address, "path": url.path})
        if url.path == "/to":
            self.send_response(302)
            self.send_header("Location", dict(urllib.parse.parse_qsl(url.query))["url"])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = b"" if url.path == "/robots.txt" else PAGE
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True


def serve_names(names):
    """Answers queries for addresses of IPv4; every other has no answer."""
    asked = 0
    while True:
        query, sender = names.recvfrom(512)
        end = query.index(b"\0", 12) + 5
        answer = b""
        if query[end - 4 : end - 2] == b"\0\1":
            address = PUBLIC if asked == 0 else "127.0.0.1"
            asked += 1
            answer = b"\xc0\x0c\0\1\0\1" + struct.pack(">IH", 0, 4) + socket.inet_aton(address)
        head = query[:2] + b"\x81\x80\0\1" + struct.pack(">H", 1 if answer else 0) + b"\0\0\0\0"
        names.sendto(head + query[12:end] + answer, sender)


def set_up():
    try:
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True, capture_output=True)
        for address in ADDRESSES:
            subprocess.run(["ip", "addr", "add", f"{address}/32", "dev", "lo"], check=True, capture_output=True)
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as file:
            file.write("nameserver 127.0.0.1\n")
            file.flush()
            subprocess.run(["mount", "--bind", file.name, "/etc/resolv.conf"], check=True, capture_output=True)
        names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        names.bind(("127.0.0.1", 53))
        server = Server(("::", 80), Handler)
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        sys.exit(75)
    threading.Thread(target=serve_names, args=(names,), daemon=True).start()
    threading.Thread(target=server.serve_forever, daemon=True).start()


def main():
    set_up()
    runs = {}
    for url in sys.argv[2:]:
        command = [sys.argv[1], "article", "--format", "ndjson", "--delay", "0", "--timeout", "10", url]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60)
        runs[url] = {"status": run.returncode, "messages": run.stderr}
    print(json.dumps({"runs": runs, "requests": Handler.log}))
    sys.stdout.flush()
    os._exit(0)


main()
