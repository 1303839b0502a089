"""Slovnet's three networks over all sentences of a text at once: the tags slovnet gives, at a fraction of its time.

Sentences stand in one row with an empty place around each, so nothing is padded to the longest. The first layer is two
thirds of the work and reads word forms alone: what a form gives to itself and to its neighbours is kept for the forms
met last. Slovnet itself reads the weights from their files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from lodeline.errors import MissingModel

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[numpy.float32]
    Whole: TypeAlias = NDArray[numpy.int64]

MODELS = ("morph", "syntax", "ner")
KEPT_FORMS = 8192
"""Word forms whose first layer is kept, 9 kB each."""
STRETCH = 512
"""Rows worked on at once, and the longest sentence: a longer one is read in stretches."""
AT_ONCE = 16_384
"""Words tagged and parsed at once: what the layers give takes a quarter of a kilobyte each."""
IN_STEP = 64
"""Sentences whose names are decoded at once."""
REACH = 3
"""How far the three layers look to either side."""


class Mark(NamedTuple):
    """What the tagger tells of a word."""

    pos: str
    feats: dict[str, str]


class Tree(NamedTuple):
    """Heads (-1 for a root) and relations of a sentence's words."""

    heads: list[int]
    relations: list[str]


class Layer(NamedTuple):
    """A convolution over three neighbours, and the affine map that its normalisation comes down to."""

    weight: Floats
    """Inputs × (outputs for the word after, for the word itself, for the word before)."""
    bias: Floats
    scale: Floats
    shift: Floats


class Links(NamedTuple):
    """Weights that set words as heads and as dependents against each other."""

    head: tuple[Floats, Floats]
    tail: tuple[Floats, Floats]
    root: Floats
    kernel: Floats


class Row:
    """Sentences one behind the other, an empty place before, between and after them."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        self.words: list[str | None] = [None]
        self.spans: list[tuple[int, int]] = []
        for sentence in sentences:
            self.spans.append((len(self.words), len(self.words) + len(sentence)))
            self.words += [*sentence, None]


def stretches(start: int, stop: int) -> Iterator[tuple[int, int]]:
    for first in range(start, stop, STRETCH):
        yield first, min(first + STRETCH, stop)


def runs(sentences: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Sentences in turn, no more words at once than what a long report has, give or take a sentence."""
    first = held = 0
    for n, sentence in enumerate(sentences):
        held += len(sentence)
        if held >= AT_ONCE:
            yield sentences[first : n + 1]
            first, held = n + 1, 0
    if first < len(sentences):
        yield sentences[first:]


@cache
def networks() -> Networks:
    """The networks, loaded once. Raises MissingModel where the data are not installed."""
    on_one_thread()
    return Networks(data_folder())


