"""Forbids the network in this process, for good: an audit hook cannot be taken out again."""

import socket
import sys

_CONNECTING = {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"}
_LOOKING_UP = {
    "socket.getaddrinfo",
    "socket.gethostbyaddr",
    "socket.gethostbyname",
    "socket.getnameinfo",
}
_FAMILIES = {socket.AF_INET, socket.AF_INET6}


class NetworkForbiddenError(RuntimeError):
    """Something tried to reach the network."""


def forbid_network() -> None:
    """Make every use of an internet socket and every look-up of a host raise."""
    sys.addaudithook(_hook)


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOKING_UP or (
        event in _CONNECTING and isinstance(arguments[0], socket.socket) and arguments[0].family in _FAMILIES
    ):
        raise NetworkForbiddenError(f"{event} {arguments[1:]}")
