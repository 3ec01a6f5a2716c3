"""Connections that go to public addresses only and end at a deadline.

A name is resolved here, every address it has is checked against the special-purpose registries (RFC 6890, as
`ipaddress` knows them), and the connection goes to a checked address: the name cannot change between check and use,
and each redirect is checked alike, since each makes a connection.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from base.errors import InputError

Resolver = Callable[[str, int], list[str]]
"""From a host name and a port to the addresses it has."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve_name(host: str, port: int) -> list[str]:
    """Return the addresses of `host`, as the system resolves it; raises `InputError` when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise InputError(
            f"The host {host!r} cannot be found ({error}). Check its spelling and the network connection."
        ) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Say whether an IP address is on the public internet, looking through IPv6 forms that carry an IPv4 address."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


class GuardedBackend(httpcore.NetworkBackend):  # type: ignore[misc, unused-ignore]
    """Opens connections to checked addresses; their reads and writes end at `deadline` (of `time.monotonic`)."""

    def __init__(self, resolver: Resolver, *, deadline: float, allow_private: bool) -> None:
        self._resolver = resolver
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers; raises `InputError` if one of them is not public."""
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in self._checked(host, port):
            try:
                limit = _remaining(self._deadline, timeout)
                stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
                continue
            return DeadlineStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _checked(self, host: str, port: int) -> list[str]:
        addresses = self._resolver(host, port)
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise InputError(
                f"{host} is {private[0]}, an address of a private network or of this machine. Expected a page on the "
                "public web: save that page from a browser and give the file."
            )
        return addresses


class DeadlineStream(httpcore.NetworkStream):  # type: ignore[misc, unused-ignore]
    """A connection whose every wait is cut at one deadline, so that a server that trickles cannot hold it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read up to `max_bytes`; raises `httpcore.ReadTimeout` at the deadline."""
        data: bytes = self._inner.read(max_bytes, _remaining(self._deadline, timeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of `buffer`; raises `httpcore.WriteTimeout` at the deadline."""
        self._inner.write(buffer, _remaining(self._deadline, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the connection encrypted, the certificate checked against `server_hostname`."""
        limit = _remaining(self._deadline, timeout)
        return DeadlineStream(self._inner.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection beneath knows."""
        return self._inner.get_extra_info(info)


class GuardedTransport(httpx.BaseTransport):
    """The transport of an `httpx.Client` on a guarded backend; never through a proxy, which picks the address."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; raises the errors of `httpcore`, and `InputError` from the backend."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        stream = _Body(answer)
        return httpx.Response(answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer.iter_stream())

    def close(self) -> None:
        self._answer.close()


def _remaining(deadline: float, timeout: float | None) -> float:
    left = max(deadline - time.monotonic(), 0.001)
    return left if timeout is None else min(left, timeout)
