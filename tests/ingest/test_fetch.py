from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from ingest.web import Web, page, redirect, slowly, web_server
from onrecord.errors import BinaryInput, FetchFailed, NotAllowed, TooLarge
from onrecord.ingest.fetching.fetch import fetch
from onrecord.ingest.files.kinds import Kind
from onrecord.ingest.limits import Limits

LOCAL = Limits(allow_local=True, fetch_seconds=5)
HASTY = Limits(allow_local=True, fetch_seconds=0.4)
HTML = "<p>Né à Kessra.</p>"


@pytest.fixture
def web() -> Iterator[Web]:
    with web_server() as web:
        yield web


def test_a_page_comes_with_what_the_server_says_of_it(web: Web) -> None:
    web.says["/news?id=1"] = page(HTML.encode("latin-1"), kind="text/html; charset=ISO-8859-1")
    raw = fetch(f"{web.site}/news?id=1#top", LOCAL)
    assert (raw.data.decode("latin-1"), raw.kind, raw.charset) == (HTML, Kind.HTML, "iso-8859-1")
    assert (raw.name, raw.uri) == (f"{web.site}/news?id=1#top", f"{web.site}/news?id=1")
    assert raw.retrieved is not None
    assert abs((datetime.now(UTC) - datetime.fromisoformat(raw.retrieved)).total_seconds()) < 60


def test_the_request_says_who_asks_and_asks_once(web: Web) -> None:
    web.says["/a"] = page()
    fetch(f"{web.site}/a", LOCAL)
    assert web.asked == ["/a"]
    assert "User-Agent: onrecord/" in web.requests[-1]
    assert "Host: 127.0.0.1:" in web.requests[-1]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("text/plain", Kind.PLAIN),
        ("text/csv", Kind.CSV),
        ("application/xhtml+xml", Kind.HTML),
        ("TEXT/HTML;charset=x", Kind.HTML),
    ],
)
def test_the_kind_is_what_the_server_says(web: Web, kind: str, expected: Kind) -> None:
    web.says["/a"] = page(kind=kind)
    assert fetch(f"{web.site}/a", LOCAL).kind is expected


@pytest.mark.parametrize(
    ("body", "expected"), [(b"<!doctype html><p>News", Kind.HTML), (b'{"text": "News"}\n', Kind.JSONL), (b"News", Kind.PLAIN)]
)
def test_where_the_server_does_not_say_the_bytes_tell(web: Web, body: bytes, expected: Kind) -> None:
    web.says["/a"] = b"HTTP/1.0 200 OK\r\n\r\n" + body
    raw = fetch(f"{web.site}/a", LOCAL)
    assert (raw.kind, raw.charset, raw.data) == (expected, None, body)


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"%PDF-1.7", "application/pdf"), (b"%PDF-1.7", "text/html"), (b"x", "image/png"), (b"{}", "application/json")],
)
def test_what_is_no_page_is_refused(web: Web, body: bytes, kind: str) -> None:
    web.says["/a"] = page(body, kind=kind)
    with pytest.raises(BinaryInput, match="expected"):
        fetch(f"{web.site}/a", LOCAL)


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": gzip.compress(HTML.encode() * 9_999),
    "x-gzip": gzip.compress(HTML.encode() * 9_000) + gzip.compress(HTML.encode() * 999) + b"\0\0",
    "deflate": zlib.compress(HTML.encode() * 9_999),
    " Deflate": bare(HTML.encode() * 9_999),
    "identity": HTML.encode() * 9_999,
}


@pytest.mark.parametrize("encoding", PACKED)
def test_packed_pages_are_unpacked(web: Web, encoding: str) -> None:
    web.says["/a"] = page(PACKED[encoding], f"Content-Encoding: {encoding}")
    assert fetch(f"{web.site}/a", LOCAL).data == HTML.encode() * 9_999


