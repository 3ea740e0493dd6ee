import FormDefinition
import Testing

/// Requirements: a code names one identifier and no mistyped code names another.
@Suite("Withdrawal codes")
struct WithdrawalCodeTests {
  static let identifiers = [
    "uuid:00000000-0000-0000-0000-000000000000", "uuid:ffffffff-ffff-ffff-ffff-ffffffffffff",
    "uuid:0f8fad5b-d9cb-469f-a165-70867728950e", "uuid:00000000-0000-4000-8000-000000000001",
  ]

  @Test("The identifier of all zeros and of all ones, worked by hand in part")
  func known() throws {
    #expect(WithdrawalCode(instanceID: Self.identifiers[0])?.text == "YK-0000-0000-0000-0000-0000-0000-0000")
    // 25 signs of five ones, then 111 and two zeros: 28, W.. in the alphabet.
    #expect(
      WithdrawalCode(instanceID: Self.identifiers[1])?.text.hasPrefix("YK-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZW") == true)
    // Bits 0001 are 1, followed by two zeros: 4. Only this sign is not zero, so the checks are 4·3 = 12 and 4·2 = 8.
    #expect(
      WithdrawalCode(instanceID: "uuid:00000000-0000-0000-0000-000000000001")?.text
        == "YK-0000-0000-0000-0000-0000-0000-04C8")
  }

  @Test("A code is read back, however it is written", arguments: identifiers)
  func roundTrip(_ identifier: String) throws {
    let code = try #require(WithdrawalCode(instanceID: identifier))
    let relaxed = code.text.lowercased().replacing("0", with: "o").replacing("1", with: "l")
    for written in [
      code.text, code.text.replacing("-", with: " "), String(code.text.dropFirst(3)), "  " + relaxed + "\n",
      code.text.replacing("-", with: ""),
    ] { #expect(WithdrawalCode(reading: written) == code, "\(written)") }
    #expect(WithdrawalCode(instanceID: identifier.uppercased().replacing("UUID", with: "uuid")) == code)
  }

  @Test("Every wrong sign and every two exchanged signs are noticed", arguments: identifiers)
  func mistakes(_ identifier: String) throws {
    let signs = Array(try #require(WithdrawalCode(instanceID: identifier)).text.dropFirst(3).filter { $0 != "-" })
    for place in signs.indices {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != signs[place] {
        var wrong = signs
        wrong[place] = other
        #expect(WithdrawalCode(reading: String(wrong)) == nil)
        let second = (place * 7 + 3) % signs.count
        guard second != place else { continue }
        wrong[second] = wrong[second] == "Q" ? "R" : "Q"
        #expect(WithdrawalCode(reading: String(wrong)) == nil)
      }
      for second in signs.indices where signs[second] != signs[place] {
        var wrong = signs
        wrong.swapAt(place, second)
        #expect(WithdrawalCode(reading: String(wrong)) == nil)
      }
    }
  }

  @Test(
    "What is no code or no UUID gives none",
    arguments: ["", "YK", "YK-0000", "YK-0000-0000-0000-0000-0000-0000-000U", "ầ", String(repeating: "9", count: 5000)])
  func refused(_ text: String) {
    #expect(WithdrawalCode(reading: text) == nil)
    #expect(WithdrawalCode(instanceID: text) == nil)
    #expect(WithdrawalCode(instanceID: "uuid:" + text) == nil)
  }
}
