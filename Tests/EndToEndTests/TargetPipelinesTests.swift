import DelimitedText
import Foundation
import Testing

/// Requirements:
/// 1. Targets are held against figures of offices, headcounts of organisations and estimates, from a pipeline file.
/// 2. Areas of the lists before and since July 2025 are domains, as reported and harmonised.
/// 3. No hidden count and no answered code shows in any output.
@Suite("Targets and localities by pipeline files", .serialized)
struct TargetPipelinesTests {
  private static let register = """
    target,label_vi,label_en,measure,definition,unit,baseline,baseline_date,value,value_high,due,goal,geography_level,geography_code,geography_valid_from,source
    people,Trí thức,People,headcount,college_up,people,40,2022-08-31,200,,2030-12-31,at_least,province,70,2004-07-08,X
    doctors,Tiến sĩ,Doctors,headcount:doctor,college_up,people,,,50,,2030-12-31,at_least,province,70,2004-07-08,X
    trained,Bồi dưỡng,Trained,trained,officials,share,0.4,2022-12-31,0.9,,2030-12-31,at_least,nation,,,X

    """

  private static func small(_ workspace: Workspace, extra: String, form: String = "forms/small") throws {
    try workspace.write(
      """
      name: small
      form: \(form)
      store: sqlite:var/small.sqlite
      wave: 2026
      sources: [{files: "inbox/*"}]
      disclosure: {minimum_count: 10}
      \(extra)

      """, to: "pipelines/small.yaml")
  }

