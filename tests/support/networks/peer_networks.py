"""The networks of three other colorizers at their full size, as plain torch modules with random weights.

Written down from the papers and the layout of the published code; time does not depend on the weights.
Spectral norms, which are folded into the weights for use, and the conversion of pictures are left out.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Peer:
    """A network, how it is asked, and how large it is said to be.

    Attributes
    ----------
    planes, side
        Of its input, a square as its own program takes.
    parameters
        In millions.
    """

    name: str
    make: Callable[[], nn.Module]
    planes: int
    side: int
    parameters: float


def _convs(inputs: int, width: int, count: int, dilation: int = 1) -> nn.Sequential:
    layers: list[nn.Module] = []
    for index in range(count):
        layers += [nn.Conv2d(width if index else inputs, width, 3, 1, dilation, dilation), nn.ReLU()]
    return nn.Sequential(*layers, nn.BatchNorm2d(width))


class Siggraph17(nn.Module):
    """Zhang et al., SIGGRAPH 2017, figure 2: (N, 4, H, W) lightness, hints and mask to (N, 2, H, W)."""

    def __init__(self) -> None:
        super().__init__()
        self.down = nn.ModuleList([_convs(4, 64, 2), _convs(64, 128, 2), _convs(128, 256, 3)])
        self.deep = nn.Sequential(
            _convs(256, 512, 3), _convs(512, 512, 3, 2), _convs(512, 512, 3, 2), _convs(512, 512, 3)
        )
        widths = ((512, 256, 256), (256, 128, 128), (128, 128, 64))
        self.up = nn.ModuleList(nn.ConvTranspose2d(low, high, 4, 2, 1) for low, high, _ in widths)
        self.skips = nn.ModuleList(nn.Conv2d(skip, high, 3, 1, 1) for _, high, skip in widths)
        self.after = nn.ModuleList(
            [_convs(256, 256, 2), _convs(128, 128, 1), nn.Sequential(nn.Conv2d(128, 128, 3, 1, 1), nn.ReLU())]
        )
        self.bins = nn.Conv2d(256, 529, 1)  # for training alone
        self.out = nn.Conv2d(128, 2, 1)

    def forward(self, x: Tensor) -> Tensor:
        seen = []
        for stage in self.down:
            seen.append(stage(x))
            x = seen[-1][:, :, ::2, ::2]
        x = self.deep(x)
        for up, skip, after in zip(self.up, self.skips, self.after, strict=True):
            x = after(torch.relu(up(x) + skip(seen.pop())))
        return torch.tanh(self.out(x))


class _Shuffled(nn.Module):
    """A 1 x 1 convolution, pixels shuffled to a larger plane, and a blur over 2 x 2 of them."""

    def __init__(self, inputs: int, width: int, scale: int = 2) -> None:
        super().__init__()
        self.conv, self.scale = nn.Conv2d(inputs, width * scale**2, 1), scale

    def forward(self, x: Tensor) -> Tensor:
        x = torch.relu(F.pixel_shuffle(self.conv(x), self.scale))
        return F.avg_pool2d(F.pad(x, (1, 0, 1, 0), mode="replicate"), 2, 1)


class _ConvNextBlock(nn.Module):
    """Liu et al., CVPR 2022, figure 4."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.scale = nn.Parameter(torch.full((width,), 1e-6))

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(self.depthwise(x).permute(0, 2, 3, 1))
        changed: Tensor = self.scale * self.narrow(F.gelu(self.wide(y)))
        return x + changed.permute(0, 3, 1, 2)


