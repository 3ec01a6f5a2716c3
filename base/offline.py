"""Offline mode: no connection and no name look-up leaves this process.

An audit hook (PEP 578) sees every socket call of Python code, whichever library makes it. The hook
cannot be removed once installed, so it asks a switch that can. Addresses of this machine itself
stay allowed, since the web page is served on one.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from base.errors import OfflineError

_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"})
_VARIABLES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
_active = False
_installed = False


def enable() -> None:
    """Forbid connections for the rest of the process, and tell the hub libraries the same."""
    global _active, _installed
    os.environ.update(dict.fromkeys(_VARIABLES, "1"))
    _active = True
    if not _installed:
        sys.addaudithook(_hook)
        _installed = True


def disable() -> None:
    """Allow connections again (the environment variables stay as they are)."""
    global _active
    _active = False


def is_enabled() -> bool:
    """Say whether offline mode is on."""
    return _active


@contextmanager
def offline(active: bool = True) -> Iterator[None]:
    """Forbid connections inside the block when `active`; restore the previous state after it."""
    previous, environment = _active, {name: os.environ.get(name) for name in _VARIABLES}
    if active:
        enable()
    try:
        yield
    finally:
        if active and not previous:
            disable()
            _restore(environment)


def _restore(environment: dict[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _active or event not in _EVENTS:
        return
    host = _host(event, arguments)
    if host is None or _is_local(host):
        return
    raise OfflineError(
        f"Offline mode is on, and something wanted to reach {host!r}. "
        "Run without --offline, or use a model that is already on this machine (jisr models list)."
    )


def _host(event: str, arguments: tuple[object, ...]) -> str | None:
    """Return the host of a socket event, or None for a Unix socket or a bound one."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        address = arguments[1] if len(arguments) > 1 else None
        host = address[0] if isinstance(address, tuple) and address else None
    if isinstance(host, bytes):
        return host.decode("ascii", "replace")
    return host if isinstance(host, str) else None


def _is_local(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
