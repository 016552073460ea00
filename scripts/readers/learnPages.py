# python scripts/readers/learnPages.py
# Learns the networks of src/core/speech/pageNet.ts from out/pageLines.json and out/pageLines.bin, which learnPages.ts makes,
# writes src/core/speech/pageNetTable.ts and prints how they do on the documents that learnPages.ts set aside.
# It needs jax (0.10 was used) and takes two minutes on two cores. learnLines.py goes before it: what its networks say of each line's
# words is one of the inputs (out/lineOdds.bin). GO_ON=ROUNDS goes on from the weights that are checked in, so that what they know of
# documents that are not at hand is not lost; a quarter of the written documents is then read in each round. Where anything else runs,
# XLA_FLAGS='--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1' is many times as fast.
import base64, json, os, re

import jax
import jax.numpy as jnp
import numpy as np

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
# As many networks, each with so many numbers a line and so much memory, as pageNet.ts reads them.
NETS, WIDTH, MEMORY = 2, 32, 24
GO_ON = int(os.environ.get('GO_ON', 0))
ROUNDS, RATE, DECAY = GO_ON or 14, 0.002 if GO_ON else 0.004, 1e-3
# How much of what is known is hidden, and how much of what is made of it, so that no single sign decides.
HIDING, DROPPING = 0.1, 0.15
# How much the lines of a group count.
WEIGHTS = {'saved': 1, 'saved, varied': 1, 'real': 3, 'real, varied': 2, 'marked': 5, 'made': 0.6, 'damaged': 0.8, 'lists': 0.6, 'written': 0.5, 'told': 2.5, 'plain': 1}
LONGEST, LENGTHS = 512, (32, 64, 128, 256, 512)
# Inputs that hold scores of the table that has seen these lines: of a line that it has not seen it is less sure.
SCORES = slice(2, 4)

with open(os.path.join(PROJECT, 'out', 'pageLines.json'), encoding='utf8') as file:
    known = json.load(file)
INPUTS = known['inputs']
values = np.fromfile(os.path.join(PROJECT, 'out', 'pageLines.bin'), dtype=np.float32).reshape(-1, INPUTS)
said = np.fromfile(os.path.join(PROJECT, 'out', 'lineOdds.bin'), dtype=np.float32)
LINE = known['lineFeature']
values[:, LINE] = np.where(values[:, LINE] == known['paragraphFeature'], values[:, LINE], np.clip(said / 6, -1.5, 1.5))
train, test = [], []
for document in known['documents']:
    lines = values[document['start']:document['start'] + document['count']]
    pages = np.array(document['pages'], np.float32)
    characters = np.array(document['characters'], np.float32)
    if document['group'] == 'test':
        test.append((lines, pages, characters))
    else:
        # A long line is more of a loss, or of a gain, than a short one.
        weight = np.where(characters > 0, np.minimum(3, 0.5 + characters / 40), 0) * WEIGHTS[document['group']]
        train.append((lines, pages, weight.astype(np.float32), GO_ON > 0 and document['group'] == 'written'))

GATES = 3 * MEMORY
ORDER = ('first', 'bias', 'down line', 'down memory', 'down bias', 'up line', 'up memory', 'up bias', 'last', 'last bias')


def begin(random):
    def matrix(rows, columns):
        return (random.standard_normal((rows, columns)) / np.sqrt(rows)).astype(np.float32)
    net = {'first': matrix(INPUTS, WIDTH), 'bias': np.zeros(WIDTH, np.float32), 'last': matrix(2 * MEMORY + WIDTH, 1), 'last bias': np.zeros(1, np.float32)}
    for way in ('down', 'up'):
        net[way + ' line'] = matrix(WIDTH, GATES)
        net[way + ' memory'] = matrix(MEMORY, GATES)
        net[way + ' bias'] = np.repeat(np.array([0, 1, 0], np.float32), MEMORY)
    return {name: jnp.array(each) for name, each in net.items()}


