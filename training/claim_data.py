"""Annotated sentences as `claim-sentences` writes them, made into batches for the claim network."""

import json
from collections import Counter
from types import SimpleNamespace

import torch
from torch.nn.utils.rnn import pad_sequence

KINDS = ["alliance", "partnership", "membership", "military-cooperation", "economic-cooperation", "support", "consultation",
         "opposition", "coercion", "territorial-dispute", "conflict", "neutrality"]
SIGNS = [1, 1, 1, 1, 1, 1, 0, -1, -1, -1, -1, 0]
STATUSES = 4
CUES = 11
# Number of different values of each part of a place, as in src/claims/places.rs.
PARTS = [15, 512, 5, 3, 8, 16]
# Plain features of two mentions, sorts of actors, and traits that either mention can have, as in src/claims/inputs.rs.
FEATURES, SORTS, TRAITS = 15, 7, 26


def read(path):
    """All sentences of a file, with their numbers in tensors and their claims by pair and kind."""
    sentences = []
    with open(path) as lines:
        for line in lines:
            one = SimpleNamespace(**json.loads(line))
            if one.pairs:
                count = len(one.heads)
                steps = torch.frombuffer(bytearray.fromhex(one.vectors), dtype=torch.int8)
                one.vectors = steps.view(count, -1).float() / 16
                one.places = torch.tensor(one.places, dtype=torch.long).view(-1, count, len(PARTS)).to(torch.int16)
                one.triggers, one.cues = flags(one.triggers, len(KINDS)), flags(one.cues, CUES)
            one.gold = {}
            for claim in one.claims:
                claim["pair"] = tuple(claim["pair"])
                one.gold.setdefault(tuple(sorted(claim["pair"])), {}).setdefault(claim["kind"], []).append(claim)
            sentences.append(one)
    return sentences


def telling_words(sentences, least):
    """The keys of the words that stand at least so often in the sentences that name two actors, rising."""
    counts = Counter(key for one in sentences if one.pairs for key in one.keys)
    return sorted(key for key, count in counts.items() if key is not None and count >= least)


def number_words(sentences, telling):
    """Puts each word's number among the telling words, from 1 on, in place of its key; 0 for all others."""
    numbers = {key: number + 1 for number, key in enumerate(telling)}
    for one in sentences:
        if one.pairs:
            one.words = [numbers.get(key, 0) for key in one.keys]


def flags(numbers, count):
    out = torch.zeros(len(numbers), count)
    for row, here in enumerate(numbers):
        out[row, here] = 1
    return out


def batches(sentences, size):
    """Batches of at most `size` words with padding, of the sentences that name two actors."""
    order = sorted((one for one in sentences if one.pairs), key=lambda one: len(one.heads))
    groups, group = [], []
    for one in order:
        if group and (len(group) + 1) * len(one.heads) > size:
            groups.append(group)
            group = []
        group.append(one)
    return [batch(group) for group in [*groups, group] if group]


def batch(sentences):
    """One batch: words by sentence; mentions, seen pairs of mentions, and pairs of actors one after the other."""
    rows = lambda values: pad_sequence([torch.as_tensor(value) for value in values], batch_first=True)
    made = SimpleNamespace(sentences=sentences)
    made.lengths = torch.tensor([len(one.heads) for one in sentences])
    longest = int(made.lengths.max())
    for name in ("vectors", "words", "heads", "tags", "relations", "marks", "triggers", "cues"):
        setattr(made, name, rows([getattr(one, name) for one in sentences]))
    first_mention, count = [], 0
    for one in sentences:
        first_mention.append(count)
        count += len(one.mentions)
    made.sentence_of_mention = torch.tensor([at for at, one in enumerate(sentences) for _ in one.mentions])
    made.mention_heads = torch.tensor([head for one in sentences for head in one.mentions])
    places = torch.zeros(count, longest, len(PARTS), dtype=torch.long)
    for one, start in zip(sentences, first_mention):
        places[start:start + len(one.mentions), :len(one.heads)] = one.places
    made.places = places
    made.keys = [(at, tuple(pair["actors"])) for at, one in enumerate(sentences) for pair in one.pairs]
    seen = [(number, first_mention[at], look) for number, (at, pair) in
            enumerate((at, pair) for at, one in enumerate(sentences) for pair in one.pairs) for look in pair["seen"]]
    made.pair_of_look = torch.tensor([number for number, _, _ in seen])
    made.first = torch.tensor([start + look["mentions"][0] for _, start, look in seen])
    made.second = torch.tensor([start + look["mentions"][1] for _, start, look in seen])
    made.features = torch.tensor([look["features"] for _, _, look in seen])
    made.traits = torch.zeros(len(seen), TRAITS).scatter(1, torch.tensor([look["traits"] for _, _, look in seen]), 1.0)
    # Words as rows of all sentences of the batch, one after the other; a row behind the last stands for no word.
    row = [at * longest for at, one in enumerate(sentences) for pair in one.pairs for _ in pair["seen"]]
    made.path = pad_sequence([torch.tensor(look["path"], dtype=torch.long) + start for start, (_, _, look) in zip(row, seen)],
                             batch_first=True, padding_value=len(sentences) * longest)
    made.top = torch.tensor([start + look["top"] for start, (_, _, look) in zip(row, seen)])
    made.distances = torch.tensor([look["distance"] for _, _, look in seen])
    # Whether the first mention is the pair's first actor: scores of direction are of mentions, answers of actors.
    made.in_order = torch.tensor([1.0 if look["in_order"] else -1.0 for _, _, look in seen])
    actors = {}
    number = lambda at, actor: actors.setdefault((at, actor), len(actors))
    made.actors = torch.tensor([[number(at, a), number(at, b)] for at, (a, b) in made.keys])
    made.actor_count = len(actors)
    made.sentence_of_pair = torch.tensor([at for at, _ in made.keys])
    answers(made)
    return made


def answers(made):
    """What the network should find: claims, statuses, directions and cue words by pair and kind."""
    shape = (len(made.keys), len(KINDS))
    made.claimed, made.counts = torch.zeros(shape), torch.ones(shape)
    made.status = torch.full(shape, -1)
    made.source, made.directed = torch.zeros(shape), torch.full(shape, -1.0)
    made.cue_words = []
    for number, (at, pair) in enumerate(made.keys):
        for kind, claims in made.sentences[at].gold.get(tuple(sorted(pair)), {}).items():
            made.claimed[number, kind] = 1
            sure = [claim for claim in claims if not claim["optional"]]
            if not sure:
                made.counts[number, kind] = 0
                continue
            claim = sure[0]
            made.status[number, kind] = claim["status"]
            made.directed[number, kind] = float(claim["directed"])
            if claim["directed"]:
                made.source[number, kind] = 1 if claim["pair"][0] == pair[0] else -1
            if claim["cue"]:
                made.cue_words.append((number, kind, claim["cue"]))
