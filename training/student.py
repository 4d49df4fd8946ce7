"""The small parser that ships: trained on EWT and on text that the teacher labelled, to be written in 8 bits by `export.py`.

    python training/student.py --treebank ../shared/treebank --silver silver.pkl --encoder DIR --out student.pt
"""

import argparse
import copy
import pickle
import random
import time
from collections import Counter

import torch
import torch.nn.functional as F
from torch import nn

import features
import pretrained
import treebank

GATE_START = (0.2, 3.0)
DISTANCES = [1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 40]


class Scan(torch.autograd.Function):
    """c[t] = a[t] * c[t-1] + b[t] over the first dimension."""

    @staticmethod
    def forward(context, a, b):
        c = torch.empty_like(b)
        c[0] = b[0]
        for t in range(1, len(b)):
            torch.addcmul(b[t], a[t], c[t - 1], out=c[t])
        context.save_for_backward(a, c)
        return c

    @staticmethod
    def backward(context, grad):
        a, c = context.saved_tensors
        total = grad.clone()
        for t in range(len(a) - 2, -1, -1):
            total[t].addcmul_(a[t + 1], total[t + 1])
        before = torch.cat([torch.zeros_like(c[:1]), c[:-1]])
        return total * before, total


def scale(x):
    """Root-mean-square norm without gain."""
    return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-5)


class Layer(nn.Module):
    """One gated recurrence in each direction; the gate looks at the word and its neighbour, never at the state."""

    def __init__(self, width):
        super().__init__()
        self.half = width // 2
        self.neighbour = nn.Parameter(torch.zeros(2, width))
        # Gates, then values.
        self.weight = nn.Parameter(torch.randn(2, width, width) * width**-0.5)
        self.bias = nn.Parameter(torch.cat([torch.linspace(*GATE_START, self.half), torch.zeros(self.half)]).repeat(2, 1))

    def forward(self, x, mask):
        u = scale(x) * mask
        before, after = F.pad(u, (0, 0, 1, 0))[:, :-1], F.pad(u, (0, 0, 0, 1))[:, 1:]
        both = torch.stack([u + self.neighbour[0] * before, u + self.neighbour[1] * after])
        gate, value = (torch.matmul(both, self.weight[:, None]) + self.bias[:, None, None]).split(self.half, 3)
        keep = 0.5 + 0.5 * F.softsign(gate)
        value = value * (1 - keep) * mask
        turned = lambda y: torch.stack([y[0], y[1].flip(1)]).permute(2, 0, 1, 3).contiguous()
        states = Scan.apply(turned(keep), turned(value)).permute(1, 2, 0, 3)
        return x + torch.cat([states[0], states[1].flip(1)], 2)


class Student(nn.Module):
    """Embeddings, recurrent layers, tag heads, arcs and labels."""

    def __init__(self, tags, relations, width, layers, arc, label):
        super().__init__()
        self.tags, self.relations = tags, relations
        self.table = nn.Parameter(torch.randn(features.TOTAL + 1, width) * 0.3)
        self.layers = nn.ModuleList(Layer(width) for _ in range(layers))
        self.tag = nn.Linear(width, len(treebank.UPOS) + len(tags))
        self.arc_dependent, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_dependent, self.label_head = nn.Linear(width, label), nn.Linear(width, label, bias=False)
        self.label = nn.Linear(label, len(relations))
        self.head_bias = nn.Linear(width, 1, bias=False)
        self.root = nn.Parameter(torch.randn(arc) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * len(DISTANCES) + 2))
        # Steps in which the table's numbers will be written, where it is to learn with them.
        self.step = None

    def forward(self, rows, lengths):
        batch, longest, _ = rows.shape
        mask = (torch.arange(longest)[None] < lengths[:, None])[:, :, None].float()
        with torch.no_grad():
            self.table[features.TOTAL] = 0
        table = self.table if self.step is None else self.table + (rounded(self.table, self.step) - self.table).detach()
        x = F.embedding_bag(rows.flatten(0, 1), table, mode="sum").view(batch, longest, -1)
        for layer in self.layers:
            x = layer(x, mask)
        x = scale(x)
        arcs = torch.bmm(self.arc_dependent(x), self.arc_head(x).transpose(1, 2))
        arcs = arcs + self.head_bias(x).transpose(1, 2) + self.distance[offsets(longest)]
        root = self.arc_dependent(x) @ self.root + self.distance[-1]
        arcs = torch.cat([root[:, :, None], arcs], 2)
        real = F.pad(mask[:, :, 0], (1, 0), value=1.0)[:, None] > 0
        arcs = arcs.masked_fill(~real, -1e4)
        arcs.diagonal(offset=1, dim1=1, dim2=2).fill_(-1e4)
        return arcs, (self.label_dependent(x), self.label_head(x)), self.tag(x)

    def label_scores(self, parts, heads):
        """Relation scores under the given heads (0 is the root, which takes no relation of these)."""
        dependent, head = parts
        at = (heads - 1).clamp(min=0)[:, :, None].expand(-1, -1, head.shape[2])
        return self.label(F.relu(dependent + head.gather(1, at)))


