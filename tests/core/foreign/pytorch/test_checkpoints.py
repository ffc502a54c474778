"""PyTorch checkpoints of DDColor, made with spandrel's own architecture, and everything that is none."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.foreign.card import Kind
from colorizer_gui.core.foreign.conventions import Convention, Gives, Takes, encode
from colorizer_gui.core.foreign.files import kind_of
from colorizer_gui.core.foreign.opening import licence_notice, load_engine, load_foreign, open_colorizer
from colorizer_gui.core.foreign.pytorch.architectures import architectures
from colorizer_gui.core.foreign.recognition import sample_picture
from colorizer_gui.core.foreign.shelf import Shelf


@pytest.fixture(scope="module")
def ddcolor() -> nn.Module:
    """The smallest that there is, 55 million random weights."""
    architectures()
    from spandrel_extra_arches.architectures.DDColor import DDColor

    torch.manual_seed(313)
    net: nn.Module = DDColor(
        encoder_name="convnext-t",
        decoder_name="MultiScaleColorDecoder",
        input_size=(64, 64),
        num_output_channels=2,
        last_norm="Spectral",
        num_queries=100,
        num_scales=3,
        dec_layers=9,
    )
    return net.eval()


@pytest.mark.parametrize("form", ["as its authors save it", "as safetensors"])
def test_a_checkpoint_of_ddcolor_gives_what_the_network_gives(
    tmp_path: Path, shelf: Shelf, ddcolor: nn.Module, form: str
) -> None:
    tensors = ddcolor.state_dict()
    if form == "as safetensors":
        path = tmp_path / "ddcolor.safetensors"
        save_file({name: value.contiguous() for name, value in tensors.items()}, path)
    else:
        path = tmp_path / "ddcolor.pth"
        torch.save({"params": tensors}, path)
    assert kind_of(path) is Kind.CHECKPOINT
    loaded = load_foreign(path, "cpu")
    assert loaded.recognition.family == "DDColor"
    lightness = sample_picture(64, 96)
    colorizer = loaded.colorizer(Convention(Takes.GRAY, Gives.AB, side=64), "ddcolor")
    picture = torch.from_numpy(encode(lightness, Takes.GRAY, 3))
    with torch.inference_mode():
        expected = ddcolor(picture)[0].numpy().transpose(1, 2, 0)
    assert np.abs(colorizer.predict_ab(lightness).ab - expected.clip(-128, 128)).max() < 1e-2


def test_what_runs_is_never_unpickled(tmp_path: Path, shelf: Shelf) -> None:
    marker = tmp_path / "ran"
    path = tmp_path / "program.pth"
    torch.save({"params": _Program(marker)}, path)
    with pytest.raises(WeightsError, match="more than tensors") as caught:
        open_colorizer(path, "cpu", shelf=shelf)
    assert str(caught.value).count(".") >= 1
    assert not marker.exists()


class _Program:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return Path.touch, (self.path,)


def test_a_network_that_enlarges_is_named(tmp_path: Path, shelf: Shelf) -> None:
    architectures()
    from spandrel.architectures.Compact import Compact

    path = tmp_path / "x4.pth"
    torch.save(
        {"params": Compact(num_in_ch=3, num_out_ch=3, num_feat=8, num_conv=2, upscale=4).state_dict()}, path
    )
    with pytest.raises(WeightsError, match="it enlarges photos, it does not colorize"):
        open_colorizer(path, "cpu", shelf=shelf)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"PK\x03\x04 no archive", "no whole checkpoint"), (b"", "no whole checkpoint")],
)
def test_a_damaged_checkpoint(tmp_path: Path, shelf: Shelf, content: bytes, words: str) -> None:
    path = tmp_path / "damaged.pth"
    path.write_bytes(content)
    with pytest.raises(WeightsError, match=words):
        open_colorizer(path, "cpu", shelf=shelf)


def test_tensors_of_nothing_known(tmp_path: Path, shelf: Shelf) -> None:
    path = tmp_path / "unknown.pth"
    torch.save({"weight": torch.zeros(3)}, path)
    with pytest.raises(WeightsError, match="not known"):
        open_colorizer(path, "cpu", shelf=shelf)
    torch.save([1, 2, 3], path)
    with pytest.raises(WeightsError, match="holds no tensors"):
        open_colorizer(path, "cpu", shelf=shelf)


def test_licences_are_said_before_a_checkpoint_is_opened(tmp_path: Path, shelf: Shelf) -> None:
    path = tmp_path / "ddcolor.pth"
    path.write_bytes(b"PK\x03\x04")
    notice = licence_notice(path, shelf)
    assert notice is not None
    assert "commercial use" in notice
    assert licence_notice(None, shelf) is None


def test_without_spandrel_a_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    path = tmp_path / "ddcolor.pth"
    torch.save({"weight": torch.zeros(3)}, path)
    monkeypatch.setitem(sys.modules, "spandrel", None)
    with pytest.raises(WeightsError, match=r"pip install tintype\[checkpoints\]"):
        load_engine(path, "cpu")


def test_the_program_has_no_torchvision_of_its_own_afterwards() -> None:
    import sys

    architectures()
    torchvision = sys.modules.get("torchvision")
    assert torchvision is None or hasattr(torchvision, "__version__")
