"""From questions that pronouns and words for several ask, with answers that readers gave, to what each feature of those who may be meant
weighs: `pronouns.tsv` and `groups.tsv`.

    python training/train_antecedents.py --questions questions.jsonl --answers training/antecedents.tsv --out models

A softmax over those who may be meant and nobody (mention ranking: Denis and Baldridge 2008), with a weight for each value of each
feature, in part shared by all words and in part by those of one sort. Prints how often it is right on answers that it did not see.
"""

import argparse
import json
from types import SimpleNamespace

import torch

# Features and how many values each has, as in src/actors/antecedent_features.rs; sorts of pronouns, and the sort of each.
PRONOUNS = SimpleNamespace(
    file="pronouns.tsv",
    candidate={"distance": 11, "others between": 8, "role": 18, "shape": 20, "how named": 6, "kind of actor": 7, "grammar": 13,
               "meant of late": 7, "meant as a person": 5, "times named": 7, "rank by name": 5, "paragraph": 6,
               "elsewhere in the line": 8, "noun": 10, "meant since": 2, "clause": 4, "quotation": 3, "roles alike": 9, "pronoun itself": 6,
               "topic": 3},
    words={"word": 12, "role": 6, "place": 4, "verb": 7, "owned": 9, "before": 8, "subjects": 4, "after": 3, "setting": 4,
           "choice": 6},
    sorts=["it", "its", "they", "their", "he", "his"],
    sort=lambda words: [0, 1, 2, 2, 3, 3, 4, 4, 5, 4, 5, 5][words[0]],
)
# The same, as in src/actors/group_features.rs.
GROUPS = SimpleNamespace(
    file="groups.tsv",
    candidate={"put together": 8, "as subject or people": 4, "times together": 5, "all of a line": 4, "last line of all": 8,
               "others in it": 5, "others since": 5, "lines of all": 6, "least present": 8, "most present": 8, "meant least": 5, "named least": 5,
               "named most": 8, "subjects": 4, "names beside": 4, "states": 3},
    words={"word": 6, "how many": 6, "noun": 5, "role": 6, "place": 4, "choice": 4, "quotation": 2, "after": 3},
    sorts=["both", "the two states", "the three"],
    sort=lambda words: 2 if words[1] > 1 else int(words[2] > 0),
)
FOLDS = 8
STEPS, RATE = 250, 0.05
# How strongly weights are held near zero: those that all words share, and those of one sort.
SHARED, OWN = 0.0015, 0.005


def read(questions_path, answers_path):
    """Questions with an answer: features of the words and the candidates, and who is meant (nobody: empty)."""
    answers = {}
    with open(answers_path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            document, sentence, token, actors = line.rstrip("\n").split("\t")
            if actors != "?":
                answers[document, int(sentence), int(token)] = frozenset() if actors == "-" else frozenset(actors.split("+"))
    asked = []
    with open(questions_path, encoding="utf-8") as lines:
        for line in lines:
            one = SimpleNamespace(**json.loads(line))
            one.answer = answers.get((one.document, one.sentence, one.token))
            if one.answer is not None:
                one.candidates = [(frozenset(actors), values) for actors, values in one.candidates]
                asked.append(one)
    print(f"{len(asked)} of {len(answers)} answers have their question")
    return asked


def starts(features):
    sizes = list(features.values())
    return [sum(sizes[:at]) for at in range(len(sizes))]


def batch(asked, what):
    """All questions in tensors: a row of weights for each feature of each candidate, and of nobody."""
    candidate_starts, word_starts = starts(what.candidate), starts(what.words)
    made, candidates, question, right = SimpleNamespace(), [], [], []
    for number, one in enumerate(asked):
        # Whoever is meant but is no candidate is nobody that could be bound.
        known = bool(one.answer) and any(actors == one.answer for actors, _ in one.candidates)
        one.nobody = not known
        for actors, values in one.candidates:
            candidates.append([start + value for start, value in zip(candidate_starts, values)])
            question.append(number)
            right.append(actors == one.answer if known else not actors)
    made.words = torch.tensor([[start + value for start, value in zip(word_starts, one.words)] for one in asked])
    made.sorts = torch.tensor([what.sort(one.words) for one in asked])
    made.candidates, made.question, made.right = torch.tensor(candidates), torch.tensor(question), torch.tensor(right)
    made.nobody = torch.tensor([one.nobody for one in asked])
    return made


def shares(weights, made):
    """How likely each candidate is meant, and nobody."""
    of_candidate, of_words = weights
    candidates = of_candidate[made.candidates, made.sorts[made.question][:, None]].sum(1)
    nobody = of_words[made.words, made.sorts[:, None]].sum(1)
    most = nobody.scatter_reduce(0, made.question, candidates, "amax").detach()
    candidates, nobody = (candidates - most[made.question]).exp(), (nobody - most).exp()
    total = nobody.index_add(0, made.question, candidates)
    return candidates / total[made.question], nobody / total


def missed(weights, made):
    """Mean surprise at the answers."""
    candidates, nobody = shares(weights, made)
    right = (nobody * made.nobody).index_add(0, made.question, candidates * made.right)
    return -torch.log(right + 1e-6).mean()


def fit(asked, what):
    made = batch(asked, what)
    tables = [torch.zeros(sum(features.values()), count, requires_grad=True)
              for features in (what.candidate, what.words) for count in (1, len(what.sorts))]
    joined = lambda: (tables[0] + tables[1], tables[2] + tables[3])
    optimiser = torch.optim.Adam(tables, lr=RATE)
    for step in range(STEPS):
        loss = missed(joined(), made)
        for table, hold in zip(tables, (SHARED, OWN) * 2):
            loss = loss + hold * (table**2).sum()
        optimiser.zero_grad()
        loss.backward()
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - step / STEPS)
        optimiser.step()
    return [table.detach() for table in joined()]


