"""From annotated sentences to `models/claims.bin`: the network, what its scores must reach, and what they are worth.

    python training/train_claims.py --first train.jsonl --own passages.jsonl --frames frames.jsonl --choose dev.jsonl \
      --out models/claims.bin

Thresholds and certainties come from passages that the network had not seen: those annotated first, one third at a time, and some of
our own, which have more sentences that relate nobody. What is to come may be like either. `--choose` names texts that are only
read, to print figures.
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

FOLDS = 3
# One in so many of our own passages is kept apart from the folds.
OWN_APART = 20
# The passages annotated first are few beside our own.
TIMES_FIRST = 2
# Scores are written in steps of 1/64, as in src/claims/network.rs.
STEPS = 64
# The data is large and the same for every fit: forked processes find it here.
SHARED = SimpleNamespace()


def fit(batches, options, name):
    """A network taught on the batches: its running mean, which is steadier than the last step."""
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    model = Network(options.relations, options.width, options.keys, options.hidden, options.layers, options.rivals, options.dropout)
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
    print(f"{name}: {sum(len(b.sentences) for b in batches)} sentences, loss {total:.0f}, {time.time() - began:.0f} s", flush=True)
    return mean


def split(sentences, start, step):
    """Those of every so manieth document, and the others."""
    apart = set(sorted({one.document for one in sentences})[start::step])
    return [one for one in sentences if one.document in apart], [one for one in sentences if one.document not in apart]


def told(sentences):
    """Those of which the reader sees both actors of most of what they state: from the others little can be learnt."""
    def is_told(one):
        pairs = {tuple(sorted(claim["pair"])) for claim in one.claims if not claim["optional"]}
        seen = {tuple(sorted(pair["actors"])) for pair in one.pairs}
        return 3 * len(pairs - seen) <= len(pairs)

    return [one for one in sentences if is_told(one)]


def fit_and_judge(fold):
    """What a network that has not seen a third of the first passages makes of it, and of a third of our own that were kept apart;
    or what one that has seen all makes of the texts to choose by, and its bytes."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    batches = lambda sentences: claim_data.batches(sentences, SHARED.options.words)
    read = lambda model, sentences: judge(model, claim_data.batches(sentences, 2000))
    if fold is None:
        taught = SHARED.own + batches(SHARED.own_apart) + batches(SHARED.first) * TIMES_FIRST
        model = fit(taught, SHARED.options, "all")
        return read(model, SHARED.chosen), model.write()
    apart, rest = split(SHARED.first, fold, FOLDS)
    model = fit(SHARED.own + batches(rest) * TIMES_FIRST, SHARED.options, f"without third {fold + 1}")
    return read(model, apart), read(model, split(SHARED.own_apart, fold, FOLDS)[0])


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


def choose_thresholds(judgements, annotation):
    """Thresholds by kind, and what more is asked of a second kind, with the best sum of F1 over the levels."""
    worth = lambda first, further: sum(f1 for _, _, f1 in annotation.score([claim for claim, _ in decide(judgements, first, further)]))
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


def lower_end(right, count, z=1.645):
    """Lower end of Wilson's interval (1927) for a share, below which it lies once in twenty times."""
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
    for name, default in dict(epochs=8, rate=2e-3, width=64, keys=32, hidden=96, layers=1, rivals=16, dropout=0.12, seed=1, words=500).items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    parser.add_argument("--jobs", type=int, default=1, help="networks fitted at a time")
    parser.add_argument("--only", type=int, help="look at this third of the first passages and stop")
    options = parser.parse_args()
    first_passages = claim_data.read(options.first)
    SHARED.options, SHARED.first = options, first_passages
    SHARED.own_apart, own = split(told(claim_data.read(options.own)), 0, OWN_APART)
    SHARED.own = claim_data.batches(own + claim_data.read(options.frames), options.words)
    SHARED.chosen = claim_data.read(options.choose) if options.choose else []
    tasks = [*range(FOLDS), None] if options.only is None else [options.only]
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        done = pool.map(fit_and_judge, tasks, chunksize=1)
    own_apart = SHARED.own_apart
    if options.only is not None:
        first_passages, own_apart = (split(sentences, options.only, FOLDS)[0] for sentences in (first_passages, own_apart))
    held, held_own = ([one for found in done[:FOLDS] for one in found[which]] for which in (0, 1))
    annotation = Annotation(first_passages + own_apart)
    first, further = choose_thresholds(held + held_own, annotation)
    for title, sentences, judgements in (("held out", first_passages, held), ("our own, held out", own_apart, held_own)):
        show(title, Annotation(sentences).score([claim for claim, _ in decide(judgements, first, further)]))
    points = certainties(held + held_own, annotation, first, further)
    print("thresholds", first, further, "certainties", points)
    if options.only is not None:
        return
    of_chosen, weights = done[FOLDS]
    if SHARED.chosen:
        claims = decide(of_chosen, first, further)
        show("to choose by", Annotation(SHARED.chosen).score([claim for claim, _ in claims]))
    steps = [round(value * STEPS) for value in (*first, further)]
    with open(options.out, "wb") as out:
        out.write(weights + struct.pack(f"<{len(steps)}h", *steps) + struct.pack("<H", len(points)))
        out.write(b"".join(struct.pack("<2h", above, percent) for above, percent in points))


if __name__ == "__main__":
    main()
