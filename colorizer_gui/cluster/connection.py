"""The way to a Ray cluster, and what is said when there is none."""

import atexit
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final

from colorizer_gui.cluster.errors import ClusterError

Nodes = Sequence[Mapping[str, Any]]
#: Seconds between two looks at which nodes there are, and after which a head that does not answer is gone.
#: Ray itself waits for 60 and then ends the process, without a word from us.
_LOOK: Final = 10.0
_GONE: Final = 25.0
#: Set when the connection to a head was lost.
_LEFT: Final = threading.Event()


def connect(address: str) -> Any:  # noqa: ANN401 - a module
    """Ray, connected.

    Raises
    ------
    ClusterError
    """
    # Nothing is told to anybody (Ray would).
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    if _has_token():
        # As `ray start` does where there is one; `ray.init` asks for this word.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
    atexit.register(_leave)  # before Ray's own, so that it comes after them
    try:
        import ray
    except ImportError as exc:
        raise ClusterError(
            "A cluster needs Ray, which is not installed; install Tintype with it: pipx install "
            "tintype[cluster]."
        ) from exc
    try:
        own = {"include_dashboard": False} if address == "local" else {}
        ray.init(address=address, log_to_driver=False, logging_level="ERROR", namespace="tintype", **own)
    except Exception as exc:
        raise ClusterError(
            'There is no Ray cluster at "{address}" that this computer belongs to ({reason}); docs/scale.md '
            "says how one is started.",
            address=address,
            reason=(str(exc).strip() or type(exc).__name__).splitlines()[0].rstrip("."),
        ) from exc
    return ray


def _has_token() -> bool:
    named = os.environ.get("RAY_AUTH_TOKEN_PATH")
    file = Path(named) if named else Path.home() / ".ray" / "auth_token"
    return "RAY_AUTH_TOKEN" in os.environ or file.is_file()


class Lookout:
    """Looks every few seconds which nodes there are, in a thread: a head that is gone keeps one waiting.

    Parameters
    ----------
    ask
        `ray.nodes`.
    clock
        Seconds that only grow.
    """

    def __init__(self, ask: Callable[[], Nodes], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._clock = ask, clock
        self._asked = float("-inf")
        self._answer: Future[Nodes] | None = None

    def nodes(self) -> Nodes | None:
        """What was seen since the last call, or None.

        Raises
        ------
        ClusterError
            When the head does not answer.
        """
        waited = self._clock() - self._asked
        if self._answer is None:
            if waited > _LOOK:
                self._asked, self._answer = self._clock(), Future()
                threading.Thread(
                    target=self._look, args=(self._answer,), name="cluster-look", daemon=True
                ).start()
        elif self._answer.done():
            answer, self._answer = self._answer, None
            with reached():
                return answer.result()
        elif waited > _GONE:
            raise _head_is_gone(f"{waited:.0f} s")
        return None

    def _look(self, answer: "Future[Nodes]") -> None:
        try:
            answer.set_result(self._ask())
        except Exception as exc:  # noqa: BLE001 - raised where it is asked for
            answer.set_exception(exc)


def disconnect(ray: Any, *, lost: bool) -> None:  # noqa: ANN401 - a module
    """Let all workers go; without a head there is nobody to tell, and Ray would wait for it."""
    if lost:
        atexit.unregister(ray.shutdown)
        _LEFT.set()
    else:
        ray.shutdown()


def _leave() -> None:
    """End the process where a thread still waits in Ray for the head, which would crash Python at its end."""
    if _LEFT.is_set():
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)


def _head_is_gone(reason: str) -> ClusterError:
    return ClusterError(
        "The head of the cluster cannot be reached any more ({reason}); start it and go on.", reason=reason
    )


class reached:  # noqa: N801 - reads as a word after `with`
    """Turns what Ray raises when the head is gone into a sentence."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, exc: BaseException | None, _trace: object) -> None:
        name = type(exc).__name__
        if exc is not None and (name in _LOST or isinstance(exc, ConnectionError)):
            raise _head_is_gone(name) from exc


_LOST: Final = frozenset(
    {"RaySystemError", "RpcError", "GetTimeoutError", "RaySystemException", "RuntimeError"}
)
