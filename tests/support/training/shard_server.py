"""A web server in front of a folder, which can serve parts of files, and counts what it served."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Served:
    """What a server did: its address, the paths asked for, and bytes sent of files that end in .tar."""

    address: str = ""
    paths: list[str] = field(default_factory=list)
    shard_bytes: int = 0
    fail_once: set[str] = field(default_factory=set)


def _part(wanted: str, whole: int) -> tuple[int, int]:
    """The first and the last byte of what a header asks for."""
    begin, _, end = wanted.removeprefix("bytes=").partition("-")
    return int(begin), min(int(end or whole - 1), whole - 1)


@contextmanager
def served(folder: Path, *, ranges: bool = True) -> Iterator[Served]:
    """Serve a folder; paths in `fail_once` answer 503 the first time."""
    log = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def _answer(self, *, with_body: bool) -> None:
            log.paths.append(self.path)
            file = folder / self.path.lstrip("/")
            if self.path in log.fail_once:
                log.fail_once.discard(self.path)
                self.send_error(503)
                return
            if not file.is_file():
                self.send_error(404)
                return
            data, wanted = file.read_bytes(), self.headers.get("Range", "")
            whole, in_parts = len(data), ranges and wanted.startswith("bytes=")
            first, last = _part(wanted, whole) if in_parts else (0, whole - 1)
            self.send_response(206 if in_parts else 200)
            if ranges:
                self.send_header("Accept-Ranges", "bytes")
            if in_parts:
                self.send_header("Content-Range", f"bytes {first}-{last}/{whole}")
            self.send_header("Content-Length", str(last - first + 1))
            self.end_headers()
            if with_body:
                # First: who has the answer may ask at once how much was sent.
                log.shard_bytes += (last - first + 1) * self.path.endswith(".tar")
                self.wfile.write(data[first : last + 1])

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    log.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield log
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
