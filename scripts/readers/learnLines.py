# python scripts/readers/learnLines.py
# Learns the network of src/core/speech/lineNet.ts from the lines that learnPages.ts gathered (out/pageLines.json, out/pageRows.json),
# writes src/core/speech/lineNetTable.ts, and to out/lineOdds.bin what networks learnt from one half of the documents say of the
# lines of the other: learnPages.py must not learn how far to trust a network from lines that the network has seen.
# It needs jax (0.10 was used) and takes five minutes on two cores.
import json, math, os, time
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np

from characterNet import BITS, fresh_layers, layers, pack, units, write_table

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
# As lineNet.ts has them.
CHANNELS, HIDDEN, LONGEST = 16, 32, 124
VOCABULARY, BATCH, RATE, DECAY = 3000, 128, 0.004, 2e-3
ROUNDS = float(os.environ.get('ROUNDS', 2.5))
# How many characters are hidden, and how much of what is made of a line, so that no single word decides.
HIDING, DROPPING = 0.12, 0.2
# How much the lines of a group count.
WEIGHTS = {'saved': 1, 'saved, varied': 0.5, 'real': 1.5, 'real, varied': 0.7, 'marked': 5, 'made': 0.6, 'damaged': 0.8, 'lists': 0.6, 'written': 0.5, 'told': 2, 'plain': 1, 'test': 0}
# Of long lines and of a written document's own only so many are learnt from.
LONG, LONG_KEPT, OWN_KEPT = 60, 0.25, 0.4

with open(os.path.join(PROJECT, 'out', 'pageLines.json'), encoding='utf8') as file:
    documents = json.load(file)['documents']
with open(os.path.join(PROJECT, 'out', 'pageRows.json'), encoding='utf8') as file:
    rows = json.load(file)
counts = [document['count'] for document in documents]
group = np.repeat([document['group'] for document in documents], counts)
half = np.repeat([document['half'] for document in documents], counts)
pages = np.concatenate([document['pages'] for document in documents]).astype(np.float32)
characters = np.concatenate([document['characters'] for document in documents]).astype(np.float32)
asked = np.array([row is not None for row in rows])
# A long line is more of a loss, or of a gain, than a short one.
weight = np.where((characters > 0) & asked, np.minimum(3, 0.5 + characters / 40), 0) * np.array([WEIGHTS[each] for each in group])

rng = np.random.RandomState(5)
counted = Counter(character for at in rng.permutation(len(rows))[:60000] if rows[at] is not None for character in rows[at][0])
common = [character for character, _ in counted.most_common(VOCABULARY) if character != '\n' and len(character.encode('utf-16-le')) == 2]
vocabulary = ['\0', '\n'] + common
numbers = {character: number for number, character in enumerate(vocabulary)}
ids, bits, span = np.ones((len(rows), LONGEST), np.int16), np.zeros((len(rows), LONGEST), np.int8), np.zeros((len(rows), 2), np.int16)
for at, row in enumerate(rows):
    if row is None:
        continue
    text, words, start, end = row
    own = units(text)[:LONGEST]
    ids[at, : len(own)] = [numbers.get(each, 0) for each in own]
    known = np.frombuffer(words.encode(), np.uint8)[:LONGEST]
    bits[at, : len(known)] = known - 48
    span[at] = (start, min(end, LONGEST))
length = span[:, 1] - span[:, 0]


def fresh(seed):
    key = jax.random.PRNGKey(seed)
    net = fresh_layers(key, len(vocabulary), CHANNELS)
    first, second = jax.random.split(jax.random.fold_in(key, 1))
    return {**net, 'pooled': jax.random.normal(first, (2 * CHANNELS, HIDDEN)) * np.sqrt(1 / CHANNELS), 'pooledBias': jnp.zeros(HIDDEN), 'out': jax.random.normal(second, (HIDDEN, 1)) * np.sqrt(2 / HIDDEN) * 0.3, 'outBias': jnp.array([-1.0])}


def odds(net, ids, bits, span, key=None):
    layer = layers(net, ids, bits, None if key is None else (key, HIDING))
    places = jnp.arange(ids.shape[1])[None]
    inside = ((places >= span[:, :1]) & (places < span[:, 1:])).astype(jnp.float32)[..., None]
    pooled = jnp.concatenate([(layer * inside).sum(1) / jnp.maximum(1, inside.sum(1)), jnp.max(jnp.where(inside > 0, layer, 0), 1)], -1)
    if key is not None:
        pooled = pooled * jax.random.bernoulli(jax.random.fold_in(key, 1), 1 - DROPPING, pooled.shape) / (1 - DROPPING)
    return (jax.nn.relu(pooled @ net['pooled'] + net['pooledBias']) @ net['out'])[:, 0] + net['outBias'][0]


