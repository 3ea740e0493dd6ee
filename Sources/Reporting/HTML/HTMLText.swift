extension String {
  /// The text with `&`, `<`, `>`, `"` and `'` as character references, control characters as spaces.
  var escapedForHTML: String {
    var output = ""
    output.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += " "
      case _ where Token.isReserved(Character(scalar)): output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
