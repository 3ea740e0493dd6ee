extension RecordLayout {
  /// How a field is named in findings: `task[2]/status` for the second row of a repeat, the bare name outside repeats.
  ///
  /// - Parameters:
  ///   - ordinal: the field's ordinal.
  ///   - row: the row of its repeat in a batch.
  ///   - repeats: the batch's rows.
  public func name(ofField ordinal: Int, row: Int?, in repeats: [RepeatRows]) -> String {
    let (field, repeated) = field(atOrdinal: ordinal)
    guard let repeated, var row, repeats.indices.contains(repeated) else { return field.name }
    var name = field.name
    for position in lineage(ofRepeat: repeated).reversed() {
      let starts = repeats[position].starts
      // The last parent that begins at or before the row and is not empty.
      guard let parent = starts.dropLast().lastIndex(where: { $0 <= row }) else { break }
      name = "\(self.repeats[position].name)[\(row - starts[parent] + 1)]/\(name)"
      row = parent
    }
    return name
  }
}

extension RecordLayout {
  /// The field that a finding names, and the row of its repeat in a batch; nil when the record has no such field.
  ///
  /// - Parameters:
  ///   - name: `age`, or `task[2]/status` for the second row of a repeat.
  ///   - record: the record's position in the batch.
  ///   - repeats: the batch's rows.
  public func place(
    ofField name: String, record: Int, in repeats: [RepeatRows]
  ) -> (ordinal: Int, row: Int?)? {
    var steps = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let question = steps.popLast() else { return nil }
    if steps.isEmpty { return index(of: question).map { ($0, nil) } }
    var (around, row): (Int?, Int) = (nil, record)
    for step in steps {
      guard let bracket = step.firstIndex(of: "["), step.last == "]",
        let number = Int(step[step.index(after: bracket)...].dropLast()), number > 0,
        let repeated = self.repeats.firstIndex(where: { $0.name == step[..<bracket] && $0.parent == around }),
        repeats.indices.contains(repeated)
      else { return nil }
      let starts = repeats[repeated].starts
      guard row + 1 < starts.count, number <= starts[row + 1] - starts[row] else { return nil }
      row = starts[row] + number - 1
      around = repeated
    }
    guard let around, let own = self.repeats[around].fields.firstIndex(where: { $0.name == question }) else {
      return nil
    }
    return (firstField(ofRepeat: around) + own, row)
  }
}
