"""Which painting a prompt asks for."""

import hashlib
import re
from collections.abc import Callable

import numpy as np

from rushes.simulator.pictures.aurora import Aurora
from rushes.simulator.pictures.city import City
from rushes.simulator.pictures.clouds import Clouds
from rushes.simulator.pictures.deep import Deep
from rushes.simulator.pictures.dunes import Dunes
from rushes.simulator.pictures.forest import Forest
from rushes.simulator.pictures.ink import Ink
from rushes.simulator.pictures.planet import Planet
from rushes.simulator.pictures.sea import Sea
from rushes.simulator.pictures.stage import Scene, Stage

_WORD = re.compile(r"[^\W\d_]+")

_SCENES: list[tuple[Callable[[Stage], Scene], str]] = [
    (
        Aurora,
        "aurora borealis northern cabin log hut snow winter polar arctic fjord lapland norway "
        "iceland lake milky smoke chimney boreale baita neve inverno lago",
    ),
    (
        City,
        "city street tram tramway bus train neon rain rainy asphalt traffic umbrella alley taxi "
        "car tokyo downtown skyline bar cafe cyberpunk urban città strada pioggia ombrello tram",
    ),
    (
        Sea,
        "sea ocean beach coast lighthouse boat sail ship yacht harbour harbor wave island bay "
        "fisherman gull horizon flat mare spiaggia faro barca nave porto onda isola",
    ),
    (
        Planet,
        "planet space galaxy star orbit moon saturn jupiter earth cosmos astronaut spaceship "
        "nebula ring universe pianeta spazio galassia stella orbita terra luna",
    ),
    (
        Deep,
        "underwater jellyfish jelly whale fish coral reef deep diver aquarium submarine shark "
        "abyss medusa meduse pesce corallo abisso balena",
    ),
    (
        Forest,
        "forest wood woodland tree pine fir spruce mist misty fog deer stag moss path jungle bear "
        "wolf foresta bosco albero pino nebbia cervo sentiero lupo",
    ),
    (
        Dunes,
        "desert dune sand sahara camel caravan rider horse mars oasis canyon nomad salt "
        "deserto duna sabbia cammello carovana cavaliere cavallo",
    ),
    (
        Clouds,
        "cloud balloon mountain alps peak summit valley sky bird eagle flight plane drone aerial "
        "hill nuvola mongolfiera montagna alpi vetta valle cielo aquila volo",
    ),
    (
        Ink,
        "ink paint abstract smoke fluid liquid colour color dream silk swirl texture pattern music "
        "inchiostro colore fumo astratto sogno seta",
    ),
]


def words_of(prompt: str) -> frozenset[str]:
    """The words of a prompt in lower case, each also without a plural's s."""
    words = frozenset(_WORD.findall(prompt.lower()))
    return words | {word.removesuffix("s") for word in words}


def scene_for(prompt: str) -> Callable[[Stage], Scene]:
    """Choose the painting that has most words in common with a prompt; by chance if none has.

    Of two with as many, the one that is named first is meant. The chance is the prompt's own: the
    same prompt always gets the same kind of painting.
    """
    spoken = _WORD.findall(prompt.lower())
    best: tuple[int, int] = (0, 0)
    chosen: Callable[[Stage], Scene] | None = None
    for painting, named in _SCENES:
        known = frozenset(named.split())
        places = [
            place
            for place, word in enumerate(spoken)
            if word in known or word.removesuffix("s") in known
        ]
        rank = (len({spoken[place] for place in places}), -min(places, default=0))
        if places and (chosen is None or rank > best):
            best, chosen = rank, painting
    if chosen is not None:
        return chosen
    digest = hashlib.sha256(" ".join(sorted(words_of(prompt))).encode()).digest()
    return _SCENES[digest[0] % len(_SCENES)][0]


def chance_for(*parts: object) -> np.random.Generator:
    """The chance that belongs to these values and to no others."""
    digest = hashlib.sha256("\n".join(map(repr, parts)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16]))
