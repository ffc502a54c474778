"""What `tintype colorize` is asked to do: the command line checked as far as no photo is needed for it."""

import argparse
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from colorizer_gui.cli.settings import recipe_of_words
from colorizer_gui.core.batch import (
    DEFAULT_TEMPLATE,
    JobRequest,
    NameTemplate,
    OnExisting,
    Plan,
    PlanError,
    Recipe,
    RunOptions,
    Scan,
    plan,
    scan,
)
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.planning.originals import check_outside
from colorizer_gui.core.batch.planning.planning import result_suffix
from colorizer_gui.core.batch.planning.splitting import split_scans
from colorizer_gui.core.batch.queue.report import check_report_name
from colorizer_gui.core.batch.run.options import RESERVE
from colorizer_gui.core.common.addresses import is_address
from colorizer_gui.core.common.existence import is_folder, is_there
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES

#: Where `--resume` finds what an earlier call did.
JOURNAL_NAME: Final = ".tintype-batch.journal"


class Scanner(Protocol):
    """See `core.batch.scan`."""

    def __call__(self, inputs: Iterable[Path], *, recursive: bool, results: Collection[Path]) -> Scan: ...


@dataclass(frozen=True, slots=True)
class Order:
    """One call of the command.

    Attributes
    ----------
    folder
        The folder that all results go to or below.
    named_result
        The result's own name, when there is one photo and its result was named.
    journal_folder
        Where the journal is kept; None for the output folder.
    split
        Whether a photo is made of each of several on one scan.
    """

    inputs: tuple[Path, ...]
    recursive: bool
    folder: Path
    named_result: Path | None
    plan: Plan
    recipe: Recipe
    options: RunOptions
    reports: tuple[Path, ...]
    split: bool = False
    journal_folder: Path | None = None

    @classmethod
    def of(cls, options: argparse.Namespace) -> "Order":
        """Check what was typed.

        Raises
        ------
        PlanError
            When it makes no sense.
        """
        output: Path = options.output
        named = output if is_photo_name(output) and not is_folder(output) else None
        if named is not None:
            _check_named(named, options)
        folder = output if named is None else named.parent
        template = NameTemplate(options.template or DEFAULT_TEMPLATE)
        for report in options.report:
            check_report_name(report)
        if named is None and not options.allow_inside:
            check_outside(folder, [path for path in options.inputs if is_folder(path)])
        return cls(
            inputs=tuple(options.inputs),
            recursive=options.recursive,
            folder=folder,
            named_result=named,
            plan=Plan(
                folder,
                template,
                options.format,
                model_name(options.weights),
                options.allow_inside,
                numbers_stay=True,
                models=tuple(_model_for(word) for word in options.model_for),
            ),
            recipe=recipe_of_words(options),
            options=RunOptions(
                on_existing=OnExisting(options.on_existing),
                skip_done=options.resume,
                check_space=not options.ignore_space,
                reserve=0 if options.ignore_space else RESERVE,
                turn=options.turn,
            ),
            reports=tuple(options.report),
            split=options.split,
        )

    @property
    def journal(self) -> Path | None:
        """Where the journal is; a single named result needs none."""
        if self.named_result is not None:
            return None
        return (self.journal_folder or self.folder) / JOURNAL_NAME

    def requests(
        self,
        results: Collection[Path],
        counters: Mapping[Path, str] | None = None,
        scanner: Scanner = scan,
    ) -> tuple[Scan, tuple[JobRequest, ...]]:
        """Look for the photos.

        Parameters
        ----------
        results
            What earlier calls wrote; it is not colorized again.
        counters
            The numbers that photos have by an earlier call, by absolute path.
        scanner
            What finds photos, with the parameters of `scan`.

        Raises
        ------
        PlanError
        """
        if self.named_result is not None:
            (source,) = self.inputs
            size = source.stat().st_size if is_there(source) else 0
            return Scan(()), (JobRequest(source, self.named_result, self.recipe, size=size),)
        known = set(results)
        if _real(self.folder) not in {_real(path) for path in self.inputs}:
            known.add(self.folder)
        found = scanner(self.inputs, recursive=self.recursive, results=known)
        given = counters or {}
        photos = [replace(photo, counter=given.get(absolute(photo.path), "")) for photo in found.photos]
        requests = plan(photos, self.plan, self.recipe)
        return found, split_scans(requests) if self.split else requests


def _real(path: Path) -> Path:
    return path if is_address(path) else absolute(path).resolve()


def is_photo_name(path: Path) -> bool:
    """Whether the suffix is that of a format that Tintype reads."""
    return path.suffix.lower() in SUPPORTED_SUFFIXES


def _model_for(word: str) -> tuple[Path, str]:
    """A folder and the network of its photos.

    Raises
    ------
    PlanError
    """
    folder, equals, model = word.rpartition("=")
    if not equals or not model or not is_folder(Path(folder)):
        raise PlanError('"{word}" is no folder and model; write --model-for FOLDER=MODEL.', word=word)
    return Path(folder), model


def model_name(weights: Path | None) -> str:
    """What the template's field ``{model}`` says."""
    if weights is None:
        return "tintype"
    return weights.stem if is_there(weights) else str(weights)


def _check_named(result: Path, options: argparse.Namespace) -> None:
    if len(options.inputs) != 1 or is_folder(options.inputs[0]):
        raise PlanError('-o "{result}" names one file; give a folder for several photos.', result=result)
    if options.split:
        raise PlanError('-o "{result}" names one file; give a folder with --split.', result=result)
    if options.template is not None:
        raise PlanError('-o "{result}" and --template contradict each other; leave one out.', result=result)
    if result_suffix(result, options.format) != result.suffix:
        raise PlanError(
            '-o "{result}" and --format {name} contradict each other; leave one out.',
            result=result,
            name=options.format,
        )
