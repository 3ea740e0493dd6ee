import Diagnostics
import Testing

@Suite("The wording of findings about forms and tables")
struct FormCodesTests {
  private static let codes = DiagnosticCode.catalogue.filter {
    $0.identifier.hasPrefix("FORM-") || $0.identifier.hasPrefix("CSV-")
  }

  @Test("Identifiers are unique")
  func unique() {
    #expect(Set(Self.codes.map(\.identifier)).count == Self.codes.count)
    #expect(Self.codes.count > 70)
  }

  @Test("Every finding has its wording and way out in both languages, about the same things")
  func wording() {
    for code in Self.codes {
      for text in [code.message, code.fix] {
        #expect(!text.vietnamese.isEmpty && !text.english.isEmpty, "\(code.identifier)")
        #expect(
          Set(placeholders(text.vietnamese)) == Set(placeholders(text.english)), "\(code.identifier)")
        #expect(text.vietnamese.unicodeScalars.allSatisfy { !(0x300...0x36F).contains($0.value) })
      }
    }
  }
}
