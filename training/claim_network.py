"""The network that reads claims, as `src/claims/network.rs` computes it, with what it learns by."""

import torch
import torch.nn.functional as F
from torch import nn

import export
import treebank
from claim_data import CUES, FEATURES, KINDS, PARTS, SORTS, STATUSES, TRAITS
from student import Layer, scale

# Parts of a place that tell what is found at a word, beside drawing attention to it.
TELLING = [0, 2, 3, 4]
VECTOR = 128
# Numbers that tell what a telling word tells, steps to 1 in which they are written, and the most steps.
TELLING_WIDTH, TELLING_STEPS, MOST_TELLING_STEPS = 16, 4, 31
# Share of telling words that are taken for unknown ones while learning, so that what surrounds them is learnt from as well.
UNKNOWN = 0.1
NO_RIVAL = -8.0
# What scores less at first sight is not looked at again.
HOPELESS = -3.5
# Steps to either side of zero in which tables are written.
TABLE_STEPS = 31


def in_telling_steps(numbers):
    return (numbers * TELLING_STEPS).round().clamp(-MOST_TELLING_STEPS, MOST_TELLING_STEPS)


def straight_swish(x):
    return x * (x / 6 + 0.5).clamp(0, 1)


def highest(values, groups, count):
    """The highest of each group's rows, column by column."""
    start = torch.full((count,) + values.shape[1:], NO_RIVAL)
    return start.scatter_reduce(0, groups[:, None].expand_as(values), values, "amax")


def beside(values, groups, count):
    """For each row the highest of the others in its group, column by column; equal ones count once."""
    most = highest(values, groups, count)[groups]
    is_most = values >= most - 1e-9
    second = highest(torch.where(is_most, torch.tensor(NO_RIVAL), values), groups, count)[groups]
    return torch.where(is_most, second, most)


