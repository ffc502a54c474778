"""The networks of other programs as plain torch modules from their papers, narrow and with random weights.

What they compute means nothing; how their files look from outside, and what is in them, is that of the
large ones. Widths are a parameter, so that a test takes a second.
"""

import warnings
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


def _convs(inputs: int, width: int, count: int, *, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    """`count` convolutions with ReLU and batch normalization at the end, as Zhang et al. 2016, table 4."""
    layers: list[nn.Module] = []
    for index in range(count):
        step = stride if index == count - 1 else 1
        layers += [
            nn.Conv2d(inputs if index == 0 else width, width, 3, step, dilation, dilation),
            nn.ReLU(),
        ]
    return nn.Sequential(*layers, nn.BatchNorm2d(width))


class Zhang16(nn.Module):
    """Zhang, Isola, Efros, ECCV 2016: L* from 0 to 100 to a*b*, by way of 313 bins at a quarter.

    Parameters
    ----------
    answer
        "ab", "scores" or "shares".
    """

    def __init__(self, width: int = 8, answer: str = "ab") -> None:
        super().__init__()
        w = width
        self.body = nn.Sequential(
            _convs(1, w, 2, stride=2),
            _convs(w, 2 * w, 2, stride=2),
            _convs(2 * w, 4 * w, 3, stride=2),
            _convs(4 * w, 8 * w, 3),
            _convs(8 * w, 8 * w, 3, dilation=2),
            _convs(8 * w, 8 * w, 3, dilation=2),
            _convs(8 * w, 8 * w, 3),
        )
        self.up = nn.Sequential(
            nn.ConvTranspose2d(8 * w, 4 * w, 4, 2, 1), nn.ReLU(), nn.Conv2d(4 * w, 313, 1)
        )
        self.out = nn.Conv2d(313, 2, 1, bias=False)
        # The centres of real bins lie as far out as this; random ones would all but cancel out.
        nn.init.uniform_(self.out.weight, -1.0, 1.0)
        self.answer = answer

    def forward(self, lightness: Tensor) -> Tensor:
        scores: Tensor = self.up(self.body((lightness - 50.0) / 100.0)) * 20.0
        if self.answer == "scores":
            return scores
        shares = torch.softmax(scores, dim=1)
        if self.answer == "shares":
            return shares
        ab: Tensor = self.out(shares)
        return F.interpolate(ab, scale_factor=4, mode="bilinear", align_corners=False) * 110.0


class Siggraph17(nn.Module):
    """Zhang et al., SIGGRAPH 2017: L* and hints to a*b*, a U-Net."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        w = width
        self.down1 = _convs(4, w, 2)
        self.down2 = _convs(w, 2 * w, 2)
        self.down3 = _convs(2 * w, 4 * w, 3)
        self.deep = nn.Sequential(_convs(4 * w, 8 * w, 3), _convs(8 * w, 8 * w, 3, dilation=2))
        self.up8, self.skip3 = nn.ConvTranspose2d(8 * w, 4 * w, 4, 2, 1), nn.Conv2d(4 * w, 4 * w, 3, 1, 1)
        self.up9, self.skip2 = nn.ConvTranspose2d(4 * w, 2 * w, 4, 2, 1), nn.Conv2d(2 * w, 2 * w, 3, 1, 1)
        self.up10, self.skip1 = nn.ConvTranspose2d(2 * w, w, 4, 2, 1), nn.Conv2d(w, w, 3, 1, 1)
        self.out = nn.Conv2d(w, 2, 1)

    def forward(self, lightness: Tensor, ab: Tensor, mask: Tensor) -> Tensor:
        joined = torch.cat([(lightness - 50.0) / 100.0, ab / 110.0, mask], dim=1)
        one = self.down1(joined)
        two = self.down2(one[:, :, ::2, ::2])
        three = self.down3(two[:, :, ::2, ::2])
        x = self.deep(three[:, :, ::2, ::2])
        x = torch.relu(self.up8(x) + self.skip3(three))
        x = torch.relu(self.up9(x) + self.skip2(two))
        x = torch.relu(self.up10(x) + self.skip1(one))
        return torch.tanh(self.out(x)) * 110.0


class DDColor(nn.Module):
    """Kang et al., ICCV 2023: gray RGB from 0 to 1 to a*b*; a ConvNeXt, a pixel decoder, colour queries."""

    def __init__(self, width: int = 8, queries: int = 10) -> None:
        super().__init__()
        w = width
        self.stem = nn.Conv2d(3, w, 4, 4)
        self.blocks = nn.ModuleList(_ConvNextBlock(w * 2**i) for i in range(4))
        self.halves = nn.ModuleList(nn.Conv2d(w * 2**i, w * 2 ** (i + 1), 2, 2) for i in range(3))
        self.ups = nn.ModuleList(nn.Conv2d(w * 2**i, w * 2 ** (i + 1), 1) for i in (3, 2, 1))
        self.joins = nn.ModuleList(nn.Conv2d(2 * w * 2**i, w * 2**i, 3, 1, 1) for i in (2, 1, 0))
        self.last = nn.Conv2d(w, 16 * w, 1)
        self.queries = nn.Parameter(torch.randn(1, queries, w))
        self.keys = nn.ModuleList(nn.Conv2d(w * 2**i, w, 1) for i in (2, 1, 0))
        self.across = nn.ModuleList(nn.MultiheadAttention(w, 2, batch_first=True) for _ in range(3))
        self.refine = nn.Conv2d(queries + 3, 2, 1)
        nn.init.normal_(self.refine.weight, std=6.0)
        self.mean = torch.tensor(IMAGENET_MEAN)[None, :, None, None]
        self.std = torch.tensor(IMAGENET_STD)[None, :, None, None]

    def forward(self, image: Tensor) -> Tensor:
        image = (image - self.mean) / self.std
        features = [self.blocks[0](self.stem(image))]
        for half, block in zip(self.halves, self.blocks[1:], strict=True):
            features.append(block(half(features[-1])))
        x, levels = features[-1], []
        for up, join, skip in zip(self.ups, self.joins, features[2::-1], strict=True):
            x = torch.relu(join(torch.cat([F.pixel_shuffle(up(x), 2), skip], dim=1)))
            levels.append(x)
        pixels = F.pixel_shuffle(self.last(x), 4)
        queries = self.queries
        for attention, key, level in zip(self.across, self.keys, levels, strict=True):
            seen = key(level).flatten(2).transpose(1, 2)
            queries = queries + attention(queries, seen, seen, need_weights=False)[0]
        colours = torch.einsum("bqc,bchw->bqhw", queries, pixels)
        refined: Tensor = self.refine(torch.cat([colours, image], dim=1))
        return refined


class _ConvNextBlock(nn.Module):
    """Liu et al. 2022, figure 4."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(self.depthwise(x).permute(0, 2, 3, 1))
        narrow: Tensor = self.narrow(F.gelu(self.wide(y)))
        return x + narrow.permute(0, 3, 1, 2)


class DeOldify(nn.Module):
    """Antic 2018: a U-Net with self-attention on a residual encoder, ImageNet's normalization in and out.

    Parameters
    ----------
    in_bytes
        Whether it is wrapped so that it takes and gives 0 to 255, as the ONNX files that go round are.
    """

    def __init__(self, width: int = 8, *, in_bytes: bool = True) -> None:
        super().__init__()
        w = width
        self.in_bytes, self.scale = in_bytes, width**-0.5
        self.stem = nn.Conv2d(3, w, 7, 2, 3)
        self.down1, self.down2 = _convs(w, 2 * w, 2, stride=2), _convs(2 * w, 4 * w, 2, stride=2)
        self.query, self.value = nn.Conv2d(4 * w, w, 1), nn.Conv2d(4 * w, 4 * w, 1)
        self.up1, self.up2 = nn.Conv2d(4 * w, 8 * w, 1), nn.Conv2d(4 * w, 4 * w, 1)
        self.up3, self.out = nn.Conv2d(2 * w, 4 * w, 1), nn.Conv2d(w + 3, 3, 1)
        nn.init.normal_(self.out.weight, std=1.0)
        self.mean = torch.tensor(IMAGENET_MEAN)[None, :, None, None]
        self.std = torch.tensor(IMAGENET_STD)[None, :, None, None]

    def forward(self, image: Tensor) -> Tensor:
        x = (image / 255.0 - self.mean) / self.std if self.in_bytes else image
        one = torch.relu(self.stem(x))
        two = self.down1(one)
        three = self.down2(two)
        query = self.query(three).flatten(2)
        weights = torch.softmax(query.transpose(1, 2) @ query * self.scale, dim=1)
        three = three + (self.value(three).flatten(2) @ weights).view_as(three)
        y = torch.cat([F.pixel_shuffle(self.up1(three), 2), two], dim=1)
        y = torch.cat([F.pixel_shuffle(self.up2(y), 2), one], dim=1)
        y = torch.cat([F.pixel_shuffle(self.up3(y), 2), x], dim=1)
        y = torch.sigmoid(self.out(y)) * 6.0 - 3.0
        return ((y * self.std + self.mean).clamp(0.0, 1.0) * 255.0) if self.in_bytes else y


def export(net: nn.Module, path: Path, shapes: Sequence[tuple[int, int, int]], *, free: bool = False) -> Path:
    """Write a network as ONNX the way most of the files that go round were written.

    Parameters
    ----------
    shapes
        Planes, height and width of each input.
    free
        Whether height and width are free in the file.
    """
    names = [f"input{index}" if index else "input" for index in range(len(shapes))]
    axes = {name: {2: "height", 3: "width"} for name in (*names, "output")} if free else None
    examples = tuple(torch.zeros(1, *shape) for shape in shapes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter is old, and so are the files that people have
        torch.onnx.export(
            net.eval(),
            examples,
            str(path),
            input_names=names,
            output_names=["output"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    return path
