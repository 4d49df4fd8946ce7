"""From annotated sentences to `models/claims.bin`: the network, what its scores must reach, and what they are worth.

    python training/train_claims.py --first train.jsonl --own passages.jsonl --frames frames.jsonl --choose dev.jsonl \
      --out models/claims.bin

A third of the passages annotated first and some of our own are kept apart. Thresholds and certainties come from what a network makes of
these: what is to come may be like either. Networks that begin with other seeds read one to four points of F1 better or worse: of
several the one is written that reads the texts of `--choose` best, which teach nothing.
"""

import argparse
import copy
import itertools
import multiprocessing
import random
import struct
import time
from types import SimpleNamespace

import torch
from torch import nn

import claim_data
from claim_data import KINDS, SIGNS
from claim_network import Network

# One in so many of the passages annotated first, and of our own, is kept apart.
FIRST_APART, OWN_APART = 3, 20
# A word that stands less often in our own passages is not known by itself.
LEAST_TOLD = 24
# The passages annotated first are few beside our own.
TIMES_FIRST = 2
# Scores are written in steps of 1/64, as in src/claims/network.rs.
STEPS = 64
# The data is large and the same for every fit: forked processes find it here.
SHARED = SimpleNamespace()


def fit(batches, options, seed):
    """A network taught on the batches: its running mean, which is steadier than the last step."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    model = Network(SHARED.telling, options.relations, options.width, options.keys, options.hidden, options.layers, options.rivals, options.dropout)
    mean = copy.deepcopy(model).eval()
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.02, betas=(0.9, 0.98))
    steps, step, began = len(batches) * options.epochs, 0, time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / 50, max(0.02, 1 - s / steps)))
    for epoch in range(options.epochs):
        total, order = 0.0, list(batches)
        dice.shuffle(order)
        for batch in order:
            loss = model.loss(batch) / len(KINDS)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - min(0.997, step / (step + 30)))
        print(f"seed {seed}, round {epoch + 1}: loss {total:.0f}, {time.time() - began:.0f} s", flush=True)
    return mean


def split(sentences, step):
    """Those of every so manieth document, and the others."""
    apart = set(sorted({one.document for one in sentences})[::step])
    return [one for one in sentences if one.document in apart], [one for one in sentences if one.document not in apart]


def told(sentences):
    """Those of which the reader sees both actors of most of what they state: from the others little can be learnt."""
    def is_told(one):
        pairs = {tuple(sorted(claim["pair"])) for claim in one.claims if not claim["optional"]}
        seen = {tuple(sorted(pair["actors"])) for pair in one.pairs}
        return 3 * len(pairs - seen) <= len(pairs)

    return [one for one in sentences if is_told(one)]


def fit_and_judge(seed):
    """What a network makes of what was kept apart from it, the passages annotated first and our own, and of the texts to choose by;
    and its bytes."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    batches = lambda sentences, words: claim_data.batches(sentences, words)
    model = fit(SHARED.own + batches(SHARED.first, SHARED.options.words) * TIMES_FIRST, SHARED.options, seed)
    sets = (SHARED.first_apart, SHARED.own_apart, SHARED.chosen)
    return [judge(model, batches(sentences, 2000)) for sentences in sets], model.write()


@torch.no_grad()
def judge(model, batches):
    return [one for batch in batches for one in model.judge(batch)]


def keys(document, sentence, pair, kind, status):
    """What is compared at each level: pair, sign, kind, status."""
    place = (document, sentence, pair)
    return place, (*place, SIGNS[kind]), (*place, kind, "kind"), (*place, kind, status, "status")


class Annotation:
    """What a set of sentences states, by level, and what may be read or not."""

    def __init__(self, sentences):
        self.wanted, self.allowed = [set() for _ in range(4)], [set() for _ in range(4)]
        for one in sentences:
            for claim in one.claims:
                pair = tuple(sorted(claim["pair"]))
                found = keys(one.document, one.sentence, pair, claim["kind"], claim["status"])
                for level, key in enumerate(found):
                    (self.allowed if claim["optional"] else self.wanted)[level].add(key)
                if claim["alternative"] is not None:
                    self.allowed[3].add(keys(one.document, one.sentence, pair, claim["kind"], claim["alternative"])[3])

    def score(self, claims):
        """Precision, recall and F1 at each level."""
        given = [set() for _ in range(4)]
        for claim in claims:
            for level, key in enumerate(keys(*claim)):
                given[level].add(key)
        figures = []
        for wanted, allowed, here in zip(self.wanted, self.allowed, given):
            right, wrong, missed = len(here & wanted), len(here - wanted - allowed), len(wanted - here)
            figures.append((right / max(1, right + wrong), right / max(1, right + missed), 2 * right / max(1, 2 * right + wrong + missed)))
        return figures


def decide(judgements, first, further):
    """The claims with how far each lies above what it must reach, as `src/claims/decisions.rs` decides."""
    by_pair = {}
    for document, sentence, pair, kind, score, status in judgements:
        if score - first[kind] >= 0:
            by_pair.setdefault((document, sentence, pair), []).append((score - first[kind], kind, status))
    claims = []
    for place, found in by_pair.items():
        found.sort(key=lambda one: (-one[0], one[1]))
        for rank, (above, kind, status) in enumerate(found):
            above -= further if rank else 0
            if above >= 0:
                claims.append(((*place, kind, status), above))
    return claims