  private static func rows(_ text: String) -> [[String: String]] {
    let table = DelimitedTable(bytes: Array(text.utf8), source: "out.csv")
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: table.header.enumerated().map { ($1, row[$0]) })
    }
  }

  @Test("Organisations' headcounts are summed, reconciled and held against targets")
  func headcounts() throws {
    let workspace = try Workspace(withProject: true)
    func submission(_ unit: String, _ key: String, rows: [(String, String, Int, Int)]) -> String {
      let total = rows.reduce(0) { $0 + $1.2 }
      let women = rows.reduce(0) { $0 + $1.3 }
      let body = rows.map { row in
        """
        <row><row_qualification>\(row.0)</row_qualification><row_sector>health</row_sector>\
        <row_commune_code>\(row.1)</row_commune_code><row_count>\(row.2)</row_count>\
        <row_female>\(row.3)</row_female></row>
        """
      }.joined()
      return """
        <?xml version="1.0"?>
        <data id="bm-01" version="2026.1"><start>2026-01-05T08:00:00.000+07:00</start>\
        <end>2026-01-05T08:30:00.000+07:00</end><today>2026-01-05</today>\
        <unit><org_name>Đơn vị \(unit)</org_name><org_code>\(unit)</org_code><org_type>public_unit</org_type>\
        <province_code>75</province_code></unit>\
        <scope><as_of_date>2025-12-01</as_of_date><definition_id>college_up</definition_id>\
        <geography_version>from_2025_07</geography_version><data_source>files</data_source></scope>\(body)\
        <total_people>\(total)</total_people><total_female>\(women)</total_female>\
        <totals><declared_total>\(total)</declared_total><declared_female>\(women)</declared_female></totals>\
        <meta><instanceID>uuid:\(key)</instanceID></meta></data>
        """
    }
    // 25333 (An Lộc) lies in the former Bình Phước, 26098 (Bảo Vinh) in the former Đồng Nai.
    try workspace.write(
      submission(
        "A", "a", rows: [("doctor", "25333", 6, 3), ("master", "25333", 60, 30), ("doctor", "26098", 40, 20)]),
      to: "inbox/a.xml")
    try workspace.write(submission("B", "b", rows: [("bachelor", "25333", 70, 30)]), to: "inbox/b.xml")
    try workspace.write(Self.register, to: "pipelines/targets.csv")
    try workspace.write("unit\nA\nB\n", to: "pipelines/units.csv")
    let targets = """
      geography: {crosswalk: pipelines/geography/crosswalk-2025-07-01.csv}
      targets:
        register: pipelines/targets.csv
        from: {headcounts: {units: pipelines/units.csv}}
      """
    try Self.small(workspace, extra: targets, form: "forms/bm-01")
    let run = try workspace.run("run", "pipelines/small.yaml", "--as-of", "2026-12-01")
    #expect(run.status == 0, "\(run.errors)")

    let arguments = ["estimate", "pipelines/small.yaml", "--as-of", "2026-12-01", "--to", "csv"]
    let found = Self.rows(try workspace.run(arguments + ["--table", "targets"]).output)
    #expect(found.map { $0["state"] } == ["on_track", "suppressed", "unknown"])
    #expect(found[0]["latest"] == "136" && found[0]["latest_date"] == "2025-12-01")
    #expect(found[1]["latest"] == "" && found[1]["planned_pace"] == "" && found[1]["flag"] == "suppressed")

    let counts = Self.rows(try workspace.run(arguments + ["--table", "headcounts"]).output)
    try #require(!counts.isEmpty)
    #expect(counts[0]["people"] == "176" && counts[0]["women"] == "83" && counts[0]["units_missing"] == "0")
    #expect(counts.first { $0["level"] == "26098" }?["people"] == "40")

    // A third organisation is to report: the year is not held against targets until it does.
    try workspace.write("unit\nA\nB\nC\n", to: "pipelines/units.csv")
    let waiting = try workspace.run(arguments + ["--table", "targets"])
    #expect(waiting.errors.contains("TARGET-022") && waiting.errors.contains("TARGET-032"))
    #expect(Self.rows(waiting.output)[0]["latest"] == "")
  }

  @Test("A survey estimate stands for a measure, with its standard error")
  func estimates() throws {
    let workspace = try Workspace()
    try SmallForm.write(to: workspace)
    for index in 0..<30 {
      let answers = SmallForm.good.replacing("<view>2</view>", with: "<view>\(index < 21 ? 2 : 1)</view>")
      try workspace.write(SmallForm.submission("k\(index)", answers), to: "inbox/\(index).xml")
    }
    try workspace.write(Self.register, to: "pipelines/targets.csv")
    let targets = """
      targets:
        register: pipelines/targets.csv
        from:
          estimates:
            - {indicator: views, item: view, statistic: agree, measure: trained, definition: officials,
               geography_level: nation, date: 2026-06-30}
            - {indicator: views, item: view, statistic: median, measure: trained, definition: officials,
               geography_level: nation}
      """
    try Self.small(workspace, extra: targets)
    #expect(try workspace.run("run", "pipelines/small.yaml", "--as-of", "2026-12-01").status == 0)
    let outcome = try workspace.run(
      "estimate", "pipelines/small.yaml", "--as-of", "2026-12-01", "--to", "csv", "--table", "targets")
    let found = Self.rows(outcome.output)
    #expect(found[2]["latest"] == "0.7" && found[2]["latest_date"] == "2026-06-30")
    let progress = try #require(found[2]["progress"].flatMap(Double.init))
    #expect(abs(progress - 0.6) < 1e-9)
  }

  @Test("Areas are domains: as reported with their list, and harmonised to the ground both lists have")
  func areas() throws {
    let workspace = try Workspace(withProject: true)
    try SmallForm.write(to: workspace)
    let survey = try workspace.text("forms/small/survey.csv")
    try workspace.write(
      survey + "text,commune,Xã,,,\nselect_one list,which,Danh mục,,,\n", to: "forms/small/survey.csv")
    let choices = try workspace.text("forms/small/choices.csv")
    try workspace.write(choices + "list,old,Cũ,\nlist,new,Mới,\n", to: "forms/small/choices.csv")
    // 21439 was Nguyễn Nghiêm, which with Phổ Ninh (21460) lies in the ward 21439 of today; 31268 was split.
    let codes = [
      ("21439", "old"), ("21460", "old"), ("21439", "new"), ("31268", "old"), ("99999", "new"), ("1", "old"),
    ]
    for (place, code) in codes.enumerated() {
      for index in 0..<12 {
        let answers = SmallForm.good + "<commune>\(code.0)</commune><which>\(code.1)</which>"
        try workspace.write(SmallForm.submission("k\(place)-\(index)", answers), to: "inbox/\(place)-\(index).xml")
      }
    }
    let geography = """
      by: [area_reported, area_harmonised]
      geography:
        crosswalk: pipelines/geography/crosswalk-2025-07-01.csv
        field: commune
        list: {question: which, former: old, present: new}
      """
    try Self.small(workspace, extra: geography)
    let run = try workspace.run("run", "pipelines/small.yaml")
    #expect(run.status == 0, "\(run.errors)")
    let outcome = try workspace.run("estimate", "pipelines/small.yaml", "--to", "csv")
    let rows = Self.rows(outcome.output).filter { $0["statistic"] == "agree" }
    func find(_ domain: String, _ level: String) -> [String: String]? {
      rows.first { $0["domain"] == domain && $0["domain_level"] == level }
    }
    #expect(find("area_reported", "21439@<2025-07-01")?["n"] == "12")
    #expect(find("area_reported", "21439@<2025-07-01")?["flag"]?.contains("not_comparable") == true)
    #expect(find("area_reported", "21439@2025-07-01")?["flag"]?.contains("not_comparable") == false)
    #expect(find("area_harmonised", "21439")?["n"] == "36")
    #expect(find("area_harmonised", "31288+31666")?["n"] == "12")
    #expect(find("area_harmonised", "?")?["n"] == "24")
    #expect(outcome.errors.contains("GEO-015") && !outcome.errors.contains("99999"))
    let areas = Self.rows(
      try workspace.run("estimate", "pipelines/small.yaml", "--to", "csv", "--table", "areas").output)
    #expect(areas.first { $0["area_reported"] == "31268@<2025-07-01" }?["fate"] == "split")
  }

  @Test("What is wrong with the keys is told before anything is read")
  func wrongKeys() throws {
    let workspace = try Workspace(withProject: true)
    try SmallForm.write(to: workspace)
    for (extra, code) in [
      ("geography: {field: age}", "PIPE-00"), ("targets: {register: missing.csv}", "FILE-"),
      ("by: [area_reported]\ngeography: {crosswalk: pipelines/geography/crosswalk-2025-07-01.csv}", "PIPE-"),
      ("targets: {register: x.csv, from: {headcount: {}}}", "PIPE-"),
      ("geography: {crosswalk: forms/small/survey.csv}", "GEO-001"),
    ] {
      try Self.small(workspace, extra: extra)
      let outcome = try workspace.run("estimate", "pipelines/small.yaml")
      #expect(outcome.status != 0 && outcome.errors.contains(code), "\(extra): \(outcome.errors)")
    }
  }
}