def loss_of(net, ids, bits, span, pages, weight, key):
    told = odds(net, ids, bits, span, key)
    return ((jnp.maximum(told, 0) - told * pages + jnp.log1p(jnp.exp(-jnp.abs(told)))) * weight).sum() / weight.sum()


@jax.jit
def step(net, moments, count, rate, columns, key):
    value, slopes = jax.value_and_grad(loss_of)(net, *columns, key)
    moments = {name: (0.9 * first + 0.1 * slopes[name], 0.995 * second + 0.005 * slopes[name] ** 2) for name, (first, second) in moments.items()}
    net = {name: own * (1 - rate * (DECAY if own.ndim > 1 else 0)) - rate * (moments[name][0] / (1 - 0.9**count)) / (jnp.sqrt(moments[name][1] / (1 - 0.995**count)) + 1e-7) for name, own in net.items()}
    return net, moments, value


told_of = jax.jit(odds)


def tell(net, places):
    told = np.zeros(len(places), np.float32)
    for at in range(0, len(places), 256):
        own = np.resize(places[at : at + 256], 256)
        told[at : at + 256] = np.array(told_of(net, ids[own].astype(np.int32), bits[own].astype(np.int32), span[own]))[: len(places) - at]
    return told


def learn(allowed, name, seed=1):
    random = np.random.RandomState(seed)
    kept = allowed & (weight > 0) & ((pages > 0) | (length < LONG) | (random.rand(len(rows)) < LONG_KEPT)) & ~((group == 'written') & (pages == 0) & (random.rand(len(rows)) > OWN_KEPT))
    train = np.flatnonzero(kept)
    counts_for = np.where((pages == 0) & (length >= LONG), 2, 1) * weight
    net, moments, count, key = fresh(seed), None, 0, jax.random.PRNGKey(seed)
    moments = {each: (jnp.zeros_like(own), jnp.zeros_like(own)) for each, own in net.items()}
    begun = time.time()
    for round_ in range(math.ceil(ROUNDS)):
        order = random.permutation(train)
        batches, total = len(order) // BATCH, 0.0
        for at in range(int(batches * min(1, ROUNDS - round_))):
            count += 1
            own = order[at * BATCH : (at + 1) * BATCH]
            key, given = jax.random.split(key)
            rate = RATE * min(1, count / 200) * max(0.02, 1 - (round_ + at / batches) / ROUNDS)
            net, moments, value = step(net, moments, count, rate, (ids[own].astype(np.int32), bits[own].astype(np.int32), span[own], pages[own], counts_for[own].astype(np.float32)), given)
            total += float(value)
            if at % 300 == 299:
                print(f'{name}, round {round_ + 1}, {at + 1} of {batches}: {total / 300:.4f} ({time.time() - begun:.0f} s)', flush=True)
                total = 0.0
    test = np.flatnonzero((group == 'test') & (characters > 0) & asked)
    if len(test) > 0:
        told, right, most = tell(net, test), pages[test], np.minimum(3, 0.5 + characters[test] / 40)
        print(f'{name}: loss on documents left out {(most * (np.maximum(told, 0) - told * right + np.log1p(np.exp(-abs(told))))).sum() / most.sum():.4f}', flush=True)
    return net


nets = [learn(half == part, f'half {part}') for part in (0, 1)]
whole = learn(np.ones(len(rows), bool), 'all')
said = np.zeros(len(rows), np.float32)
for places, net in ((np.flatnonzero(asked & (half == 0) & (group != 'test')), nets[1]), (np.flatnonzero(asked & (half == 1) & (group != 'test')), nets[0]), (np.flatnonzero(asked & (group == 'test')), whole)):
    said[places] = tell(net, places)
said.tofile(os.path.join(PROJECT, 'out', 'lineOdds.bin'))
write_table(os.path.join(PROJECT, 'src', 'core', 'speech', 'lineNetTable.ts'), 'lineNet', 'learnLines.py', vocabulary, pack(whole, ['pooled', 'pooledBias', 'out', 'outBias']))
