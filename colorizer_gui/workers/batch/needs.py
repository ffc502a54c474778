"""What a batch needs that only the whole program can make."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from colorizer_gui.core.batch.lanes.lane import Lane, LaneMaker, LaneSetup
from colorizer_gui.core.batch.run.other_models import OtherModels


def _nobody(_setup: LaneSetup, _waiting: int) -> Sequence[Lane]:
    return ()


@dataclass(frozen=True, slots=True)
class BatchNeeds:
    """See `BatchWorker`, whose thread calls all of them, once for each run.

    Attributes
    ----------
    prepare_thread
        Called before a run.
    make_others
        Makes what opens the networks that single folders have.
    make_lanes
        Makes what carries photos beside the engine's own threads.
    """

    prepare_thread: Callable[[], None] = lambda: None
    make_others: Callable[[], OtherModels | None] = lambda: None
    make_lanes: LaneMaker = _nobody
