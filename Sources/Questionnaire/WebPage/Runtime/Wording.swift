extension WebPage {
  /// What the page itself says, in both interface languages.
  static let wording = #"""
    const WORDING = {
      vi: {
        language: "Ngôn ngữ", progress: "Phần {page} trên {pages}", progressOpen: "Phần {page}", previous: "Quay lại", next: "Tiếp tục",
        review: "Xem lại phiếu", required: "bắt buộc", optional: "không bắt buộc",
        missing: "Xin trả lời câu hỏi này.", invalid: "Câu trả lời chưa phù hợp, xin kiểm tra lại.",
        notInteger: "Xin nhập một số nguyên, ví dụ 35.", notNumber: "Xin nhập một số, ví dụ 12,5.",
        notDate: "Xin nhập ngày hợp lệ.", notRange: "Xin chọn một số từ {start} đến {end}.",
        notPoint: "Xin nhập vĩ độ (từ −90 đến 90) và kinh độ (từ −180 đến 180), ví dụ 10,95 và 106,84.",
        notPoints: "Xin ghi mỗi dòng một điểm: vĩ độ, dấu cách, kinh độ; ví dụ 10.95 106.84.", fewPoints: "Xin ghi ít nhất {count} điểm.",
        latitude: "Vĩ độ", longitude: "Kinh độ", locate: "Lấy vị trí hiện tại", addLocation: "Thêm vị trí hiện tại",
        locating: "Đang xác định vị trí…", located: "Đã lấy vị trí, sai số khoảng {metres} m.",
        noLocation: "Không lấy được vị trí từ thiết bị này. Xin nhập bằng tay.",
        traceHelp: "Mỗi dòng một điểm: vĩ độ, dấu cách, kinh độ; ví dụ 10.95 106.84. Ít nhất hai điểm, theo thứ tự của đường.",
        shapeHelp: "Mỗi dòng một điểm: vĩ độ, dấu cách, kinh độ; ví dụ 10.95 106.84. Ít nhất ba điểm, đi vòng quanh khu vực.",
        barcode: "Nhập dãy chữ số in cạnh mã vạch.",
        fileNone: "Chưa chọn tệp. Tệp không được lưu trong bản nháp.", fileChosen: "Đã chọn {file} ({size}). Tệp không được lưu trong bản nháp.",
        removeFile: "Bỏ tệp", filesToo: "Phiếu có {count} tệp kèm theo. Xin tải từng tệp bằng các nút dưới đây và gửi cùng tệp phiếu, giữ nguyên tên tệp.",
        saveFile: "Tải tệp {file}",
        search: "Tìm trong danh sách", searchHint: "Gõ để tìm, không cần dấu", searchFound: "Tìm thấy {count} mục.",
        chosen: "Đã chọn: {item}", chosenNone: "Chưa chọn mục nào.",
        errors: "Còn {count} câu cần xem lại trước khi tiếp tục.", clear: "Bỏ chọn", choose: "Chọn…",
        many: "Có thể chọn nhiều phương án.", notYet: "chưa trả lời", yes: "Có",
        rankHelp: "Dùng nút lên, xuống hoặc ô số thứ tự để sắp xếp; 1 là ưu tiên nhất.",
        rankNone: "Chưa xếp. Nếu đồng ý với thứ tự đang hiện, bấm “Giữ thứ tự này”.",
        rankDone: "Đã ghi nhận thứ tự.", keep: "Giữ thứ tự này", up: "Chuyển lên", down: "Chuyển xuống",
        place: "Số thứ tự", moved: "{item}: vị trí {place} trên {count}",
        device: "Câu hỏi này cần thiết bị di động và không trả lời được trên trang này.",
        add: "Thêm: {label}", remove: "Xóa mục {number}", item: "{label} {number}",
        reviewTitle: "Xem lại trước khi lưu", reviewHelp: "Kiểm tra các câu trả lời. Bấm “Sửa” để quay lại từng phần.",
        edit: "Sửa", save: "Lưu phiếu", savedTitle: "Đã tạo phiếu trả lời",
        saved: "Tệp {file} đã được tải xuống máy này. Xin gửi tệp cho đơn vị tổ chức khảo sát theo cách đã được hướng dẫn.",
        savedDraft: "Bản nháp trên máy này đã được xóa.", again: "Tải lại tệp", copy: "Nội dung tệp (để sao chép)",
        fresh: "Điền phiếu mới", declinedTitle: "Cảm ơn Ông/Bà",
        declined: "Ông/Bà không đồng ý tham gia nên phiếu dừng tại đây. Không câu trả lời nào khác được lưu.",
        declinedSave: "Nếu muốn, Ông/Bà có thể lưu một tệp chỉ ghi việc không tham gia để gửi đơn vị khảo sát.",
        declinedButton: "Lưu tệp không tham gia", change: "Thay đổi lựa chọn",
        draftFound: "Trên máy này có một phiếu đang điền dở, lưu lúc {time}.",
        draftWarning: "Nếu phiếu đó không phải của Ông/Bà, xin chọn xóa.", resume: "Điền tiếp", discard: "Xóa và bắt đầu phiếu mới",
        draftKept: "Câu trả lời được lưu tạm trên máy này, không gửi đi đâu. Nếu dùng máy chung, hãy xóa bản nháp khi rời đi.",
        deleteDraft: "Xóa bản nháp", deleteAsk: "Xóa mọi câu trả lời đã điền trên máy này?", deleted: "Đã xóa bản nháp.",
        print: "In phiếu", blank: "…………………………………………………………"
      },
      en: {
        language: "Language", progress: "Part {page} of {pages}", progressOpen: "Part {page}", previous: "Back", next: "Continue",
        review: "Review answers", required: "required", optional: "optional",
        missing: "Please answer this question.", invalid: "This answer does not fit, please check it.",
        notInteger: "Please enter a whole number, for example 35.", notNumber: "Please enter a number, for example 12.5.",
        notDate: "Please enter a valid date.", notRange: "Please choose a number from {start} to {end}.",
        notPoint: "Please enter a latitude (−90 to 90) and a longitude (−180 to 180), for example 10.95 and 106.84.",
        notPoints: "Please enter one point on each line: latitude, a space, longitude; for example 10.95 106.84.", fewPoints: "Please enter at least {count} points.",
        latitude: "Latitude", longitude: "Longitude", locate: "Use my current location", addLocation: "Add my current location",
        locating: "Finding the location…", located: "Location taken, accurate to about {metres} m.",
        noLocation: "This device gave no location. Please type it.",
        traceHelp: "One point on each line: latitude, a space, longitude; for example 10.95 106.84. At least two, in the order of the line.",
        shapeHelp: "One point on each line: latitude, a space, longitude; for example 10.95 106.84. At least three, around the area.",
        barcode: "Type the digits printed beside the bar code.",
        fileNone: "No file chosen. Files are not kept in the draft.", fileChosen: "Chosen: {file} ({size}). Files are not kept in the draft.",
        removeFile: "Remove file", filesToo: "{count} files belong to this questionnaire. Please download each with the buttons below and send them together with it, names unchanged.",
        saveFile: "Download {file}",
        search: "Search the list", searchHint: "Type to search", searchFound: "{count} found.",
        chosen: "Chosen: {item}", chosenNone: "Nothing chosen yet.",
        errors: "{count} questions need attention before you continue.", clear: "Clear choice", choose: "Choose…",
        many: "You may choose several.", notYet: "not answered", yes: "Yes",
        rankHelp: "Use the up and down buttons or the number boxes; 1 comes first.",
        rankNone: "Not ranked yet. If you agree with the order shown, press “Keep this order”.",
        rankDone: "The order is recorded.", keep: "Keep this order", up: "Move up", down: "Move down",
        place: "Position", moved: "{item}: position {place} of {count}",
        device: "This question needs a mobile device and cannot be answered on this page.",
        add: "Add: {label}", remove: "Remove item {number}", item: "{label} {number}",
        reviewTitle: "Review before saving", reviewHelp: "Check your answers. Press “Edit” to go back to a part.",
        edit: "Edit", save: "Save questionnaire", savedTitle: "Your answers are saved",
        saved: "The file {file} was downloaded to this computer. Please send it to the survey team as you were told.",
        savedDraft: "The draft on this computer has been deleted.", again: "Download again", copy: "Content of the file (to copy)",
        fresh: "Fill in another", declinedTitle: "Thank you",
        declined: "You chose not to take part, so the questionnaire ends here. No other answer is kept.",
        declinedSave: "If you wish, you may save a file that only states that you do not take part.",
        declinedButton: "Save refusal file", change: "Change my choice",
        draftFound: "There is an unfinished questionnaire on this computer, saved at {time}.",
        draftWarning: "If it is not yours, please delete it.", resume: "Continue it", discard: "Delete it and start anew",
        draftKept: "Answers are kept on this computer only and are sent nowhere. On a shared computer, delete the draft before you leave.",
        deleteDraft: "Delete draft", deleteAsk: "Delete all answers entered on this computer?", deleted: "The draft was deleted.",
        print: "Print", blank: "…………………………………………………………"
      }
    };
    for (const code of Object.keys(WORDING)) Object.assign(WORDING[code], WORDING_OF_ENDING[code]);
    const LANGUAGES = FORM.langs.length ? FORM.langs : [{code: "vi", name: "Tiếng Việt"}, {code: "en", name: "English"}];
    let language = LANGUAGES.some(l => l.code === FORM.lang) ? FORM.lang : LANGUAGES[0].code;

    /** A wording of the page, placeholders filled. */
    function say(key, values) {
      const words = WORDING[language] || WORDING.en;
      return words[key].replace(/\{(\w+)\}/g, (all, name) => values && name in values ? String(values[name]) : all);
    }

    /** A text of the form in the language shown, else in the one it has. */
    function pick(text) {
      if (!text) return "";
      if (text[language] !== undefined) return text[language];
      if (text[""] !== undefined) return text[""];
      const first = Object.keys(text)[0];
      return first === undefined ? "" : text[first];
    }
    """#
}
