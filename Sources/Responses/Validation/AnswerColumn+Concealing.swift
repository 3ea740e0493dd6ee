extension AnswerColumn {
  /// Makes the answers of hidden questions what they should be: not shown, without a value.
  mutating func conceal(where hidden: [Bool]) {
    let notShown = AnswerState.notShown.rawValue
    // The payload is taken out of the enumeration while it changes, so that it is not copied.
    let own = self
    self = .coded([])
    switch consume own {
    case .coded(var codes):
      for row in codes.indices where hidden[row] { codes[row] = ChoiceCode.notShown }
      self = .coded(codes)
    case .wideCoded(var codes):
      for row in codes.indices where hidden[row] { codes[row] = ChoiceCode.wideNotShown }
      self = .wideCoded(codes)
    case .multiple(var column):
      for row in column.states.indices where hidden[row] {
        column.states[row] = notShown
        for word in 0..<column.wordsPerRecord { column.words[row * column.wordsPerRecord + word] = 0 }
      }
      self = .multiple(column)
    case .ranking(var column):
      for row in column.states.indices where hidden[row] {
        column.states[row] = notShown
        for place in 0..<column.width { column.places[row * column.width + place] = 0 }
      }
      self = .ranking(column)
    case .integer(var column):
      for row in column.states.indices where hidden[row] {
        column.states[row] = notShown
        column.values[row] = 0
      }
      self = .integer(column)
    case .decimal(var column):
      for row in column.states.indices where hidden[row] {
        column.states[row] = notShown
        column.values[row] = 0
      }
      self = .decimal(column)
    case .dateTime(var column):
      for row in column.states.indices where hidden[row] {
        column.states[row] = notShown
        column.milliseconds[row] = 0
        column.offsetMinutes[row] = 0
      }
      self = .dateTime(column)
    case .text(let column):
      var rebuilt = TextColumn()
      var start = 0
      for row in 0..<column.count {
        let end = Int(column.ends[row])
        if hidden[row] {
          rebuilt.append(EmptyCollection(), state: .notShown)
        } else {
          rebuilt.append(column.bytes[start..<end], state: AnswerState(rawValue: column.states[row]) ?? .notShown)
        }
        start = end
      }
      self = .text(rebuilt)
    }
  }
}
