# python scripts/readers/learnEnds.py NEWS REPORTS ESSAYS PAPERS SPEECHES [--parts FOLDER]
# Learns the network of src/core/speech/endNet.ts, which tells where heads and sentences end without marks, and writes
# src/core/speech/endNetTable.ts. It first reads much public text (folders: NEWS and ESSAYS of Markdown, the others of plain
# text, a paragraph a line; of REPORTS every second file) and then, at a lower rate, the tuning speeches of the corpus and
# the marked speeches of test/gold/reading/speeches, whose style is what is asked for; what is held out is never read.
# `--parts` writes four networks into a folder as well, each learnt without every fourth speech, from whose scores
# learnHeads.ts learns how far to trust a network.
# GO_ON=ROUNDS goes on from the weights that are checked in instead, so that what they know of text that is no longer at hand
# stays: with the speeches and with the documents of test/gold/reading/marked, what is a page's left out; `--parts` then
# writes two networks, each learnt without every second document. So what is checked in was learnt last (GO_ON=7), with the news and
# the work reports of ../shared/data and 577 public speeches; each round takes a minute.
# It needs jax (0.10 was used) and takes about half an hour on two cores. What was checked in was learnt from the news and
# the work reports of ../shared/data, from MaoZeDongAnthology, and out of public archives from 2,800 papers of 1950-2000 and
# 630 speeches, reports and circulars, most of them of this century; of those nothing but weights is kept.
import base64, glob, json, math, os, random, re, sys
from collections import Counter

import jax
import jax.numpy as jnp
import numpy as np

from taps import shifted, taps

WIDTH, CHANNELS, VOCABULARY = 32, 64, 2700
# Layers above the first, each of which sees twice as far as the one below.
ABOVE = 3
# Vectors of words, which share them by their hash, and how long one is; the lengths of words that are looked for.
WORD_ROWS, WORD_WIDTH = 16384, 8
WORD_LENGTHS = (2, 3, 4)
LENGTH, BATCH = 128, 64
GO_ON = int(os.environ.get('GO_ON', 0))
# How much clauses count beside sentences: there are three times as many, and they end alike.
CLAUSES = 0.4
STOPS = '。！？'
# No place is asked for before these, nor behind what opens.
NEVER_BEFORE = set('，、：；）”》’—…·。')
NEVER_BEHIND = set('（“《‘')
ORDINAL = re.compile(r'^(?:#+ *)?(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+[，章节部条]分?[ 　]*|\d+[.．、] ?|（\d+）)?')
# And whatever else counts heads in marked documents.
ORDINAL_OF_ANY = re.compile(ORDINAL.pattern[:-2] + r'|[①-⑩]|[一二三四五六七八九十]+(?=[是要看谈讲抓])[是看谈讲抓]?|第[一二三四五六七八九十](?:个\w{2}|\w)?[，、：:]?|首先[，,]?|其[次一二三四][，,]?|再次[，,]?|最后[，,]?)?')
MATRICES = ['vectors', 'w1', 'b1', 'bits', 'words', 'w2', 'h1', 'c1', 'h2', 'c2', 'h3', 'c3', 'w4', 'b4', 'w5', 'b5']
# How often a word of each length must have been seen to count as common, as writeWords.ts has it.
LEAST = {2: 50, 3: 20, 4: 10}


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


def word_hash(text):
    """As wordHash of knownWords.ts has it in the round behind the filter's."""
    whole = 0xFFFFFFFF
    mixed = (8 * 0x9E3779B1) & whole
    for character in text:
        mixed = ((mixed ^ ord(character)) * 0x85EBCA6B) & whole
        mixed ^= mixed >> 13
    mixed = ((mixed ^ (mixed >> 16)) * 0xC2B2AE35) & whole
    return 1 + (mixed ^ (mixed >> 15)) % 620000 % (WORD_ROWS - 1)


