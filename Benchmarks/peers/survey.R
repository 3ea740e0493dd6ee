# Shares of every item with standard errors, overall and by sector, as R's survey package computes them; with "rake" the
# weights are first fitted to three margins.
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
answers <- read.csv(arguments[1])
items <- grep("^item_", names(answers), value = TRUE)[1:as.integer(arguments[2])]
for (item in items) answers[[item]] <- factor(ifelse(answers[[item]] == 98, NA, answers[[item]]), levels = 1:5)
for (name in c("sex", "sector", "area")) answers[[name]] <- factor(answers[[name]])
design <- svydesign(ids = ~1, weights = ~weight, data = answers)
if (length(arguments) > 2 && arguments[3] == "rake") {
  margin <- function(name) {
    counts <- table(answers[[name]][answers[[name]] != ""])
    setNames(data.frame(names(counts), as.numeric(counts) * 10), c(name, "Freq"))
  }
  answered <- subset(design, sex != "" & sector != "" & area != "")
  design <- rake(answered, list(~sex, ~sector, ~area), list(margin("sex"), margin("sector"), margin("area")),
    control = list(maxit = 1000, epsilon = 1e-10))
}
for (item in items) {
  formula <- as.formula(paste0("~", item))
  print(SE(svymean(formula, design, na.rm = TRUE))[1])
  print(SE(svyby(formula, ~sector, design, svymean, na.rm = TRUE))[1, 1])
}
