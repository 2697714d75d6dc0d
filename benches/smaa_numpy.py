"""SMAA-2 in plain numpy, the side-by-side for `cargo bench --bench smaa`.

3 alternatives x 14 criteria, triangular ratings by their inverse distribution, weights uniform on the simplex, one thread, double
precision; counts ranks and sums the weights of the leader, in chunks that fit the cache. Prints the least of ten runs of a
million samples. Needs numpy: OMP_NUM_THREADS=1 python3 benches/smaa_numpy.py
"""
import time

import numpy as np

ALTERNATIVES, CRITERIA, CHUNK, SAMPLES = 3, 14, 2000, 1_000_000

setup = np.random.default_rng(2)
mode = setup.uniform(2, 8, (ALTERNATIVES, CRITERIA))
low = mode - setup.uniform(0.1, 2, mode.shape)
high = mode + setup.uniform(0.1, 2, mode.shape)
split = (mode - low) / (high - low)
rise = (high - low) * (mode - low)
fall = (high - low) * (high - mode)


def sample(seed):
    random = np.random.Generator(np.random.SFC64(seed))
    ranks = np.zeros((ALTERNATIVES, ALTERNATIVES), np.int64)
    first_weights = np.zeros((ALTERNATIVES, CRITERIA))
    for _ in range(SAMPLES // CHUNK):
        weights = random.standard_exponential((CHUNK, CRITERIA))
        u = random.random((CHUNK, ALTERNATIVES, CRITERIA))
        ratings = np.where(u < split, low + np.sqrt(u * rise), high - np.sqrt((1 - u) * fall))
        scores = np.einsum("kij,kj->ki", ratings, weights)
        rank = (scores[:, None, :] > scores[:, :, None]).sum(2)
        unit = 1 / weights.sum(1)
        for i in range(ALTERNATIVES):
            ranks[i] += np.bincount(rank[:, i], minlength=ALTERNATIVES)
            first_weights[i] += ((rank[:, i] == 0) * unit) @ weights
    return ranks / SAMPLES


sample(0)
times = []
for seed in range(10):
    start = time.perf_counter()
    shares = sample(seed)
    times.append(time.perf_counter() - start)
print(f"{min(times):.3f} s per million samples")
print(np.round(shares, 4))
