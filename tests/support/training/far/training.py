"""Trains from shards in a folder, and from a web server in front of it.

`training.py FOLDER ENCODER RECIPE` prints how many tensors differ, and what the server sent.
"""

import json
import sys
from pathlib import Path

import torch

from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.runs.start import encoder_tensors
from model_training.shards.kept_bytes import KeptBytes
from model_training.training.trainer import train
from tests.support.networks.shallow import shallow_trainings
from tests.support.training.shard_server import served


def main(folder: Path, encoder: Path, values: dict[str, object]) -> None:
    """Train twice, compare; the second time it is stopped and goes on."""
    torch.set_num_threads(1)
    recipe, start = Recipe.from_dict(dict(values)), encoder_tensors(encoder)
    train(recipe, sorted(folder.glob("*.tar")), folder / "near", start_from=start, device="cpu")
    with served(folder) as server:
        shards = [f"{server.address}/{path.name}" for path in sorted(folder.glob("*.tar"))]
        kept = KeptBytes(folder / "kept", (folder / "0.tar").stat().st_size)
        train(recipe, shards, folder / "far", start_from=start, device="cpu", max_steps=3, kept=kept)
        train(recipe, shards, folder / "far", device="cpu", resume=True, kept=kept)
    near, far = (load_checkpoint(folder / name / LAST)["net"] for name in ("near", "far"))
    differing = [name for name, value in near.items() if not torch.equal(value, far[name])]
    asked = sum(path.endswith(".tar") for path in server.paths)
    print(json.dumps({"differing": differing, "asked": asked, "tensors": len(near)}))


if __name__ == "__main__":
    with shallow_trainings():
        main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))
