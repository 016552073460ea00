# python scripts/readers/learnGlued.py
# Learns the network of src/core/speech/gluedNet.ts from out/glued.json, which learnGlued.ts makes, writes
# src/core/speech/gluedNetTable.ts and prints how it does on the documents that learnGlued.ts left out.
# It needs jax (0.10 was used) and takes about a quarter of an hour on two cores.
import json, math, os
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np

from characterNet import MATRICES, fresh_layers, layers, pack, read_table, units, write_table

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
# As gluedNet.ts has them.
CHANNELS, OUTPUTS, VOCABULARY = 64, 3, 3000
# GO_ON=1 goes on from the weights that are checked in, by smaller steps.
GO_ON = os.environ.get('GO_ON') == '1'
LENGTH, BATCH, RATE = 256, 32, 0.0015 if GO_ON else 0.004
ROUNDS = float(os.environ.get('ROUNDS', 3))
TABLE, NAME = os.path.join(PROJECT, *os.environ.get('TABLE', 'src/core/speech/gluedNetTable.ts').split('/')), os.environ.get('NAME', 'gluedNet')
# By so much a way to part a text must be worse for each character of the text's that it takes.
MARGIN = 0.4
# What no way may hold.
NEVER = 1e4

with open(os.path.join(PROJECT, 'out', 'glued.json'), encoding='utf8') as file:
    known = json.load(file)
if GO_ON:
    characters, _ = read_table(TABLE, {})
else:
    counts = Counter(character for group in ('made', 'marked') for text, _, _, _ in known[group] for character in text)
    characters = ['\0', '\n'] + [character for character, _ in counts.most_common(VOCABULARY) if character != '\n' and len(character.encode('utf-16-le')) == 2]
numbers = {character: number for number, character in enumerate(characters)}


def columns_of(rows, rng=None):
    order = np.arange(len(rows)) if rng is None else rng.permutation(len(rows))
    ids, bits, inside, weight = ([] for _ in range(4))
    for index in order:
        text, words, put, either = rows[index]
        row = [numbers.get(each, 0) for each in units(text)] + [1]
        size = len(row)
        page, counts = np.zeros(size, np.float32), np.ones(size, np.float32)
        for start, end in zip(put[::2], put[1::2]):
            page[start:end] = 1
        for start, end in zip(either[::2], either[1::2]):
            counts[start:end] = 0
        ids.append(np.array(row, np.int32))
        bits.append(np.array([ord(each) - 48 for each in words] + [0], np.int32))
        inside.append(page)
        weight.append(counts)
    whole = [np.concatenate(column) for column in (ids, bits, inside, weight)]
    count = len(whole[0]) // LENGTH
    return [column[: count * LENGTH].reshape(count, LENGTH) for column in whole]


def fresh():
    key = jax.random.PRNGKey(int(os.environ.get('SEED', 0)))
    out = jax.random.normal(jax.random.fold_in(key, 1), (CHANNELS, OUTPUTS)) * np.sqrt(2 / CHANNELS) * 0.3
    return {**fresh_layers(key, len(characters), CHANNELS), 'out': out, 'outBias': jnp.array([-2.0, -4.0, -4.0])}


def checked_in():
    shapes = {name: each.shape for name, each in fresh().items()}
    return read_table(TABLE, {name: shapes[name] for name in MATRICES + ['out', 'outBias']})[1]


def scores(net, ids, bits, key=None):
    layer = layers(net, ids, bits, None if key is None else (key, 0.05))
    if key is not None:
        layer = layer * jax.random.bernoulli(jax.random.fold_in(key, 1), 0.9, layer.shape) / 0.9
    return layer @ net['out'] + net['outBias']


