/// Neutral sentences for open questions; they name no person, place or organisation.
enum SentenceBank {
  /// The sentences as UTF-8, Vietnamese in NFC.
  static let sentences: [[UInt8]] = texts.map { Array($0.utf8) }

  private static let texts = [
    "Mong được hỗ trợ nhà ở để yên tâm công tác lâu dài.",
    "Thu nhập hiện nay chưa tương xứng với khối lượng công việc.",
    "Đề nghị đơn giản hóa thủ tục thanh quyết toán nhiệm vụ khoa học.",
    "Cần thêm các lớp bồi dưỡng kỹ năng số và trí tuệ nhân tạo.",
    "Trang thiết bị phòng thí nghiệm đã cũ, cần được đầu tư mới.",
    "Mong lãnh đạo tổ chức đối thoại định kỳ với đội ngũ trí thức.",
    "Việc khen thưởng nên kịp thời và đúng người, đúng việc.",
    "Khó tiếp cận các cơ sở dữ liệu khoa học trong và ngoài nước.",
    "Kinh phí nghiên cứu còn ít và thường được cấp chậm.",
    "Cần có cơ chế chấp nhận rủi ro trong nghiên cứu.",
    "Mong có thêm cơ hội học sau đại học gần nơi làm việc.",
    "Công việc hành chính chiếm nhiều thời gian dành cho chuyên môn.",
    "Đề nghị công khai kết quả tiếp thu các ý kiến góp ý.",
    "Cần chính sách thu hút người trẻ có năng lực về địa phương.",
    "Phụ cấp cho vùng khó khăn nên được điều chỉnh cho phù hợp.",
    "Mong được tham gia nhiều hơn vào hoạt động tư vấn, phản biện.",
    "Hoạt động của hội cần thiết thực hơn, bớt hình thức.",
    "Nên đặt hàng nghiên cứu từ những vấn đề thực tế của sản xuất.",
    "Cần hỗ trợ đăng ký và bảo vệ quyền sở hữu trí tuệ.",
    "Kết nối giữa nhà khoa học và doanh nghiệp còn lỏng lẻo.",
    "Mong môi trường làm việc dân chủ và tôn trọng ý kiến khác nhau.",
    "Việc đánh giá cán bộ nên dựa vào kết quả công việc.",
    "Cần thêm học bổng ngoại ngữ cho cán bộ chuyên môn.",
    "Đề nghị bố trí công việc đúng với chuyên ngành được đào tạo.",
    "Thông tin về các chương trình hỗ trợ đến với chúng tôi còn chậm.",
    "Mong có quỹ hỗ trợ các sáng kiến nhỏ ở cơ sở.",
    "Nên có đầu mối tiếp nhận và trả lời kiến nghị của trí thức.",
    "Áp lực công việc lớn trong khi nhân lực còn thiếu.",
    "Cần quan tâm hơn đến nữ trí thức và người làm việc ở vùng sâu.",
    "Đề nghị tăng cường hội thảo trao đổi kinh nghiệm giữa các ngành.",
    "Mạng và phần mềm phục vụ công việc chưa ổn định.",
    "Mong được tạo điều kiện về thời gian để nghiên cứu.",
    "Quy trình tuyển dụng nên công khai và theo năng lực.",
    "Cần tiếp tục sử dụng kinh nghiệm của người đã nghỉ hưu.",
    "Đề nghị có trụ sở và kinh phí ổn định cho hoạt động của hội.",
    "Hiện nay tôi chưa gặp khó khăn nào đáng kể.",
    "Chính sách đã có nhưng việc thực hiện còn chậm.",
    "Mong con em cán bộ được hỗ trợ về trường lớp, chỗ gửi trẻ.",
    "Nên chia sẻ dữ liệu dùng chung giữa các đơn vị.",
    "Tôi mong muốn gắn bó lâu dài và đóng góp nhiều hơn.",
    "Cần tuyên dương những việc làm tốt để mọi người cùng học tập.",
    "Đề nghị ứng dụng kết quả nghiên cứu vào thực tế nhiều hơn.",
  ]

  /// Appends one sentence, now and then two.
  static func append(_ random: inout SplitMix64, to bytes: inout [UInt8]) {
    let first = random.below(sentences.count)
    bytes.append(contentsOf: sentences[first])
    guard random.chance(0.25) else { return }
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: sentences[(first + 1 + random.below(sentences.count - 1)) % sentences.count])
  }
}