class Network(nn.Module):
    def __init__(self, telling, relations, width, keys, hidden, layers, rivals, dropout):
        """`telling`: the keys of the telling words, rising."""
        super().__init__()
        kinds = len(KINDS)
        self.telling_keys, self.width, self.keys, self.hidden = telling, width, keys, hidden
        self.telling = nn.Embedding(len(telling) + 1, TELLING_WIDTH, padding_idx=0)
        self.input = nn.Linear(VECTOR + TELLING_WIDTH, width)
        self.tags, self.relations, self.marks = (nn.Embedding(n, width) for n in (len(treebank.UPOS), relations, 1 + SORTS))
        self.triggers, self.cues = nn.Linear(kinds, width, bias=False), nn.Linear(CUES, width, bias=False)
        self.governor = nn.Linear(width, width, bias=False)
        self.layers = nn.ModuleList(Layer(width) for _ in range(layers))
        self.join = nn.Linear(width, width)
        self.drop = nn.Dropout(dropout)
        self.words, self.parties = nn.Linear(width, 2 * keys + hidden + kinds), nn.Linear(width, 2 * (keys + hidden))
        self.kinds = nn.Linear(kinds, kinds, bias=False)
        self.draw = nn.ModuleList(nn.Embedding(n, 2) for n in PARTS)
        self.say = nn.ModuleList(nn.Embedding(PARTS[part], 2 * hidden) for part in TELLING)
        self.features = nn.Linear(FEATURES + TRAITS, hidden)
        self.distances = nn.Embedding(PARTS[-1], hidden)
        self.on_path = nn.Linear(width, 2 * hidden, bias=False)
        self.middle = nn.Linear(hidden, hidden)
        output = lambda: nn.Parameter(torch.randn(kinds, hidden) * 0.1)
        self.first_sight, self.out, self.forward_out, self.directed_out = output(), output(), output(), output()
        self.first_sight_bias, self.out_bias = (nn.Parameter(torch.full((kinds,), -2.0)) for _ in range(2))
        self.directed_bias = nn.Parameter(torch.zeros(kinds))
        self.status, self.status_bias = nn.Linear(hidden, STATUSES, bias=False), nn.Parameter(torch.zeros(kinds, STATUSES))
        self.compared, self.rival_kinds = nn.Linear(8, rivals, bias=False), nn.Embedding(kinds, rivals)
        self.rival_out = nn.Linear(rivals, 1)
        for table in (self.tags, self.relations, self.marks, self.distances, *self.say):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.normal_(self.telling.weight[1:], std=0.1)
        for table in self.draw:
            nn.init.zeros_(table.weight)
        nn.init.zeros_(self.rival_out.weight)
        nn.init.zeros_(self.rival_out.bias)

    def told(self, words):
        """What words tell by themselves, in the steps in which it is written; gradients pass as if it were not."""
        if self.training:
            words = words * (torch.rand(words.shape) >= UNKNOWN)
        exact = self.telling(words)
        return exact + (in_telling_steps(exact) / TELLING_STEPS - exact).detach()

    def vectors(self, batch):
        x = self.input(self.drop(torch.cat([batch.vectors, self.told(batch.words)], 2))) + self.tags(batch.tags) + self.relations(batch.relations)
        x = x + self.marks(batch.marks) + self.triggers(batch.triggers) + self.cues(batch.cues)
        x = x + self.governor(x.gather(1, batch.heads[:, :, None].expand(-1, -1, self.width)))
        for layer in self.layers:
            x = layer(self.drop(x), self.mask(batch)[:, :, None].float())
        x = scale(x)
        return self.drop(x + straight_swish(self.join(self.drop(x))))

    def mask(self, batch):
        return torch.arange(batch.heads.shape[1])[None] < batch.lengths[:, None]

    def forward(self, batch):
        """By look and kind: scores at first sight, states, and the logarithm of the attention by word."""
        keys, hidden, sentence = self.keys, self.hidden, batch.sentence_of_mention
        x = self.vectors(batch)
        offers_first, offers_second, says, shows = self.words(x).split([keys, keys, hidden, len(KINDS)], 2)
        shows = shows + self.kinds(batch.triggers)
        asks_first, asks_second, is_first, is_second = self.parties(x[sentence, batch.mention_heads]).split([keys, keys, hidden, hidden], 1)
        draw = sum(table(batch.places[..., part]) for part, table in enumerate(self.draw))
        product = lambda offers, asks: torch.bmm(offers[sentence], asks[:, :, None])[..., 0] / keys**0.5
        drawn_first, drawn_second = product(offers_first, asks_first) + draw[..., 0], product(offers_second, asks_second) + draw[..., 1]
        at = sentence[batch.first]
        drawn = (drawn_first[batch.first] + drawn_second[batch.second])[:, :, None] + shows[at]
        attention = torch.log_softmax(drawn.masked_fill(~self.mask(batch)[at][:, :, None], -1e4), 1)
        shares = attention.exp().transpose(1, 2)
        found = torch.bmm(shares, says[at])
        for table, part in zip(self.say, TELLING):
            for side, mention in enumerate((batch.first, batch.second)):
                places = F.one_hot(batch.places[mention][..., part], PARTS[part]).float()
                found = found + torch.bmm(shares, places) @ table.weight[:, side * hidden:][:, :hidden]
        base = is_first[batch.first] + is_second[batch.second] + self.features(torch.cat([batch.features, batch.traits], 1))
        base = base + self.distances(batch.distances) + self.path(batch, x)
        state = straight_swish(base[:, None] + found)
        first_sight = (state * self.first_sight).sum(2) + self.first_sight_bias
        state = self.drop(state + straight_swish(self.middle(self.drop(state))))
        return first_sight, state, attention

    def path(self, batch, x):
        """What the words on the path between two mentions say, the one that joins them apart."""
        between, top = self.on_path(x).flatten(0, 1).split(self.hidden, 1)
        count = (batch.path < len(between)).sum(1).clamp(min=1)
        between = F.embedding_bag(batch.path, F.pad(between, (0, 0, 0, 1)), mode="sum")
        return between / count.sqrt()[:, None] + top[batch.top]

    def scores(self, batch, first_sight, state):
        """Scores of looks, and of pairs after they are held against their rivals."""
        looks = torch.where(first_sight > HOPELESS, (state * self.out).sum(2) + self.out_bias, first_sight)
        pairs = highest(looks, batch.pair_of_look, len(batch.keys))
        top = pairs.amax(1, keepdim=True)
        best = pairs.topk(2, 1).values
        other = torch.where(pairs >= best[:, :1], best[:, 1:], best[:, :1])
        count = len(pairs)
        by_actor = beside(torch.cat([pairs, pairs]), batch.actors.T.flatten(), batch.actor_count)
        of_first, of_second = by_actor[:count], by_actor[count:]
        of_kind = beside(pairs, batch.sentence_of_pair, len(batch.sentences))
        of_all = beside(top, batch.sentence_of_pair, len(batch.sentences))
        wide = lambda column: column.expand(-1, len(KINDS))
        compared = torch.stack([pairs, other, torch.maximum(of_first, of_second), torch.minimum(of_first, of_second), of_kind,
                                wide(of_all), wide(top), pairs - of_kind], 2) / 4
        hidden = straight_swish(self.compared(compared) + self.rival_kinds.weight)
        return looks, pairs + self.rival_out(self.drop(hidden))[..., 0]

    def statuses(self, state):
        return self.status(state) + self.status_bias

    def loss(self, batch):
        """Mean over nothing: the sum over a batch, whose size in words is about the same for all."""
        first_sight, state, attention = self(batch)
        looks, pairs = self.scores(batch, first_sight, state)
        of_look = batch.pair_of_look
        missed = lambda scores: (F.binary_cross_entropy_with_logits(scores, batch.claimed, reduction="none") * batch.counts).sum() / 8
        total = missed(pairs) + 0.3 * missed(highest(first_sight, of_look, len(pairs)))
        # Of several mentions of the same two actors the likelier are taught more.
        with torch.no_grad():
            share = (looks - highest(looks, of_look, len(pairs))[of_look]).exp()
            share = share / torch.zeros_like(pairs).index_add(0, of_look, share)[of_look]
        status = batch.status[of_look]
        look, kind = (status >= 0).nonzero(as_tuple=True)
        if len(look):
            share_here, state_here = share[look, kind], state[look, kind]
            wrong = F.cross_entropy(self.statuses(state)[look, kind], status[look, kind], reduction="none")
            total = total + 0.25 * (wrong * share_here).sum()
            forward = (state_here * self.forward_out[kind]).sum(1) * batch.in_order[look]
            source = batch.source[of_look][look, kind]
            total = total + 0.25 * (F.softplus(-forward * source) * (source != 0) * share_here).sum()
            directed = (state_here * self.directed_out[kind]).sum(1) + self.directed_bias[kind]
            wrong = F.binary_cross_entropy_with_logits(directed, batch.directed[of_look][look, kind], reduction="none")
            total = total + 0.1 * (wrong * share_here).sum()
        return total + 0.3 * self.missed_cues(batch, attention, share)

    def missed_cues(self, batch, attention, share):
        """How little attention goes to the words that annotators pointed at."""
        looks = {}
        for look, pair in enumerate(batch.pair_of_look.tolist()):
            looks.setdefault(pair, []).append(look)
        rows = [(look, kind, words) for pair, kind, words in batch.cue_words for look in looks[pair]]
        if not rows:
            return torch.zeros(())
        cue = torch.zeros(len(rows), attention.shape[1], dtype=torch.bool)
        cue[[row for row, (_, _, words) in enumerate(rows) for _ in words], [word for _, _, words in rows for word in words]] = True
        look, kind = torch.tensor([row[0] for row in rows]), torch.tensor([row[1] for row in rows])
        on_cue = torch.logsumexp(attention[look, :, kind].masked_fill(~cue, -1e4), 1)
        return -(on_cue * share[look, kind]).sum()

    def judge(self, batch):
        """By pair and kind: document, sentence, pair, kind, score and status."""
        first_sight, state, _ = self(batch)
        looks, pairs = self.scores(batch, first_sight, state)
        statuses = self.statuses(state).argmax(2).tolist()
        found, best = [], {}
        for look, pair in enumerate(batch.pair_of_look.tolist()):
            for kind, score in enumerate(looks[look].tolist()):
                if (pair, kind) not in best or score > best[pair, kind][0]:
                    best[pair, kind] = (score, look)
        for pair, scores in enumerate(pairs.tolist()):
            at, actors = batch.keys[pair]
            one = batch.sentences[at]
            for kind, score in enumerate(scores):
                found.append((one.document, one.sentence, tuple(sorted(actors)), kind, score, statuses[best[pair, kind][1]][kind]))
        return found

    def write(self):
        """The bytes that `src/claims/network.rs` reads, in its order."""
        get = lambda name: self.get_submodule(name).weight.detach()
        zeros = torch.zeros
        hidden, kinds = self.hidden, len(KINDS)
        dense = export.dense
        state = {name: value.detach() for name, value in self.named_parameters()}
        rivals = len(state["rival_out.weight"][0])
        parts = [export.numbers(self.width, len(self.layers), self.keys, hidden, rivals, VECTOR, TELLING_WIDTH, CUES),
                 export.numbers(len(self.telling_keys), *self.telling_keys),
                 in_telling_steps(get("telling")[1:]).to(torch.int8).numpy().tobytes(), dense(get("input"), state["input.bias"])]
        parts += [table(get(name)) for name in ("tags", "relations", "marks")]
        parts += [table(get(name).T) for name in ("triggers", "cues")]
        parts.append(dense(get("governor"), zeros(self.width)))
        for layer in self.layers:
            parts.append(export.recurrence(layer.neighbour.detach(), layer.weight.detach(), layer.bias.detach()))
        parts.append(dense(get("join"), state["join.bias"]))
        parts += [dense(get("words"), state["words.bias"]), table(get("kinds").T),
                  dense(get("parties"), state["parties.bias"])]
        parts += [table(one.weight.detach().T) for one in self.draw] + [table(one.weight.detach()) for one in self.say]
        parts.append(dense(get("on_path"), zeros(2 * hidden)))
        # The bias of the features goes with the distances, of which each pair has one.
        parts += [table(get("features").T), table(get("distances") + state["features.bias"])]
        parts += [table(state["first_sight"]), export.floats(state["first_sight_bias"])]
        parts.append(dense(get("middle"), state["middle.bias"]))
        outputs = [(state["out"], state["out_bias"]), (state["forward_out"], zeros(kinds)), (state["directed_out"], state["directed_bias"])]
        outputs += [(get("status")[one].expand(kinds, -1), state["status_bias"][:, one]) for one in range(STATUSES)]
        for weight, bias in outputs:
            parts += [table(weight), export.floats(bias)]
        parts += [table(get("compared").T), table(get("rival_kinds")), export.floats(state["rival_out.weight"][0]),
                  export.floats(state["rival_out.bias"])]
        return b"".join(parts)


def table(rows):
    return b"".join(export.in_steps(rows, TABLE_STEPS))
