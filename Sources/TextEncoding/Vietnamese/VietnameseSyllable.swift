/// Whether texts are syllables of Vietnamese, by its spelling alone.
///
/// Onset, rime and tone are checked as the orthography combines them (Hoàng Phê, Từ điển tiếng Việt: chính tả): `k`, `gh`,
/// `ngh` stand before e, ê, i and y, syllables that end in a stop have the tones sắc or nặng. Of strings that a wrong
/// encoding makes, few pass.
public enum VietnameseSyllable {
  /// Whether a word of letters is one syllable; upper and lower case as in names and headings.
  public static func isValid(_ word: String) -> Bool {
    guard hasUsualCase(word) else { return false }
    var letters = ""
    var tone: Unicode.Scalar?
    for scalar in word.lowercased().decomposedScalars {
      switch scalar {
      case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}":
        guard tone == nil else { return false }
        tone = scalar
      default: letters.unicodeScalars.append(scalar)
      }
    }
    let plain = letters.composed
    guard plain.utf8.count <= 16 else { return false }
    for onset in onsets where plain.hasPrefix(onset) {
      let rime = String(plain.dropFirst(onset.count))
      if isValid(onset, rime), !endsInStop(rime) || tone == "\u{301}" || tone == "\u{323}" { return true }
    }
    return false
  }

  private static func isValid(_ onset: String, _ rime: String) -> Bool {
    guard let first = rime.first else { return false }
    let isFront = "eêiy".contains(first)
    switch onset {
    case "k": return isFront && rimes.contains(rime)
    case "gh", "ngh": return isFront && first != "y" && rimes.contains(rime)
    case "c", "ng": return !isFront && rimes.contains(rime)
    case "g": return (!isFront || first == "i") && rimes.contains(rime)
    case "gi": return rime == "êng" || (first != "i" && first != "y" && rimes.contains(rime))
    case "qu": return rime == "ôc" || (!"oôuư".contains(first) && (rimes.contains(rime) || rimes.contains("u" + rime)))
    default: return rimes.contains(rime)
    }
  }

  private static func endsInStop(_ rime: String) -> Bool {
    rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p") || rime.hasSuffix("t")
  }

  private static func hasUsualCase(_ word: String) -> Bool {
    let rest = word.dropFirst()
    return rest.allSatisfy { !$0.isUppercase } || word.allSatisfy { !$0.isLowercase }
  }

  private static let onsets: [String] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh
    uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
