"""From a word to the pieces of an uncased BERT vocabulary."""

import unicodedata


class WordPiece:
    """Greedy longest-match pieces, as BERT's own tokenizer makes them."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.index = {line.rstrip("\n"): number for number, line in enumerate(lines)}
        self.cache = {}
        self.start, self.end, self.unknown = (self.index[name] for name in ("[CLS]", "[SEP]", "[UNK]"))

    def pieces(self, form):
        """Indices of the pieces of one token; at least one."""
        if form not in self.cache:
            text = unicodedata.normalize("NFD", form.lower())
            text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
            parts, word = [], ""
            for letter in text:
                if letter.isalnum():
                    word += letter
                else:
                    parts += [word, letter]
                    word = ""
            found = [piece for part in parts + [word] if part for piece in self.word(part)]
            self.cache[form] = found[:12] or [self.unknown]
        return self.cache[form]

    def word(self, word):
        """Pieces of one run of letters."""
        start, found = 0, []
        while start < len(word):
            end = len(word)
            while end > start:
                piece = ("##" if start else "") + word[start:end]
                if piece in self.index:
                    found.append(self.index[piece])
                    break
                end -= 1
            else:
                return [self.unknown]
            start = end
        return found
