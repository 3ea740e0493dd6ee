package import Responses

/// Reads the numbers of a column, whatever holds them.
package enum NumberColumn {
  /// One number per record; nil where there is no answer or the text is no number.
  package static func values(of column: AnswerColumn?, count: Int) -> [Double?] {
    switch column {
    case .integer(let column):
      return column.values.indices.map {
        column.states[$0] == AnswerState.answered.rawValue ? Double(column.values[$0]) : nil
      }
    case .decimal(let column):
      return column.values.indices.map {
        column.states[$0] == AnswerState.answered.rawValue ? column.values[$0] : nil
      }
    case .text(let column):
      return (0..<column.count).map {
        column.states[$0] == AnswerState.answered.rawValue ? Double(column[$0]) : nil
      }
    default: return Array(repeating: nil, count: count)
    }
  }
}
