import FormDefinition
import Foundation

/// Forms used by the suites: the ones of the package and one that has every kind of question.
enum SampleForms {
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every folder of `forms/` that can be read, by name.
  static let shipped: [String: Form] = {
    let folder = packageRoot.appending(path: "forms")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    var forms: [String: Form] = [:]
    for name in names {
      var sheets: [String: [UInt8]] = [:]
      for sheet in ["survey", "choices", "settings", "indicators"] {
        if let data = try? Data(contentsOf: folder.appending(path: "\(name)/\(sheet).csv")) {
          sheets[sheet] = [UInt8](data)
        }
      }
      if let form = Form.read(FormSheets(source: "forms/\(name)", sheets: sheets)).form { forms[name] = form }
    }
    return forms
  }()

  /// A form with every kind of question in two languages, with a hostile label.
  static let every: Form? = read(survey: everySurvey, choices: choices, settings: settings)

  /// A form in one unnamed language, with what the other one lacks: counted and nested repeats, computed defaults,
  /// guidance, files, places, random order and an address for submissions.
  static let plain: Form? = read(
    survey: """
      type,name,label,guidance_hint,required,relevant,calculation,appearance,parameters,default,repeat_count,readonly,choice_filter
      audit,audit,,,,,,,,,,,
      start-geopoint,where,,,,,,,,,,,
      username,user,,,,,,,,,,,
      text,a,Câu a <1> & “2”,Giải thích,yes,,,,,concat('x' + 1),,,
      select_one l,b,Câu b,,,,,likert,randomize=true seed=5,,,,
      integer,n,Số lần,,,,,,,2,,,
      begin repeat,r,Lần,,,${b} = 'x',,,,,${n} + 1,,
      text,t,Chữ,,,,,,,,,,
      begin repeat,r2,Lần trong,,,,,,,,${n},,
      decimal,v,Số,,,,,,,,,,
      calculate,w,,,,,${v} * 2 + count(${r2}) + position(..),,,,,,
      select_multiple l,m,Nhiều,,,,,,,,,,name != ${t}
      end repeat,,,,,,,,,,,,
      end repeat,,,,,,,,,,,,
      calculate,total,,,,,sum(${v}),,,,,,
      image,picture,Ảnh,,,,,,,,,,
      geopoint,place,Vị trí,,,,,,,,,,
      geoshape,shape,Vùng,,,,,,,,,,
      barcode,code,Mã,,,,,,,,,,
      text,fixed,Cố định,,,,,,,abc,,yes,
      range,scale,Thang,,,,,,start=0 end=1 step=0.1,,,,
      note,thanks,Cảm ơn ${a}: ${total},,,,,,,,,,
      """,
    choices: "list_name,name,label\nl,x,Chữ x\nl,y,Chữ y <&>\n",
    settings: """
      form_title,form_id,version,style,submission_url
      Phiếu <đơn> & giản,plain,,pages,https://example.org/submission
      """)

  /// Lists of thirty communes, of which one or many are chosen, with other kinds of questions around them.
  static let communes: Form? = read(
    survey: """
      type,name,label,required
      select_one commune,home,Xã nơi ở,yes
      select_multiple commune,work,Xã nơi làm việc,
      select_one yn,member,Là hội viên,yes
      rank yn,order,Thứ tự,
      range,score,Điểm,
      text,note,Ghi chú,
      """,
    choices: "list_name,name,label\nyn,y,Có\nyn,n,Không\n"
      + (1...30).map { "commune,\(100 + $0),Phường Đông Hòa \($0)\n" }.joined(),
    settings: "form_title,form_id\nPhiếu xã,communes\n")

  /// Places, files and a bar code, with consent; sent to the address, if one is given.
  static func outdoors(submissionURL: String) -> Form? {
    read(
      survey: """
        type,name,label::Tiếng Việt (vi),label::English (en),required
        begin group,welcome,Đồng ý,Consent,
        select_one l,consent,Ông/Bà có đồng ý không?,Do you agree?,yes
        end group,,,,
        begin group,outdoors,Ngoài trời,Outdoors,
        geopoint,place,Vị trí,Position,yes
        geopoint,typed,Vị trí trụ sở,Office,
        geotrace,way,Đường đi,Way,
        geoshape,field,Khu đất,Field,
        image,picture,Ảnh,Picture,
        file,paper,Tài liệu,Paper,
        barcode,code,Mã vạch,Bar code,
        end group,,,,
        """,
      choices: """
        list_name,name,label::Tiếng Việt (vi),label::English (en)
        l,yes,Có,Yes
        l,no,Không,No
        """,
      settings: """
        form_title,form_id,version,default_language,consent,submission_url
        Phiếu ngoài trời,outdoors,1,Tiếng Việt (vi),${consent} = 'yes',\(submissionURL)
        """)
  }

  static func read(survey: String, choices: String, settings: String) -> Form? {
    Form.read(
      FormSheets(
        source: "forms/sample",
        sheets: [
          "survey": Array(survey.utf8), "choices": Array(choices.utf8), "settings": Array(settings.utf8),
        ])
    ).form
  }

