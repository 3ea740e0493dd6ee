import FormDefinition

extension FieldPlan.Source {
  /// Appends one answer, drawn by chance; nothing where there is none to give.
  func append(
    _ respondent: Respondent, allowed: [Int]?, _ random: inout SplitMix64, to bytes: inout [UInt8]
  ) {
    switch self {
    case .nothing, .calculation: break
    case .likert(let item): item.append(attitude: respondent.attitude, &random, to: &bytes)
    case .choice(let sampler):
      if let position = sampler.position(&random, allowed: allowed) {
        bytes.append(contentsOf: sampler.names[position])
      }
    case .several(let sampler): sampler.append(sampler.several(&random, allowed: allowed), to: &bytes)
    case .ranking(let sampler): sampler.append(sampler.permutation(&random, allowed: allowed), to: &bytes)
    case .number(let sampler): sampler.append(&random, to: &bytes)
    case .pattern(let sampler): sampler.append(&random, to: &bytes)
    case .oneOf(let texts): bytes += texts[random.below(texts.count)]
    case .sentence: SentenceBank.append(&random, to: &bytes)
    case .fixed(let text): bytes.append(contentsOf: text)
    case .date(let days): CalendarText.append(day: random.within(days), to: &bytes)
    case .time: CalendarText.append(secondOfDay: random.below(1440) * 60, to: &bytes)
    case .dateTime(let days):
      Self.append(day: random.within(days), second: random.below(1440) * 60, to: &bytes)
    case .start: Self.append(day: respondent.day, second: respondent.startSecond, to: &bytes)
    case .end: Self.append(day: respondent.day, second: respondent.endSecond, to: &bytes)
    case .today: CalendarText.append(day: respondent.day, to: &bytes)
    case .geography(let kind):
      let first = Self.point(&random)
      switch kind {
      case .geopoint: bytes.append(contentsOf: first)
      case .geotrace: bytes.append(contentsOf: first + [UInt8(ascii: ";")] + Self.point(&random))
      case .geoshape:
        let second = Self.point(&random)
        let corners = [first, second, Self.point(&random), first]
        bytes.append(contentsOf: corners.joined(separator: [UInt8(ascii: ";")]))
      }
    }
  }

  private static func append(day: Int, second: Int, to bytes: inout [UInt8]) {
    CalendarText.append(day: day, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    CalendarText.append(secondOfDay: second, to: &bytes)
  }

  /// Latitude, longitude, height and accuracy of a point somewhere in a square of one degree.
  private static func point(_ random: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    NumberSampler.append(160_000 + random.below(10_000), digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    NumberSampler.append(1_070_000 + random.below(10_000), digits: 4, to: &bytes)
    bytes.append(contentsOf: " 0 0".utf8)
    return bytes
  }
}
