"""Names of results by a template such as ``{parent} {name} {counter}``."""

import os
import re
from dataclasses import dataclass, replace
from string import Formatter
from typing import Final

from colorizer_gui.core.batch.jobs.errors import PlanError
from colorizer_gui.core.photo_io.writing.naming import fitting_name

DEFAULT_TEMPLATE: Final = "{name}-colorized"
FIELDS: Final = ("name", "parent", "date", "model", "counter")
#: Characters that Windows has no names with; results may be copied there, so they are refused everywhere.
_ILLEGAL: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])\s*(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameFields:
    """What a template is filled with.

    Attributes
    ----------
    name
        The source's name without its suffix.
    parent
        The name of the source's folder.
    date
        When the photo was taken, ``1932-07-14``.
    counter
        Its place in the batch, from 1 on, with leading zeros.
    """

    name: str
    parent: str
    date: str
    model: str
    counter: str


class NameTemplate:
    """A checked template.

    Raises
    ------
    PlanError
        When a template cannot give names; one sentence that says what to change.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            parts = list(Formatter().parse(text))
        except ValueError as exc:
            raise PlanError(
                'In the name "{text}" a brace is missing; write fields like {{name}}.', text=text
            ) from exc
        self.fields = frozenset(field for _, field, _, _ in parts if field is not None)
        self._check("".join(literal for literal, _, _, _ in parts))
        if any(spec or conversion for _, _, spec, conversion in parts):
            raise PlanError(
                'In the name "{text}" a field has more than its name; write it like {{name}}.', text=text
            )
        if text.startswith("."):
            raise PlanError('The name "{text}" begins with a dot, so its files would be hidden.', text=text)

    def expand(self, fields: NameFields) -> str:
        """A file name without its suffix; what other systems do not allow in a field becomes ``_``."""
        values = {
            "name": fields.name,
            "parent": _ILLEGAL.sub("_", fields.parent),
            "date": _ILLEGAL.sub("_", fields.date),
            "model": _ILLEGAL.sub("_", fields.model),
            "counter": fields.counter,
        }
        name = self.text.format(**values).strip()
        return f"_{name}" if self.text != "{name}" and _RESERVED.match(name) else name

    def file_name(self, fields: NameFields, ending: str) -> str:
        """A file name that file systems take; where it would be too long the end of the source's is left out.

        Parameters
        ----------
        ending
            What follows the template, the suffix included.
        """
        whole = self.expand(fields)
        fitting = fitting_name(whole, ending)
        if fitting == whole + ending:
            return fitting
        most = len(os.fsencode(fitting))
        name = fields.name
        while name:
            name = name[:-1]
            shorter = self.expand(replace(fields, name=name.rstrip(" ."))) + ending
            if name and len(os.fsencode(shorter)) <= most:
                return shorter
        return fitting

    def _check(self, literals: str) -> None:
        text = self.text
        unknown = sorted(self.fields - set(FIELDS))
        if unknown:
            known = ", ".join(f"{{{field}}}" for field in FIELDS)
            raise PlanError(
                'The name "{text}" has the unknown field {{{field}}}; there are {known}.',
                text=text,
                field=unknown[0],
                known=known,
            )
        if not self.fields & {"name", "counter"}:
            raise PlanError(
                'The name "{text}" would be the same for all photos; add {{name}} or {{counter}}.', text=text
            )
        illegal = _ILLEGAL.search(literals)
        if illegal:
            raise PlanError(
                'The name "{text}" has {character} in it, which file names must not have.',
                text=text,
                character=repr(illegal.group()),
            )
