from __future__ import annotations

import os
import socket
import threading

import pytest

from base.errors import OfflineError
from base.offline import is_enabled, offline


def test_a_connection_to_elsewhere_is_refused_before_it_is_made() -> None:
    with offline(), socket.socket() as client, pytest.raises(OfflineError, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))


def test_a_name_is_not_looked_up() -> None:
    with offline(), pytest.raises(OfflineError, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_a_datagram_is_refused() -> None:
    with offline(), socket.socket(type=socket.SOCK_DGRAM) as client, pytest.raises(OfflineError):
        client.sendto(b"x", ("192.0.2.1", 53))


def test_this_machine_can_be_reached() -> None:
    with offline(), socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=lambda: server.accept()[0].close())
        thread.start()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.recv(1) == b""
        thread.join()


def test_the_switch_goes_back() -> None:
    assert not is_enabled()
    before = os.environ.get("HF_HUB_OFFLINE")
    with offline():
        assert os.environ["HF_HUB_OFFLINE"] == "1"
        with offline(active=False):
            assert is_enabled()
        assert is_enabled()
    assert not is_enabled()
    assert os.environ.get("HF_HUB_OFFLINE") == before
