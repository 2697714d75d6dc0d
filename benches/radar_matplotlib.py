"""Draws the radar of `trilemma chart --kind radar` with matplotlib, from the numbers that Trilemma writes as CSV.

    python3 benches/radar_matplotlib.py radar.csv out.png

The same figure: one radar for all alternatives, a small one for each beside it, dashes, markers, direct names, a mark of its weight
at every axis, title and small print; 1600 × 1200 pixels.
"""

import csv
import math
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib.figure import Figure
from matplotlib.backends.backend_agg import FigureCanvasAgg

COLOURS = ["#0072b2", "#008760", "#d55e00", "#a84f86", "#7a6800"]
STYLES = [(0, (3.5, 2)), "solid", (0, (0.8, 1.8)), (0, (5, 1.5, 1, 1.5)), (0, (7, 2))]
MARKERS = ["s", "o", "^", "D", "v"]

source, target = sys.argv[1:3]
with open(source, encoding="utf-8-sig", newline="") as file:
    head, *rows = list(csv.reader(file))
names = head[2:]
axes = [row[0] for row in rows]


def share(cell):
    return float(cell.rstrip(" %\u00a0<>")) / (100 if cell.rstrip().endswith("%") else 1)


weights = [share(row[1].lstrip("<>")) for row in rows]
values = [[float(row[2 + nth]) for row in rows] for nth in range(len(names))]
angles = [2 * math.pi * k / len(axes) for k in range(len(axes))]
closed = angles + angles[:1]


def radar(figure, place, shown, is_small):
    polar = figure.add_axes(place, projection="polar")
    polar.set_theta_offset(math.pi / 2)
    polar.set_theta_direction(-1)
    polar.set_ylim(0, 10)
    polar.set_yticks([2.5, 5, 7.5, 10], [] if is_small else ["", "5", "", "10"], fontsize=8, color="#69717d")
    polar.set_xticks(angles, [""] * len(axes) if is_small else axes, fontsize=9, color="#5a626d")
    polar.grid(color="#e2e5ea", linewidth=0.8)
    for nth in shown:
        outline = values[nth] + values[nth][:1]
        polar.plot(
            closed,
            outline,
            color=COLOURS[nth],
            linestyle=STYLES[nth],
            marker=MARKERS[nth],
            markersize=3 if is_small else 6,
            linewidth=1 if is_small else 1.5,
        )
        polar.fill(closed, outline, color=COLOURS[nth], alpha=0.04)
        if not is_small:
            most = max(range(len(axes)), key=lambda k: values[nth][k])
            polar.annotate(names[nth], (angles[most], values[nth][most] * 0.85), fontsize=9, color=COLOURS[nth], weight="bold")
    if is_small:
        polar.set_title(names[shown[0]], fontsize=9, color=COLOURS[shown[0]])
    return polar


figure = Figure(figsize=(8, 6), dpi=200)
FigureCanvasAgg(figure)
main = radar(figure, (0.06, 0.14, 0.62, 0.66), range(len(names)), False)
for angle, weight in zip(angles, weights):
    main.plot([angle, angle], [11.2, 11.2 + 6 * weight], color="#6b7280", linewidth=3, clip_on=False)
for nth in range(len(names)):
    high = 0.66 / len(names)
    radar(figure, (0.76, 0.8 - high * (nth + 1) + 0.02, 0.2, high - 0.06), [nth], True)
figure.text(0.025, 0.95, "What kind of language each is", fontsize=14, weight="bold", color="#1b1e23")
figure.text(0.025, 0.915, "Ratings from 0 to 10, further out is better. This is not the verdict.", fontsize=9, color="#5a626d")
figure.text(0.025, 0.03, "Axis order changes a shape, not the ratings: compare points, not areas.", fontsize=8, color="#69717d")
figure.savefig(target)