def choose_thresholds(sets):
    """Thresholds by kind, and what more is asked of a second kind, with the best sum of F1 over the levels and over sets of
    judgements with their annotation, each set counting the same."""
    def worth(first, further):
        scores = (annotation.score([claim for claim, _ in decide(judgements, first, further)]) for judgements, annotation in sets)
        return sum(f1 for figures in scores for _, _, f1 in figures) / len(sets)

    tried = [(worth([t / 4] * len(KINDS), f / 4), t / 4, f / 4) for t in range(-10, 5) for f in range(0, 8)]
    best, start, further = max(tried)
    first = [start] * len(KINDS)
    for kind in range(len(KINDS)):
        for by in (-0.5, -0.25, 0.25, 0.5):
            moved = first[:kind] + [start + by] + first[kind + 1:]
            # A gain this small would be chance.
            if worth(moved, further) > best + 0.002:
                best, first = worth(moved, further), moved
    return first, further


def certainties(judgements, annotation, first, further):
    """Points of distance above the threshold and per cent of right claims there: never falling, and cautious."""
    claims = sorted(((above, keys(*claim)[2]) for claim, above in decide(judgements, first, further)))
    judged = [(above, key in annotation.wanted[2]) for above, key in claims if key in annotation.wanted[2] or key not in annotation.allowed[2]]
    groups = []
    size = 60
    for start in range(0, len(judged) - size // 2, size):
        group = judged[start:start + size]
        groups.append([sum(above for above, _ in group) / len(group), sum(right for _, right in group), len(group)])
    while any(one[1] / one[2] > two[1] / two[2] for one, two in zip(groups, groups[1:])):
        at = next(i for i, (one, two) in enumerate(zip(groups, groups[1:])) if one[1] / one[2] > two[1] / two[2])
        one, two = groups[at], groups.pop(at + 1)
        total = one[2] + two[2]
        groups[at] = [(one[0] * one[2] + two[0] * two[2]) / total, one[1] + two[1], total]
    # Of a small group less is certain, but not less than of those below it.
    certain = itertools.accumulate((lower_end(right, count) for _, right, count in groups), max)
    return [(round(above * STEPS), round(100 * share)) for (above, _, _), share in zip(groups, certain)]


def lower_end(right, count, z=1.96):
    """Lower end of Wilson's interval (1927) for a share, below which it lies once in forty times."""
    share = right / count
    middle = share + z * z / (2 * count)
    spread = z * (share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5
    return (middle - spread) / (1 + z * z / count)


def show(title, figures):
    print(title)
    for name, (precision, recall, f1) in zip(("pair", "sign", "kind", "status"), figures):
        print(f"  {name:7} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", required=True)
    parser.add_argument("--own", required=True)
    parser.add_argument("--frames", required=True)
    parser.add_argument("--choose")
    parser.add_argument("--out", required=True)
    parser.add_argument("--relations", type=int, default=51, help="number of relations that the parser knows")
    for name, default in dict(epochs=8, rate=2e-3, width=64, keys=32, hidden=96, layers=1, rivals=16, dropout=0.12, words=500).items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], help="one network each")
    parser.add_argument("--jobs", type=int, default=1, help="networks fitted at a time")
    options = parser.parse_args()
    SHARED.options = options
    SHARED.first_apart, SHARED.first = split(claim_data.read(options.first), FIRST_APART)
    SHARED.own_apart, own = split(told(claim_data.read(options.own)), OWN_APART)
    frames = claim_data.read(options.frames)
    SHARED.chosen = claim_data.read(options.choose) if options.choose else []
    SHARED.telling = claim_data.telling_words(own, LEAST_TOLD)
    claim_data.number_words(SHARED.first_apart + SHARED.first + SHARED.own_apart + own + frames + SHARED.chosen, SHARED.telling)
    SHARED.own = claim_data.batches(own + frames, options.words)
    names = ("kept apart", "our own, kept apart", "to choose by")
    annotations = [Annotation(sentences) for sentences in (SHARED.first_apart, SHARED.own_apart, SHARED.chosen)]
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        done = pool.map(fit_and_judge, options.seeds, chunksize=1)
    best = None
    for seed, (judgements, weights) in zip(options.seeds, done):
        held = list(zip(judgements, annotations))[:2]
        first, further = choose_thresholds(held)
        figures = [annotation.score([claim for claim, _ in decide(found, first, further)]) for found, annotation in zip(judgements, annotations)]
        for name, of_set in zip(names, figures):
            show(f"seed {seed}, {name}", of_set)
        chosen_by = figures[2:] if SHARED.chosen else figures
        worth = sum(f1 for of_set in chosen_by for _, _, f1 in of_set)
        if best is None or worth > best[0]:
            best = worth, seed, judgements[0] + judgements[1], weights, first, further
    _, seed, held, weights, first, further = best
    points = certainties(held, Annotation(SHARED.first_apart + SHARED.own_apart), first, further)
    print(f"seed {seed}, {len(SHARED.telling)} telling words, thresholds {first} {further}, certainties {points}")
    steps = [round(value * STEPS) for value in (*first, further)]
    with open(options.out, "wb") as out:
        out.write(weights + struct.pack(f"<{len(steps)}h", *steps) + struct.pack("<H", len(points)))
        out.write(b"".join(struct.pack("<2h", above, percent) for above, percent in points))


if __name__ == "__main__":
    main()
