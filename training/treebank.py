"""From CoNLL-U files to sentences as plain lists; the labels that models share."""

import gzip
from dataclasses import dataclass

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


@dataclass
class Sentence:
    """One sentence: forms, whether a space follows, and labels (head -1 for the root)."""

    forms: list
    upos: list
    xpos: list
    heads: list
    relations: list
    # Where a teacher gave them: per token, the best few (value, probability) of each label.
    soft: dict = None


def read(path):
    """Reads a (gzipped) CoNLL-U file; empty nodes and multiword ranges are left out."""
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")
    sentences, rows = [], []
    with opened as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(sentence(rows))
                rows = []
            elif not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    if rows:
        sentences.append(sentence(rows))
    return sentences


def sentence(rows):
    """One sentence from its CoNLL-U rows."""
    heads = [int(row[6]) - 1 if row[6] != "_" else -1 for row in rows]
    return Sentence([r[1] for r in rows], [r[3] for r in rows], [r[4] for r in rows], heads, [r[7] for r in rows])


def labels(sentences, field):
    """All values of a field, most frequent first."""
    counts = {}
    for one in sentences:
        for value in getattr(one, field):
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=lambda value: (-counts[value], value))