def rounded(table, step):
    """A table as it is written: whole steps."""
    return (table / step).round().clamp(-127, 127) * step


def step_of(table, bits):
    """The step that leaves about so many bits a number: the entropy of numbers spread as in a normal distribution."""
    return table.std().item() * 2 ** (2.05 - bits)


def offsets(longest, cache={}):
    """For every pair of words the bucket of head minus dependent."""
    if longest not in cache:
        steps = torch.arange(longest)[None] - torch.arange(longest)[:, None]
        bucket = torch.bucketize(steps.abs(), torch.tensor(DISTANCES), right=True)
        cache[longest] = torch.where(steps > 0, bucket + len(DISTANCES), bucket).clamp(max=2 * len(DISTANCES))
    return cache[longest]


def gold_soft(one, index):
    """Gold labels in the form that the teacher gives: one value, certain."""
    sure = lambda name, values: [[(index[name][value], 1.0)] for value in values]
    return {"head": [[(head + 1, 1.0)] for head in one.heads], "relation": sure("relation", one.relations),
            "upos": sure("upos", one.upos), "xpos": sure("xpos", one.xpos)}


def sharpen(best, count=3):
    """Index and probability arrays of fixed width."""
    index, share = [], []
    for row in best:
        total = sum(p for _, p in row)
        row = [(i, p / total) for i, p in row] + [(0, 0.0)] * (count - len(row))
        index.append([i for i, _ in row])
        share.append([p for _, p in row])
    return torch.tensor(index), torch.tensor(share)


class Example:
    """One sentence, ready to be made a row of a batch."""

    def __init__(self, forms, soft, upos):
        self.forms, self.upos = forms, upos
        self.soft = {name: sharpen(best) for name, best in soft.items()}
        heads = self.soft["head"][0][:, 0]
        last = len(forms) - 1
        # Whether the last token is a full stop that nothing hangs on.
        self.droppable = last > 3 and forms[last] in {".", "!", "?"} and not (heads == last + 1).any()


def varied(example, dice, names):
    """The forms of a sentence as some other writer might have put them."""
    forms = example.forms
    lot = dice.random()
    if lot < 0.03:
        forms = [form.upper() for form in forms]
    elif lot < 0.04:
        forms = [form.lower() for form in forms]
    elif lot < 0.14:
        forms = [dice.choice(names) if kind == "PROPN" and dice.random() < 0.7 else form for form, kind in zip(forms, example.upos)]
    return forms[:-1] if example.droppable and dice.random() < 0.12 else forms


def make_batch(examples, dice, names):
    all_rows, lengths = [], []
    for one in examples:
        forms = varied(one, dice, names) if dice else one.forms
        found = [list(features.rows(form, i == 0)) for i, form in enumerate(forms)]
        if dice:
            for rows in found:
                # A word not known by itself must be known by its ends.
                if dice.random() < 0.1:
                    rows[:3] = [features.TOTAL] * 3
        all_rows.append(torch.tensor(found))
        lengths.append(len(found))
    pad = lambda tensors: nn.utils.rnn.pad_sequence(tensors, batch_first=True)
    rows = nn.utils.rnn.pad_sequence(all_rows, batch_first=True, padding_value=features.TOTAL)
    soft = {name: tuple(pad([one.soft[name][part][:n] for one, n in zip(examples, lengths)]) for part in (0, 1)) for name in examples[0].soft}
    return rows, torch.tensor(lengths), soft


def cross(scores, target, keep):
    """Cross-entropy against the best few labels, over the words to keep."""
    index, share = target
    found = torch.log_softmax(scores.float(), 2).gather(2, index)
    return -((found * share).sum(2) * keep).sum() / keep.sum().clamp(min=1)


def loss_of(model, batch, universal=0.5, penn=0.5):
    """What a batch teaches: arcs, relations and, by their weights, both tags."""
    rows, lengths, soft = batch
    arcs, parts, tags = model(rows, lengths)
    keep = (torch.arange(rows.shape[1])[None] < lengths[:, None]).float()
    heads = soft["head"][0][:, :, 0]
    below = keep * (heads > 0)
    upos, xpos = tags.split([len(treebank.UPOS), len(model.tags)], 2)
    return (cross(arcs, soft["head"], keep) + cross(model.label_scores(parts, heads), soft["relation"], below)
            + universal * cross(upos, soft["upos"], keep) + penn * cross(xpos, soft["xpos"], keep))


