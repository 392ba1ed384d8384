"""Trains a classifier of a page's lines: ``fit`` is what benchmarks/blocks.py measures by folds over sites.

Two steps, both small: words vote for kinds, and a network of one hidden layer sees their votes beside everything else that is seen of a
page (block_features.py). What it learns of the votes on a page comes from words trained without that page's site.
Takes a minute on one core; the same seed gives the same weights on the same machine. How good it is: benchmarks/blocks.py.

Tried on the same folds and no better on the story's lines: convolutions over the sequence of units, a path through the kinds by
Viterbi, logistic regression instead of the network (worse), random forests and boosted trees (as good, ten times the size), pages
made up by telling other stories in the dumps' frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from training.block_classifier import CLIP, Classifier, Words, terms_of
from training.block_features import KINDS, Floats, with_neighbours
from training.block_pages import Page, folds_of, splice

# Set on five folds over sites, by the kinds of all marked lines (never by the 300 test lines).
NETWORKS, WIDTH, EPOCHS, RATE, DECAY = 4, 32, 25, 3e-3, 0.5  # networks whose scores are averaged, units of each
DROPPED_SEEN, DROPPED_INNER = 0.3, 0.4
RARE = 0.3  # a kind weighs its frequency to the power of minus this
SITES = 3  # a word votes that stands on the pages of so many sites
INNER = 3  # folds of the words' votes
Ints = NDArray[np.int64]


def fit_words(pages: Sequence[Page], seed: int, epochs: int = 8) -> Words:
    """Logistic regression of the kind on a line's words, over the dumps alone: the plain articles' lines have no one kind."""
    marked = [page for page in pages if page.allowed.sum(axis=1).max() == 1]
    sites: dict[str, set[str]] = defaultdict(set)
    lines = [(page.site, terms_of(tokens)) for page in marked for tokens in page.lines]
    for site, terms in lines:
        for term in terms:
            sites[term].add(site)
    vocabulary = {term: at for at, term in enumerate(sorted(term for term, where in sites.items() if len(where) >= SITES))}
    known = [[vocabulary[term] for term in terms if term in vocabulary] for _, terms in lines]
    kinds = np.concatenate([page.allowed.argmax(axis=1) for page in marked])
    weights = np.concatenate([page.weight for page in marked])
    torch.manual_seed(seed)
    bag = torch.nn.EmbeddingBag(len(vocabulary) + 1, len(KINDS), mode="sum", padding_idx=len(vocabulary))
    torch.nn.init.zeros_(bag.weight)
    bias = torch.nn.Parameter(torch.zeros(len(KINDS)))
    optimizer = torch.optim.AdamW([*bag.parameters(), bias], 0.05, weight_decay=0.02)
    for chosen in _batches(len(known), 512, epochs, seed):
        terms = torch.tensor([at for row in chosen for at in known[row]], dtype=torch.long)
        offsets = torch.tensor(np.cumsum([0, *(len(known[row]) for row in chosen[:-1])]))
        loss = F.cross_entropy(bag(terms, offsets) + bias, torch.tensor(kinds[chosen]), reduction="none")
        loss = (loss * torch.tensor(weights[chosen])).sum() / float(weights[chosen].sum())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    votes, scale = _to_bytes(bag.weight.detach().numpy()[:-1])
    return Words(vocabulary=vocabulary, votes=votes, scale=scale, bias=bias.detach().numpy().copy())


def _batches(many: int, size: int, epochs: int, seed: int) -> Iterable[Ints]:
    random = np.random.default_rng(seed)
    for _ in range(epochs):
        order = random.permutation(many)
        yield from (order[at : at + size] for at in range(0, many, size))


def _to_bytes(weights: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights ``(rows, columns)`` in eight bits and the size of one step for each column."""
    scale = np.maximum(abs(weights).max(axis=0), 1e-6).astype(np.float32) / 127
    return np.round(weights / scale).astype(np.int8), scale


def seen_with_votes(page: Page, words: Words) -> Floats:
    """The network's input for a page, ``(units, columns)``."""
    return with_neighbours(np.concatenate([page.seen, words.vote(page.lines)], axis=1))


def fit(marked: Sequence[Page], plain: Sequence[Page], seed: int = 1) -> Classifier:
    """The classifier of marked pages and plain articles; each page's votes come from words trained without its site."""
    torch.set_num_threads(1)
    pages = [*marked, *plain[::2], *splice(marked, plain[1::2], seed)]
    folds = folds_of((page.site for page in pages), seed, INNER)
    inner = [fit_words([page for page in pages if folds[page.site] != fold], seed) for fold in range(INNER)]
    inputs = np.concatenate([seen_with_votes(page, inner[folds[page.site]]) for page in pages])
    allowed = np.concatenate([page.allowed for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    mean, deviation = inputs.mean(axis=0), inputs.std(axis=0) + np.float32(0.05)
    inputs = np.clip((inputs - mean) / deviation, -CLIP, CLIP)
    networks = [fit_network(inputs, allowed, weight, seed * 100 + number) for number in range(NETWORKS)]
    # Scores averaged over several networks are those of one network with all their units side by side.
    hidden, scale = _to_bytes(np.concatenate([_array(network[1].weight).T for network in networks], axis=1))
    return Classifier(
        words=fit_words(pages, seed),
        mean=mean,
        deviation=deviation,
        hidden=hidden,
        scale=scale,
        hidden_bias=np.concatenate([_array(network[1].bias) for network in networks]),
        out=np.concatenate([_array(network[4].weight).T for network in networks]).astype(np.float32) / np.float32(NETWORKS),
        out_bias=np.mean([_array(network[4].bias) for network in networks], axis=0),
    )


def _array(tensor: torch.Tensor) -> Floats:
    array: Floats = tensor.detach().numpy()
    return array


def fit_network(inputs: Floats, allowed: NDArray[np.bool_], weight: Floats, seed: int) -> torch.nn.Sequential:
    """One hidden layer; where a unit may be several kinds, the chance of all of them together is what is learnt."""
    torch.manual_seed(seed)
    network = torch.nn.Sequential(
        torch.nn.Dropout(DROPPED_SEEN),
        torch.nn.Linear(inputs.shape[1], WIDTH),
        torch.nn.ReLU(),
        torch.nn.Dropout(DROPPED_INNER),
        torch.nn.Linear(WIDTH, len(KINDS)),
    )
    single = allowed.sum(axis=1) == 1
    often = allowed[single].sum(axis=0)
    rare = ((often.max() / (often + 30)) ** RARE).astype(np.float32)
    weight = weight * np.where(single, rare[allowed.argmax(axis=1)], 1)
    weight /= weight.mean()
    steps = EPOCHS * -(-len(inputs) // 256)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    tensors = torch.tensor(inputs), torch.tensor(allowed), torch.tensor(weight, dtype=torch.float32)
    for chosen in _batches(len(inputs), 256, EPOCHS, seed):
        seen, may, counts = (tensor[torch.tensor(chosen)] for tensor in tensors)
        chances = network(seen).log_softmax(dim=-1)  # (batch, kinds)
        loss = -(chances.masked_fill(~may, -1e4).logsumexp(dim=-1) * counts).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return network.eval()
