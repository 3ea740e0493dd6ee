"""Shares of every item with standard errors, overall and by sector, as samplics computes them."""

import sys
import warnings

import pandas

warnings.simplefilter("ignore")
from samplics import TaylorEstimator  # noqa: E402
from samplics.utils.types import PopParam  # noqa: E402

answers = pandas.read_csv(sys.argv[1])
items = [name for name in answers if name.startswith("item_")][: int(sys.argv[2])]
for item in items:
    known = answers[answers[item].notna() & (answers[item] != 98) & answers["sector"].notna()]
    for domain in (None, known["sector"]):
        estimator = TaylorEstimator(PopParam.prop)
        estimator.estimate(y=known[item], samp_weight=known["weight"], domain=domain)
        print(len(estimator.point_est))
