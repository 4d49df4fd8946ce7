"""A large parser on a pretrained encoder, taught on EWT: it labels the text that the shipped model learns from.

    python training/teacher.py train --treebank ../shared/treebank --encoder DIR --out teacher.pt
    python training/teacher.py label --encoder DIR --model teacher.pt --tokens tokens.txt --out silver.pkl
"""

import argparse
import pickle
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

import treebank
from wordpiece import WordPiece

WIDTH, LAYERS, HEADS, ARC, LABEL = 384, 6, 12, 320, 128


class Layer(nn.Module):
    """One BERT layer, with the parameter names of the published weights."""

    def __init__(self, weights, prefix):
        super().__init__()
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "joined": "attention.output.dense", "wide": "intermediate.dense", "narrow": "output.dense",
            "norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm",
        }
        for name, path in names.items():
            weight, bias = weights[f"{prefix}{path}.weight"], weights[f"{prefix}{path}.bias"]
            module = nn.LayerNorm(WIDTH, eps=1e-12) if name.startswith("norm") else nn.Linear(weight.shape[1], weight.shape[0])
            module.weight.data, module.bias.data = weight.clone().float(), bias.clone().float()
            self.add_module(name, module)

    def forward(self, x, mask, drop):
        split = lambda t: t.view(t.shape[0], t.shape[1], HEADS, -1).transpose(1, 2)
        attended = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + drop(self.joined(attended)))
        return self.norm2(x + drop(self.narrow(F.gelu(self.wide(x)))))


class Teacher(nn.Module):
    """Encoder, tag heads, biaffine arcs and labels."""

    def __init__(self, encoder, relations, tags):
        super().__init__()
        weights = load_file(f"{encoder}/model.safetensors")
        weights = {name.removeprefix("bert."): value for name, value in weights.items()}
        self.relations, self.tags = relations, tags
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"].float(), freeze=True)
        self.places = nn.Embedding.from_pretrained(weights["embeddings.position_embeddings.weight"].float(), freeze=True)
        self.kind = nn.Parameter(weights["embeddings.token_type_embeddings.weight"][0].float())
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"].float()
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"].float()
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{i}.") for i in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.shape = nn.Embedding(8, 24)
        inner = 2 * WIDTH + 24
        self.drop = nn.Dropout(0.1)
        self.drop_out = nn.Dropout(0.25)
        self.arc_dependent, self.arc_head = nn.Linear(inner, ARC), nn.Linear(inner, ARC)
        self.label_dependent, self.label_head = nn.Linear(inner, LABEL), nn.Linear(inner, LABEL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.01)
        self.label = nn.Parameter(torch.randn(len(relations), LABEL + 1, LABEL + 1) * 0.01)
        self.root = nn.Parameter(torch.randn(inner) * 0.1)
        self.tag_hidden = nn.Linear(inner, 192)
        self.upos, self.xpos = nn.Linear(192, len(treebank.UPOS)), nn.Linear(192, len(tags))

    def encode(self, batch):
        """One vector a word: the first and last piece over mixed layers, and the word's shape."""
        pieces, mask, first, last, shapes = batch
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        mask = mask[:, None, None, :]
        mixed = 0
        for share, layer in zip(torch.softmax(self.mix, 0), self.layers):
            x = layer(x, mask, self.drop)
            mixed = mixed + share * x
        take = lambda at: mixed.gather(1, at[:, :, None].expand(-1, -1, WIDTH))
        return self.drop_out(torch.cat([take(first), take(last), self.shape(shapes)], 2))

    def forward(self, batch):
        words = self.encode(batch)
        rooted = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        act = lambda layer, x: self.drop_out(F.gelu(layer(x)))
        dependent, head = act(self.arc_dependent, words), act(self.arc_head, rooted)
        arcs = torch.einsum("bia,ac,bjc->bij", F.pad(dependent, (0, 1), value=1.0), self.arc, head)
        label = F.pad(act(self.label_dependent, words), (0, 1), value=1.0), F.pad(act(self.label_head, rooted), (0, 1), value=1.0)
        hidden = act(self.tag_hidden, words)
        return arcs, label, self.upos(hidden), self.xpos(hidden)

    def label_scores(self, label, heads):
        """Relation scores of every word under the given heads (0 is the root)."""
        dependent, head = label
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL + 1))
        return torch.einsum("bia,rac,bic->bir", dependent, self.label, head)