@torch.no_grad()
def evaluate(model, examples, size=3000):
    """Shares of right universal tags, Penn tags, heads and labelled heads, with greedy heads."""
    model.eval()
    right, words = torch.zeros(4), 0
    for group in groups([len(e.forms) for e in examples], size, None):
        rows, lengths, soft = make_batch([examples[i] for i in group], None, None)
        arcs, parts, tags = model(rows, lengths)
        keep = torch.arange(rows.shape[1])[None] < lengths[:, None]
        heads = arcs.argmax(2)
        upos, xpos = tags.split([len(treebank.UPOS), len(model.tags)], 2)
        relation = model.label_scores(parts, heads).argmax(2)
        relation[heads == 0] = model.relations.index("root")
        same = lambda found, name: (found == soft[name][0][:, :, 0]) & keep
        at = same(heads, "head")
        for i, hit in enumerate((same(upos.argmax(2), "upos"), same(xpos.argmax(2), "xpos"), at, at & same(relation, "relation"))):
            right[i] += hit.sum()
        words += int(keep.sum())
    model.train()
    return " ".join(f"{name} {100 * float(r) / words:.2f}" for name, r in zip(("upos", "xpos", "uas", "las"), right))


def groups(lengths, size, dice):
    """Indices grouped by similar length, at most `size` words with padding a group."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (dice.random() * 3 if dice else 0))
    found, group = [], []
    for i in order:
        if group and (len(group) + 1) * max(lengths[i], 4) > size:
            found.append(group)
            group = []
        group.append(i)
    found.append(group)
    if dice:
        dice.shuffle(found)
    return found


def read_silver(path):
    """What the teacher wrote: pickles one after another, a list of (forms, labels) each."""
    with open(path, "rb") as file:
        while True:
            try:
                yield from pickle.load(file)
            except EOFError:
                return


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("treebank", "encoder", "start", "out"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--silver", nargs="*", default=[], help="files that teacher.py wrote")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=2000, help="words a step, with padding")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--end", type=float, default=0.01, help="share of the rate that is left at the end")
    parser.add_argument("--universal", type=float, default=0.5, help="weight of universal tags")
    parser.add_argument("--penn", type=float, default=0.5, help="weight of Penn tags")
    parser.add_argument("--bits", type=float, help="learn with a table of about so many bits a number, from here on")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--arc", type=int, default=48)
    parser.add_argument("--label", type=int, default=64)
    options = parser.parse_args()
    torch.set_num_threads(1)
    # What rare rows' averages fade to costs much time and tells nothing.
    torch.set_flush_denormal(True)
    torch.manual_seed(1)
    dice = random.Random(1)
    train = treebank.read(f"{options.treebank}/en_ewt-train.conllu.gz")
    dev = treebank.read(f"{options.treebank}/en_ewt-dev.conllu.gz")
    relations, tags = treebank.labels(train, "relations"), treebank.labels(train, "xpos")
    index = {name: {v: i for i, v in enumerate(values)} for name, values in
             (("relation", relations), ("upos", treebank.UPOS), ("xpos", tags))}
    example = lambda one: Example(one.forms, gold_soft(one, index), one.upos)
    dev = [example(one) for one in dev]
    examples = [example(one) for one in train] * 2
    for path in options.silver:
        for forms, soft in read_silver(path):
            examples.append(Example(forms, soft, [treebank.UPOS[best[0][0]] for best in soft["upos"]]))
    names = sorted({form for one in examples for form, kind in zip(one.forms, one.upos) if kind == "PROPN"})
    model = Student(tags, relations, options.width, options.layers, options.arc, options.label)
    if options.start:
        saved = torch.load(options.start)
        model.load_state_dict(saved["state"])
        model.step = saved["step"]
    elif options.encoder:
        model.table.data = pretrained.table(options.encoder, Counter(form for one in examples for form in one.forms), options.width)
    if options.bits:
        model.step = step_of(model.table, options.bits)
    small = [p for n, p in model.named_parameters() if n != "table"]
    print("dense weights", sum(p.numel() for p in small), "table", model.table.numel(), "sentences", len(examples), flush=True)
    optimiser = torch.optim.AdamW([{"params": small, "weight_decay": 0.01}, {"params": [model.table], "weight_decay": 0.0}],
                                  lr=options.rate, betas=(0.9, 0.98), fused=True)
    lengths = [len(one.forms) for one in examples]
    decay = lambda s: 1 - (1 - options.end) * s / options.steps
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / 100, decay(s)))
    mean = copy.deepcopy(model)
    began, total, queue = time.time(), 0.0, []
    for step in range(1, options.steps + 1):
        queue = queue or groups(lengths, options.batch, dice)
        batch = make_batch([examples[i] for i in queue.pop()], dice, names)
        loss = loss_of(model, batch, options.universal, options.penn)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(small, 2.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 8 == 0:
            with torch.no_grad():
                share = min(0.98, step / (step + 100))
                torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - share)
        if step % 500 == 0 or step == options.steps:
            print(f"step {step}/{options.steps} loss {total / 500:.3f} {time.time() - began:.0f} s", evaluate(mean, dev), flush=True)
            total = 0.0
            saved = {"state": mean.state_dict(), "step": model.step, "options": vars(options), "tags": tags, "relations": relations}
            torch.save(saved, options.out)


if __name__ == "__main__":
    main()
