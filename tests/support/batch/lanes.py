"""Networks for the processes that carry photos in a test, and a run that leaves its photos to them."""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from colorizer_gui.core.batch import BatchEvent, JobChanged, JobState, Summary
from colorizer_gui.core.batch.lanes.engine import LaneEngine
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.prediction.prediction import Guidance, ModelIdentity, Prediction
from colorizer_gui.processes.carrier import NetworkMaker
from colorizer_gui.processes.lanes import ProcessLanes
from tests.support.batch.bench import MODEL, Bench
from tests.support.batch.box import WarmColorizer


class KnownColorizer(WarmColorizer):
    """Costs nothing, says who it is, and knows which way is up."""

    model = MODEL

    def quarter_turns(self, lightness: FloatArray) -> int:
        """See `turns_by_dark_side`."""
        from tests.support.photos.held import turns_by_dark_side  # brings Qt along, which few processes need

        return turns_by_dark_side(lightness)


def known() -> tuple[KnownColorizer, None]:
    """The network of the run."""
    return KnownColorizer(), None


def strange() -> tuple[KnownColorizer, None]:
    """Another network than that of the run."""
    colorizer = KnownColorizer()
    colorizer.model = ModelIdentity("other", "1" * 64)
    return colorizer, None


def missing() -> tuple[KnownColorizer, None]:
    """Weights that are gone."""
    raise WeightsError("The weights are gone.")


@dataclass(frozen=True)
class Waiting:
    """Makes a network that says in a file which process it is in, and waits there, once, for its end."""

    flag: Path

    def __call__(self) -> tuple["WaitingColorizer", None]:
        return WaitingColorizer(self.flag), None


class WaitingColorizer(KnownColorizer):
    """See `Waiting`."""

    def __init__(self, flag: Path) -> None:
        super().__init__()
        self.flag = flag

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        if not self.calls:
            self._wait()
        return super().predict_ab(lightness, guidance)

    def _wait(self) -> None:
        whole = self.flag.with_suffix(".tmp")
        whole.write_text(str(os.getpid()), encoding="ascii")
        whole.replace(self.flag)
        while self.flag.exists():
            time.sleep(0.01)


@dataclass
class LaneRun:
    """A run whose own threads hold their first photo until `enough` photos are done, or `go` is set."""

    bench: Bench
    make: NetworkMaker = known
    lanes: int = 1
    pays: Callable[[], bool] = lambda: True
    enough: int = 0
    token: CancelToken = field(default_factory=CancelToken)
    go: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        colorizer = KnownColorizer()
        colorizer.at_call = {1: self._hold}
        self.engine = LaneEngine(
            self.bench.queue,
            colorizer,
            model=MODEL,
            output=self.bench.out,
            options=self.bench.options,
            token=self.token,
            on_event=self._on_event,
            make_lanes=ProcessLanes(self.make, self.pays, most=self.lanes),
        )
        self._ended = 0

    def run(self) -> Summary:
        """Run to the end."""
        return self.engine.run()

    def _hold(self) -> None:
        assert self.go.wait(120), "nobody else did anything"

    def _on_event(self, event: BatchEvent) -> None:
        self.bench.events.append(event)
        self.bench.listen(event)
        if isinstance(event, JobChanged) and event.job.state not in {JobState.RUNNING, JobState.QUEUED}:
            self._ended += 1
            if self._ended >= self.enough:
                self.go.set()
