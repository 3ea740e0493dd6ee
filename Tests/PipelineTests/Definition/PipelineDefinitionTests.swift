import Diagnostics
import Estimation
import Pipeline
import Reporting
import Testing

/// Requirements:
/// 1. Every key of the documentation is read into the plan, the sources, the report and the schedule.
/// 2. A key that is not known, or cannot be honoured yet, is an error with its place and the nearest name.
/// 3. Everything wrong is told at once; nothing is ignored.
@Suite("Pipeline files")
struct PipelineDefinitionTests {
  /// What every pipeline must have, in five lines.
  static let head =
    "name: p\nform: forms/f\nstore: sqlite:var/s.sqlite\nwave: 2026\nsources: [{files: 'inbox/*.xml'}]\n"

  @Test("A whole file is read key by key")
  func whole() throws {
    let pipeline = try read(
      """
      name: bao-cao-nam
      form: forms/pks-01
      store: sqlite:var/ykien.sqlite
      wave: 2026
      period: {field: end, from: 2025-12-15, to: 2026-12-14}
      sources:
        - {files: "inbox/2026/*.xml"}
        - {files: "inbox/2026/*.csv", mapping: pipelines/mappings/kobo.yaml}
      design:
        sample: probability
        weights: pw
        strata: stype
        clusters: [psu, ssu]
        fpc: [n_psu, n_ssu]
        rake:
          - {by: prof_qualification, population: pipelines/frames/f.csv, unmatched: base_weight, map: {other: bachelor}}
          - {by: [sex, age], population: pipelines/frames/g.csv}
        raking: {tolerance: 1e-10, iterations: 50, variance: sweeps}
        single_psu: centered
      by: [sex, [sex, age]]
      intervals: {level: 0.9, proportion: logit}
      quantiles: {p: [0.25, 0.5], rule: school, interval: beta}
      compare:
        - {items: [a, b], by: sex, test: wald, adjust: bh}
        - {items: c, by: [sex, age]}
      disclosure: {minimum_count: 20, minimum_cell: 4, dominance: {p: 10, n: 2, k: 85}}
      report:
        template: reports/bao-cao-nam
        formats: [html]
        language: en
        output: reports/output/2026
        issuer: {parent: A, name: B, number: 01/BC-LHH, place: C, addressees: [D, E], signer: [F], recipients: [G]}
      schedule:
        due: 12-15
        milestones: {data_cutoff: 11-15, final_due: 12-14}
        run_at: "12-01 07:00"
        time_zone: Asia/Ho_Chi_Minh
      """)
    #expect(pipeline.name == "bao-cao-nam" && pipeline.form == "forms/pks-01" && pipeline.store == "var/ykien.sqlite")
    #expect(
      pipeline.sources == [
        .files(pattern: "inbox/2026/*.xml", mapping: nil),
        .files(pattern: "inbox/2026/*.csv", mapping: "pipelines/mappings/kobo.yaml"),
      ])
    let plan = pipeline.plan
    #expect(plan.wave == "2026" && plan.sample == .probability && plan.weights == "pw" && plan.strata == "stype")
    #expect(plan.clusters == ["psu", "ssu"] && plan.populationSizes == ["n_psu", "n_ssu"])
    // 15 December 2025 is day 20,437 of the epoch and 14 December 2026 day 20,801.
    #expect(plan.period == RecordPeriod(field: "end", firstDay: 20_437, lastDay: 20_801))
    #expect(plan.raking.tolerance == 1e-10 && plan.raking.iterations == 50 && plan.raking.variance == .sweeps)
    #expect(plan.singlePSU == .centered && plan.domains == [["sex"], ["sex", "age"]])
    #expect(plan.intervals.level == 0.9 && plan.intervals.proportion == .logit)
    #expect(plan.quantiles.shares == [0.25, 0.5])
    #expect(plan.comparisons.map(\.items) == [["a", "b"], ["c"]])
    #expect(plan.comparisons.map(\.domain) == [["sex"], ["sex", "age"]])
    #expect(plan.comparisons.map(\.test) == [.wald, .raoScott])
    #expect(plan.comparisons.map(\.adjustment) == [.benjaminiHochberg, .holm])
    #expect(plan.quantiles.rule == .school && plan.quantiles.interval == .beta)
    #expect(plan.disclosure.minimumCount == 20 && plan.disclosure.minimumCell == 4)
    let dominance = DominanceRule(percent: 10, largest: .init(count: 2, percent: 85))
    #expect(plan.disclosure.dominance == dominance)
    #expect(pipeline.frames.map(\.file) == ["pipelines/frames/f.csv", "pipelines/frames/g.csv"])
    #expect(pipeline.frames.map(\.unmatched) == [.baseWeight, .error])
    #expect(pipeline.frames.map(\.variables) == [["prof_qualification"], ["sex", "age"]])
    #expect(pipeline.frames.first?.map == ["other": "bachelor"])
    let report = try #require(pipeline.reports.first)
    #expect(report.template == "reports/bao-cao-nam" && report.output == "reports/output/2026")
    #expect(report.formats == [.html] && report.language == .english)
    #expect(report.issuer.parent == "A" && report.issuer.addressees == ["D", "E"] && report.issuer.signer == ["F"])
    let schedule = try #require(pipeline.schedule)
    #expect(schedule.due == .december15 && schedule.milestones.map(\.kind) == [.dataCutoff, .finalDue])
    #expect(schedule.runAt?.hour == 7 && schedule.runAt?.minute == 0)
  }

  @Test("Weighting and replicates are read key by key")
  func weighting() throws {
    let pipeline = try read(
      Self.head + """
        design:
          calibrate: {method: logit, by: [sex, [sex, age]], population: f.csv, unmatched: exclude, totals: {income: 12.5}, size: 90, bounds: [0.5, 2]}
          trim: {lower: 0, upper: 5, strict: true}
          replicates: {type: columns, columns: ["rep*"], rscales: [0.5, 0.25], mse: true}
        """)
    let target = try #require(pipeline.plan.calibrate)
    #expect(target.method == .logit && target.bounds == 0.5...2 && target.size == 90)
    #expect(target.totals.map(\.question) == ["income"] && target.totals.map(\.total) == [12.5])
    #expect(pipeline.frames.map(\.variables) == [["sex"], ["sex", "age"]])
    #expect(pipeline.frames.allSatisfy { $0.use == .calibration && $0.unmatched == .exclude && $0.file == "f.csv" })
    #expect(pipeline.plan.trim == TrimRule(lower: 0, upper: 5, isStrict: true))
    let replicates = try #require(pipeline.plan.replicates)
    #expect(replicates.type == .columns && replicates.columns == ["rep*"] && replicates.scales == [0.5, 0.25])
    #expect(replicates.isCentredOnEstimate && replicates.scale == nil)
    let other = try read(
      Self.head + """
        design:
          post_stratify: {by: [sex, age], population: f.csv}
          replicates: {type: rao_wu, count: 200, seed: 7}
        """)
    #expect(other.frames.map(\.use) == [.postStratification] && other.frames.map(\.variables) == [["sex", "age"]])
    #expect(other.plan.replicates?.type == .raoWu && other.plan.replicates?.count == 200)
    #expect(other.plan.replicates?.seed == 7)
  }

  @Test("What is left out has the defaults of the documentation")
  func defaults() throws {
    let pipeline = try read(Self.head)
    let plan = pipeline.plan
    #expect(plan.sample == .optIn && plan.weights == nil && plan.strata == nil && plan.clusters.isEmpty)
    #expect(plan.singlePSU == .error && plan.domains.isEmpty && plan.period == nil && pipeline.frames.isEmpty)
    #expect(plan.disclosure.minimumCount == 10 && plan.disclosure.minimumCell == nil)
    #expect(pipeline.reports.isEmpty && pipeline.schedule == nil)
  }

  @Test("Several reports lie in one folder; what a further one leaves out is as in the first")
  func severalReports() throws {
    let pipeline = try read(
      Self.head + """
        report:
          - template: reports/bao-cao-nam
            formats: [html, pdf]
            output: reports/output/p
            issuer: {name: B, number: 01/BC-LHH}
          - template: reports/phieu-don-vi/
            issuer: {number: 02/PDV-LHH}
          - {template: reports/tom-tat, formats: [docx]}
          - {template: reports/tom-tat, language: en}
          - {name: summary, template: reports/tom-tat, language: en, output: reports/output/p}
        """)
    #expect(pipeline.reports.map(\.name) == ["p", "phieu-don-vi", "tom-tat", "tom-tat-en", "summary"])
    #expect(pipeline.reports.map(\.output) == Array(repeating: "reports/output/p", count: 5))
    #expect(pipeline.reports.map(\.formats)[2] == [.docx])
    #expect([0, 1, 3, 4].allSatisfy { pipeline.reports[$0].formats == [.html, .pdf] })
    #expect(pipeline.reports.map(\.language.rawValue) == ["vi", "vi", "vi", "en", "en"])
    #expect(pipeline.reports.map(\.issuer.name) == Array(repeating: "B", count: 5))
    #expect(pipeline.reports.map(\.issuer.number).prefix(3) == ["01/BC-LHH", "02/PDV-LHH", "01/BC-LHH"])
    #expect(pipeline.reports[1].template == "reports/phieu-don-vi")
  }

  @Test("Simulated answers are a source of their own")
  func simulated() throws {
    let text = Self.head.replacing("{files: 'inbox/*.xml'}", with: "{simulate: {records: 3000, seed: 2026}}")
    #expect(try read(text).sources == [.simulate(records: 3000, seed: 2026, values: [:])])
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      ("design: {strat: x}", ["PIPE-001 6:10"]), ("colour: red", ["PIPE-001 6:1"]),
      ("compare: [{items: [a], by: b, test: anova, adjust: tukey}]", ["PIPE-003 6:37", "PIPE-003 6:52"]),
      ("compare: [{items: [a]}]", ["PIPE-004 6:11"]), ("compare: {by: b}", ["PIPE-003 6:10"]),
      ("texts: {phrase: 1}", ["PIPE-001 6:9"]), ("texts: {quotes: {count: 3}}", ["PIPE-004 6:17"]),
      ("quantiles: {p: [0.5, 1.5], rule: hf3}", ["PIPE-003 6:22", "PIPE-003 6:34"]),
      ("quantiles: {rule: math}", ["PIPE-004 6:12"]),
      (
        "design: {calibrate: {}, trim: {}, replicates: {}}", ["PIPE-004 6:31", "PIPE-004 6:47", "PIPE-004 6:21"]
      ),
      ("design: {rake: [{by: a, population: f}], post_stratify: {by: b, population: f}}", ["PIPE-040 6:9"]),
      ("design: {post_stratify: [{by: a, population: f}, {by: b, population: f}]}", ["PIPE-003 6:25"]),
      ("design: {calibrate: {by: [a], totals: {b: 1}}}", ["PIPE-004 6:21"]),
      ("design: {calibrate: {totals: {b: many}}}", ["PIPE-003 6:34", "PIPE-004 6:21"]),
      ("design: {calibrate: {totals: {b: 1}, bounds: [1, 2]}}", ["PIPE-003 6:46"]),
      ("design: {trim: {lower: 2}}", ["PIPE-003 6:24"]), ("design: {trim: {upper: 0.5}}", ["PIPE-003 6:24"]),
      ("design: {trim: {upper: 5, strict: perhaps}}", ["PIPE-003 6:35"]),
      ("design: {replicates: {type: jackknife}}", ["PIPE-003 6:29"]),
      ("design: {replicates: {type: columns, columns: [r*]}}", ["PIPE-041 6:22"]),
      ("design: {replicates: {type: JKn, scale: 2}}", ["PIPE-003 6:41"]),
      ("design: {replicates: {type: rao_wu, count: 1}}", ["PIPE-003 6:44"]),
      ("design: {sample: random}", ["PIPE-003 6:18"]), ("design: {single_psu: drop}", ["PIPE-003 6:22"]),
      ("design: {rake: yes}", ["PIPE-003 6:16"]), ("design: {rake: [{by: a}]}", ["PIPE-004 6:17"]),
      ("design: {raking: {tolerance: 2}}", ["PIPE-003 6:30"]), ("design: {raking: {iterations: 0}}", ["PIPE-003 6:31"]),
      ("design: {rake: [{by: a, population: f.csv, unmatched: maybe}]}", ["PIPE-003 6:55"]),
      ("period: {field: end, from: 2026-02-30, to: 2026-12-14}", ["PIPE-003 6:28"]),
      ("period: {field: end, from: 2026-12-15, to: 2026-12-14}", ["PIPE-003 6:44"]),
      ("period: {field: end}", ["PIPE-004 6:9", "PIPE-004 6:9"]), ("intervals: {level: 95}", ["PIPE-003 6:20"]),
      ("intervals: {proportion: wald}", ["PIPE-003 6:25"]), ("disclosure: {minimum_count: 0}", ["PIPE-003 6:29"]),
      ("disclosure: {minimum_count: ten}", ["PIPE-003 6:29"]), ("disclosure: {dominance: 100}", ["PIPE-003 6:25"]),
      ("disclosure: {dominance: {n: 2}}", ["PIPE-004 6:25"]), ("disclosure: {dominance: {}}", ["PIPE-004 6:25"]),
      ("disclosure: {dominance: {n: 5, k: 80}}", ["PIPE-003 6:29"]), ("by: sex", ["PIPE-003 6:5"]),
      ("report: {template: t, output: o, formats: [html, odt, rtf]}", ["PIPE-012 6:50", "PIPE-012 6:55"]),
      ("report: {}", ["PIPE-004 6:9", "PIPE-004 6:9"]), ("report: []", ["PIPE-003 6:9"]),
      ("report: [{template: t, output: o}, {output: o}]", ["PIPE-004 6:36"]),
      ("report: [{template: t, output: o}, {template: r/u, name: p}]", ["PIPE-003 6:58"]),
      ("report: [{template: t, output: o}, {template: r/u}, {template: u}]", ["PIPE-003 6:53"]),
      ("report: [{template: t, output: o}, {template: r/u, output: other}]", ["PIPE-003 6:60"]),
      ("report: {template: t, output: o, name: ../x}", ["PIPE-003 6:40"]),
      ("report: {template: t, output: o, name: manifest}", ["PIPE-003 6:40"]),
      ("report: {template: t, output: o, language: fr}", ["PIPE-003 6:44"]),
      ("schedule: {due: 13-01}", ["PIPE-003 6:17"]),
      ("schedule: {due: 12-15, milestones: {cutoff: 11-15}}", ["PIPE-001 6:37"]),
      ("schedule: {due: 12-15, time_zone: UTC}", ["PIPE-003 6:35"]),
      ("schedule: {due: 12-15, run_at: noon}", ["PIPE-003 6:32"]), ("schedule: {}", ["PIPE-004 6:11"]),
    ])
  func mistakes(text: String, expected: [String]) {
    #expect(places(Self.head + text) == expected)
  }

  @Test("All that is missing from an empty file is told at once")
  func empty() {
    #expect(places("") == Array(repeating: "PIPE-004 1:1", count: 5))
    #expect(places("[]").first == "PIPE-003 1:1")
  }

  @Test("Simulated answers beside files of real ones are refused")
  func mixed() {
    let text = Self.head.replacing(
      "[{files: 'inbox/*.xml'}]", with: "[{files: 'inbox/*.xml'}, {simulate: {records: 9, seed: 1}}]")
    #expect(places(text) == ["PIPE-005 5:10"])
  }

  @Test(
    "A source that says nothing, too much or the impossible is refused",
    arguments: [
      ("[{}]", "PIPE-004 5:11"), ("[{file: a}]", "PIPE-001 5:12"), ("{files: a}", "PIPE-003 5:10"),
      ("[{simulate: {records: 0}}]", "PIPE-003 5:32"), ("[{simulate: {seed: 1}}]", "PIPE-004 5:22"),
      ("[{files: a, simulate: {records: 1}}]", "PIPE-005 5:11"), ("[]", "PIPE-003 5:10"),
    ])
  func sources(text: String, expected: String) {
    #expect(places(Self.head.replacing("[{files: 'inbox/*.xml'}]", with: text)).first == expected)
  }

  @Test("The nearest name is offered")
  func nearest() throws {
    let failure = #expect(throws: StageFailure.self) { try read(Self.head + "desing: {}") }
    #expect(failure?.exitCode == .unusableInput)
    #expect(failure?.diagnostics.first?.message(in: .english).contains("design") == true)
  }

  @Test(
    "Only stores that this version knows are taken", arguments: ["postgresql://h/d", "var/s.sqlite", "sqlite:", ""])
  func store(address: String) {
    let text = Self.head.replacing("sqlite:var/s.sqlite", with: "\"\(address)\"")
    #expect(places(text) == ["PIPE-013 3:8"])
  }

  @Test(
    "Paths start at the folder that holds pipelines/",
    arguments: [
      ("pipelines/a.yaml", "forms/f"), ("/x/pipelines/a.yaml", "/x/forms/f"), ("../w/pipelines/a.yaml", "../w/forms/f"),
      ("/x/pipelines/2026/a.yaml", "/x/forms/f"), ("a.yaml", "forms/f"), ("y/a.yaml", "y/forms/f"),
      ("/pipelines/a.yaml", "/forms/f"),
    ])
  func base(source: String, form: String) throws {
    let pipeline = try PipelineDefinition.read(bytes: Array(Self.head.utf8), source: source)
    #expect(pipeline.path(pipeline.form) == form)
    #expect(pipeline.path("/abs") == "/abs")
  }

  private func read(_ text: String) throws -> PipelineDefinition {
    try PipelineDefinition.read(bytes: Array(text.utf8), source: "pipelines/p.yaml")
  }

  /// The codes and places of what is wrong with a text.
  private func places(_ text: String) -> [String] {
    do {
      _ = try PipelineDefinition.read(bytes: Array(text.utf8), source: "pipelines/p.yaml")
      return []
    } catch {
      return error.diagnostics.map { "\($0.code.identifier) \($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
    }
  }
}