@torch.no_grad()
def answers(weights, asked, what):
    """Who is most likely meant (nobody: empty), and how likely."""
    candidates, nobody = (values.tolist() for values in shares(weights, batch(asked, what)))
    at = 0
    for number, one in enumerate(asked):
        sums = {frozenset(): nobody[number]}
        for actors, _ in one.candidates:
            sums[actors] = sums.get(actors, 0.0) + candidates[at]
            at += 1
        yield max(sums.items(), key=lambda item: item[1])


def report(judged):
    """How often the answers are right, of those that are at least so likely."""
    acting = sum(bool(answer) for answer, _, _ in judged)
    print(f"{len(judged)} questions, {acting} about actors: {sum(answer == given for answer, given, _ in judged) / len(judged):.3f} answered rightly")
    for least in (0.0, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8):
        bound = [answer == given for answer, given, share in judged if given and share >= least]
        print(f"  likely by {least}: {len(bound)} bound, {sum(bound) / max(1, len(bound)):.3f} rightly, {sum(bound) / acting:.3f} of those about actors")


def write(weights, what, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("\t".join(["feature", "value", *what.sorts]) + "\n")
        for (part, features), table in zip((("", what.candidate), ("nobody: ", what.words)), weights):
            names = [(part + name, value) for name, size in features.items() for value in range(size)]
            for (name, value), row in zip(names, table.tolist()):
                out.write("\t".join([name, str(value), *(str(round(100 * weight)) for weight in row)]) + "\n")


def learn(asked, what, path):
    fold = {document: at % FOLDS for at, document in enumerate(sorted({one.document for one in asked}))}
    folds = []
    for apart in range(FOLDS):
        weights = fit([one for one in asked if fold[one.document] != apart], what)
        folds.append((weights, [one for one in asked if fold[one.document] == apart]))
    # Weights held near zero are too cautious: all are drawn out by what makes their shares fit answers that they did not see.
    drawn = lambda weights, by: [table * by for table in weights]
    surprise = lambda by: sum(missed(drawn(weights, by), batch(kept, what)).item() * len(kept) for weights, kept in folds)
    by = min((step / 20 for step in range(16, 41)), key=surprise)
    print(f"{what.file}: weights drawn out by {by}")
    report([(one.answer, *given) for weights, kept in folds for one, given in zip(kept, answers(drawn(weights, by), kept, what))])
    write(drawn(fit(asked, what), by), what, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", required=True)
    parser.add_argument("--answers", required=True)
    parser.add_argument("--out", required=True, help="folder of the two tables")
    options = parser.parse_args()
    torch.set_num_threads(1)
    asked = read(options.questions, options.answers)
    for what, several in ((PRONOUNS, False), (GROUPS, True)):
        learn([one for one in asked if one.several == several], what, f"{options.out}/{what.file}")


if __name__ == "__main__":
    main()
