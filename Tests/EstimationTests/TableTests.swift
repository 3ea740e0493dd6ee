import DelimitedText
import Diagnostics
import Estimation
import Testing

/// The table's three forms.
@Suite("The estimates table")
struct TableTests {
  static let table: EstimatesTable = {
    var row = EstimateRow(
      form: "f", wave: "2026", indicator: "i", item: "q", statistic: .proportion, level: "a,b", domain: "sex",
      domainLevel: "nữ")
    row.estimate = 0.1
    row.standardError = 1.0 / 3
    row.lowerLimit = 0
    row.upperLimit = 1234.5
    row.baseCount = 12
    row.flags = [.unreliable, .modelled]
    var empty = EstimateRow(form: "f", wave: "2026", indicator: "i", item: "q", statistic: .mean)
    empty.flags = [.suppressed]
    empty.estimate = .nan
    return EstimatesTable(rows: [row, empty])
  }()

  @Test("CSV: the columns of the contract, shortest numbers, empty cells for what is missing")
  func csv() {
    #expect(
      Self.table.csv() == """
        form,wave,indicator,item,statistic,level,domain,domain_level,estimate,standard_error,ci_low,ci_high,n,\
        n_effective,deff,df,flag,test_statistic,df2,p_value,p_adjusted
        f,2026,i,q,proportion,"a,b",sex,nữ,0.1,0.3333333333333333,0,1234.5,12,,,,unreliable modelled,,,,
        f,2026,i,q,mean,,,,,,,,,,,,suppressed,,,,

        """)
  }

  @Test("JSON: the same keys, null for what is missing")
  func json() {
    let text = Self.table.json()
    #expect(text.hasPrefix("[\n  {\"form\": \"f\", \"wave\": \"2026\""))
    #expect(text.contains("\"level\": \"a,b\""))
    #expect(text.contains("\"estimate\": 0.1, \"standard_error\": 0.3333333333333333, \"ci_low\": 0"))
    #expect(text.contains("\"estimate\": null"))
    #expect(EstimatesTable().json() == "[\n]\n")
  }

  @Test("text: aligned, with the language's marks and without control characters")
  func text() {
    let vietnamese = Self.table.text(language: .vietnamese)
    #expect(vietnamese.contains("0,1000"))
    #expect(vietnamese.contains("1.234,5000"))
    #expect(Self.table.text(language: .english).contains("1,234.5000"))
    var hostile = Self.table
    hostile.rows[0].item = "q\u{1B}[31m"
    #expect(!hostile.text(language: .english).contains("\u{1B}"))
  }

  @Test("numbers read back to the same double")
  func roundTrip() throws {
    let written = DelimitedTable(bytes: Array(Self.table.csv().utf8), source: "t.csv")
    let column = try #require(written.column(named: "standard_error"))
    #expect(Double(written.rows[0][column]) == 1.0 / 3)
  }
}
