"""A web server on this machine that answers with exactly the bytes it is told to, good or bad, and remembers what it was asked."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

Say = bytes | Callable[[socket.socket], None]
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def page(body: bytes = b"<p>News.</p>", *headers: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return f"HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def slowly(answer: bytes, seconds: float = 0.05) -> Say:
    """The answer, one byte at a time."""

    def say(connection: socket.socket) -> None:
        for at in range(len(answer)):
            connection.sendall(answer[at : at + 1])
            sleep(seconds)

    return say


class Web:
    """What the server says to each path, and the requests it got."""

    def __init__(self, listener: socket.socket) -> None:
        self.says: dict[str, Say] = {}
        self.requests: list[str] = []
        self._listener = listener

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, but robots.txt."""
        paths = [request.split()[1] for request in self.requests]
        return [path for path in paths if path != "/robots.txt"]

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                request = b""
                while b"\r\n\r\n" not in request and (piece := connection.recv(4096)):
                    request += piece
                    if request.startswith(b"\x16"):  # TLS, which is not spoken here
                        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                self.requests.append(request.decode("ascii"))
                path = self.requests[-1].split()[1]
                say = self.says.get(path, NO_ROBOTS)
                if isinstance(say, bytes):
                    connection.sendall(say)
                else:
                    say(connection)
            except OSError:  # the client has had enough
                return


@contextmanager
def web_server() -> Iterator[Web]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        web = Web(listener)
        thread = Thread(target=web.serve, daemon=True)
        thread.start()
        yield web
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)
