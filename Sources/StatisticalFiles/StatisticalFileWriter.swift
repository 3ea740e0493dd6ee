import CReadStat

/// A statistics file that is being written row by row, for one thread.
///
/// Its bytes are taken out with ``takeBytes()`` as they come, so that memory does not grow with the rows.
@safe
public struct StatisticalFileWriter: ~Copyable {
  private let library: Library
  private let format: StatisticalFormat
  private let kinds: [StatisticalVariable.Kind]
  /// Missing values by variable; Stata has a letter for each.
  private let tags: [[Double: CChar]]

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - title: the file's label; cut to what the format holds.
  ///   - rowCount: the number of rows that will be written.
  ///   - longTexts: every text that a variable of long texts will hold, once; they stay in memory until the end.
  public init(
    _ format: StatisticalFormat, title: String, variables: [StatisticalVariable], rowCount: Int,
    longTexts: [String] = []
  ) throws(StatisticalFileFailure) {
    let library = try Library(variables, format)
    for text in longTexts { try library.addReference(text) }
    // A fixed moment, 1 January 1980, keeps the bytes the same.
    unsafe readstat_writer_set_file_timestamp(library.writer, 315_532_800)
    unsafe readstat_writer_set_file_label(library.writer, title.fitting(format == .spss ? 60 : 80))
    let context = unsafe Unmanaged.passUnretained(library).toOpaque()
    switch format {
    case .spss:
      unsafe readstat_writer_set_compression(library.writer, READSTAT_COMPRESS_ROWS)
      try check(unsafe readstat_begin_writing_sav(library.writer, context, rowCount))
    case .stata: try check(unsafe readstat_begin_writing_dta(library.writer, context, rowCount))
    }
    self.library = library
    self.format = format
    kinds = variables.map(\.kind)
    tags = variables.map { format == .stata ? $0.tags : [:] }
  }

  /// Begins a row; every variable not set before ``endRow()`` is missing.
  public mutating func beginRow() throws(StatisticalFileFailure) {
    try check(unsafe readstat_begin_row(library.writer))
  }

  /// Sets a number, date or time of the row.
  public mutating func set(_ position: Int, _ number: Double) throws(StatisticalFileFailure) {
    if let tag = tags[position][number] {
      try check(unsafe readstat_insert_tagged_missing_value(library.writer, library.variables[position], tag))
    } else {
      let value = kinds[position].stored(number, isStata: format == .stata)
      try check(unsafe readstat_insert_double_value(library.writer, library.variables[position], value))
    }
  }

  /// Sets a text of the row, cut to the variable's size.
  ///
  /// - Returns: whether something was cut off.
  public mutating func set(_ position: Int, _ text: String) throws(StatisticalFileFailure) -> Bool {
    if case .longText = kinds[position] {
      try library.insertReference(text, into: position)
      return false
    }
    guard case .text(let byteCount) = kinds[position] else { return false }
    let kept = text.fitting(byteCount)
    try check(unsafe readstat_insert_string_value(library.writer, library.variables[position], kept))
    return kept.utf8.count < text.utf8.count
  }

  /// Sets a missing answer of the row.
  public mutating func setMissing(_ position: Int) throws(StatisticalFileFailure) {
    if case .longText = kinds[position] { return try library.insertReference("", into: position) }
    try check(unsafe readstat_insert_missing_value(library.writer, library.variables[position]))
  }

  /// Ends the row.
  public mutating func endRow() throws(StatisticalFileFailure) { try check(unsafe readstat_end_row(library.writer)) }

  /// The bytes written since the last time.
  public mutating func takeBytes() -> [UInt8] {
    let bytes = library.bytes
    library.bytes = []
    return bytes
  }

  /// The number of bytes that wait to be taken.
  public var pendingByteCount: Int { library.bytes.count }

  /// Ends the file, after as many rows as were announced; then the last bytes can be taken.
  public mutating func finish() throws(StatisticalFileFailure) {
    try check(unsafe readstat_end_writing(library.writer))
  }
}

extension StatisticalVariable.Kind {
  /// How a program shows the values.
  func format(_ format: StatisticalFormat) -> String? {
    switch (self, format) {
    case (.number(let decimals), .spss): decimals == 0 ? "F8.0" : "F16.\(decimals)"
    case (.number(let decimals), .stata): decimals == 0 ? "%9.0g" : "%10.0g"
    case (.date, .spss): "EDATE10"
    case (.date, .stata): "%td"
    case (.time, .spss): "TIME8"
    case (.time, .stata): "%tcHH:MM:SS"
    case (.dateTime, .spss): "DATETIME20"
    case (.dateTime, .stata): "%tc"
    case (.text, _), (.longText, _): nil
    }
  }

  /// A value as the program counts it: SPSS in seconds since 14 October 1582, Stata in days or milliseconds since 1960.
  func stored(_ number: Double, isStata: Bool) -> Double {
    switch self {
    case .number, .text, .longText: number
    case .date: isStata ? number + 3_653 : (number + 141_428) * 86_400
    case .time: isStata ? number : number / 1_000
    case .dateTime: isStata ? number + 3_653 * 86_400_000 : number / 1_000 + 141_428 * 86_400
    }
  }
}

extension String {
  /// The text cut to a number of bytes, characters whole; no NUL, at which C would end it.
  func fitting(_ byteCount: Int) -> String {
    let text = utf8.contains(0) ? replacing("\0", with: " ") : self
    if text.utf8.count <= byteCount { return text }
    var kept = ""
    var length = 0
    for character in text {
      length += character.utf8.count
      if length > byteCount { break }
      kept.append(character)
    }
    return kept
  }
}
