"""measure_sklearn.py ROWS WIDTH TREES ROWS_PER_TREE: seconds scikit-learn takes to score normal rows, as JSON."""
import json
import sys
import time

import numpy as np
from sklearn.ensemble import IsolationForest


def main(count, width, trees, rows_per_tree):
    rows = np.random.default_rng(1).normal(size=(count, width))
    forest = IsolationForest(n_estimators=trees, max_samples=rows_per_tree, random_state=1, n_jobs=1).fit(rows)
    began = time.perf_counter()
    forest.score_samples(rows)
    print(json.dumps({"seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