class _ColourLayer(nn.Module):
    """Kang et al., ICCV 2023, figure 3: queries look at an image, at each other, and are widened."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.across = nn.MultiheadAttention(width, 8, batch_first=True)
        self.among = nn.MultiheadAttention(width, 8, batch_first=True)
        self.wide, self.narrow = nn.Linear(width, 2048), nn.Linear(2048, width)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))

    def forward(self, queries: Tensor, image: Tensor) -> Tensor:
        queries = self.norms[0](queries + self.across(queries, image, image, need_weights=False)[0])
        queries = self.norms[1](queries + self.among(queries, queries, queries, need_weights=False)[0])
        answer: Tensor = self.norms[2](queries + self.narrow(torch.relu(self.wide(queries))))
        return answer


class DDColorT(nn.Module):
    """Kang et al., ICCV 2023, the small one: (N, 3, H, W) gray RGB to (N, 2, H, W); 100 queries, 9 layers."""

    def __init__(self) -> None:
        super().__init__()
        widths, depths = (96, 192, 384, 768), (3, 3, 9, 3)
        self.stem = nn.Conv2d(3, 96, 4, 4)
        self.halves = nn.ModuleList(nn.Conv2d(low, high, 2, 2) for low, high in itertools.pairwise(widths))
        self.stages = nn.ModuleList(
            nn.Sequential(*(_ConvNextBlock(width) for _ in range(depth)))
            for width, depth in zip(widths, depths, strict=True)
        )
        self.norms = nn.ModuleList(nn.GroupNorm(1, width) for width in widths)
        self.ups = nn.ModuleList([_Shuffled(768, 512), _Shuffled(512, 512), _Shuffled(512, 256)])
        self.before = nn.ModuleList(nn.BatchNorm2d(width) for width in (384, 192, 96))
        self.joins = nn.ModuleList(
            nn.Conv2d(up + skip, up, 3, 1, 1) for up, skip in ((512, 384), (512, 192), (256, 96))
        )
        self.last = _Shuffled(256, 256, 4)
        self.queries = nn.Parameter(torch.randn(1, 100, 256))
        self.keys = nn.ModuleList([nn.Conv2d(512, 256, 1), nn.Conv2d(512, 256, 1), nn.Identity()])
        self.layers = nn.ModuleList(_ColourLayer(256) for _ in range(9))
        self.colours = nn.Sequential(
            nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 256)
        )
        self.refine = nn.Conv2d(103, 2, 1)

    def forward(self, image: Tensor) -> Tensor:
        x, seen = self.stem(image), []
        for number, stage in enumerate(self.stages):
            x = stage(self.halves[number - 1](x) if number else x)
            seen.append(self.norms[number](x))
        x, scales = seen.pop(), []
        for up, norm, join, keys in zip(self.ups, self.before, self.joins, self.keys, strict=True):
            x = torch.relu(join(torch.relu(torch.cat([up(x), norm(seen.pop())], dim=1))))
            scales.append(keys(x).flatten(2).transpose(1, 2))
        queries = self.queries.expand(len(image), -1, -1)
        for number, layer in enumerate(self.layers):
            queries = layer(queries, scales[number % 3])
        planes = torch.einsum("nqc,nchw->nqhw", self.colours(queries), self.last(x))
        refined: Tensor = self.refine(torch.cat([planes, image], dim=1))
        return refined


class _ResBlock(nn.Module):
    """He et al., CVPR 2016: two 3 x 3 convolutions beside a way around them."""

    def __init__(self, inputs: int, width: int, *, norm: bool = True) -> None:
        super().__init__()
        stride = 1 if inputs == width or not norm else 2
        layers: list[nn.Module] = [nn.Conv2d(inputs, width, 3, stride, 1, bias=not norm)]
        layers += [nn.BatchNorm2d(width)] if norm else []
        layers += [nn.ReLU(), nn.Conv2d(width, width, 3, 1, 1, bias=not norm)]
        layers += [nn.BatchNorm2d(width)] if norm else []
        self.body = nn.Sequential(*layers)
        around = (nn.Conv2d(inputs, width, 1, 2, bias=False), nn.BatchNorm2d(width))
        self.around = nn.Sequential(*around) if stride == 2 else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.body(x) + self.around(x))


class _SelfAttention(nn.Module):
    """Zhang et al., ICML 2019, figure 2: each place looks at all of them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.key = nn.Conv1d(width, width // 8, 1), nn.Conv1d(width, width // 8, 1)
        self.value, self.gamma = nn.Conv1d(width, width, 1), nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        flat = x.flatten(2)
        beta = torch.softmax(self.query(flat).transpose(1, 2) @ self.key(flat), dim=1)
        seen: Tensor = self.value(flat) @ beta
        return (self.gamma * seen + flat).reshape(x.shape)


def _conv(inputs: int, width: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, width, 3, 1, 1, bias=False), nn.ReLU(), nn.BatchNorm2d(width))


class DeOldifyArtistic(nn.Module):
    """DeOldify's artistic generator: (N, 3, H, W) gray RGB to RGB; a deep U-Net 1.5 wide on a ResNet-34."""

    def __init__(self) -> None:
        super().__init__()
        widths, depths = (64, 128, 256, 512), (3, 4, 6, 3)
        self.first = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU())
        befores = (64, *widths)
        self.stages = nn.ModuleList(
            nn.Sequential(
                *(_ResBlock(befores[i] if number == 0 else widths[i], widths[i]) for number in range(depth))
            )
            for i, depth in enumerate(depths)
        )
        self.middle = nn.Sequential(nn.BatchNorm2d(512), nn.ReLU(), _conv(512, 1024), _conv(1024, 512))
        sizes = ((512, 256, 768), (768, 128, 768), (768, 64, 672), (672, 64, 300))
        self.ups = nn.ModuleList(_Shuffled(inputs, inputs // 2) for inputs, _, _ in sizes)
        self.norms = nn.ModuleList(nn.BatchNorm2d(skip) for _, skip, _ in sizes)
        self.joins = nn.ModuleList(
            nn.Sequential(_conv(inputs // 2 + skip, width), _conv(width, width))
            for inputs, skip, width in sizes
        )
        self.attention = _SelfAttention(768)
        self.last = _Shuffled(300, 300)
        self.cross = _ResBlock(303, 303, norm=False)
        self.out = nn.Conv2d(303, 3, 1)

    def forward(self, image: Tensor) -> Tensor:
        seen = [self.first(image)]
        x = F.max_pool2d(seen[0], 3, 2, 1)
        for stage in self.stages:
            x = stage(x)
            seen.append(x)
        x = self.middle(seen.pop())
        for number, (up, norm, join) in enumerate(zip(self.ups, self.norms, self.joins, strict=True)):
            skip = norm(seen.pop())
            raised = F.interpolate(up(x), size=skip.shape[2:])
            x = join(torch.relu(torch.cat([raised, skip], dim=1)))
            x = self.attention(x) if number == 1 else x
        x = self.cross(torch.cat([self.last(x), image], dim=1))
        return torch.sigmoid(self.out(x))


#: The first two have as many parameters as their authors say; DeOldify's follow from the layout of its code.
PEERS: Final = (
    Peer("SIGGRAPH17", Siggraph17, 4, 256, 34.2),
    Peer("DDColor-T", DDColorT, 3, 512, 55.0),
    Peer("DeOldify, artistic", DeOldifyArtistic, 3, 560, 63.6),
)
