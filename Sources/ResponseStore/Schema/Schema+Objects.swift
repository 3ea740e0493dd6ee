extension Schema {
  /// The tables and indexes of a version by name, with the statements that made them.
  static func objects(upTo version: Int) -> [String: String] {
    var objects: [String: String] = [:]
    for statements in migrations.prefix(version) {
      for statement in statements.split(separator: ";") {
        let words = statement.split(whereSeparator: \.isWhitespace)
        guard words.count > 3, words[0] == "CREATE" else { continue }
        objects[String(words[2])] = plain(String(statement))
      }
    }
    return objects
  }

  /// A statement with its white space made alike.
  static func plain(_ statement: String) -> String {
    statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
