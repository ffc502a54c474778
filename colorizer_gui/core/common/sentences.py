"""Sentences for the user: English text that remembers its template and fields, so that it can be translated.

The core speaks English and knows no translations. What it says is a `Sentence`: a plain string for the
command line, logs and reports; the window translates the template and puts the same fields into it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Self


class Sentence(str):
    """A string that is its template with the fields put in.

    Parameters
    ----------
    template
        English, written out where the sentence is made so that a tool finds it, with ``{name}`` for each
        field. Without fields it stands as it is, braces included.
    fields
        File names, numbers, or further sentences.

    Attributes
    ----------
    template, fields
        What it was made of.
    """

    __slots__ = ("fields", "template")
    template: str
    fields: Mapping[str, object]

    def __new__(cls, template: str, /, **fields: object) -> Self:
        sentence = super().__new__(cls, template.format(**fields) if fields else template)
        sentence.template = template
        sentence.fields = fields
        return sentence

    @classmethod
    def joined(cls, sentences: Iterable[str]) -> Self:
        """Several sentences, one after another."""
        parts = {f"part{index}": sentence for index, sentence in enumerate(filter(None, sentences))}
        return cls(" ".join(f"{{{name}}}" for name in parts), **parts)

    def to_plain(self) -> dict[str, Any]:
        """What JSON can hold; see `from_plain`."""
        fields = {
            name: value.to_plain() if isinstance(value, Sentence) else str(value)
            for name, value in self.fields.items()
        }
        return {"template": self.template, "fields": fields}

    @classmethod
    def from_plain(cls, plain: object) -> "Sentence":
        """Undo `to_plain`.

        Raises
        ------
        ValueError
            When it is something else.
        """
        if not isinstance(plain, dict) or not isinstance(plain.get("template"), str):
            raise ValueError("this is no sentence")  # noqa: TRY004 - what was stored is damaged
        try:
            template, stored = plain["template"], plain["fields"]
            fields = {name: v if isinstance(v, str) else cls.from_plain(v) for name, v in stored.items()}
            return cls(template, **fields)
        except (TypeError, LookupError, AttributeError) as exc:
            raise ValueError("this is no sentence") from exc


class SentenceError(Exception):
    """An error whose message is a `Sentence`, or a part of one.

    Attributes
    ----------
    sentence
        The message.
    """

    def __init__(self, template: str, /, **fields: object) -> None:
        self.sentence = template if isinstance(template, Sentence) else Sentence(template, **fields)
        super().__init__(str(self.sentence))


def reason_of(exc: BaseException) -> str:
    """What the system says about an error, in its own language."""
    return getattr(exc, "strerror", None) or Sentence("unknown reason")
