"""Sentences remember their template, and stay plain strings for everybody else."""

import json
from pathlib import Path

import pytest

from colorizer_gui.core.batch.jobs.errors import JournalError
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.common.sentences import Sentence, reason_of


def test_a_sentence_is_a_string_with_its_fields_put_in() -> None:
    sentence = Sentence('The photo "{path}" {reason}.', path=Path("{x}.jpg"), reason=Sentence("is {{small}"))
    assert sentence == 'The photo "{x}.jpg" is {{small}.'
    assert isinstance(sentence, str)
    assert sentence.template == 'The photo "{path}" {reason}.'


def test_an_error_reads_as_its_sentence() -> None:
    error = PhotoReadError('The file "{path}" is empty; choose another photo.', path="a.jpg")
    assert str(error) == 'The file "a.jpg" is empty; choose another photo.'
    assert error.sentence.fields == {"path": "a.jpg"}
    assert str(PhotoReadError(error.sentence)) == str(error)
    assert PhotoReadError(error.sentence).sentence is error.sentence
    assert str(PhotoReadError("ready-made {text}")) == "ready-made {text}"


def test_an_error_with_facts_keeps_them_apart_from_the_fields() -> None:
    error = JournalError('The disk with "{path}" is full.', path="j", disk_full=True)
    assert (str(error), error.disk_full) == ('The disk with "j" is full.', True)


def test_sentences_survive_json() -> None:
    inner = Sentence("has {count}", count=Sentence("1 page"))
    sentence = Sentence.joined(["", Sentence("The photo {reason}.", reason=inner), "Plain {text}."])
    again = Sentence.from_plain(json.loads(json.dumps(sentence.to_plain())))
    assert again == sentence == "The photo has 1 page. Plain {text}."
    assert again.to_plain() == sentence.to_plain()


@pytest.mark.parametrize(
    "plain",
    [None, "text", {}, {"template": 3, "fields": {}}, {"template": "{a}", "fields": {"b": "c"}},
     {"template": "a", "fields": [1]}, {"template": "{a}", "fields": {"a": 1}}],
)  # fmt: skip
def test_what_is_no_sentence_is_refused(plain: object) -> None:
    with pytest.raises(ValueError, match="no sentence"):
        Sentence.from_plain(plain)


def test_the_reason_of_the_system() -> None:
    assert reason_of(OSError(2, "No such file")) == "No such file"
    assert reason_of(OSError()) == "unknown reason"
