import Diagnostics
import FormDefinition

@testable import Questionnaire

/// Forms that paper is tested with.
enum PaperSamples {
  /// A form of these survey rows (`type,name,label,relevant,appearance,constraint,extra`), in Vietnamese and English
  /// lists.
  static func form(_ rows: String, settings: String = "form_title,form_id\nPhiếu,p\n") -> Form? {
    SampleForms.read(
      survey: "type,name,label,relevant,appearance,constraint,parameters,repeat_count,choice_filter\n" + rows + "\n",
      choices: choices, settings: settings)
  }

  static let choices = """
    list_name,name,label::vi,label::en
    yn,yes,Có,Yes
    yn,no,Không,No
    yn,99,Không trả lời,No answer
    area,urban,Đô thị,Urban
    area,rural,Nông thôn,Rural
    area,other,Khác,Other
    five,1,Rất kém,Very bad
    five,2,Kém,Bad
    five,3,Vừa,Fair
    five,4,Tốt,Good
    five,5,Rất tốt,Very good
    need,a,Thu nhập,Income
    need,b,Nhà ở,Housing
    need,c,Đào tạo,Training
    need,d,Thiết bị,Equipment
    need,e,Kinh phí,Funding
    need,f,Thủ tục,Procedure
    need,g,Môi trường,Environment
    need,h,Khác,Other

    """

  static func paper(_ rows: String, language: InterfaceLanguage? = nil) -> PaperQuestionnaire? {
    form(rows).map { PaperQuestionnaire($0, language: language) }
  }
}

extension PaperQuestionnaire {
  /// Every question, whatever block it stands in.
  var questions: [PaperQuestion] {
    blocks.flatMap { block -> [PaperQuestion] in
      switch block {
      case .question(let question): [question]
      case .grid(let grid): grid.rows
      case .codeList(let list): list.rows
      case .roster(let roster): roster.columns
      case .heading, .notice, .note: []
      }
    }
  }

  /// The kinds of the blocks in order: `heading notice note question grid codeList roster`.
  var outline: String {
    blocks.map { block -> String in
      switch block {
      case .heading: "heading"
      case .notice: "notice"
      case .note: "note"
      case .question: "question"
      case .grid(let grid): "grid\(grid.rows.count)"
      case .codeList(let list): "codeList\(list.rows.count)"
      case .roster: "roster"
      }
    }.joined(separator: " ")
  }
}
