import Foundation

/// A form of four questions, small enough that every answer can be written by hand.
enum SmallForm {
  /// Writes the form to `forms/small` of a workspace.
  static func write(to workspace: Workspace) throws {
    try workspace.write(
      """
      type,name,label::Tiếng Việt (vi),required,relevant,constraint
      select_one yes_no,consent,Đồng ý?,yes,,
      integer,age,Tuổi,,${consent} = 'yes',. >= 18 and . <= 120
      select_one agree,view,Ý kiến,,${consent} = 'yes',
      text,wish,Nguyện vọng,,${consent} = 'yes',

      """, to: "forms/small/survey.csv")
    try workspace.write(
      """
      list_name,name,label::Tiếng Việt (vi),missing
      yes_no,yes,Có,
      yes_no,no,Không,
      agree,1,Không đồng ý,
      agree,2,Đồng ý,
      agree,99,Không trả lời,no_answer

      """, to: "forms/small/choices.csv")
    try workspace.write(
      "form_title,form_id,version,consent\nNhỏ,small,1,${consent} = 'yes'\n", to: "forms/small/settings.csv")
    try workspace.write(
      "name,kind,items,label::vi,agree\nviews,consensus,view,Ý kiến,2\n", to: "forms/small/indicators.csv")
  }

  /// A submission; the answers as XML.
  static func submission(_ key: String, _ answers: String, form: String = "small") -> String {
    """
    <?xml version="1.0"?>
    <data id="\(form)" version="1">\(answers)<meta><instanceID>uuid:\(key)</instanceID></meta></data>
    """
  }

  /// Answers that nothing is wrong with.
  static let good = "<consent>yes</consent><age>40</age><view>2</view><wish>sách</wish>"
}