def on_one_thread() -> None:
    """Before numpy loads: the models' matrices are small, and threads that wait for each other took up to six times
    as long where several processes shared two cores. Whoever sets the variable keeps the choice."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def data_folder() -> Path:
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise MissingModel("natasha", "Russian news", "pip install natasha")
    return Path(next(iter(spec.submodule_search_locations))) / "data"


class Networks:
    def __init__(self, folder: Path) -> None:
        from slovnet.exec.model import NER, Morph, Syntax

        loaded = {
            name: weights(folder / f"model/slovnet_{name}_news_v1.tar", kind, tags)
            for name, kind, tags in zip(MODELS, (Morph, Syntax, NER), ("tag", "rel", "tag"), strict=True)
        }
        self.forms = Forms(folder, [model for model, _, _ in loaded.values()], loaded["morph"][2])
        self.layers = {name: [layer(each) for each in model.encoder.layers] for name, (model, _, _) in loaded.items()}
        morph, told, _ = loaded["morph"]
        self.tags = (morph.head.proj.weight.array, morph.head.proj.bias.array)
        self.marks = [mark(tag) for tag in told]
        syntax, self.relations, _ = loaded["syntax"]
        self.head, self.rel = links(syntax.head), links(syntax.rel)
        ner, self.parts, _ = loaded["ner"]
        self.name_parts = (ner.head.proj.weight.array, ner.head.proj.bias.array)
        self.transitions = ner.head.crf.transitions.array

    def words(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[Mark], Tree]]:
        """Tags and trees of sentences, each a list of words."""
        return [told for some in runs(sentences) for told in self.tagged(some)]

    def tagged(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[Mark], Tree]]:
        import numpy as np

        row = Row(sentences)
        weight, bias = self.tags
        best = [n for x in self.encoded("morph", row) for n in (x @ weight + bias).argmax(-1).tolist()]
        parsed = np.concatenate(list(self.encoded("syntax", row)))
        return [([self.marks[n] for n in best[first:last]], self.tree(parsed[first:last])) for first, last in row.spans]

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """For each word whether it begins a name, goes on with it or stands outside: B-PER, I-PER, O."""
        import numpy as np

        row = Row(sentences)
        weight, bias = self.name_parts
        emissions = np.concatenate([x @ weight + bias for x in self.encoded("ner", row)])
        cut = [(n, *span) for n, told in enumerate(row.spans) for span in stretches(*told)]
        found: list[list[str]] = [[] for _ in sentences]
        paths = likeliest([emissions[first:last] for _, first, last in cut], self.transitions)
        for (n, _, _), path in zip(cut, paths, strict=True):
            found[n] += [self.parts[part] for part in path]
        return found

    def encoded(self, model: str, row: Row) -> Iterator[Floats]:
        """The last layer at every place of the row, a stretch at a time."""
        first_layer, *others = self.layers[model]
        for first, last in stretches(0, len(row.words)):
            start, stop = max(0, first - REACH), last + REACH
            words = row.words[start:stop]
            gaps = [i for i, word in enumerate(words) if word is None]
            x = settled(self.forms.gathered(MODELS.index(model), words), first_layer, gaps)
            for each in others:
                x = settled(convolved(x, each), each, gaps)
            yield x[first - start : last - start]

    def tree(self, words: Floats) -> Tree:
        """The tree of a sentence; of a very long one, the trees of its stretches."""
        found = Tree([], [])
        for first, last in stretches(0, len(words)):
            heads, relations = self.linked(words[first:last])
            found.heads.extend(head + first if head >= 0 else head for head in heads)
            found.relations.extend(relations)
        return found

    def linked(self, words: Floats) -> Tree:
        """Each word's likeliest head, and its relation to it."""
        import numpy as np

        heads = head_scores(words, self.head).argmax(-1)
        governors = ahead(np.vstack((self.rel.root, words)), self.rel.head)[heads]
        hidden = governors.shape[1]
        pairs = (governors @ self.rel.kernel).reshape(len(words), -1, hidden)
        relations = np.matmul(pairs, ahead(words, self.rel.tail)[:, :, None])[:, :, 0].argmax(-1)
        return Tree((heads - 1).tolist(), [self.relations[n] for n in relations.tolist()])


