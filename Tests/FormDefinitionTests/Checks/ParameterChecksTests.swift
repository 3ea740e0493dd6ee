import Testing

@Suite("Values of parameters")
struct ParameterChecksTests {
  /// Findings at the parameters of one question, row 3, column 4.
  private func findings(_ type: String, _ parameters: String, appearance: String = "", name: String = "q") -> [String] {
    let survey =
      "type,name,label,parameters,appearance\ninteger,s,S,,\n\(type),\(name),Q,\"\(parameters)\",\(appearance)"
    let choices = """
      list_name,name,label
      l,a,A
      l,b,B
      n,1,One
      n,5,Five
      n,10,Ten
      e,1,One
      e,10,Ten
      """
    return FormDefinitionTests.findings(survey: survey, choices: choices)
      .filter { !$0.contains("FORM-065") && !$0.contains("FORM-013") }
  }

  @Test(
    "Values that clients understand pass",
    arguments: [
      ("image", "max-pixels=640"), ("image", "app=com.example.app"), ("audio", "quality=Low"),
      ("background-audio", "quality=voice-only"), ("geopoint", "capture-accuracy=2.5 warning-accuracy=10"),
      ("geopoint", "allow-mock-accuracy=TRUE"), ("geotrace", "incremental=true"), ("geoshape", "reference-geometry=l"),
      ("text", "rows=5"), ("select_one l", "randomize=true seed=42"), ("select_one l", "randomize=true seed=${s}"),
      ("range", "placeholder=3"), ("range", "start=0 end=1 step=0.1 tick_interval=0.3"), ("range", "tick_labelset=n"),
      ("range", "start=10 end=1 placeholder=5"),
    ])
  func accepted(type: String, parameters: String) {
    #expect(findings(type, parameters) == [])
  }

  @Test(
    "Values that mean nothing are refused at their cell",
    arguments: [
      ("image", "max-pixels=x", "FORM-174"), ("image", "max-pixels=1.5", "FORM-174"), ("text", "rows=x", "FORM-174"),
      ("image", "app=bad", "FORM-177"), ("image", "app=a..b", "FORM-177"), ("image", "app=a.1b", "FORM-177"),
      ("image", "app=a.b-c", "FORM-177"), ("audio", "quality=loud", "FORM-176"),
      ("background-audio", "quality=external", "FORM-176"), ("geopoint", "capture-accuracy=x", "FORM-175"),
      ("geopoint", "allow-mock-accuracy=maybe", "FORM-176"), ("geotrace", "incremental=false", "FORM-176"),
      ("geotrace", "reference-geometry=zz", "FORM-179"), ("geotrace", "reference-geometry=${s}", "FORM-179"),
      ("range", "tick_interval=x", "FORM-175"), ("select_one l", "randomize=yes", "FORM-176"),
      ("rank l", "randomize=true seed=x", "FORM-175"), ("select_multiple l", "seed=3", "FORM-178"),
      ("range", "placeholder=3.5", "FORM-181"),
      ("range", "placeholder=11", "FORM-181"), ("range", "placeholder=x", "FORM-175"),
      ("range", "tick_interval=0", "FORM-181"), ("range", "tick_interval=1.5", "FORM-181"),
      ("range", "tick_labelset=zz", "FORM-024"), ("range", "tick_labelset=l", "FORM-182"),
      ("range", "tick_interval=2 tick_labelset=n", "FORM-182"),
    ])
  func refused(type: String, parameters: String, code: String) {
    #expect(findings(type, parameters) == ["\(code) survey:3:4"])
  }

  @Test(
    "Marks of a range need an appearance that shows them",
    arguments: [("rating", ["FORM-180 survey:3:4"]), ("vertical", []), ("no-ticks", [])])
  func appearance(appearance: String, expected: [String]) {
    #expect(findings("range", "placeholder=3", appearance: appearance) == expected)
  }

  @Test(
    "The labels of a range without marks are its ends",
    arguments: [("n", ["FORM-182 survey:3:4"]), ("e", [])])
  func ends(list: String, expected: [String]) {
    #expect(findings("range", "tick_labelset=\(list)", appearance: "no-ticks") == expected)
  }

  @Test(
    "The log of an interview records places with all three parameters or none",
    arguments: [
      ("track-changes=true", []), ("track-changes=x", ["FORM-176"]), ("track-changes-reasons=x", ["FORM-176"]),
      ("identify-user=3", ["FORM-176"]),
      ("location-priority=balanced location-min-interval=60 location-max-age=120", []),
      ("location-priority=balanced location-min-interval=60", ["FORM-183"]),
      ("location-priority=balanced location-min-interval=60 location-max-age=20", ["FORM-174"]),
      ("location-priority=x location-min-interval=60 location-max-age=60", ["FORM-176"]),
    ])
  func audit(parameters: String, codes: [String]) {
    #expect(findings("audit", parameters, name: "") == codes.map { "\($0) survey:3:4" })
  }
}
