"""Join a network of convolutions and one of tokens, each trained by itself, to a pair (`pair_network`)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.network_config import ARCHITECTURE, PAIR, TOKENS
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.weights import LoadedWeights, load_weights, save_weights
from model_training.report.model_card import pair_card


def join(
    convolutions: Path, tokens: Path, out: Path, *, encoder: Path | None = None, compact: bool = False
) -> str:
    """Write the pair of two weights files, and a model card beside it.

    Both distributions are brought to the class weights of the first, which the pair keeps: the logits of
    the second move by the logarithm of what their class weights differ by.

    Parameters
    ----------
    out
        The weights file; holds the encoders as well when `encoder` is None.
    compact
        See `save_weights`.

    Returns
    -------
    The hash of the pair.

    Raises
    ------
    WeightsError
        When a file cannot be read or written, or the two are not of the kinds that make a pair.
    """
    first, second = load_weights(convolutions), load_weights(tokens)
    for loaded, wanted in ((first, ARCHITECTURE), (second, TOKENS)):
        if loaded.config.architecture != wanted:
            raise WeightsError(
                "{path} is of the architecture {architecture}, and a pair needs {wanted} there.",
                path=loaded.path,
                architecture=loaded.config.architecture,
                wanted=wanted,
            )
    if first.class_weights is None or second.class_weights is None:
        raise WeightsError(
            "{path} does not say its class weights, without which it cannot be joined; export it again.",
            path=convolutions if first.class_weights is None else tokens,
        )
    net = _joined(first, second)
    bias = net.decoder.tokens.get_parameter("head.1.bias")
    with torch.no_grad():
        bias.add_(torch.from_numpy(np.log(first.class_weights) - np.log(second.class_weights)))
    provenance: dict[str, Any] = {"convolutions": _origin(first), "tokens": _origin(second)}
    out.parent.mkdir(parents=True, exist_ok=True)
    save_weights(
        out, net, provenance, encoder_path=encoder, class_weights=first.class_weights, compact=compact
    )
    sha256 = load_weights(out).sha256
    out.with_suffix(".md").write_text(pair_card(out, sha256, provenance), encoding="utf-8")
    return sha256


def _joined(first: LoadedWeights, second: LoadedWeights) -> PairColorizationNet:
    net = PairColorizationNet(replace(first.config, architecture=PAIR, tokens=second.config))
    state = {}
    for loaded, half in ((first, "convolutions"), (second, "tokens")):
        for name, value in loaded.tensors.items():
            part, rest = name.split(".", 1)
            state[f"{part}.{half}.{rest}"] = value
    net.load_state_dict(state)
    return net


def _origin(loaded: LoadedWeights) -> dict[str, Any]:
    return {"name": loaded.path.name, "sha256": loaded.sha256, "provenance": dict(loaded.provenance)}
