"""Shares of every item with standard errors, overall and by sector, as svy computes them."""

import sys
import warnings

import polars

warnings.simplefilter("ignore")
import svy  # noqa: E402

answers = polars.read_csv(sys.argv[1], infer_schema_length=None)
items = [name for name in answers.columns if name.startswith("item_")][: int(sys.argv[2])]
for item in items:
    known = answers.filter(
        polars.col(item).is_not_null() & (polars.col(item) != 98) & polars.col("sector").is_not_null()
    ).select([item, "sector", "weight"])
    sample = svy.Sample(data=known, design=svy.Design(wgt="weight"))
    print(len(sample.estimation.prop(y=item).estimates))
    print(len(sample.estimation.prop(y=item, by="sector").estimates))
