"""From a word's form to rows of the embedding table; `src/syntax/features.rs` does the same."""

# Rows of each feature's part of the table, in order.
ROWS = {"lower": 4096, "again": 4096, "exact": 2048, "suffix2": 512, "suffix3": 1536, "suffix4": 1536, "prefix3": 1024, "shape": 256}
TOTAL = sum(ROWS.values())
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "…": "."})


def row(seed, text, rows):
    """A row below `rows` for some text (FNV-1a, then mixed)."""
    value = 0x811C9DC5 ^ seed
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    value = ((value ^ (value >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    value ^= value >> 12
    return (value * rows) >> 32


def shape(form):
    """Kinds of letters, runs shortened to one, at most six."""
    runs = ""
    for letter in form[:24]:
        kind = ("0" if letter == "0" else "x" if letter.islower() else "X" if letter.isupper()
                else "o" if letter.isalpha() or not letter.isascii() else letter)
        if not runs.endswith(kind):
            runs += kind
    return runs[:6] + ("1" if len(form) == 1 else "")


def rows(form, first, cache={}):
    """The rows of one word; `first` where it opens its sentence."""
    key = form, first
    if key not in cache:
        plain = "".join("0" if letter.isnumeric() else letter for letter in form.translate(STRAIGHT))
        lower = plain.lower()
        texts = {"lower": lower, "again": lower, "exact": plain, "suffix2": lower[-2:], "suffix3": lower[-3:],
                 "suffix4": lower[-4:], "prefix3": lower[:3], "shape": shape(plain) + ("^" if first else "")}
        found, start = [], 0
        for seed, (name, count) in enumerate(ROWS.items()):
            found.append(start + row(seed * 0x9E3779B1 & 0xFFFFFFFF, texts[name], count))
            start += count
        cache[key] = found
    return cache[key]
