# What the networks of learnEnds.py and learnGlued.py see of the characters beside each character.
import jax.numpy as jnp


def shifted(layer, by):
    if by == 0:
        return layer
    edge = jnp.zeros_like(layer[:, : abs(by)])
    return jnp.concatenate([edge, layer[:, :-by]], 1) if by > 0 else jnp.concatenate([layer[:, -by:], edge], 1)


def taps(layer, apart):
    return jnp.concatenate([shifted(layer, offset * apart) for offset in (2, 1, 0, -1, -2)], -1)
