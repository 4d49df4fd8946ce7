"""From a trained student to the 8-bit file that `src/syntax/network.rs` reads.

    python training/export.py student.pt models/syntax.bin
"""

import struct
import sys

import torch

import features
import student
import treebank

# Steps to either side of zero in which weights are written: reads as well as the 127 that a byte can hold, and an eighth smaller
# when compressed.
STEPS = 63


def numbers(*values):
    return struct.pack(f"<{len(values)}H", *values)


def floats(tensor):
    return struct.pack(f"<{tensor.numel()}f", *tensor.flatten().tolist())


def coarse(tensor):
    """The nearest numbers of eight significant bits: the zeros behind them take no room in a compressed file."""
    mantissa, exponent = torch.frexp(tensor.float())
    return torch.ldexp((mantissa * 256).round() / 256, exponent)


def in_steps(rows, steps):
    """A scale for each row, and its numbers in so many steps of that scale to either side, a byte each."""
    scale = coarse(rows.abs().amax(1).clamp(min=1e-6) / steps)
    whole = (rows / scale[:, None]).round().clamp(-steps, steps)
    return floats(scale), whole.to(torch.int8).contiguous().numpy().tobytes()


def dense(weight, bias):
    """A linear layer, outputs by inputs: scales, biases, weights."""
    scales, weights = in_steps(weight, STEPS)
    return scales + floats(coarse(bias)) + weights


def recurrence(neighbour, weight, bias):
    """A recurrent layer: what the neighbours add in either direction, then the two linear layers."""
    return floats(coarse(neighbour)) + b"".join(dense(weight[way].T, bias[way]) for way in (0, 1))


def write(model, options, step, path):
    """`step`: the unit in which the table's numbers are written."""
    state = model.state_dict()
    parts = [numbers(options["width"], options["layers"], options["arc"], options["label"], len(student.DISTANCES)),
             numbers(*student.DISTANCES)]
    for i in range(options["layers"]):
        get = lambda name: state[f"layers.{i}.{name}"]
        parts.append(recurrence(get("neighbour"), get("weight"), get("bias")))
    zeros = lambda n: torch.zeros(n)
    arc, label = options["arc"], options["label"]
    weight = torch.cat([state["arc_dependent.weight"], state["arc_head.weight"], state["head_bias.weight"],
                        state["label_dependent.weight"], state["label_head.weight"], state["tag.weight"]])
    bias = torch.cat([state["arc_dependent.bias"], state["arc_head.bias"], zeros(1), state["label_dependent.bias"],
                      zeros(label), state["tag.bias"]])
    parts += [dense(weight, bias), dense(state["label.weight"], state["label.bias"]), floats(state["root"]), floats(state["distance"])]
    table = state["table"][: features.TOTAL]
    whole = (student.rounded(table, step) / step).round().to(torch.int8)
    parts += [struct.pack("<f", step), whole.numpy().tobytes()]
    with open(path, "wb") as out:
        out.write(b"".join(parts))


if __name__ == "__main__":
    saved = torch.load(sys.argv[1])
    options = saved["options"]
    model = student.Student(saved["tags"], saved["relations"], options["width"], options["layers"], options["arc"], options["label"])
    model.load_state_dict(saved["state"])
    # About three bits a number where none were chosen.
    write(model, options, saved["step"] or student.step_of(model.table, 3.0), sys.argv[2])