def test_chunks_are_put_together(web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    web.says["/a"] = head + b"5\r\n<p>Ne\r\n3\r\nws.\r\n0\r\n\r\n"
    assert fetch(f"{web.site}/a", LOCAL).data == b"<p>News."


@pytest.mark.parametrize("to", ["/b", "b", "//{host}/b", "{site}/b", "/x/../b", "/b#part"])
def test_redirects_are_followed(web: Web, to: str) -> None:
    web.says |= {"/a": redirect(to.format(site=web.site, host=web.site[7:])), "/b": page()}
    raw = fetch(f"{web.site}/a", LOCAL)
    assert (raw.uri, raw.name) == (f"{web.site}/b", f"{web.site}/a")


def test_a_redirect_may_have_letters_of_any_script(web: Web) -> None:
    web.says |= {"/a": redirect("/київ новини"), "/%D0%BA%D0%B8%D1%97%D0%B2%20%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8": page()}
    assert fetch(f"{web.site}/a", LOCAL).data == b"<p>News.</p>"


def test_five_redirects_are_the_most(web: Web) -> None:
    web.says |= {f"/{n}": redirect(f"/{n + 1}") for n in range(9)} | {"/5": page()}
    assert fetch(f"{web.site}/0", LOCAL).uri == f"{web.site}/5"
    web.says |= {"/5": redirect("/6"), "/6": page()}
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetch(f"{web.site}/0", LOCAL)


def test_a_loop_of_redirects_ends(web: Web) -> None:
    web.says["/a"] = redirect("/a")
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetch(f"{web.site}/a", LOCAL)
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "http://u:p@127.0.0.1/", "gopher://x"]
)
def test_redirects_lead_to_web_pages_only(web: Web, to: str) -> None:
    web.says["/a"] = redirect(to)
    with pytest.raises(NotAllowed, match="redirects to an address that is not asked"):
        fetch(f"{web.site}/a", LOCAL)


@pytest.mark.parametrize("to", ["http://[::1", "http://", "http://a b/", "http://x:99999/", "\\\\x\\y:z"])
def test_a_redirect_to_what_is_no_address_is_an_error(web: Web, to: str) -> None:
    web.says["/a"] = redirect(to)
    with pytest.raises(FetchFailed):
        fetch(f"{web.site}/a", LOCAL)


def test_a_redirect_to_nowhere_is_an_error(web: Web) -> None:
    web.says["/a"] = b"HTTP/1.1 302 Found\r\n\r\n"
    with pytest.raises(FetchFailed, match="to nowhere"):
        fetch(f"{web.site}/a", LOCAL)


