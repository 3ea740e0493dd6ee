"""A server on the loopback that takes questionnaires as OpenRosa servers do, and answers as it is told."""

import email.parser
import email.policy
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Collector:
    """Answers each post with the next status (the last one again and again) and keeps what it was sent."""

    def __init__(self, statuses: list[int]) -> None:
        self.received: list[dict] = []
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def allow(self) -> None:
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Access-Control-Allow-Headers", "X-OpenRosa-Version")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def do_OPTIONS(self) -> None:
                self.send_response(204)
                self.allow()

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
                message = email.parser.BytesParser(policy=email.policy.default).parsebytes(head + body)
                parts = {
                    part.get_param("name", header="content-disposition"): part.get_payload(decode=True).decode()
                    for part in message.iter_parts()
                }
                status = statuses[min(len(collector.received), len(statuses) - 1)]
                collector.received.append({"version": self.headers["X-OpenRosa-Version"] or "", "parts": parts})
                self.send_response(status)
                self.allow()

            def log_message(self, *_: object) -> None:
                """Nothing: the report says what was received."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
