"""What of `tintype colorize` goes together with a cluster and with addresses."""

import argparse
from dataclasses import replace

from colorizer_gui.cli.plan import Order
from colorizer_gui.core.batch import PlanError
from colorizer_gui.core.common.addresses import is_address


def check(order: Order, options: argparse.Namespace) -> Order:
    """The order as a cluster takes it.

    Raises
    ------
    PlanError
        When addresses and options do not go together.
    """
    if options.turn and options.cluster is not None:
        raise PlanError("Photos are turned on this computer only; leave out --turn or --cluster.")
    if options.jobs is not None and options.cluster is not None:
        raise PlanError(
            "--jobs counts processes of this computer, and each node of a cluster takes as many photos as it "
            "can; leave out --jobs or --cluster."
        )
    far = is_address(order.folder)
    sources = [path for path in order.inputs if is_address(path)]
    if options.cluster is None:
        if far or sources or options.journal is not None:
            raise PlanError(
                "Addresses and --journal are for clusters; give --cluster as well, or use folders."
            )
        return order
    if order.named_result is not None:
        raise PlanError(
            'A cluster writes into a folder, and -o "{result}" names a file; give a folder.',
            result=order.named_result,
        )
    if far and options.journal is None:
        raise PlanError(
            'Results go to "{output}", where no journal can be kept; choose a folder for it with --journal.',
            output=order.folder,
        )
    if str(order.folder).startswith(("http://", "https://")):
        raise PlanError(
            'Nothing can be written to "{output}"; choose a folder or s3://.', output=order.folder
        )
    inside = [source for source in sources if order.folder.is_relative_to(source)]
    if inside and not options.allow_inside:
        raise PlanError(
            '"{output}" lies in "{root}", where the originals are; choose another place, or --allow-inside.',
            output=order.folder,
            root=inside[0],
        )
    if sources and (order.split or "date" in order.plan.template.fields):
        raise PlanError("--split and a date in names look into photos, which must lie in folders for that.")
    plan = replace(order.plan, allow_inside=True) if far or sources else order.plan
    run = replace(order.options, check_space=order.options.check_space and not far)
    return replace(order, plan=plan, options=run, journal_folder=options.journal)