def shape(form):
    """How a word is written: lower, Title, UPPER, mixed, with digits, other."""
    if any(letter.isdigit() for letter in form):
        return 1
    if not any(letter.isalpha() for letter in form):
        return 2
    if form.islower():
        return 3
    if form.isupper():
        return 5 if len(form) > 1 else 6
    return 4 if form[0].isupper() and form[1:].islower() else 7


def batch(sentences, pieces):
    """Tensors of some sentences: what `encode` takes."""
    rows, firsts, lasts = [], [], []
    for one in sentences:
        row, first, last = [pieces.start], [], []
        for form in one:
            first.append(len(row))
            row += pieces.pieces(form)
            last.append(len(row) - 1)
        rows.append((row + [pieces.end])[:510])
        firsts.append([min(i, 509) for i in first])
        lasts.append([min(i, 509) for i in last])
    pad = lambda lists: nn.utils.rnn.pad_sequence([torch.tensor(x) for x in lists], batch_first=True)
    padded = pad(rows)
    mask = torch.arange(padded.shape[1])[None] < torch.tensor([len(r) for r in rows])[:, None]
    return padded, mask, pad(firsts), pad(lasts), pad([[shape(form) for form in one] for one in sentences])


def batches(lengths, size, random_order=None):
    """Indices grouped by similar length, at most `size` words (with padding) a group."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + (random_order.random() * 4 if random_order else 0)))
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * max(lengths[i], 8) > size:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if random_order:
        random_order.shuffle(groups)
    return groups


def train(options):
    torch.manual_seed(1)
    dice = random.Random(1)
    train_set = treebank.read(f"{options.treebank}/en_ewt-train.conllu.gz")
    dev = treebank.read(f"{options.treebank}/en_ewt-dev.conllu.gz")
    relations, tags = treebank.labels(train_set, "relations"), treebank.labels(train_set, "xpos")
    pieces = WordPiece(f"{options.encoder}/vocab.txt")
    model = Teacher(options.encoder, relations, tags)
    encoder = [p for n, p in model.named_parameters() if n.startswith(("layers", "norm", "kind")) and p.requires_grad]
    known = {id(p) for p in encoder}
    rest = [p for p in model.parameters() if id(p) not in known and p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 1.5e-4}, {"params": rest, "lr": 1.5e-3}], betas=(0.9, 0.98), weight_decay=0.01)
    lengths = [len(one.forms) for one in train_set]
    steps = len(batches(lengths, options.batch)) * options.epochs
    warm = steps // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / (steps - warm))))
    relation_index, tag_index = ({v: i for i, v in enumerate(values)} for values in (relations, tags))
    upos_index = {v: i for i, v in enumerate(treebank.UPOS)}
    pad = lambda lists, fill=-100: nn.utils.rnn.pad_sequence([torch.tensor(x) for x in lists], batch_first=True, padding_value=fill)
    began, step = time.time(), 0
    for epoch in range(options.until or options.epochs):
        model.train()
        total = 0.0
        groups = batches(lengths, options.batch, dice)
        for group in groups[: len(groups) // options.shorter]:
            chosen = [train_set[i] for i in group]
            heads = pad([[h + 1 for h in one.heads] for one in chosen])
            arcs, label, upos, xpos = model(batch([one.forms for one in chosen], pieces))
            scores = model.label_scores(label, heads.clamp(min=0))
            real = torch.cat([torch.ones(len(chosen), 1, dtype=torch.bool), heads >= 0], 1)
            arcs = arcs.masked_fill(~real[:, None, :], -1e4)
            ce = lambda x, y: F.cross_entropy(x.flatten(0, 1), y.flatten(), label_smoothing=0.03)
            loss = F.cross_entropy(arcs.flatten(0, 1), heads.flatten())
            loss = loss + ce(scores, pad([[relation_index[r] for r in one.relations] for one in chosen]))
            loss = loss + 0.5 * ce(upos, pad([[upos_index[t] for t in one.upos] for one in chosen]))
            loss = loss + 0.5 * ce(xpos, pad([[tag_index[t] for t in one.xpos] for one in chosen]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {total / 50:.3f} {time.time() - began:.0f} s", flush=True)
                total = 0.0
        evaluate(model, dev[:: options.shorter], pieces, f"epoch {epoch} dev")
        torch.save({"state": model.state_dict(), "relations": relations, "tags": tags}, options.out)


def evaluate(model, sentences, pieces, name):
    """Prints tag accuracy and attachment with greedy heads."""
    right, count = [0] * 4, 0
    for found, one in zip(predict(model, [one.forms for one in sentences], pieces), sentences):
        for i, head in enumerate(one.heads):
            at = found["head"][i][0][0] == head + 1
            right[0] += treebank.UPOS[found["upos"][i][0][0]] == one.upos[i]
            right[1] += model.tags[found["xpos"][i][0][0]] == one.xpos[i]
            right[2] += at
            right[3] += at and model.relations[found["relation"][i][0][0]] == one.relations[i]
            count += 1
    print(name, "upos %.2f xpos %.2f uas %.2f las %.2f" % tuple(100 * r / count for r in right), flush=True)


@torch.no_grad()
def predict(model, sentences, pieces, size=2000):
    """Per sentence the best three values of each label with their probabilities; relations are under the best head."""
    model.eval()
    results = [None] * len(sentences)
    for group in batches([len(one) for one in sentences], size):
        chosen = [sentences[i] for i in group]
        arcs, label, upos, xpos = model(batch(chosen, pieces))
        real = torch.arange(arcs.shape[2])[None] <= torch.tensor([len(one) for one in chosen])[:, None]
        arcs = arcs.masked_fill(~real[:, None, :], -1e4)
        arcs.diagonal(offset=1, dim1=1, dim2=2).fill_(-1e4)
        scores = model.label_scores(label, arcs.argmax(2))
        best = {}
        for name, values in (("head", arcs), ("relation", scores), ("upos", upos), ("xpos", xpos)):
            top = torch.softmax(values, 2).topk(min(3, values.shape[2]), 2)
            best[name] = (top.indices.tolist(), top.values.tolist())
        for row, i in enumerate(group):
            results[i] = {name: [list(zip(a, p)) for a, p in zip(index[row], probability[row])][: len(sentences[i])]
                          for name, (index, probability) in best.items()}
    return results


def load(options):
    saved = torch.load(options.model)
    model = Teacher(options.encoder, saved["relations"], saved["tags"])
    model.load_state_dict(saved["state"])
    return model


def label(options):
    """Labels a file with one sentence a line, its tokens separated by blanks; writes one pickle after another."""
    model, pieces = load(options), WordPiece(f"{options.encoder}/vocab.txt")
    with open(options.tokens, encoding="utf-8") as lines:
        sentences = [line.split() for line in lines]
    sentences = [one for one in sentences if 4 <= len(one) <= 64]
    random.Random(1).shuffle(sentences)
    sentences = sentences[: options.limit]
    with open(options.out, "wb") as out:
        for start in range(0, len(sentences), 1000):
            part = sentences[start : start + 1000]
            pickle.dump(list(zip(part, predict(model, part, pieces))), out)
            out.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["train", "label"])
    for name in ("treebank", "encoder", "out", "model", "tokens"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--until", type=int, help="stop after so many epochs of the schedule")
    parser.add_argument("--shorter", type=int, default=1, help="take only one step of so many, for a trial")
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--limit", type=int, default=20000)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    {"train": train, "label": label}[chosen.task](chosen)