class Forms:
    """What each word form gives to the next word, to itself and to the word before in the first layers."""

    def __init__(self, folder: Path, models: Sequence[Any], shapes: Sequence[str]) -> None:
        import numpy as np

        self.ids, self.indexes, self.codes = vectors(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
        self.shapes = {shape: n for n, shape in enumerate(shapes)}
        first = [layer(model.encoder.layers[0]) for model in models]
        self.width = len(first[0].scale)
        self.weight = np.stack([each.weight for each in first])
        self.shape_vectors = [model.emb.shape.weight.array for model in models]
        self.places: dict[str | None, int] = {None: 0}
        self.kept = np.zeros((KEPT_FORMS, len(models), 3, self.width), np.float32)

    def gathered(self, model: int, words: Sequence[str | None]) -> Floats:
        """The first layer's sums over each place and its neighbours."""
        import numpy as np

        self.learn(words)
        at = np.array([self.places[word] for word in words])
        kept = self.kept[:, model]
        found: Floats = kept[at, 1]
        found[1:] += kept[at[:-1], 0]
        found[:-1] += kept[at[1:], 2]
        return found

    def learn(self, words: Sequence[str | None]) -> None:
        import numpy as np

        new = [word for word in dict.fromkeys(words) if word is not None and word not in self.places]
        if len(self.places) + len(new) > KEPT_FORMS:
            self.places = {None: 0}
            new = [word for word in dict.fromkeys(words) if word is not None]
        if not new:
            return
        ids, shapes = self.described(new)
        subwords = self.codes[np.arange(len(self.codes)), self.indexes[ids]].reshape(len(new), -1)
        first = len(self.places)
        for n, (weight, shape_vectors) in enumerate(zip(self.weight, self.shape_vectors, strict=True)):
            given = np.concatenate((subwords, shape_vectors[shapes]), axis=-1) @ weight
            self.kept[first : first + len(new), n] = given.reshape(len(new), 3, self.width)
        self.places.update((word, first + n) for n, word in enumerate(new))

    def described(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        from slovnet.shape import word_shape

        unknown = self.ids["<unk>"]
        ids = [self.ids.get(word.lower(), unknown) for word in words]
        return ids, [self.shapes[word_shape(word)] for word in words]


def weights(path: Path, kind: Any, tags: str) -> tuple[Any, list[str], list[str]]:
    """A model's weights, its tags and the shapes of words that it knows."""
    from slovnet.exec.pack import Pack

    with Pack(path) as pack:
        model = pack.load_model(kind)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        return model, pack.load_vocab(tags).items, pack.load_vocab("shape").items


def vectors(path: Path) -> tuple[dict[str, int], NDArray[numpy.uint8], Floats]:
    """Navec's words by number, and their vectors as indexes into codes; its tables of likeness are not built."""
    import numpy as np
    from navec.navec import PQ_, VOCAB
    from navec.tar import Tar
    from navec.vocab import Vocab

    with Tar(path) as tar:
        ids = Vocab.from_file(tar.load(VOCAB)).word_ids
        packed = tar.load(PQ_).read()
    count, _, parts, centroids = np.frombuffer(packed, np.uint32, 4).tolist()
    indexes = np.frombuffer(packed, np.uint8, count * parts, 16).reshape(count, parts)
    codes = np.frombuffer(packed, np.float32, -1, 16 + count * parts).reshape(parts, centroids, -1)
    return ids, indexes, codes


def mark(tag: str) -> Mark:
    from slovnet.conll import parse_conll_tag

    return Mark(*parse_conll_tag(tag))


def layer(told: Any) -> Layer:
    import numpy as np

    weight = told.conv.weight.array
    norm = told.norm
    scale = norm.weight.array / norm.std.array
    by_offset = weight.transpose(1, 2, 0).reshape(weight.shape[1], -1)
    shift = norm.bias.array - norm.mean.array * scale
    return Layer(np.ascontiguousarray(by_offset), told.conv.bias.array, scale, shift)


def links(told: Any) -> Links:
    head, tail = told.head.proj, told.tail.proj
    return Links(
        (head.weight.array, head.bias.array),
        (tail.weight.array, tail.bias.array),
        told.root.array,
        told.kernel.array,
    )


def convolved(x: Floats, told: Layer) -> Floats:
    """The sums over each place and its neighbours."""
    width = len(told.bias)
    given = x @ told.weight
    found = given[:, width : 2 * width]
    found[1:] += given[:-1, :width]
    found[:-1] += given[1:, 2 * width :]
    return found


def settled(x: Floats, told: Layer, gaps: Sequence[int]) -> Floats:
    """The rest of a layer: what is negative falls to nought, the scale is set, empty places stay empty."""
    import numpy as np

    found: Floats = x + told.bias
    np.maximum(found, 0, out=found)
    found *= told.scale
    found += told.shift
    found[gaps] = 0
    return found


def ahead(x: Floats, told: tuple[Floats, Floats]) -> Floats:
    import numpy as np

    found: Floats = np.maximum(x @ told[0] + told[1], 0)
    return found


def head_scores(words: Floats, told: Links) -> Floats:
    """How well each place, the root first, fits as the head of each word."""
    import numpy as np

    rooted: Floats = np.vstack((told.root, words))
    dependents: Floats = ahead(words, told.head) @ told.kernel
    scores: Floats = dependents @ ahead(rooted, told.tail).T
    return scores


def likeliest(emissions: Sequence[Floats], transitions: Floats) -> list[list[int]]:
    """The likeliest sequence of tags of each sentence; sentences of like length are walked in step."""
    order = sorted(range(len(emissions)), key=lambda n: -len(emissions[n]))
    found: list[list[int]] = [[] for _ in emissions]
    for first in range(0, len(order), IN_STEP):
        group = order[first : first + IN_STEP]
        paths = in_step([emissions[n] for n in group], transitions)
        for n, path in zip(group, paths, strict=True):
            found[n] = path
    return found


def in_step(emissions: Sequence[Floats], transitions: Floats) -> Iterator[list[int]]:
    """Viterbi's walk over sentences, the longest first; none is empty."""
    import numpy as np

    sizes = [len(each) for each in emissions]
    padded = np.zeros((sizes[0], len(sizes), len(transitions)), np.float32)
    for place, each in enumerate(emissions):
        padded[: sizes[place], place] = each
    score = padded[0].copy()
    back: list[list[list[int]]] = []
    live = len(sizes)
    for step in range(1, sizes[0]):
        while sizes[live - 1] <= step:
            live -= 1
        paths = score[:live, :, None] + transitions + padded[step, :live, None]
        back.append(paths.argmax(1).tolist())
        score[:live] = paths.max(1)
    for place, end in enumerate(score.argmax(-1).tolist()):
        path = [end]
        for step in range(sizes[place] - 2, -1, -1):
            path.append(back[step][place][path[-1]])
        yield path[::-1]
