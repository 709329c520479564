"""Regenerates isolation-forest.sklearn.json: rows and the scores scikit-learn gives them.

    python3 -m venv /tmp/sklearn && /tmp/sklearn/bin/pip install scikit-learn
    /tmp/sklearn/bin/python test/engine/detectors/isolation-forest.sklearn.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest

random = np.random.default_rng(20261121)
clusters = [(0, 0, 0, 0), (4, 1, -2, 3), (-3, 5, 2, 0)]
ordinary = np.vstack([random.normal(centre, (1, 0.7, 0.5, 1.2), (130, 4)) for centre in clusters])
outliers = np.array([(14, 14, 9, -12), (-16, 0, -11, 10), (2, -15, 12, 11), (12, 12, -12, 12), (-13, 16, 9, -9), (16, -12, -9, 0)])
# Fewer digits than a double has, so that the file and the forest see the same rows.
rows = np.round(np.vstack([ordinary, outliers]), 3)

# Ten times our trees, so that what differs is our noise and not also theirs.
forest = IsolationForest(n_estimators=1000, max_samples=256, random_state=1).fit(rows)
fixture = {
    "generator": f"scikit-learn {sklearn.__version__}",
    "outliers": list(range(len(ordinary), len(rows))),
    "rows": rows.tolist(),
    "scores": np.round(-forest.score_samples(rows), 6).tolist(),
}
lines = ",\n".join(f'  {json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}' for key, value in fixture.items())
Path(__file__).with_suffix(".json").write_text("{\n" + lines + "\n}\n")