def common_words(dictionary):
    """The rows of common words, from 1."""
    rows = {}
    with open(dictionary, encoding='utf8') as file:
        for line in file:
            word, frequency = (line.split() + ['', '0'])[:2]
            if int(frequency) >= LEAST.get(len(word), math.inf) and re.fullmatch('[\u3400-\u9fff]+', word):
                rows[word] = word_hash(word)
    return rows


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
    def __init__(self, texts, words):
        counts = Counter(character for text in texts for line in text for character in line)
        common = [character for character, _ in counts.most_common(VOCABULARY) if character not in STOPS and len(character.encode('utf-16-le')) == 2]
        self.characters = ['\0', '\n', '。'] + common
        self.numbers = {character: number for number, character in enumerate(self.characters)}
        self.words = words

    def words_at(self, characters):
        """For each character the rows of the words of two, three and four that begin with it, and of those that end with it; 0 is none."""
        text, found = ''.join(characters), np.zeros((len(characters), 2 * len(WORD_LENGTHS)), np.int32)
        for kind, length in enumerate(WORD_LENGTHS):
            for at in range(len(text) - length + 1):
                row = self.words.get(text[at : at + length])
                if row is not None:
                    found[at, kind] = found[at + length - 1, len(WORD_LENGTHS) + kind] = row
        return found

    def rows(self, texts, rng, share, commas=0.0):
        columns = ([], [], [], [], [])
        for text in texts:
            characters, begins, asked, clauses = hide(text, rng, share, commas)
            for at, character in enumerate(characters):
                if character in NEVER_BEFORE or (at > 0 and characters[at - 1] in NEVER_BEHIND):
                    asked[at] = 0
            numbers = [self.numbers.get(character, 0) for character in characters]
            for column, values, kind in zip(columns, (numbers, begins, asked, clauses, self.words_at(characters)), (np.int32, np.float32, np.float32, np.float32, np.int32)):
                column.append(np.array(values, kind))
        count = sum(map(len, columns[0])) // LENGTH
        return [(whole := np.concatenate(column))[: count * LENGTH].reshape((count, LENGTH) + whole.shape[1:]) for column in columns]


def fresh(vocabulary):
    keys = jax.random.split(jax.random.PRNGKey(0), 12)
    matrix = lambda key, height, width, scale: jax.random.normal(key, (height, width)) * np.sqrt(2 / height) * scale
    net = {
        'vectors': jax.random.normal(keys[0], (vocabulary, WIDTH)) * 0.3,
        'w1': matrix(keys[1], 5 * WIDTH, CHANNELS, 1), 'b1': jnp.zeros(CHANNELS),
        'bits': matrix(keys[7], 5 * 2 * len(WORD_LENGTHS), CHANNELS, 0.5),
        'words': jax.random.normal(keys[11], (WORD_ROWS, WORD_WIDTH)) * 0.1, 'w2': matrix(keys[11], 3 * 2 * WORD_WIDTH, CHANNELS, 0.5),
        'w4': matrix(keys[8], 2 * CHANNELS, CHANNELS, 1), 'b4': jnp.zeros(CHANNELS),
        'w5': matrix(keys[9], CHANNELS, 1, 0.3), 'b5': jnp.full(1, -3.0),
        # What tells clauses is there to learn by and is left out of the table.
        'clauses': matrix(keys[10], CHANNELS, 1, 0.3), 'clauseBias': jnp.full(1, -3.0),
    }
    for layer in range(1, ABOVE + 1):
        net[f'h{layer}'], net[f'c{layer}'] = matrix(keys[1 + layer], 5 * CHANNELS, CHANNELS, 0.7), jnp.zeros(CHANNELS)
    return net


