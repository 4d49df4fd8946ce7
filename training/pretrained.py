"""From the word vectors of a pretrained encoder to a first embedding table for the student.

Words that no treebank has are then placed beside those that it has. The table cannot hold every word's vector, since a
word's vector is the sum of rows shared with others; it is fitted so that frequent words come out nearest.
"""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import features
from wordpiece import WordPiece


def table(encoder, counts, width, steps=500):
    """`counts`: how often each form was seen. Returns rows whose sums come near the encoder's vectors."""
    pieces = WordPiece(f"{encoder}/vocab.txt")
    vectors = next(v for k, v in load_file(f"{encoder}/model.safetensors").items() if k.endswith("word_embeddings.weight")).float()
    counts = dict(counts)
    for word, at in pieces.index.items():
        # The vocabulary is sorted by frequency behind its signs and letters.
        if word.isalpha() and word.isascii() and at >= 1996:
            often = 200_000 / (at - 1900)
            for form, share in ((word, 1.0), (word.capitalize(), 0.3)):
                counts[form] = counts.get(form, 0) + often * share
    forms = sorted(counts)
    weight = torch.tensor([counts[form] for form in forms]).float().sqrt()
    found = torch.stack([vectors[pieces.pieces(form)].mean(0) for form in forms])
    found = found - (found * weight[:, None]).sum(0) / weight.sum()
    scaled = found * weight[:, None].sqrt()
    values, axes = torch.linalg.eigh(scaled.T @ scaled)
    target = found @ axes[:, -width:]
    target = target / target.std() * 0.8
    rows = torch.tensor([features.rows(form, False) for form in forms])
    dice = torch.Generator().manual_seed(1)
    weights = torch.nn.Parameter(torch.randn(features.TOTAL + 1, width, generator=dice) * 0.1)
    optimiser = torch.optim.Adam([weights], lr=0.02, fused=True)
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = 0.02 * (1 - step / steps)
        chosen = torch.multinomial(weight, 4096, replacement=True, generator=dice)
        loss = F.mse_loss(F.embedding_bag(rows[chosen], weights, mode="sum"), target[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 100 == 99:
            print(f"first table: step {step + 1} of {steps}, error {loss.item():.3f} of {target.var().item():.3f}", flush=True)
    return weights.detach()
