"""The page that goes with a weights file: what it is, how it was made, what it cannot do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from colorizer_gui.core.model.network_config import NetworkConfig

_LIMITS: Final = """\
## Limits

- The colours are a guess. What a dress or a car had for a colour is not in a gray photo; results must not
  be taken for a record of the past.
- It knows what its training photos show. What is rare there gets common colours: skies blue, grass green,
  skin as most of those photos have it.
- Photos that are damaged, heavily faded or very small get duller colours.
"""


def model_card(weights: Path, sha256: str, network: NetworkConfig, provenance: Mapping[str, Any]) -> str:
    """Markdown about one weights file, in the spirit of Mitchell et al. 2019.

    Parameters
    ----------
    sha256
        Hash over the tensors; the application writes it into the photos it colorizes.
    provenance
        What `export` put into the file's header.
    """
    recipe: Mapping[str, Any] = provenance["recipe"]
    data: Mapping[str, Any] = provenance["data"]
    optimizer = recipe["optimizer"]
    error = provenance["best_validation_cross_entropy"]
    rows = {
        "model": recipe.get("model", "fusion"),
        "architecture": network.architecture,
        "colour space": network.color_space,
        "chroma bins": network.bins,
        "SHA-256 of the tensors": sha256,
        "recipe": recipe["name"],
        "learns from": recipe["train_from"],
        "steps": f"{provenance['steps']:,} of {optimizer['steps']:,}, {optimizer['batch']} photos each",
        "photos": f"{data['photos']:,}" if "photos" in data else "unknown",
        "fingerprint of the photos": data.get("fingerprint", "unknown"),
        "source revision": data.get("revision", "unknown"),
        "cross-entropy on photos kept apart": "not measured" if error is None else f"{error:.4f}",
    }
    rows |= {name: f"{value:.4g}" for name, value in provenance["figures"].items()}
    table = "\n".join(f"| {name} | {value} |" for name, value in rows.items())
    hints = (
        "It takes colours that the user sets at points."
        if recipe["data"]["hinted"]
        else "It was not trained with colours that the user sets at points."
    )
    return f"""# {weights.name}

Colour for black-and-white photos: lightness in, a distribution over chroma out. {hints}

| | |
|---|---|
{table}

## Use

    tintype --weights {weights.name}

The whole recipe is in the header of the file (`tintype.provenance`).

{_LIMITS}"""


def pair_card(weights: Path, sha256: str, halves: Mapping[str, Mapping[str, Any]]) -> str:
    """Markdown about the weights of a pair.

    Parameters
    ----------
    halves
        Name, hash and provenance of what was joined, by what it is.
    """
    rows = "\n".join(
        f"| {kind} | {half['name']} | {_recipe_name(half['provenance'])} | {half['sha256']} |"
        for kind, half in halves.items()
    )
    return f"""# {weights.name}

Colour for black-and-white photos: lightness in, a distribution over chroma out. Two networks that were
trained each by itself and are asked together. SHA-256 of the tensors: {sha256}.

| network | file | recipe | SHA-256 of its tensors |
|---|---|---|---|
{rows}

## Use

    tintype --weights {weights.name}

Both recipes are in the header of the file (`tintype.provenance`).

{_LIMITS}"""


def _recipe_name(provenance: Mapping[str, Any]) -> str:
    return str(provenance.get("recipe", {}).get("name", "unknown"))
