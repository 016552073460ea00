# python scripts/readers/learnEnds.py NEWS REPORTS ESSAYS [--parts FOLDER]
# Learns the network of src/core/speech/endNet.ts, which tells where heads and sentences end without marks, and writes
# src/core/speech/endNetTable.ts. It first reads much public text (NEWS and ESSAYS: folders of Markdown, REPORTS: of plain
# text, every second file) and then, at a lower rate, the tuning speeches of the corpus, whose style is what is asked for;
# the quarter that is held out is never read. `--parts` writes four networks into a folder instead, each learnt without
# every fourth speech, from whose scores learnHeads.ts learns how far to trust a network.
# It needs jax (0.10 was used) and takes about half an hour on two cores. What was checked in was learnt from the news and
# the work reports of ../shared/data and from MaoZeDongAnthology.
import base64, glob, json, math, os, random, re, sys
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np

WIDTH, CHANNELS, VOCABULARY = 32, 48, 2700
LENGTH, BATCH = 128, 64
# How much clauses count beside sentences: there are three times as many, and they end alike.
CLAUSES = 0.4
STOPS = '。！？'
# No place is asked for before these, nor behind what opens.
NEVER_BEFORE = set('，、：；）”》’—…·。')
NEVER_BEHIND = set('（“《‘')
ORDINAL = re.compile(r'^(?:#+ *)?(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+[，章节部条]分?[ 　]*|\d+[.．、] ?|（\d+）)?')
MATRICES = ['vectors', 'w1', 'b1', 'w2', 'b2', 'w3', 'b3', 'w4', 'b4', 'w5', 'b5']


def fold(text):
    """As foldForBoundaries has it."""
    text = re.sub(r'〔[^〔〕\n]*〕', lambda match: 'a' * len(match.group()), text)
    text = re.sub(r'[A-Za-z*＊×]', 'a', re.sub(r'[0-9０-９]', '0', text))
    return text.translate(str.maketrans(',:;()!?', '，：；（）！？'))


def lines_of(path):
    """The lines of a file without ordinals, front matter, links, lists of headlines and what a broadcaster puts before each item."""
    with open(path, encoding='utf8') as file:
        text = re.sub(r'^---\n.*?\n---\n', '', file.read(), flags=re.S)
    text = re.sub(r'<[^<>\n]{1,200}>', '', re.sub(r'</p>|<br ?/?>', '\n', text))
    text = re.sub(r'央视网消息[（(]新闻联播[)）][:：]', '', text)
    lines = []
    for line in text.split('\n'):
        if re.search(r'https?:', line):
            continue
        line = ORDINAL.sub('', re.sub(r'^[#>\s]+|\*\*|__|〔\d+〕|\[\d+\]', '', line))
        line = re.sub(r'[ \t\u3000\u200b\r]+', '', fold(line))
        if len(line) >= 2:
            lines.append(line)
    return lines


def hide(lines, rng, share, commas=0.0):
    """
    Characters; 1 where a sentence or a body begins whose mark or break is hidden; 1 where that may be asked; 1 where a clause
    begins whose comma, at most, is hidden. There −1 says that only clauses may be asked for.
    """
    characters, begins, asked, clauses = ['\n'], [0], [0], [0]
    pending = 'shown'

    def show(character):
        characters.append(character), begins.append(0), asked.append(0), clauses.append(0)
    for line in lines:
        for character in line:
            if character in STOPS:
                if pending == '':
                    if rng.random() < share:
                        pending = 'hidden'
                    else:
                        show('。')
                        pending = 'shown'
                continue
            if character == '，' and commas > 0 and pending == '' and rng.random() < commas:
                pending = 'comma'
                continue
            characters.append(character), begins.append(int(pending == 'hidden')), clauses.append(int(pending in ('hidden', 'comma')))
            asked.append({'shown': 0, 'comma': -1}.get(pending, 1))
            pending = ''
        head = line[-1] not in STOPS
        if (head or pending == 'hidden') and rng.random() < (0.85 if head and len(line) < 60 else 0.5):
            pending = 'hidden'
            continue
        show('\n')
        pending = 'shown'
    return characters, begins, asked, clauses


