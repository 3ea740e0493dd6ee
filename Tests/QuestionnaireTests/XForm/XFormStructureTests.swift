import FormDefinition
import Foundation
import Testing

@testable import Questionnaire

/// Requirements: paths, tables, repeats and parameters as other tools write them.
@Suite("Structure of XForms documents")
struct XFormStructureTests {
  @Test(
    "A path leads through the innermost group that both nodes share inside a repeat, else from the root",
    arguments: [
      ("/data/r/g/c", "${a}", "../../a"), ("/data/r/g/c", "${d}", "../d"), ("/data/r/g/c", "${g}", "../../g"),
      ("/data/r/g/c", "${r}", "/data/r"), ("/data/r/g/c", "${o}", "/data/o"), ("/data/r/g/c", "${e}", "../../s/e"),
      ("/data/r/s/e", "${s}", "../../s"), ("/data/n", "${c}", "/data/r/g/c"),
    ])
  func paths(_ from: String, _ reference: String, _ expected: String) throws {
    let names = from.split(separator: "/").map(String.init)
    let rows = [
      "text,o", "begin repeat,r", "text,a", "begin group,g", "text,c", "text,d", "end group,", "begin repeat,s",
      "text,e", "end repeat,", "end repeat,", "text,n",
    ]
    let survey = rows.map { row in row.hasSuffix(",\(names.last ?? "")") ? "\(row),L,\(reference)" : "\(row),L," }
    let text = try xform("type,name,label,bind::x\n" + survey.joined(separator: "\n"))
    #expect(text.contains("nodeset=\"\(from)\" type=\"string\" x=\" \(expected) \""))
  }

  @Test("In brackets behind a choice list a path starts at current(), and indexed-repeat() takes paths from the root")
  func calls() throws {
    let text = try xform(
      """
      type,name,label,calculation
      begin repeat,r,R,
      text,a,A,
      calculate,c,,instance('l')/root/item[name = ${a}]/label
      calculate,d,,"indexed-repeat(${a}, ${r}, ${i} - 1)"
      calculate,i,,"jr:choice-name(${a}, '${a}')"
      end repeat,,,
      """, choices: "list_name,name,label\nl,x,X")
    #expect(text.contains("instance('l')/root/item[name =  current()/../a ]/label"))
    #expect(text.contains("indexed-repeat( /data/r/a ,  /data/r ,  ../i  - 1)"))
    #expect(text.contains("jr:choice-name( ../a , ' ../a ')"))
  }

  @Test("A table is written out: its heading, a row with the choices' labels, questions without them")
  func tables() throws {
    let text = try xform(
      """
      type,name,label,hint,appearance
      begin group,g,G,H,table-list w1
      select_one l,q,Q,,minimal
      select_one l,p,P,,
      text,t,T,,
      end group,,,,
      """, choices: "list_name,name,label\nl,x,X")
    for expected in [
      "<group appearance=\"field-list w1\" ref=\"/data/g\">", "<generated_table_list_label_2/>",
      "<reserved_name_for_field_list_labels_3/>", "<label>G</label>", "<hint>H</hint>",
      "<select1 ref=\"/data/g/reserved_name_for_field_list_labels_3\" appearance=\"label\">",
      "<select1 ref=\"/data/g/q\" appearance=\"list-nolabel\">",
      "<select1 ref=\"/data/g/p\" appearance=\"list-nolabel\">",
      "<input ref=\"/data/g/t\">",
    ] { #expect(text.contains(expected), "\(expected)") }
    #expect(TableNode.isName("generated_table_list_label_2") && !TableNode.isName("q"))
  }

  @Test("A repeat inside a repeat is counted beside itself, and a group in a template holds repetitions")
  func repeats() throws {
    let text = try xform(
      """
      type,name,label,repeat_count
      begin repeat,a,,
      begin group,g,G,
      begin repeat,b,B,2 + 1
      text,q,Q,
      end repeat,,,
      end group,,,
      end repeat,,,
      """)
    #expect(text.contains("<repeat nodeset=\"/data/a/g/b\" jr:count=\"../b_count\">"))
    #expect(
      text.contains("<bind nodeset=\"/data/a/g/b_count\" type=\"string\" readonly=\"true()\" calculate=\"2 + 1\"/>"))
    #expect(text.components(separatedBy: "<b jr:template=\"\">").count == 2)
    #expect(text.components(separatedBy: "<b>").count == 3)
    #expect(text.contains("<group ref=\"/data/a\">\n      <label/>"))
  }

  @Test(
    "Parameters reach the control",
    arguments: [
      ("range", "tick_interval=2 placeholder=5", "odk:tick-interval=\"2\" odk:placeholder=\"5\""),
      ("range", "tick_labelset=l", "<itemset nodeset=\"instance('l')/root/item\">"),
      ("geoshape", "incremental=true", "incremental=\"true\""),
      ("select_one l", "randomize=true seed=${p}", "randomize(instance('l')/root/item, /data/p)"),
      ("image", "app=a.b", "intent=\"a.b\""),
    ])
  func parameters(_ type: String, _ parameters: String, _ expected: String) throws {
    let text = try xform(
      "type,name,label,parameters\ninteger,p,P,\n\(type),q,Q,\(parameters)", choices: "list_name,name,label\nl,1,X")
    #expect(text.contains(expected))
  }

  @Test("The log comes first among the facts about the submission, which a form may do without")
  func metadata() throws {
    let text = try xform("type,name,label\ntext,q,Q\naudit,audit,", settings: "instance_name\n${q}")
    #expect(text.filter { !$0.isWhitespace }.contains("<audit/><instanceID/><instanceName/></meta>"))
    #expect(!(try xform("type,name,label\ntext,q,Q", settings: "omit_instanceID\nyes")).contains("<meta>"))
  }
}
