"""Empties the rows of the parser's table that text hardly uses, in the file that `export.py` wrote: zeros take no room when compressed.

    python training/leave_out_rows.py models/syntax.bin TREEBANK_FOLDER TOKENS...

A token file has one sentence a line with blanks between its tokens, as `tokens` writes it.
"""

import sys
from collections import Counter

import numpy

import features
import treebank

# Share of all rows that are emptied: where it costs least on EWT dev for what it saves.
SHARE = 0.07
# The treebank is short beside the other texts, and its words are those of people who do not write for a paper.
TIMES_TREEBANK = 3


def uses(forms):
    """How often each row is used by words with how often each was seen, first in its sentence or not."""
    counts = numpy.zeros(features.TOTAL)
    for (form, first), times in forms.items():
        counts[features.rows(form, first)] += times
    return counts


def seen(treebank_folder, token_files):
    """How often each form was seen, first in its sentence or not."""
    forms = Counter()
    for sentence in treebank.read(f"{treebank_folder}/en_ewt-train.conllu.gz"):
        forms.update({(form, at == 0): TIMES_TREEBANK for at, form in enumerate(sentence.forms)})
    for path in token_files:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                forms.update((form, at == 0) for at, form in enumerate(line.split()))
    return forms


def main():
    path, treebank_folder, *token_files = sys.argv[1:]
    numbers = numpy.fromfile(path, dtype=numpy.int8)
    width = int(numbers[:2].view(numpy.uint16)[0])
    table = numbers[-features.TOTAL * width:].reshape(features.TOTAL, width)
    worth = uses(seen(treebank_folder, token_files)) * numpy.linalg.norm(table.astype(float), axis=1)
    # Of equals those in front, so that every machine leaves out the same.
    least = numpy.argsort(worth, kind="stable")[:round(SHARE * features.TOTAL)]
    table[least] = 0
    numbers.tofile(path)
    print(f"{len(least)} of {features.TOTAL} rows emptied")


if __name__ == "__main__":
    main()
