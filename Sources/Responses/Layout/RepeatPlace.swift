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
