# What learnGlued.py and learnLines.py share: the layers of src/core/speech/characterNet.ts, and how their weights are written.
import base64, json, re

import jax
import jax.numpy as jnp
import numpy as np

from taps import taps

# As characterNet.ts has them: a character's vector, bits of words, how far apart the taps of the layers above the first are.
WIDTH, BITS, ABOVE = 24, 6, (2, 4, 8)
MATRICES = ['vectors', 'w0', 'b0', 'bits'] + [f'{kind}{layer}' for layer in range(1, len(ABOVE) + 1) for kind in 'wb']


def units(text):
    """UTF-16 units, as TypeScript counts."""
    raw = np.frombuffer(text.encode('utf-16-le', 'surrogatepass'), np.uint16)
    return [chr(unit) for unit in raw]


def fresh_layers(key, characters, channels):
    keys = iter(jax.random.split(key, 16))
    matrix = lambda height, width, scale: jax.random.normal(next(keys), (height, width)) * np.sqrt(2 / height) * scale
    net = {'vectors': jax.random.normal(next(keys), (characters, WIDTH)) * 0.3, 'w0': matrix(5 * WIDTH, channels, 1), 'b0': jnp.zeros(channels), 'bits': matrix(5 * BITS, channels, 0.5)}
    for layer in range(1, len(ABOVE) + 1):
        net[f'w{layer}'], net[f'b{layer}'] = matrix(5 * channels, channels, 0.7), jnp.zeros(channels)
    return net


def layers(net, ids, bits, hidden=None):
    """The last layer of rows of characters; `hidden` is a key and the share of characters that are hidden while it learns."""
    vectors = net['vectors'][ids]
    if hidden is not None:
        vectors = vectors * jax.random.bernoulli(hidden[0], 1 - hidden[1], ids.shape)[..., None]
    known_words = ((bits[..., None] >> jnp.arange(BITS)) & 1).astype(jnp.float32)
    layer = jax.nn.relu(taps(vectors, 1) @ net['w0'] + net['b0'] + taps(known_words, 1) @ net['bits'])
    for number, apart in enumerate(ABOVE, 1):
        layer = layer + jax.nn.relu(taps(layer, apart) @ net[f'w{number}'] + net[f'b{number}'])
    return layer


def pack(net, told):
    """Steps and weights; `told` are the names of the matrices above the layers."""
    steps, packed = [], b''
    for name in MATRICES + told:
        values = np.array(net[name], np.float32).ravel()
        steps.append(float(f'{max(np.percentile(np.abs(values), 99.98), 1e-6) / 127:.6g}'))
        packed += np.clip(np.round(values / steps[-1]), -127, 127).astype(np.int8).tobytes()
    packed += b'\0' * (-len(packed) % 3)
    return steps, base64.b64encode(packed).decode()


def write_table(path, name, maker, characters, packed):
    steps, weights = packed
    with open(path, 'w', encoding='utf8') as file:
        file.write(f"import type {{ PackedNet }} from './characterNet.ts';\n\n// Made by scripts/readers/{maker}; not edited by hand.\n\nexport const {name}: PackedNet = {{\n")
        for key, value in (('characters', ''.join(characters)), ('steps', steps), ('weights', weights)):
            file.write(f'  {key}: {json.dumps(value, ensure_ascii=False)},\n')
        file.write('};\n')


def read_table(path, shapes):
    """The characters and the weights of a table that is checked in; `shapes` are the matrices in their order, by name."""
    with open(path, encoding='utf8') as file:
        table = file.read()
    told = {name: json.loads(re.search(rf'^  {name}: (.*),$', table, re.M)[1]) for name in ('characters', 'steps', 'weights')}
    weights = np.frombuffer(base64.b64decode(told['weights']), np.int8)
    net, at = {}, 0
    for (name, shape), step in zip(shapes.items(), told['steps']):
        size = int(np.prod(shape))
        net[name] = jnp.array(weights[at : at + size].astype(np.float32).reshape(shape) * step)
        at += size
    return units(told['characters']), net
