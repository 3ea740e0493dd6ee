# Makes waves.csv and expected.csv: Rscript expected.R
# Two samples of California schools from the R package survey stand for two waves: apistrat (stratified, "2025") and
# apisrs (simple, "2026"); schools drawn into both share their key.
suppressMessages(library(survey))
options(digits = 17)
data(api)
columns <- c("cds", "stype", "sch.wide", "api00", "pw", "fpc")
one <- transform(apistrat[columns], wave = "2025", stratum = as.character(stype))
two <- transform(apisrs[columns], wave = "2026", stratum = "all")
# More common schools than chance gives: the first 60 of 2025 answer again, somewhat differently.
again <- transform(one[1:60, ], wave = "2026", stratum = "all", pw = two$pw[1], fpc = two$fpc[1],
  api00 = api00 + (seq_len(60) %% 7) - 2, sch.wide = ifelse(seq_len(60) %% 9 == 0, "No", as.character(sch.wide)))
two <- rbind(two, again)
two <- two[!duplicated(two$cds), ]
waves <- rbind(one, two)
write.csv(waves, "waves.csv", row.names = FALSE, quote = FALSE)
waves$yes <- as.numeric(waves$sch.wide == "Yes")
out <- function(case, what, level, fit) {
  cat(sprintf("%s,%s,%s,%.17g,%.17g\n", case, what, level, coef(fit)[1], SE(fit)[1]))
}
sink("expected.csv")
cat("case,variable,level,change,standard_error\n")
run <- function(case, design) {
  for (v in c("api00", "yes")) {
    by <- svyby(as.formula(paste0("~", v)), ~wave, design, svymean, covmat = TRUE)
    out(case, v, "", svycontrast(by, c(-1, 1)))
    by <- svyby(as.formula(paste0("~", v)), ~wave + stype, design, svymean, covmat = TRUE)
    for (level in c("E", "H", "M")) {
      weights <- setNames(as.list(c(-1, 1)), paste0(c("2025.", "2026."), level))
      out(case, v, level, svycontrast(by, unlist(weights)))
    }
  }
}
run("independent", svydesign(ids = ~1, strata = ~interaction(wave, stratum, drop = TRUE), weights = ~pw, fpc = ~fpc, data = waves))
run("panel", svydesign(ids = ~cds, weights = ~pw, data = waves))
sink()
