"""`tintype colorize --cluster`: the same batch, colorized by the nodes of a Ray cluster."""

import argparse
from collections.abc import Callable
from pathlib import Path

from colorizer_gui.cli.plan import Order
from colorizer_gui.cluster.crew import RayCrew
from colorizer_gui.cluster.engine import ClusterEngine
from colorizer_gui.cluster.finishing import Finisher
from colorizer_gui.cluster.messages import Setup
from colorizer_gui.core.batch import BatchEngine, BatchEvent, Job, JobQueue, ModelIdentity, PlanError
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.common.addresses import is_address
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.prediction.prediction import Colorizer


def engine(
    order: Order,
    queue: JobQueue,
    colorizer: Colorizer,
    model: ModelIdentity,
    options: argparse.Namespace,
    token: CancelToken,
    on_event: Callable[[BatchEvent], None],
    others: OtherModels | None,
) -> BatchEngine:
    """The engine of a run on the cluster that the command line names.

    Raises
    ------
    ClusterError, PlanError
    """

    def model_of(job: Job) -> str:
        name = job.request.recipe.model
        return others.identity(name).sha256 if name and others is not None else model.sha256

    folder = absolute(order.folder)
    finisher = Finisher(queue, folder, order.options, model_of)
    setup = Setup(
        version=VERSION,
        model_name=model.name,
        model_sha256=model.sha256,
        weights=_weights(options.weights),
        device=options.device,
        output=str(folder),
        work=str(finisher.work),
        reserve=order.options.reserve,
    )
    crew = RayCrew(options.cluster, setup)
    try:
        finisher.prepare()
    except PlanError:
        crew.close()
        raise
    near = order.journal.parent if order.journal is not None and is_address(folder) else folder
    return ClusterEngine(
        queue,
        crew,
        finisher,
        colorizer=colorizer,
        model=model,
        output=near,
        options=order.options,
        token=token,
        on_event=on_event,
    )


def _weights(weights: Path | None) -> str | None:
    """A file by its whole name, a model of the shelf as it was named."""
    if weights is None:
        return None
    return str(absolute(weights)) if weights.exists() else str(weights)