def scores(net, numbers, words, key):
    """Of sentences, and of clauses; one character in twenty and one word in five is not seen."""
    layer = taps(net['vectors'][numbers] * jax.random.bernoulli(key, 0.95, numbers.shape)[..., None], 1) @ net['w1'] + net['b1']
    known = (words > 0).astype(jnp.float32)
    seen = net['words'][words] * (known * jax.random.bernoulli(jax.random.fold_in(key, 1), 0.8, words.shape))[..., None]
    half = len(WORD_LENGTHS)
    seen = jnp.concatenate([seen[:, :, :half].sum(2), seen[:, :, half:].sum(2)], -1)
    layer = layer + taps(known, 1) @ net['bits'] + jnp.concatenate([shifted(seen, 1), seen, shifted(seen, -1)], -1) @ net['w2']
    layer = jax.nn.relu(layer)
    for above in range(1, ABOVE + 1):
        layer = layer + jax.nn.relu(taps(layer, 2**above) @ net[f'h{above}'] + net[f'c{above}'])
    sides = jax.nn.relu(jnp.concatenate([shifted(layer, 1), layer], -1) @ net['w4'] + net['b4'])
    return (sides @ net['w5'] + net['b5'])[..., 0], (sides @ net['clauses'] + net['clauseBias'])[..., 0]


def loss(net, rows, key):
    numbers, begins, asked, clauses, words = rows
    sentence, clause = scores(net, numbers, words, key)
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
    return {'characters': ''.join(characters), 'width': WIDTH, 'channels': CHANNELS, 'wordRows': WORD_ROWS, 'wordWidth': WORD_WIDTH, 'steps': steps, 'weights': base64.b64encode(packed).decode()}


def marked_lines(path):
    """The lines of a marked speech, as markedSpeeches.ts has them."""
    with open(path, encoding='utf8') as file:
        text = re.sub(r'⟪\d\||⟫', '', re.sub(r'^#.*\n', '', file.read()))
    lines = [re.sub(r'[ \t\u3000\u200b\r]+', '', fold(ORDINAL.sub('', line.strip()))) for line in text.split('\n')]
    return [line for line in lines if len(line) >= 2]


def document_lines(path):
    """The own lines of a marked document, a head and what it runs into apart; nothing of one whose lines are broken within sentences."""
    with open(path, encoding='utf8') as file:
        text = re.sub(r'⟦[^⟧]*⟧|⟨[^⟩]*⟩', '', re.sub(r'^#.*\n', '', file.read()))
    text = re.sub(r'(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff\n])', '。', text)
    lines, broken = [], 0
    for line in text.split('\n'):
        line = re.sub(r'^[#>\s*]+|\*\*', '', line.strip())
        broken += len(line) > 15 and '⟪' not in line and line[-1] not in STOPS + '：:；;”）)'
        for piece in re.sub(r'⟫(?![，、：；。！？,:;.!?])', '\n', line.replace('⟪', '\n⟪')).split('\n'):
            piece = re.sub(r'[ \t\u3000\u200b\r]+', '', fold(ORDINAL_OF_ANY.sub('', re.sub(r'⟪\d\||⟫', '', piece).strip())))
            if len(piece) >= 2:
                lines.append(piece)
    return lines if broken <= 2 else []


def checked_in(path):
    """The network and its characters as they stand in the table."""
    with open(path, encoding='utf8') as file:
        table = dict(re.findall(r'^  (\w+): (.+),$', file.read(), flags=re.M))
    characters, steps = json.loads(table['characters']), json.loads(table['steps'])
    weights = np.frombuffer(base64.b64decode(json.loads(table['weights'])), np.int8).astype(np.float32)
    net, at, shapes = {}, 0, fresh(len(characters))
    for name, step_ in zip(MATRICES, steps):
        shape = shapes[name].shape
        net[name] = jnp.array(weights[at : at + math.prod(shape)].reshape(shape) * step_)
        at += math.prod(shape)
    return {**net, 'clauses': net['w5'], 'clauseBias': net['b5']}, list(characters)