def mixed(speeches, rng):
    """Heads above paragraphs of any speech, and sentences before sentences of any other."""
    lines = [line for speech in speeches for line in speech]
    heads = [line for line in lines if line[-1] not in STOPS and len(line) < 60]
    bodies = [line for line in lines if line[-1] in STOPS]
    sentences = lambda: re.findall(f'[^{STOPS}]+[{STOPS}]*', rng.choice(bodies))
    return [line for _ in range(25) for line in (rng.choice(heads), rng.choice(bodies), rng.choice(sentences()) + rng.choice(sentences()) + rng.choice(sentences()))]


class Reader:
    def __init__(self, texts):
        counts = Counter(character for text in texts for line in text for character in line)
        common = [character for character, _ in counts.most_common(VOCABULARY) if character not in STOPS and len(character.encode('utf-16-le')) == 2]
        self.characters = ['\0', '\n', '。'] + common
        self.numbers = {character: number for number, character in enumerate(self.characters)}

    def rows(self, texts, rng, share, commas=0.0):
        columns = ([], [], [], [])
        for text in texts:
            characters, begins, asked, clauses = hide(text, rng, share, commas)
            for at, character in enumerate(characters):
                if character in NEVER_BEFORE or (at > 0 and characters[at - 1] in NEVER_BEHIND):
                    asked[at] = 0
            for column, values in zip(columns, ([self.numbers.get(character, 0) for character in characters], begins, asked, clauses)):
                column.extend(values)
        count = len(columns[0]) // LENGTH
        return [np.array(column[: count * LENGTH], kind).reshape(count, LENGTH) for column, kind in zip(columns, (np.int32, np.float32, np.float32, np.float32))]


def fresh(vocabulary):
    keys = jax.random.split(jax.random.PRNGKey(0), 6)
    matrix = lambda key, height, width, scale: jax.random.normal(key, (height, width)) * np.sqrt(2 / height) * scale
    return {
        'vectors': jax.random.normal(keys[0], (vocabulary, WIDTH)) * 0.3,
        'w1': matrix(keys[1], 5 * WIDTH, CHANNELS, 1), 'b1': jnp.zeros(CHANNELS),
        'w2': matrix(keys[2], 5 * CHANNELS, CHANNELS, 0.7), 'b2': jnp.zeros(CHANNELS),
        'w3': matrix(keys[3], 5 * CHANNELS, CHANNELS, 0.7), 'b3': jnp.zeros(CHANNELS),
        'w4': matrix(keys[4], 2 * CHANNELS, CHANNELS, 1), 'b4': jnp.zeros(CHANNELS),
        'w5': matrix(keys[5], CHANNELS, 1, 0.3), 'b5': jnp.full(1, -3.0),
        # What tells clauses is there to learn by and is left out of the table.
        'clauses': matrix(keys[5], CHANNELS, 1, 0.3), 'clauseBias': jnp.full(1, -3.0),
    }


def shifted(layer, by):
    if by == 0:
        return layer
    edge = jnp.zeros_like(layer[:, : abs(by)])
    return jnp.concatenate([edge, layer[:, :-by]], 1) if by > 0 else jnp.concatenate([layer[:, -by:], edge], 1)


def taps(layer, apart):
    return jnp.concatenate([shifted(layer, offset * apart) for offset in (2, 1, 0, -1, -2)], -1)


def scores(net, numbers, key):
    """Of sentences, and of clauses; one character in twenty is not seen."""
    layer = net['vectors'][numbers] * jax.random.bernoulli(key, 0.95, numbers.shape)[..., None]
    layer = jax.nn.relu(taps(layer, 1) @ net['w1'] + net['b1'])
    layer = layer + jax.nn.relu(taps(layer, 2) @ net['w2'] + net['b2'])
    layer = layer + jax.nn.relu(taps(layer, 4) @ net['w3'] + net['b3'])
    sides = jax.nn.relu(jnp.concatenate([shifted(layer, 1), layer], -1) @ net['w4'] + net['b4'])
    return (sides @ net['w5'] + net['b5'])[..., 0], (sides @ net['clauses'] + net['clauseBias'])[..., 0]


def loss(net, rows, key):
    numbers, begins, asked, clauses = rows
    sentence, clause = scores(net, numbers, key)
    mean = lambda told, wanted, where: jnp.sum(where * (jax.nn.softplus(told) - wanted * told)) / jnp.sum(where)
    return mean(sentence, begins, asked > 0) + CLAUSES * mean(clause, clauses, asked != 0)


