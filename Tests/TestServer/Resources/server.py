# SPDX-License-Identifier: Apache-2.0
"""A server for tests on the loopback address: pages, feeds, and answers that are slow, broken, endless or untrue.

Prints its port and serves until its standard input ends. A line "log" there prints the requests so far as JSON; a line
of JSON, a status and a text, sets what robots.txt answers.
"""

import gzip
import http.server
import json
import os
import sys
import threading
import time
import urllib.parse
import zlib

PAGE = (
    "<!doctype html><html lang='en'><head><title>Harbour cities sign accord</title></head><body><article>"
    "<h1>Harbour cities sign accord</h1><p>Osaka Mayor Mori Kenta met Lyon Mayor Anne Dubois in Lyon on June 3, "
    "2023.</p><p>The two cities signed an agreement on port technology.</p></article></body></html>"
)
BYTES = PAGE.encode()
TYPES = {".xml": "application/xml", ".json": "application/json", ".html": "text/html; charset=utf-8"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    log = []
    robots = ("200", "User-agent: *\nDisallow: /private/\n")

    def log_message(self, *_):
        pass

    def send(self, body=BYTES, status=200, kind="text/html; charset=utf-8", length=None, **fields):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data):
        self.close_connection = True
        self.wfile.write(data)

    def do_GET(self):
        Handler.log.append({"path": self.path, "time": time.monotonic(), "headers": dict(self.headers.items())})
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        name = url.path.strip("/").replace("/", "_").replace("-", "_").split(".")[0]
        answer = getattr(self, "answer_" + name, None)
        try:
            if answer:
                answer(query)
            else:
                self.file(url.path)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def file(self, path):
        folder = sys.argv[1] if len(sys.argv) > 1 else ""
        file = os.path.join(folder, path.strip("/"))
        if not folder or ".." in path or not os.path.isfile(file):
            return self.send(b"not found", 404)
        with open(file, "rb") as stream:
            data = stream.read().replace(b"$HOST", self.headers["Host"].encode())
        return self.send(data, kind=TYPES.get(os.path.splitext(file)[1], "application/octet-stream"))

    def answer_robots(self, _):
        status, text = Handler.robots
        if status == "slow":
            time.sleep(30)
        self.send(text.encode(), int(status), "text/plain")

    def answer_page(self, _):
        self.send()

    def answer_private_page(self, _):
        self.send()

    def answer_same(self, query):
        if self.headers.get("If-None-Match") == '"one"' or self.headers.get("If-Modified-Since"):
            self.send_response(304)
            self.end_headers()
        else:
            self.send(ETag='"one"', Last_Modified="Sat, 03 Jun 2023 10:00:00 GMT")

    def answer_status(self, query):
        self.send(b"no", int(query["code"]), Retry_After="120")

    # Slow and endless.

    def answer_slow(self, query):
        time.sleep(float(query.get("seconds", 30)))
        self.send()

    def answer_drip(self, _):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.3)

    def answer_endless(self, _):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            self.wfile.write(b"x" * 65536)

    def answer_endless_head(self, _):
        self.raw(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"y" * 1000 + b"\r\n")

    # Broken and untrue.

    def answer_cut(self, _):
        self.close_connection = True
        self.send(length=len(BYTES) + 1000)

    def answer_short(self, _):
        self.close_connection = True
        self.send(length=40)

    def answer_huge(self, _):
        self.close_connection = True
        self.send(length=10**12)

    def answer_garbage(self, _):
        self.raw(b"\x00\x01\x02 this is not HTTP\r\n\r\n")

    def answer_silence(self, _):
        self.close_connection = True

    def answer_half_chunk(self, _):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nonly this")

    def answer_bad_chunk(self, _):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + BYTES)

    def answer_not_gzip(self, _):
        self.send(Content_Encoding="gzip")

    def answer_wrong_type(self, _):
        self.send(kind="image/png")

    def answer_gzip(self, _):
        self.send(gzip.compress(BYTES), Content_Encoding="gzip")

    def answer_bomb(self, _):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        data = b"".join(packer.compress(b"\0" * 2**20) for _ in range(200)) + packer.flush()
        self.send(data, Content_Encoding="gzip")

    def answer_double_bomb(self, _):
        self.send(gzip.compress(gzip.compress(b"\0" * 2**27)), Content_Encoding="gzip, gzip")

    # Redirects.

    def answer_to(self, query):
        self.send(b"", int(query.get("status", 302)), Location=query["url"])

    def answer_loop(self, _):
        self.send(b"", 302, Location="/loop")

    def answer_hops(self, query):
        left = int(query["left"])
        self.send(b"", 301, Location=f"/hops?left={left - 1}" if left else "/page")

    def answer_nowhere(self, _):
        self.send(b"", 302)

    def answer_secret(self, _):
        self.send(self.headers.get("Authorization", "none").encode(), kind="text/plain")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def main():
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    for line in sys.stdin:
        if line.strip() == "log":
            print(json.dumps(Handler.log), flush=True)
        else:
            Handler.robots = json.loads(line)
            print("done", flush=True)


main()