def all_ways(inside, begins, ends, not_own, not_page):
    """Logarithm of the sum over all ways to part each row, as src/core/speech/twoStates.ts counts them; arrays (LENGTH, BATCH)."""
    def along(state, at):
        own, page = state
        put, begin, end, no_own, no_page = at
        return (jnp.logaddexp(own, page + end) - no_own, jnp.logaddexp(own + begin, page) + put - no_page), None
    nothing = jnp.zeros(inside.shape[1])
    (own, page), _ = jax.lax.scan(along, (nothing, nothing), (inside, begins, ends, not_own, not_page), unroll=8)
    return jnp.logaddexp(own, page)


def loss(net, columns, key):
    ids, bits, inside, weight = columns
    told = jnp.moveaxis(scores(net, ids, bits, key), -1, 0).transpose(0, 2, 1)
    page, own, free = (inside * weight).T, ((1 - inside) * weight).T, jnp.zeros(ids.T.shape)
    return jnp.mean(all_ways(told[0] + MARGIN * own, told[1], told[2], free, free) - all_ways(*told, NEVER * page, NEVER * own)) / 10


@jax.jit
def step(net, moments, count, rate, columns, key):
    value, slopes = jax.value_and_grad(loss)(net, columns, key)
    moments = {name: (0.9 * first + 0.1 * slopes[name], 0.995 * second + 0.005 * slopes[name] ** 2) for name, (first, second) in moments.items()}
    net = {name: net[name] - rate * (first / (1 - 0.9**count)) / (jnp.sqrt(second / (1 - 0.995**count)) + 1e-7) for name, (first, second) in moments.items()}
    return net, moments, value


def likeliest(inside, begins, ends):
    """The page's characters in the way that counts most, for one row."""
    own, page, came = 0.0, 0.0, []
    for put, begin, end in zip(inside, begins, ends):
        came.append((page + end > own, page > own + begin))
        own, page = max(own, page + end), max(page, own + begin) + put
    states, now = [], int(page > own)
    for each in reversed(came):
        states.append(now)
        now = int(each[now])
    return np.array(states[::-1])


def runs(states):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], states, [0]])))
    return set(zip(edges[::2], edges[1::2]))


def measure(net, rows):
    ids, bits, inside, weight = columns_of(rows)
    told = np.concatenate([np.array(jax.jit(scores)(net, ids[at : at + 64], bits[at : at + 64])) for at in range(0, len(ids), 64)])
    found, right, exact, wanted, count = 0, 0, 0, 0, 0
    for row, page, counts in zip(told, inside, weight):
        states = likeliest(*row.T)
        found += (states * counts).sum()
        right += (states * page).sum()
        exact += len(runs(states) & runs(page))
        wanted += len(runs(page))
        count += len(runs(states))
    print(f'  characters: P {100 * right / max(1, found):.2f} R {100 * right / inside.sum():.2f}; stretches to the character: P {100 * exact / max(1, count):.1f} R {100 * exact / wanted:.1f}', flush=True)


def main():
    rng = np.random.RandomState(1)
    net = checked_in() if GO_ON else fresh()
    moments = {name: (jnp.zeros_like(value), jnp.zeros_like(value)) for name, value in net.items()}
    count, key = 0, jax.random.PRNGKey(1)
    for round_ in range(math.ceil(ROUNDS)):
        columns = columns_of(known['made'] + known['marked'], rng)
        order = rng.permutation(len(columns[0]))
        batches, total = len(order) // BATCH, 0.0
        for at in range(int(batches * min(1, ROUNDS - round_))):
            count += 1
            key, own = jax.random.split(key)
            chosen = order[at * BATCH : (at + 1) * BATCH]
            now = RATE * min(1, count / 200) * max(0.02, 1 - (round_ + at / batches) / ROUNDS)
            net, moments, value = step(net, moments, count, now, [column[chosen] for column in columns], own)
            total += float(value)
            if at % 200 == 199:
                print(f'round {round_ + 1}, {at + 1} of {batches}: {total / 200:.4f}', flush=True)
                total = 0.0
        if known['test']:
            measure(net, known['test'])
    write_table(TABLE, NAME, 'learnGlued.py', characters, pack(net, ['out', 'outBias']))


main()
