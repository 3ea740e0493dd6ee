/// A record of one of several runs of columns.
public struct GatheredRow: Sendable, Hashable {
  /// The run.
  public var run: Int
  /// The record in it.
  public var row: Int

  /// Names a record.
  public init(run: Int, row: Int) {
    self.run = run
    self.row = row
  }
}

extension AnswerColumn {
  /// The wanted records of several columns of one field, in the wanted order.
  ///
  /// - Parameters:
  ///   - rows: which, each within its column; one may be named more than once.
  ///   - columns: one column per run, all of the field.
  /// - Complexity: O(rows × width).
  public static func gathering(_ rows: [GatheredRow], from columns: [AnswerColumn], of field: Field) -> AnswerColumn {
    guard let first = rows.first else { return .notShown(field, count: 0) }
    switch columns[first.run] {
    case .coded:
      return .coded(
        rows.map { row in
          guard case .coded(let codes) = columns[row.run] else { preconditionFailure(mixture) }
          return codes[row.row]
        })
    case .wideCoded:
      return .wideCoded(
        rows.map { row in
          guard case .wideCoded(let codes) = columns[row.run] else { preconditionFailure(mixture) }
          return codes[row.row]
        })
    case .multiple(let model):
      var own = MultipleColumn(states: [], wordsPerRecord: model.wordsPerRecord, words: [])
      for row in rows {
        guard case .multiple(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.states.append(column.states[row.row])
        let start = row.row * own.wordsPerRecord
        own.words.append(contentsOf: column.words[start..<(start + own.wordsPerRecord)])
      }
      return .multiple(own)
    case .ranking(let model):
      var own = RankingColumn(states: [], width: model.width, places: [])
      for row in rows {
        guard case .ranking(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.states.append(column.states[row.row])
        own.places.append(contentsOf: column.places[(row.row * own.width)..<((row.row + 1) * own.width)])
      }
      return .ranking(own)
    case .integer:
      var own = IntegerColumn(states: [], values: [])
      for row in rows {
        guard case .integer(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.states.append(column.states[row.row])
        own.values.append(column.values[row.row])
      }
      return .integer(own)
    case .decimal:
      var own = DecimalColumn(states: [], values: [])
      for row in rows {
        guard case .decimal(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.states.append(column.states[row.row])
        own.values.append(column.values[row.row])
      }
      return .decimal(own)
    case .dateTime:
      var own = DateTimeColumn(states: [], milliseconds: [], offsetMinutes: [])
      for row in rows {
        guard case .dateTime(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.states.append(column.states[row.row])
        own.milliseconds.append(column.milliseconds[row.row])
        own.offsetMinutes.append(column.offsetMinutes[row.row])
      }
      return .dateTime(own)
    case .text:
      var own = TextColumn()
      for row in rows {
        guard case .text(let column) = columns[row.run] else { preconditionFailure(mixture) }
        own.append(column.slice(row.row), state: AnswerState(rawValue: column.states[row.row]) ?? .blank)
      }
      return .text(own)
    }
  }

  private static let mixture = "columns of one field are of one kind"
}

extension TextColumn {
  /// The bytes of one record's text.
  public func slice(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}
