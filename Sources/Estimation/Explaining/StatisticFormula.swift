/// How a statistic is computed, in plain text, and where that comes from.
struct StatisticFormula {
  /// The estimate.
  let estimate: String
  /// The linearised score u of a record; nil where the statistic has none.
  let score: String?
  /// Author and year.
  let source: String

  private init(_ estimate: String, score: String? = nil, _ source: String) {
    self.estimate = estimate
    self.score = score
    self.source = source
  }

  private static let linearisation = "Woodruff 1971; Särndal, Swensson & Wretman 1992"
  private static let ofShares = "u_k = (g_k - Σ p_j g_j)/W, g_k = ∂/∂p_k"

  /// The formula of a statistic. W = Σw over the base, p_k the share of answer k, v its score, F_k cumulated shares.
  init(_ statistic: Statistic) {
    self =
      switch statistic {
      case .proportion, .agree, .disagree, .topShare:
        Self("p = Σ w v / W, v = 1 or 0", score: "u = (v - p)/W", Self.linearisation)
      case .netAgree: Self("p(agree) - p(disagree)", score: "u = (v - net)/W, v = 1, 0 or -1", Self.linearisation)
      case .mean, .importance, .provision: Self("m = Σ w v / W", score: "u = (v - m)/W", Self.linearisation)
      case .gap:
        Self("G = Σ w (i - p) / W = I - P", score: "u = (i - p - G)/W", Self.linearisation)
      case .weightedGap:
        Self("Σ w i (i - p) / W", score: "u = (i (i - p) - estimate)/W", Self.linearisation)
      case .total: Self("T = Σ w v", score: "u = v", "Horvitz & Thompson 1952")
      case .ratio: Self("R = Σ w x / Σ w y", score: "u = (x - R y)/Σ w y", "Woodruff 1971; Lumley 2010")
      case .median, .quantile:
        Self("smallest q with F(q) = Σ w 1[y <= q]/W > p (rule as planned)", "Hyndman & Fan 1996; Woodruff 1952")
      case .interquartileRange: Self("q(0.75) - q(0.25)", "Hyndman & Fan 1996")
      case .difference: Self("estimate(a) - estimate(b)", score: "u = u_a - u_b", "Lumley 2010")
      case .test: Self("X² = n Σ (p_rc - p_r p_c)²/(p_r p_c)", "Rao & Scott 1984")
      default: Self(ofConsensus: statistic)
      }
  }

  private init(ofConsensus statistic: Statistic) {
    self =
      switch statistic {
      case .consensus:
        Self(
          "C = 1 + Σ p_k log2(1 - |k - m|/(K - 1)), m = Σ k p_k", score: Self.ofShares, "Tastle & Wierman 2007")
      case .agreement: Self("A = Σ layer weight × U (1 - (S - 1)/(K - 1))", "van der Eijk 2001")
      case .leik: Self("D = 2 Σ_{k<K} min(F_k, 1 - F_k)/(K - 1)", score: Self.ofShares, "Leik 1966")
      case .blairLacy, .blairLacySquared:
        Self("l² = 4 Σ_{k<K} (F_k - 1/2)²/(K - 1)", score: Self.ofShares, "Blair & Lacy 2000")
      case .rWG:
        Self(
          "1 - s²/((K² - 1)/12), s² = n/(n - 1) Σ p_k (k - m)²", score: Self.ofShares, "James, Demaree & Wolf 1984")
      case .delphi, .delphiProbability: Self("IQR <= limit; p(agree) >= limit", "Diamond et al. 2014")
      case .ipr, .ipras, .disagreementIndex, .disagreement, .disagreementProbability, .randDisagreement,
        .randAgreement:
        Self("IPRAS = 2.35 + 1.5 |5 - (P30 + P70)/2|, IPR = P70 - P30, index = IPR/IPRAS", "Fitch et al. 2001")
      default: Self(ofNeed: statistic)
      }
  }

  private init(ofNeed statistic: Statistic) {
    self =
      switch statistic {
      case .rds: Self("share(p > i) - share(p < i)", score: "u = (v - RDS)/W", "Narine & Harder 2021")
      case .borich:
        Self("(I - P) I", score: "u = ((2I - P)(i - I) - I (p - P))/W", "Borich 1980")
      case .pni: Self("(I - P) I", score: "u = ((2I - P)(i - I) - I (p - P))/W", "Borich 1980")
      case .pniModified:
        Self("(I - P)/P", score: "u = ((i - I)/P - I (p - P)/P²)/W", "modified priority needs index; Woodruff 1971")
      case .kendallW: Self("W = 12 S/(m² (K³ - K) - m Σ T)", "Kendall & Babington Smith 1939")
      case .krippendorffAlpha: Self("alpha = 1 - D_observed/D_expected", "Krippendorff 2019")
      case .cronbachAlpha: Self("J/(J - 1) (1 - Σ V_j/V_sum)", "Cronbach 1951")
      case .plackettLuce: Self("worths that maximise the likelihood of the orders", "Plackett 1975; Luce 1959")
      case .maxDiff: Self("share(best) - share(worst) among those it was shown to", "Louviere, Flynn & Marley 2015")
      case .borda: Self("m = Σ w v / W, v = K - place", score: "u = (v - m)/W", "Borda 1784; Woodruff 1971")
      case .rank, .probabilityAbove:
        Self("1 + number of larger headline figures", "Goldstein & Spiegelhalter 1996")
      default: Self("Σ w v / W", Self.linearisation)
      }
  }
}