def go_on(project, speeches, public, words):
    """Learns with speeches and marked documents from where the weights in the table stand."""
    path = os.path.join(project, 'src', 'core', 'speech', 'endNetTable.ts')
    start, characters = checked_in(path)
    reader = Reader([], words)
    reader.characters, reader.numbers = characters, {character: number for number, character in enumerate(characters)}
    documents = [document_lines(each) for each in sorted(glob.glob(os.path.join(project, 'test', 'gold', 'reading', 'marked', '*.txt')))]
    rng = random.Random(7)

    def adapted(own):
        own = [each for each in own if each]
        rows = lambda: reader.rows(own + rng.sample(speeches, 120) + [mixed(rng.choice([own, speeches]), rng) for _ in range(160)] + rng.sample(public, min(150, len(public))), rng, 0.8, 0.25)
        return pack(learn(start, GO_ON, 0.002, rows, BATCH // 2), reader.characters)

    if '--parts' in sys.argv:
        folder = sys.argv[sys.argv.index('--parts') + 1]
        for part in range(2):
            with open(os.path.join(folder, f'net{part}.json'), 'w', encoding='utf8') as file:
                json.dump(adapted([document for index, document in enumerate(documents) if index % 2 != part]), file, ensure_ascii=False)
    write(path, adapted(documents))


def write(path, table):
    with open(path, 'w', encoding='utf8') as file:
        file.write("import type { EndNet } from './endNet.ts';\n\n// Made by scripts/readers/learnEnds.py from public text and the corpus; not edited by hand.\n\nexport const endNet: EndNet = {\n")
        for key, value in table.items():
            file.write(f'  {key}: {json.dumps(value, ensure_ascii=False)},\n')
        file.write('};\n')


def main():
    project = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
    listed = [sorted(glob.glob(os.path.join(folder, '**', name), recursive=True)) for folder, name in zip(sys.argv[1:6], ('*.md', '*.txt', '*.md', '*.txt', '*.txt'))]
    listed[1] = listed[1][::2]
    news, reports, essays, papers, real = ([lines_of(path) for path in paths] for paths in listed)
    speeches = sorted(glob.glob(os.path.join(project, 'corpus', 'speeches', '*.md')))
    speeches = [lines_of(path) for path in speeches[: len(speeches) * 3 // 4]]
    speeches += [marked_lines(path) for path in sorted(glob.glob(os.path.join(project, 'test', 'gold', 'reading', 'speeches', '*.txt')))]
    words = common_words(os.path.join(project, 'node_modules', 'nodejieba', 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8'))
    if GO_ON:
        return go_on(project, speeches, news + reports + real, words)
    reader = Reader(news + reports + essays + papers + real + [[''.join(sorted(set(line))) for line in speech] * 5 for speech in speeches], words)
    rng = random.Random(7)
    much = news + reports * 3 + essays + papers + real * 3

    def of_much():
        rng.shuffle(much)
        return reader.rows(much, rng, 0.7)

    start = fresh(len(reader.characters))
    for rate in (0.004, 0.003):
        start = learn(start, 1, rate, of_much, BATCH)
    some = reports * 2 + real * 2 + papers[::6] + news[::70] + essays[::6]

    def adapted(own):
        rows = lambda: reader.rows(own * 2 + [mixed(own, rng) for _ in own] + rng.sample(some, min(60, len(some))), rng, 0.8, 0.25)
        return pack(learn({**start, 'clauses': start['w5'], 'clauseBias': start['b5']}, 3, 0.0015, rows, BATCH // 2), reader.characters)

    if '--parts' in sys.argv:
        folder = sys.argv[sys.argv.index('--parts') + 1]
        for part in range(4):
            with open(os.path.join(folder, f'net{part}.json'), 'w', encoding='utf8') as file:
                json.dump(adapted([speech for index, speech in enumerate(speeches) if index % 4 != part]), file, ensure_ascii=False)
    write(os.path.join(project, 'src', 'core', 'speech', 'endNetTable.ts'), adapted(speeches))


main()
