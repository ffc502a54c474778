"""Untrained weights, and a colorizer of them; and networks that are less deep."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import nn

from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.model.weights import LoadedWeights
from tests.support.networks.asked import CPU
from tests.support.networks.shallow import shallow_encoders


@pytest.fixture(scope="module")
def weights() -> LoadedWeights:
    torch.manual_seed(5)
    net = ColorizationNet(NetworkConfig(widths=(32, 32, 16, 16)))
    nn.init.normal_(net.decoder.level8.hint.weight)
    return LoadedWeights(Path("untrained"), net.config, net.state_dict(), "0", {})


@pytest.fixture(scope="module")
def colorizer(weights: LoadedWeights) -> NetworkColorizer:
    return NetworkColorizer(weights, CPU, short_side=64)


@pytest.fixture(scope="module")
def shallow() -> Iterator[None]:
    """See `shallow_encoders`."""
    with shallow_encoders():
        yield
