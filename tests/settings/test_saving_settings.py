"""How results are written and labelled is remembered, and nonsense in the store counts as nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.recipe.result_label import LabelOptions, SourceType
from colorizer_gui.settings.saving_settings import SavingSettings
from colorizer_gui.settings.settings import Settings


def test_they_are_remembered(settings: Settings) -> None:
    saving = settings.saving
    assert settings.write_options == WriteOptions()
    assert saving.label == LabelOptions()
    saving.depth, saving.profile, saving.webp_lossless, saving.mark = 8, "source", True, "top-left"
    saving.caption, saving.source_type, saving.max_megapixels = " Kiel ", SourceType.GENERATED, 900
    settings.quality = 70
    again = SavingSettings(settings._store)
    assert again.writing(settings.quality) == settings.write_options
    assert settings.write_options == WriteOptions(
        quality=70, webp_lossless=True, depth=8, profile="source", mark="top-left"
    )
    assert again.label == LabelOptions("Kiel", SourceType.GENERATED)
    assert again.reading.max_pixels == 900_000_000


@pytest.mark.parametrize("value", ["", "nonsense", -5, None, [1, 2]])
def test_nonsense_in_the_store_counts_as_nothing(tmp_path: Path, value: object) -> None:
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    for key in ("depth", "tiffCompression", "profile", "mark", "sourceType", "sidecar", "webpLossless"):
        store.setValue(key, value)
    store.setValue("maxMegapixels", "many")
    saving = SavingSettings(store)
    assert saving.writing(95) == WriteOptions()
    assert saving.source_type is SourceType.COMPOSITE
    assert saving.max_megapixels == 400


def test_a_template_that_is_stored_wrongly_counts_for_nothing(settings: Settings) -> None:
    settings.saving.template = "{nothing}"
    assert settings.saving.template == "{name}-colorized"
