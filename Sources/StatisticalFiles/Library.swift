import CReadStat

/// ReadStat's writer with its variables, and the bytes it has handed over.
@safe
final class Library {
  let writer: UnsafeMutablePointer<readstat_writer_t>
  private(set) var variables: [UnsafeMutablePointer<readstat_variable_t>] = unsafe []
  var bytes: [UInt8] = []
  /// Texts that stand apart from the rows.
  private var references: [String: UnsafeMutablePointer<readstat_string_ref_t>] = unsafe [:]

  init(_ variables: [StatisticalVariable], _ format: StatisticalFormat) throws(StatisticalFileFailure) {
    guard let writer = unsafe readstat_writer_init() else { throw StatisticalFileFailure("memory") }
    unsafe self.writer = writer
    unsafe readstat_set_data_writer(writer) { bytes, count, context in
      guard let bytes = unsafe bytes, let context = unsafe context else { return -1 }
      let library = unsafe Unmanaged<Library>.fromOpaque(context).takeUnretainedValue()
      unsafe library.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      return count
    }
    for (position, variable) in variables.enumerated() { try add(variable, number: position, format) }
  }

  deinit { unsafe readstat_writer_free(writer) }

  private func add(
    _ variable: StatisticalVariable, number: Int, _ format: StatisticalFormat
  ) throws(StatisticalFileFailure) {
    var width = 0
    if case .text(let byteCount) = variable.kind { width = max(1, byteCount) }
    let isLong = variable.kind == .longText
    guard !isLong || format == .stata else { throw StatisticalFileFailure(variable.name) }
    let type = isLong ? READSTAT_TYPE_STRING_REF : width > 0 ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE
    guard let added = unsafe readstat_add_variable(writer, variable.name, type, width) else {
      throw StatisticalFileFailure(variable.name)
    }
    unsafe variables.append(added)
    // 256 bytes for SPSS, 80 characters for Stata.
    let label = format == .spss ? variable.label : String(variable.label.prefix(80))
    unsafe readstat_variable_set_label(added, label.fitting(format == .spss ? 255 : 320))
    if let code = variable.kind.format(format) { unsafe readstat_variable_set_format(added, code) }
    let isCoded = !variable.valueLabels.isEmpty
    let measure = width > 0 || isLong || isCoded ? READSTAT_MEASURE_NOMINAL : READSTAT_MEASURE_SCALE
    unsafe readstat_variable_set_measure(added, isCoded && variable.isOrdinal ? READSTAT_MEASURE_ORDINAL : measure)
    guard isCoded else { return }
    guard let set = unsafe readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "labels\(number)") else {
      throw StatisticalFileFailure(variable.name)
    }
    let tags = format == .stata ? variable.tags : [:]
    for meaning in variable.valueLabels {
      let label = meaning.label.fitting(format == .spss ? 120 : 32_000)
      if let tag = tags[meaning.value] {
        unsafe readstat_label_tagged_value(set, tag, label)
      } else {
        unsafe readstat_label_double_value(set, meaning.value, label)
      }
    }
    unsafe readstat_variable_set_label_set(added, set)
    if format == .spss { unsafe declareMissing(variable, in: added) }
  }

  /// Adds a text that will stand apart from the rows: all of them before the first row.
  func addReference(_ text: String) throws(StatisticalFileFailure) {
    let kept = text.fitting(.max)
    if kept.isEmpty { return }
    if unsafe references[kept] != nil { return }
    guard let added = unsafe readstat_add_string_ref(writer, kept) else { throw StatisticalFileFailure("memory") }
    unsafe references[kept] = added
  }

  /// Lets a cell of the row refer to a text that was added; an empty one needs none.
  func insertReference(_ text: String, into position: Int) throws(StatisticalFileFailure) {
    let kept = text.fitting(.max)
    // A cell that is left as it is refers to nothing, which is an empty text; the library takes no empty reference.
    if kept.isEmpty { return }
    guard let reference = unsafe references[kept] else { throw StatisticalFileFailure("strL") }
    try check(unsafe readstat_insert_string_ref(writer, variables[position], reference))
  }

  /// SPSS takes three missing values, or a range and one value.
  private func declareMissing(
    _ variable: StatisticalVariable, in added: UnsafeMutablePointer<readstat_variable_t>
  ) {
    let missing = variable.valueLabels.filter(\.isMissing).map(\.value).sorted()
    guard missing.count > 3, let low = missing.first, let high = missing.last else {
      for value in missing { unsafe readstat_variable_add_missing_double_value(added, value) }
      return
    }
    // The range must hold no answer that means something.
    let isPure = !variable.valueLabels.contains { !$0.isMissing && (low...high).contains($0.value) }
    if isPure {
      unsafe readstat_variable_add_missing_double_range(added, low, high)
    } else {
      for value in missing.suffix(3) { unsafe readstat_variable_add_missing_double_value(added, value) }
    }
  }
}

extension StatisticalVariable {
  /// Stata's letters for the values that stand for missing answers.
  var tags: [Double: CChar] {
    let missing = valueLabels.filter(\.isMissing).prefix(26)
    return Dictionary(
      missing.enumerated().map { ($1.value, CChar(UInt8(ascii: "a")) + CChar($0)) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Fails when ReadStat did.
func check(_ code: readstat_error_t) throws(StatisticalFileFailure) {
  guard code != READSTAT_OK else { return }
  let words = unsafe readstat_error_message(code).map { unsafe String(cString: $0) }
  throw StatisticalFileFailure(words ?? "ReadStat \(code.rawValue)")
}
