"""Encoders of a few blocks in the place of some twenty, for tests that ask nothing of the depth."""

import functools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest import mock

from colorizer_gui.core.model import encoder, vision_transformer
from colorizer_gui.core.model.encoder import LITE2_STAGES, Encoder


@contextmanager
def shallow_encoders() -> Iterator[None]:
    """Within, vision transformers that are made have three blocks, and stages of convolutions one each."""
    stages = tuple(stage._replace(repeats=1) for stage in LITE2_STAGES)
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(vision_transformer, "DEPTH", 3))
        stack.enter_context(mock.patch.object(vision_transformer, "SEEN_BLOCKS", (1, 2, 3)))
        stack.enter_context(mock.patch.object(encoder.Encoder.__init__, "__defaults__", (stages, 1)))
        yield


@contextmanager
def shallow_trainings() -> Iterator[None]:
    """And they begin with those of ImageNet's weights that they have a place for."""
    from model_training.models import imagenet, models

    whole = _imagenet_encoder()

    def load() -> Encoder:
        net, trained = Encoder(), whole.state_dict()
        net.load_state_dict({name: trained[name] for name in net.state_dict()})
        return net

    with (
        shallow_encoders(),
        mock.patch.object(imagenet, "load_imagenet_encoder", load),
        mock.patch.object(models, "load_imagenet_encoder", load),
    ):
        yield


@functools.cache
def _imagenet_encoder() -> Encoder:
    from model_training.models.imagenet import load_imagenet_encoder

    return load_imagenet_encoder()
