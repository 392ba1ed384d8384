from __future__ import annotations

import socket
import time
from ipaddress import ip_address
from typing import Any

import pytest

from onrecord.errors import FetchFailed, NotAllowed
from onrecord.ingest.fetching.addresses import Target, is_public, resolve, target_of
from onrecord.ingest.limits import Limits

PUBLIC = Limits()
LOCAL = Limits(allow_local=True)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/a", "https://example.org/a"),
        ("http://example.org:8080/a?b=c&d#e", "http://example.org:8080/a?b=c&d"),
        ("  http://example.org/a b  ", "http://example.org/a%20b"),
        ("http://example.org/a%20b%zz", "http://example.org/a%20b%zz"),
        ("http://example.org/новости?q=ж", "http://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?q=%D0%B6"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://новости.рф/", "http://xn--b1amnebsh.xn--p1ai/"),
        ("http://例え.テスト/", "http://xn--r8jz45g.xn--zckzah/"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
        ("http://example.org./a", "http://example.org./a"),
        ("http://a_b.example.org/", "http://a_b.example.org/"),
    ],
)
def test_an_address_is_put_as_a_request_needs_it(url: str, expected: str) -> None:
    assert target_of(url, PUBLIC).url == expected


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "data:text/html,x",
        "javascript:alert(1)",
        "example.org/a",
        "",
        "/etc/passwd",
        "//example.org/a",
    ],
)
def test_only_http_is_asked(url: str) -> None:
    with pytest.raises(NotAllowed, match="only http and https"):
        target_of(url, LOCAL)


@pytest.mark.parametrize("url", ["http://user@example.org/", "http://user:secret@example.org/", "http://:@example.org/"])
def test_no_password_is_sent_and_none_is_repeated(url: str) -> None:
    with pytest.raises(NotAllowed, match="name and password") as caught:
        target_of(url, LOCAL)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("port", [0, 22, 25, 6379, 65535])
def test_odd_ports_are_asked_only_where_that_is_allowed(port: int) -> None:
    with pytest.raises(NotAllowed, match="--allow-local"):
        target_of(f"http://example.org:{port}/", PUBLIC)
    assert target_of(f"http://example.org:{port}/", LOCAL).port == port


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///a",
        "http://[::1",
        "http://[x]/",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://a..b/",
        "http://-/",
        "http://a b/",
        "http://a\\b/",
        "http://exam\nple.org/",
        "http://example.org/\r\nHost: x",
        "http://example.org/\x1b[31m",
        "x\u2028y",
        f"http://{'a' * 64}.org/",
        "http://%31/",
        "http://\ud800/",
    ],
)
def test_what_is_no_address_is_an_error_in_one_line(url: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        target_of(url, PUBLIC)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.8.9.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1
    198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: fc00::1 fd12::1 fe80::1 fe80::1%1 fec0::1
    ff02::1""".split(),
)
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", "1.1.1.1 8.8.8.8 172.32.0.1 100.128.0.1 ::ffff:8.8.8.8 64:ff9b::808:808 2606:4700::1111 2a00:1450::1".split()
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def target(host: str) -> Target:
    return Target(scheme="http", host=host, port=80, path="/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "::1", "::ffff:127.0.0.1", "0"]
)
def test_this_machine_is_not_asked_however_it_is_written(host: str) -> None:
    with pytest.raises(NotAllowed, match=r"a private network.*--allow-local"):
        resolve(target(host), PUBLIC, 5)


def test_this_machine_is_asked_where_that_is_allowed() -> None:
    assert resolve(target("127.0.0.1"), LOCAL, 5) == [ip_address("127.0.0.1")]


def named(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def look_up(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, "8.8.8.8", "10.0.0.1")
    with pytest.raises(NotAllowed, match=r"example\.org is 10\.0\.0\.1"):
        resolve(target("example.org"), PUBLIC, 5)


def test_a_few_addresses_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, *[f"8.8.8.{n}" for n in (1, 1, 2, 3, 4, 5, 6)])
    assert [str(address) for address in resolve(target("example.org"), PUBLIC, 5)] == ["8.8.8.1", "8.8.8.2", "8.8.8.3", "8.8.8.4"]


def test_no_such_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(FetchFailed, match=r"no such host as 'example\.org' \(Name or service not known\)"):
        resolve(target("example.org"), PUBLIC, 5)


def test_a_name_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: Any, **__: Any) -> list[Any]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="did not answer in time"):
        resolve(target("example.org"), PUBLIC, 0.1)
    assert time.monotonic() - began < 0.9


def test_a_host_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says first a public and then a private address leads nowhere: the connection goes to what was checked."""
    answers = [["8.8.8.8"], ["127.0.0.1"]]

    def look_up(*_: Any, **__: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in answers.pop(0)]

    asked: list[Any] = []

    def connect(address: Any, **_: Any) -> None:
        asked.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    from onrecord.ingest.fetching.connection import Deadline
    from onrecord.ingest.fetching.exchange import ask

    with pytest.raises(FetchFailed, match="Connection refused"):
        ask(target("example.org"), PUBLIC, Deadline(5))
    assert asked == [("8.8.8.8", 80)]
