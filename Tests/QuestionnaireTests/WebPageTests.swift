import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// Requirements: one file without network; no label becomes markup; a person can fill it in with a keyboard; what it
/// saves is an OpenRosa submission.
@Suite("The web questionnaire")
struct WebPageTests {
  @Test("The page forbids every connection and names no other place")
  func selfContained() throws {
    let page = WebPage.document(for: try #require(SampleForms.every))
    #expect(page.contains("default-src 'none'"))
    for forbidden in ["http:", "https:", "src=\"", "@import", "url("] {
      let allowed = page.components(separatedBy: "http://openrosa.org/xforms").joined()
      #expect(!allowed.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("No label can end the script element or begin another")
  func hostileLabels() throws {
    let page = WebPage.document(for: try #require(SampleForms.every))
    #expect(page.components(separatedBy: "</script").count == 2)
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.contains("alert(1)</"))
    #expect("a\u{2028}</script>&\"\\\n".javaScriptLiteral == "\"a\\u2028\\u003c/script\\u003e\\u0026\\\"\\\\\\n\"")
  }

  @Test("The same form gives the same bytes")
  func deterministic() throws {
    let form = try #require(SampleForms.every)
    #expect(WebPage.document(for: form) == WebPage.document(for: form))
  }
}