TABLE = os.path.join(PROJECT, 'src', 'core', 'speech', 'pageNetTable.ts')


def checked_in(which):
    """A network as pageNetTable.ts has it."""
    with open(TABLE, encoding='utf8') as file:
        table = file.read()
    steps = [float(each) for each in re.search(r'= \[([^]]*)\]', table)[1].split(',')]
    weights = np.frombuffer(base64.b64decode(re.search(r"'([^']*)';", table)[1]), np.int8)
    net, at = {}, 0
    shapes = {name: each.shape for name, each in begin(np.random.default_rng(0)).items()}
    # Inputs that have come since, behind the others, begin at nothing.
    others = sum(int(np.prod(shape)) for name, shape in shapes.items() if name != 'first')
    inputs = (len(weights) // NETS - others) // WIDTH
    shapes['first'] = (inputs, WIDTH)
    for number in range(NETS):
        for name, one in zip(ORDER, steps[number * len(ORDER) :]):
            size = int(np.prod(shapes[name]))
            if number == which:
                net[name] = jnp.array(weights[at : at + size].astype(np.float32).reshape(shapes[name]) * one)
            at += size
    net['first'] = jnp.concatenate([net['first'], jnp.zeros((INPUTS - inputs, WIDTH))])
    return net


def read_along(net, way, shown, there):
    turned = way == 'up'
    line = shown @ net[way + ' line'] + net[way + ' bias']
    if turned:
        line, there = line[:, ::-1], there[:, ::-1]

    def step(remembered, given):
        own, real = given
        before = remembered @ net[way + ' memory']
        forget = jax.nn.sigmoid(own[:, :MEMORY] + before[:, :MEMORY])
        keep = jax.nn.sigmoid(own[:, MEMORY:2 * MEMORY] + before[:, MEMORY:2 * MEMORY])
        fresh = jnp.tanh(own[:, 2 * MEMORY:] + forget * before[:, 2 * MEMORY:])
        now = jnp.where(real[:, None] > 0, keep * remembered + (1 - keep) * fresh, remembered)
        return now, now
    _, told = jax.lax.scan(step, jnp.zeros((shown.shape[0], MEMORY)), (line.transpose(1, 0, 2), there.T), unroll=4)
    told = told.transpose(1, 0, 2)
    return told[:, ::-1] if turned else told


def run(net, lines, there, key=None):
    keys = [None] * 3 if key is None else jax.random.split(key, 3)

    def without(each, share, hidden_key, scaled=True):
        if hidden_key is None:
            return each
        left = each * jax.random.bernoulli(hidden_key, 1 - share, each.shape)
        return left / (1 - share) if scaled else left
    shown = without(jax.nn.relu(without(lines, HIDING, keys[0], False) @ net['first'] + net['bias']), DROPPING, keys[1])
    told = jnp.concatenate([read_along(net, 'down', shown, there), read_along(net, 'up', shown, there), shown], -1)
    return (without(told, DROPPING, keys[2]) @ net['last'])[..., 0] + net['last bias'][0]


def loss_of(net, lines, pages, weight, there, key):
    odds = run(net, lines, there, key)
    each = jnp.maximum(odds, 0) - odds * pages + jnp.log1p(jnp.exp(-jnp.abs(odds)))
    return (each * weight).sum() / jnp.maximum(weight.sum(), 1)


@jax.jit
def step(net, mean, square, time, rate, lines, pages, weight, there, key):
    loss, slopes = jax.value_and_grad(loss_of)(net, lines, pages, weight, there, key)
    scale = jnp.minimum(1, 1 / (jnp.sqrt(sum((slope * slope).sum() for slope in slopes.values())) + 1e-6))
    new, means, squares = {}, {}, {}
    for name, own in net.items():
        slope = slopes[name] * scale
        means[name] = 0.9 * mean[name] + 0.1 * slope
        squares[name] = 0.999 * square[name] + 0.001 * slope * slope
        decay = 1 - rate * DECAY if own.ndim > 1 else 1
        new[name] = own * decay - rate * (means[name] / (1 - 0.9 ** time)) / (jnp.sqrt(squares[name] / (1 - 0.999 ** time)) + 1e-8)
    return new, means, squares, loss


def batches(random):
    by_length = {}
    for lines, pages, weight, many in train:
        # Of what there is most of, another part in each round.
        if many and random.random() > 0.25:
            continue
        start = random.integers(0, len(pages) - LONGEST + 1) if len(pages) > LONGEST else 0
        part = tuple(each[start:start + LONGEST] for each in (lines, pages, weight))
        by_length.setdefault(next(length for length in LENGTHS if len(part[1]) <= length), []).append(part)
    found = []
    for length, documents in by_length.items():
        size = max(4, min(32, 2048 // length))
        order = random.permutation(len(documents))
        for start in range(0, len(order), size):
            lines = np.zeros((size, length, INPUTS), np.float32)
            pages, weight, there = (np.zeros((size, length), np.float32) for _ in range(3))
            for place, at in enumerate(order[start:start + size]):
                own, right, weighs = documents[at]
                count = len(right)
                lines[place, :count], pages[place, :count], weight[place, :count], there[place, :count] = own, right, weighs, 1
                if random.random() < 0.3:
                    lines[place, :, SCORES] *= 0.6 + 0.4 * random.random()
            found.append((lines, pages, weight, there))
    return [found[at] for at in random.permutation(len(found))]


def learn(seed):
    random = np.random.default_rng(seed)
    net = checked_in(seed - 1) if GO_ON else begin(random)
    mean = {name: jnp.zeros_like(each) for name, each in net.items()}
    square = dict(mean)
    key = jax.random.PRNGKey(seed)
    time = 0
    for round_ in range(ROUNDS):
        losses = []
        for batch in batches(random):
            time += 1
            key, own = jax.random.split(key)
            net, mean, square, loss = step(net, mean, square, time, RATE * min(1, (ROUNDS - round_) / (ROUNDS / 2)), *batch, own)
            losses.append(loss)
        if GO_ON or round_ % 5 == 4 or round_ == ROUNDS - 1:
            print(f'network {seed}, round {round_ + 1}: loss {float(np.mean(losses)):.4f}', flush=True)
    return {name: np.array(each) for name, each in net.items()}


def print_figures(nets):
    tell = jax.jit(run)
    told = []
    for lines, pages, characters in test:
        length = max(32, 1 << (len(pages) - 1).bit_length())
        padded, there = np.zeros((1, length, INPUTS), np.float32), np.zeros((1, length), np.float32)
        padded[0, :len(pages)], there[0, :len(pages)] = lines, 1
        told.append(np.mean([np.array(tell(net, padded, there))[0, :len(pages)] for net in nets], 0))
    odds, pages, characters = np.concatenate(told), *(np.concatenate([each[at] for each in test]) for at in (1, 2))
    for least in (-2, -1, 0, 1, 2):
        gone = characters * (odds >= least)
        print(f'from {least}: P {100 * (gone * pages).sum() / max(1, gone.sum()):.1f} R {100 * (gone * pages).sum() / (characters * pages).sum():.1f}')


def write(nets):
    steps, packed = [], bytearray()
    for net in nets:
        for name in ORDER:
            one = max(1e-9, float(np.abs(net[name]).max()) / 127)
            steps.append(f'{one:.6g}')
            packed += np.round(net[name].ravel() / one).clip(-127, 127).astype(np.int8).tobytes()
    packed += bytes(-len(packed) % 3)
    with open(TABLE, 'w', encoding='utf8') as file:
        file.write(f"// Made by scripts/readers/learnPages.py; not edited by hand. pageNet.ts reads it.\n\nexport const pageNetSteps: readonly number[] = [{', '.join(steps)}];\n\nexport const pageNetWeights =\n  '{base64.b64encode(bytes(packed)).decode()}';\n")


nets = [learn(seed) for seed in range(1, NETS + 1)]
if test:
    print_figures(nets)
write(nets)
