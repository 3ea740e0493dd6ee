/// The nodes without answers that a form shown to clients needs for a group shown as a table (`table-list`).
public enum TableNode {
  private static let headingPrefix = "generated_table_list_label_"
  private static let labelsPrefix = "reserved_name_for_field_list_labels_"

  /// The name of the note that holds the heading of a group.
  ///
  /// - Parameter line: the line of the group's row, from 1.
  public static func headingName(line: Int) -> String { "\(headingPrefix)\(line)" }

  /// The name of the row that shows the choices' labels above the first question.
  ///
  /// - Parameter line: the line of the question's row, from 1.
  public static func labelsName(line: Int) -> String { "\(labelsPrefix)\(line)" }

  /// Whether a submission's element of this name is such a node, in whatever version of a form.
  public static func isName(_ name: String) -> Bool { name.hasPrefix(headingPrefix) || name.hasPrefix(labelsPrefix) }
}