@jax.jit
def step(net, moments, count, rate, rows, key):
    slopes = jax.grad(loss)(net, rows, key)
    moments = {name: (0.9 * first + 0.1 * slopes[name], 0.995 * second + 0.005 * slopes[name] ** 2) for name, (first, second) in moments.items()}
    net = {name: net[name] - rate * (first / (1 - 0.9**count)) / (jnp.sqrt(second / (1 - 0.995**count)) + 1e-7) for name, (first, second) in moments.items()}
    return net, moments


def learn(net, rounds, rate, rows_of, batch):
    """`rate` falls to nothing over the rounds, the last of which may be a part of one; `rows_of` makes the rows of a round."""
    moments = {name: (jnp.zeros_like(value), jnp.zeros_like(value)) for name, value in net.items()}
    count, key = 0, jax.random.PRNGKey(1)
    for round_ in range(math.ceil(rounds)):
        columns = rows_of()
        order = np.random.RandomState(round_).permutation(len(columns[0]))
        batches = len(order) // batch
        for at in range(int(batches * min(1, rounds - round_))):
            count += 1
            key, own = jax.random.split(key)
            chosen = order[at * batch : (at + 1) * batch]
            now = rate * min(1, count / 200) * max(0.02, 1 - (round_ + at / batches) / rounds)
            net, moments = step(net, moments, count, now, [column[chosen] for column in columns], own)
        print(f'round {round_ + 1} of {rounds}', flush=True)
    return net


def pack(net, characters):
    steps, packed = [], b''
    for key in MATRICES:
        values = np.array(net[key], np.float32).ravel()
        steps.append(float(f'{max(np.percentile(np.abs(values), 99.98), 1e-6) / 127:.6g}'))
        packed += np.clip(np.round(values / steps[-1]), -127, 127).astype(np.int8).tobytes()
    packed += b'\0' * (-len(packed) % 3)
    return {'characters': ''.join(characters), 'width': WIDTH, 'channels': CHANNELS, 'steps': steps, 'weights': base64.b64encode(packed).decode()}


def main():
    project = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
    news, reports, essays = (sorted(glob.glob(os.path.join(folder, '**', name), recursive=True)) for folder, name in zip(sys.argv[1:4], ('*.md', '*.txt', '*.md')))
    news, reports, essays = ([lines_of(path) for path in paths] for paths in (news, reports[::2], essays))
    speeches = sorted(glob.glob(os.path.join(project, 'corpus', 'speeches', '*.md')))
    speeches = [lines_of(path) for path in speeches[: len(speeches) * 3 // 4]]
    reader = Reader(news + reports + essays + [[''.join(sorted(set(line))) for line in speech] * 5 for speech in speeches])
    rng = random.Random(7)
    much = news + reports * 3 + essays * 2

    def of_much():
        rng.shuffle(much)
        return reader.rows(much, rng, 0.7)

    start = fresh(len(reader.characters))
    for rounds, rate in ((1, 0.004), (1.6, 0.003)):
        start = learn(start, rounds, rate, of_much, BATCH)
    some = reports * 2 + essays[::6] + news[::70]

    def adapted(own):
        rows = lambda: reader.rows(own * 2 + [mixed(own, rng) for _ in range(2 * len(own))] + rng.sample(some, min(40, len(some))), rng, 0.8, 0.25)
        return pack(learn({**start, 'clauses': start['w5'], 'clauseBias': start['b5']}, 6, 0.0015, rows, BATCH // 2), reader.characters)

    if '--parts' in sys.argv:
        folder = sys.argv[sys.argv.index('--parts') + 1]
        for part in range(4):
            with open(os.path.join(folder, f'net{part}.json'), 'w', encoding='utf8') as file:
                json.dump(adapted([speech for index, speech in enumerate(speeches) if index % 4 != part]), file, ensure_ascii=False)
        return
    table = adapted(speeches)
    with open(os.path.join(project, 'src', 'core', 'speech', 'endNetTable.ts'), 'w', encoding='utf8') as file:
        file.write("import type { EndNet } from './endNet.ts';\n\n// Made by scripts/readers/learnEnds.py from public text and the corpus; not edited by hand.\n\nexport const endNet: EndNet = {\n")
        for key, value in table.items():
            written = json.dumps(value, ensure_ascii=False)
            file.write(f'  {key}: {written},\n')
        file.write('};\n')


main()
