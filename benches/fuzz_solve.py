"""Mutates the reference cases and sends them through `trilemma solve`: no panic, no NaN, nothing that hangs.

    python3 benches/fuzz_solve.py target/release/trilemma [seconds] [seed]
"""

import copy
import json
import pathlib
import random
import resource
import subprocess
import sys
import time

program = sys.argv[1]
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 600.0
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
random.seed(seed)
folder = pathlib.Path(__file__).resolve().parent.parent / "tests" / "reference"
cases = []
for file in sorted(folder.glob("*.json")):
    found = json.loads(file.read_text())
    cases += found["cases"] if isinstance(found, dict) else found
for case in cases:
    case.pop("expected", None)

ODD = [0, -0.0, 1, -1, 0.5, 1e-300, 1e300, -1e300, 1e308, 5e-324, 2**53, 2**64, -3, 1e9, None, True, "", "x", [], {}, [[]], "uniform_simplex"]


def places(value, found):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, inner in items:
        found.append((value, key))
        places(inner, found)
    return found


def mutated(case):
    case = copy.deepcopy(case)
    for _ in range(random.choice([1, 1, 1, 2, 3, 8])):
        found = places(case.get("inputs", case), [])
        if not found:
            break
        holder, key = random.choice(found)
        kind = random.random()
        try:
            if kind < 0.35:
                holder[key] = copy.deepcopy(random.choice(ODD))
            elif kind < 0.55 and isinstance(holder[key], (int, float)):
                holder[key] = holder[key] * random.choice([-1, 0.1, 10, 1e6, 1e-9]) + random.choice([0, 0, 1, -1e-12])
            elif kind < 0.7 and isinstance(holder, list):
                holder.insert(key, copy.deepcopy(random.choice(holder)))
            elif kind < 0.85:
                del holder[key]
            elif isinstance(holder[key], list) and holder[key]:
                random.shuffle(holder[key])
            else:
                holder[key] = copy.deepcopy(random.choice(found)[0])
        except (TypeError, ValueError, OverflowError, KeyError, IndexError):
            pass
    if random.random() < 0.02:
        case["definition"] = random.choice(cases).get("definition")
    return case


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(batch):
    """What is wrong, if anything, and the processor time in seconds: a busy machine must not look like a hang."""
    start = processor()
    text = json.dumps(batch)
    try:
        done = subprocess.run([program, "solve", "-"], input=text.encode(), capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return "hangs", 60.0
    took = processor() - start
    out = done.stdout.decode()
    if done.returncode not in (0, 1, 2) or b"panicked" in done.stderr:
        return f"exit {done.returncode}: {done.stderr.decode()[:300]}", took
    not_a_number = []
    results = json.loads(out, parse_constant=not_a_number.append) if done.returncode != 2 else batch
    if not_a_number:
        return "a number that is none", took
    if len(results) != len(batch):
        return "results are missing", took
    return None, took


end = time.monotonic() + seconds
tried, slowest, findings = 0, 0.0, []
while time.monotonic() < end:
    batch = [mutated(random.choice(cases)) for _ in range(40)]
    wrong, took = run(batch)
    tried += len(batch)
    if wrong or took > 1.0:
        for case in batch:
            wrong, took = run([case])
            slowest = max(slowest, took)
            if wrong or took > 1.0:
                findings.append((wrong or f"{took:.1f} s", case))
                print(wrong or f"{took:.1f} s", json.dumps(case)[:2000], flush=True)
print(f"{tried} cases in {seconds:.0f} s, seed {seed}; findings: {len(findings)}; slowest single case looked at: {slowest:.2f} s")
sys.exit(1 if findings else 0)