  static let everySurvey = """
    type,name,label::Tiếng Việt (vi),label::English (en),hint::Tiếng Việt (vi),hint::English (en),required,required_message::Tiếng Việt (vi),relevant,constraint,constraint_message::Tiếng Việt (vi),constraint_message::English (en),calculation,appearance,parameters,choice_filter,default,repeat_count
    start,start,,,,,,,,,,,,,,,,
    end,end,,,,,,,,,,,,,,,,
    today,today,,,,,,,,,,,,,,,,
    deviceid,deviceid,,,,,,,,,,,,,,,,
    hidden,batch,,,,,,,,,,,,,,,b1,
    begin group,welcome,Đồng ý tham gia,Consent,,,,,,,,,,,,,,
    note,intro,"Phiếu <b>không</b> ghi họ tên </script><script>alert(1)</script> & ""chỉ"" mất 5 phút.",No names are asked.,,,,,,,,,,,,,,
    select_one yesno,consent,Ông/Bà có đồng ý trả lời không?,Do you agree to take part?,,,yes,Xin chọn một phương án.,,,,,,,,,,
    end group,,,,,,,,,,,,,,,,,
    begin group,profile,Thông tin chung,About you,,,,,${consent} = 'yes',,,,,,,,,
    select_one province,prov,Tỉnh,Province,,,,,,,,,,minimal,,,,
    select_one commune,commune,Xã,Commune,,,,,,,,,,minimal,,province = ${prov},,
    integer,age,Tuổi,Age,Số tuổi tròn,Whole years,yes,,,. >= 18 and . <= 120,Tuổi phải từ 18 đến 120.,Age must be 18 to 120.,,,,,,
    select_multiple area,areas,Địa bàn công tác,Working areas,,,,,,,,,,,,,,
    text,area_other,Địa bàn khác,Other area,,,,,"selected(${areas}, 'other')",,,,,,,,,
    decimal,income,"Thu nhập (triệu đồng/tháng)",Income,,,,,,. >= 0,,,,,,,,
    range,years,Số năm công tác,Years of work,,,,,,,,,,,start=0 end=40 step=1,,,
    date,born,Ngày sinh,Date of birth,,,,,,. < today(),,,,,,,,
    time,clock,Giờ thuận tiện,Convenient time,,,,,,,,,,,,,,
    dateTime,meeting,Thời điểm gặp,Meeting,,,,,,,,,,,,,,
    end group,,,,,,,,,,,,,,,,,
    begin group,opinions,Ý kiến,Opinions,,,,,${consent} = 'yes',,,,,table-list,,,,
    select_one agree5,o1,Tôi nắm rõ nội dung,I know the content,,,yes,,,,,,,,,,,
    select_one agree5,o2,Tôi được lắng nghe,I am listened to,,,,,,,,,,,,,,
    end group,,,,,,,,,,,,,,,,,
    begin group,closing,Ưu tiên và kiến nghị,Priorities,,,,,${consent} = 'yes',,,,,,,,,
    rank area,priorities,Xếp thứ tự ưu tiên,Rank the areas,,,,,,,,,,,,,,
    text,wish,Tâm tư của Ông/Bà (${age} tuổi),Your wishes,,,,,,,,,,multiline,,,,
    acknowledge,ok,Tôi đã đọc lại câu trả lời,I have reviewed my answers,,,,,,,,,,,,,,
    calculate,decade,,,,,,,,,,,int(${age} div 10),,,,,
    end group,,,,,,,,,,,,,,,,,
    begin repeat,child,Người con,Child,,,,,${consent} = 'yes',,,,,,,,,
    text,child_name,Tên gọi,Name,,,,,,,,,,,,,,
    integer,child_age,Tuổi,Age,,,,,${child_name} != '',. < ${age},,,,,,,,
    end repeat,,,,,,,,,,,,,,,,,
    calculate,children,,,,,,,,,,,count(${child}),,,,,
    """

  static let choices = """
    list_name,name,label::Tiếng Việt (vi),label::English (en),missing,province
    yesno,yes,Có,Yes,,
    yesno,no,Không,No,,
    province,75,Đồng Nai,Đồng Nai,,
    province,92,Cần Thơ,Cần Thơ,,
    commune,31396,Xã Hiệp Hưng,Hiệp Hưng,,92
    commune,25217,Phường Bình Phước,Bình Phước,,75
    area,urban,Đô thị,Urban,,
    area,rural,Nông thôn,Rural,,
    area,other,Khác,Other,,
    area,99,Không trả lời,No answer,no_answer,
    agree5,1,Rất không đồng ý,Strongly disagree,,
    agree5,2,Không đồng ý,Disagree,,
    agree5,3,Phân vân,Neither,,
    agree5,4,Đồng ý,Agree,,
    agree5,5,Rất đồng ý,Strongly agree,,
    agree5,98,Không biết,Don't know,dont_know,
    """

  static let settings = """
    form_title,translated_title::English (en),form_id,version,default_language,consent,instance_name
    Phiếu thử,Sample questionnaire,sample,7,Tiếng Việt (vi),${consent} = 'yes',"concat('Phiếu ', ${age})"
    """
}