def test_a_redirect_into_a_private_network_is_not_followed(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host is taken for a public one; the second is what it is."""
    monkeypatch.setattr("onrecord.ingest.fetching.addresses.WEB_PORTS", {int(web.site.rpartition(":")[2])})
    monkeypatch.setattr("onrecord.ingest.fetching.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    web.says["/a"] = redirect(web.site.replace("127.0.0.1", "127.0.0.2") + "/secret")
    with pytest.raises(NotAllowed, match="a private network"):
        fetch(f"{web.site}/a", Limits(fetch_seconds=5))
    assert web.asked == ["/a"]


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        ("404 Not Found", "check the address"),
        ("403 Forbidden", "browser"),
        ("429 Too Many", "later"),
        ("503 Down", "later"),
        ("418 Teapot", "check"),
        ("206 Partial", "expected a page"),
        ("304 Not Modified", "expected a page"),
    ],
)
def test_an_error_is_told_with_its_status_and_what_to_do(web: Web, status: str, advice: str) -> None:
    web.says["/a"] = page(b"<p>Sorry.</p>", status=status)
    with pytest.raises(FetchFailed, match=f"the server answers '{status}'.*{advice}") as caught:
        fetch(f"{web.site}/a", LOCAL)
    assert str(caught.value).startswith(f"{web.site}/a")
    assert "\n" not in str(caught.value)


BROKEN = {
    "nothing": b"",
    "garbage": b"\x00\xff\xfe garbage\r\n\r\n",
    "no status": b"HTTP/1.1 hello\r\n\r\n",
    "too long a header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 99_999 + b"\r\n\r\n",
    "too many headers": b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 999 + b"\r\n",
    "half the body": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\n<p>",
    "a bad chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "half a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nxx",
    "half a gzip": page(gzip.compress(HTML.encode() * 99)[:-20], "Content-Encoding: gzip"),
    "no gzip": page(HTML.encode(), "Content-Encoding: gzip"),
    "another packing": page(HTML.encode(), "Content-Encoding: br"),
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_a_broken_answer_is_an_error_in_one_line(web: Web, answer: bytes) -> None:
    web.says["/a"] = answer
    with pytest.raises(FetchFailed, match=r"broken|no connection") as caught:
        fetch(f"{web.site}/a", LOCAL)
    assert "\n" not in str(caught.value)


def test_more_bytes_than_the_limit_are_an_error(web: Web) -> None:
    web.says["/a"] = page(b"x" * 100_001)
    with pytest.raises(TooLarge, match="--max-bytes"):
        fetch(f"{web.site}/a", Limits(allow_local=True, max_bytes=100_000))
    web.says["/a"] = page(b"x" * 100_000)
    assert len(fetch(f"{web.site}/a", Limits(allow_local=True, max_bytes=100_000)).data) == 100_000


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65_536)


def test_an_endless_page_is_cut_off(web: Web) -> None:
    web.says["/a"] = endless
    with pytest.raises(TooLarge):
        fetch(f"{web.site}/a", Limits(allow_local=True, max_bytes=1_000_000))


def test_a_bomb_does_not_go_off(web: Web) -> None:
    web.says["/a"] = page(gzip.compress(b"\0" * 80_000_000, 1), "Content-Encoding: gzip")
    began = time.monotonic()
    with pytest.raises(TooLarge):
        fetch(f"{web.site}/a", Limits(allow_local=True, max_bytes=1_000_000))
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 3],
)
def test_a_server_that_drips_is_given_up(web: Web, head: bytes) -> None:
    web.says["/a"] = slowly(head + b"HTTP/1.1 200 OK" + b"\r\nA: b" * 99)
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=r"no whole answer within 0\.4 s.*--fetch-timeout"):
        fetch(f"{web.site}/a", HASTY)
    assert time.monotonic() - began < 2


def test_a_server_that_says_nothing_is_given_up(web: Web) -> None:
    web.says["/a"] = lambda _: time.sleep(2)
    with pytest.raises(FetchFailed, match="no whole answer"):
        fetch(f"{web.site}/a", HASTY)


def test_redirects_share_the_time(web: Web) -> None:
    web.says["/a"] = slowly(redirect("/a"), 0.006)  # .3 s for each
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="no whole answer"):
        fetch(f"{web.site}/a", HASTY)
    assert time.monotonic() - began < 1


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchFailed, match=r"no connection .*check the address and the network"):
        fetch(f"http://127.0.0.1:{port}/", LOCAL)


def test_a_server_without_tls_is_no_safe_connection(web: Web) -> None:
    with pytest.raises(FetchFailed, match="no safe connection"):
        fetch(web.site.replace("http:", "https:") + "/a", LOCAL)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and its own certificate for ``localhost``, made for this run."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run([*made, *named], check=True, capture_output=True)
    path.write_text(path.read_text("ascii") + Path(f"{path}.crt").read_text("ascii"), "ascii")
    return path


@contextmanager
def safe_server(certificate: Path) -> Iterator[int]:
    """A server that speaks TLS and says the same page to everything; its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    plain, _ = listener.accept()
                    with plain, suppress(OSError), context.wrap_socket(plain, server_side=True) as connection:
                        connection.recv(4096)
                        connection.sendall(page())

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(certificate: Path) -> None:
    with safe_server(certificate) as port, pytest.raises(FetchFailed, match=r"no safe connection \(self.signed certificate"):
        fetch(f"https://localhost:{port}/a", LOCAL)


def test_a_certificate_must_be_the_hosts(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "onrecord.ingest.fetching.connection._trust", lambda: ssl.create_default_context(cafile=f"{certificate}.crt")
    )
    with safe_server(certificate) as port:
        assert fetch(f"https://localhost:{port}/a", LOCAL).data == b"<p>News.</p>"
        with pytest.raises(FetchFailed, match=r"no safe connection .*mismatch"):
            fetch(f"https://127.0.0.1:{port}/a", LOCAL)


def test_a_file_is_no_page_to_fetch(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="only http and https"):
        fetch((tmp_path / "a.html").as_uri(), LOCAL)
