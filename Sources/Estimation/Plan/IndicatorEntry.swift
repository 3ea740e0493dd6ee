import FormDefinition
import Tabulation

/// One item of an indicator, ready to be counted and measured.
struct IndicatorEntry: Sendable {
  let indicator: Indicator
  /// The item's name in the table.
  let item: String
  /// The questions it looks at, by position in the layout.
  let questions: [Int]
  /// Its position among the counted items.
  let tabulated: Int
  let measure: any ItemMeasure
}
