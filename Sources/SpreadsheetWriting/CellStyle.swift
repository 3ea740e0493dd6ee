/// How cells look and whether they may be changed.
public struct CellStyle: Sendable, Hashable {
  /// Where the text stands across the cell.
  public enum Alignment: Sendable, Hashable {
    /// Text left, numbers right.
    case general
    /// In the middle.
    case center
    /// Right.
    case end
  }

  /// Whether the text is bold.
  public var isBold = false
  /// Whether the text is slanted.
  public var isItalic = false
  /// The name of the font; nil: the workbook's.
  public var font: String?
  /// The size in points; nil: the workbook's.
  public var fontSize: Double?
  /// The colour of the text, 0xRRGGBB; nil: black.
  public var textColor: UInt32?
  /// The colour behind the text, 0xRRGGBB; nil: none.
  public var fill: UInt32?
  /// The format code of numbers and dates (`dd/mm/yyyy`, `@` for text); "" for none.
  public var numberFormat = ""
  /// Whether long texts go on in further lines.
  public var wraps = false
  /// Whether the cell has thin lines around it.
  public var hasBorder = false
  /// Where the text stands; up and down it is in the middle when centred, else at the top.
  public var alignment = Alignment.general
  /// Whether the text stands in the middle up and down however it stands across.
  public var isInMiddle = false

  /// Creates the style of plain cells.
  public init() {}
}
