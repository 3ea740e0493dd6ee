extension WebPage {
  /// What the page says when a questionnaire is sent, in both interface languages.
  static let wordingOfEnding = #"""
    const WORDING_OF_ENDING = {
      vi: {
        codeTitle: "Mã phiếu của Ông/Bà", codePrint: "In mã phiếu",
        codeHelp: "Xin ghi lại hoặc in mã này. Khi cần xem, sửa hoặc xóa câu trả lời, Ông/Bà báo mã cho đơn vị tổ chức khảo sát. Việc này chỉ làm được trước khi số liệu được khử nhận dạng. Ai có mã đều yêu cầu được, nên xin giữ kín; mất mã thì không tìm lại được phiếu.",
        send: "Gửi phiếu", reviewSendTitle: "Xem lại trước khi gửi", sending: "Đang gửi phiếu…",
        sendingHelp: "Xin không đóng trang này cho đến khi có thông báo.",
        sendAgainSoon: "Chưa gửi được, đang thử lại lần {attempt} trên {attempts}.",
        sentTitle: "Đã gửi phiếu", sent: "Máy chủ đã nhận phiếu của Ông/Bà. Xin cảm ơn.", saveCopy: "Lưu một bản cho mình",
        duplicateTitle: "Máy chủ đã có phiếu này",
        unsentTitle: "Chưa gửi được phiếu", unsentDraft: "Các câu trả lời vẫn được lưu tạm trên máy này, Ông/Bà có thể gửi lại sau.",
        unsentFile: "Nếu vẫn không gửi được, xin lưu phiếu thành tệp và gửi cho đơn vị tổ chức khảo sát.",
        sendAgain: "Gửi lại", saveInstead: "Lưu thành tệp",
        sendUnreachable: "Không kết nối được với máy chủ. Xin kiểm tra mạng.",
        sendDuplicate: "Máy chủ báo đã có phiếu mang mã này (lỗi 409): lần gửi trước đã đến nơi. Không cần gửi lại. Nếu Ông/Bà đã sửa câu trả lời sau lần gửi đó, bản sửa chưa được ghi nhận; xin lưu thành tệp và báo đơn vị khảo sát.",
        sendForbidden: "Máy chủ không cho phép gửi phiếu (lỗi {status}). Đợt khảo sát có thể đã kết thúc.",
        sendTooLarge: "Phiếu và tệp kèm theo quá lớn đối với máy chủ (lỗi 413). Xin chọn tệp nhỏ hơn.",
        sendRefused: "Máy chủ không nhận phiếu (lỗi {status}).",
        declinedSend: "Nếu muốn, Ông/Bà có thể gửi một phiếu chỉ ghi việc không tham gia.", declinedSendButton: "Gửi việc không tham gia",
        draftSent: "Câu trả lời được lưu tạm trên máy này và chỉ gửi đến {host} khi Ông/Bà bấm “Gửi phiếu”. Nếu dùng máy chung, hãy xóa bản nháp khi rời đi."
      },
      en: {
        codeTitle: "Your questionnaire code", codePrint: "Print the code",
        codeHelp: "Please write this code down or print it. To see, correct or erase your answers, give it to the survey team. This is possible only until the data are de-identified. Anyone who has the code can ask for this, so keep it private; without the code your questionnaire cannot be found.",
        send: "Send questionnaire", reviewSendTitle: "Review before sending", sending: "Sending the questionnaire…",
        sendingHelp: "Please keep this page open until it tells you the outcome.",
        sendAgainSoon: "Not sent yet, trying again: attempt {attempt} of {attempts}.",
        sentTitle: "Questionnaire sent", sent: "The server has received your questionnaire. Thank you.", saveCopy: "Save a copy for yourself",
        duplicateTitle: "The server has this questionnaire already",
        unsentTitle: "The questionnaire was not sent", unsentDraft: "Your answers are still kept on this computer; you can send them later.",
        unsentFile: "If sending keeps failing, please save the questionnaire as a file and send it to the survey team.",
        sendAgain: "Send again", saveInstead: "Save as a file",
        sendUnreachable: "The server could not be reached. Please check the network.",
        sendDuplicate: "The server already has a questionnaire with this identifier (error 409): an earlier attempt arrived. It need not be sent again. If you changed answers after that attempt, the change is not recorded; please save it as a file and tell the survey team.",
        sendForbidden: "The server does not allow questionnaires to be sent (error {status}). The survey may have ended.",
        sendTooLarge: "The questionnaire and its files are too large for the server (error 413). Please choose smaller files.",
        sendRefused: "The server did not take the questionnaire (error {status}).",
        declinedSend: "If you wish, you may send a questionnaire that only states that you do not take part.", declinedSendButton: "Send refusal",
        draftSent: "Answers are kept on this computer and sent to {host} only when you press “Send questionnaire”. On a shared computer, delete the draft before you leave."
      }
    };
    """#
}
