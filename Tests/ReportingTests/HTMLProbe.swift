import Foundation

/// Looks into the HTML of a report.
enum HTMLProbe {
  /// The contents of every element of a name whose opening tag contains some words.
  static func texts(of element: String, in html: String, having words: String = "") -> [String] {
    html.components(separatedBy: "<\(element)").dropFirst().compactMap { piece in
      guard let close = piece.range(of: ">"), let end = piece.range(of: "</\(element)>") else { return nil }
      let tag = piece[..<close.lowerBound]
      guard tag.isEmpty || tag.first == " ", words.isEmpty || tag.contains(words) else { return nil }
      return unescaped(String(piece[close.upperBound..<end.lowerBound]))
    }
  }

  /// The content of the first element of a name.
  static func inner(_ element: String, in html: String) -> String {
    guard let start = html.range(of: "<\(element)"), let end = html.range(of: "</\(element)>") else { return "" }
    return String(html[start.lowerBound..<end.lowerBound])
  }

  /// The HTML without the elements of a name whose opening tag contains some words; they must not nest.
  static func removing(_ element: String, having words: String, from html: String) -> String {
    var output = ""
    var rest = html[...]
    while let start = rest.range(of: "<\(element)") {
      output += rest[..<start.lowerBound]
      guard let close = rest[start.upperBound...].range(of: ">"),
        let end = rest[close.upperBound...].range(of: "</\(element)>")
      else { break }
      let tag = rest[start.upperBound..<close.lowerBound]
      let isMeant = (tag.isEmpty || tag.first == " ") && (words.isEmpty || tag.contains(words))
      if !isMeant { output += rest[start.lowerBound..<close.upperBound] }
      rest = rest[(isMeant ? end.upperBound : close.upperBound)...]
    }
    return output + rest
  }

  /// The text without tags and styles.
  static func plainText(_ html: String) -> String {
    unescaped(
      removing("style", having: "", from: html).replacingOccurrences(
        of: "<[^>]*>", with: "", options: .regularExpression))
  }

  private static func unescaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
      .replacingOccurrences(of: "&amp;", with: "&")
  }
}
