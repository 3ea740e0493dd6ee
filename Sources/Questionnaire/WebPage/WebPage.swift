public import FormDefinition
import Markup

/// A form as one HTML file that asks, checks and saves without any network, and sends where the form names an address.
public enum WebPage {
  /// The page of a form: styles, script and questions in one file, in Vietnamese and English.
  ///
  /// Labels are shown as text, so no label can become markup. Filled-in questionnaires are sent to the form's
  /// `submission_url`, the only place the page's policy lets it connect to; without one every connection is forbidden
  /// and they are saved as OpenRosa XML files on the respondent's computer.
  /// - Complexity: O(size of the form × number of languages).
  public static func document(for form: Form) -> String {
    let language = form.defaultLanguage.isEmpty ? "vi" : form.defaultLanguage
    let title = form.title.text(in: form.defaultLanguage).escapedForMarkup
    let connections = SubmissionAddress(form.submissionURL).map { "connect-src \($0.allowedOrigin); " } ?? ""
    let policy =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; \(connections)"
      + "form-action 'none'; base-uri 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(language.escapedForMarkup)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(styles)
      \(controlStyles)
      \(printStyles)
      </style>
      </head>
      <body>
      <noscript><p lang="vi">Trang này cần JavaScript để kiểm tra và lưu phiếu. Vui lòng bật JavaScript hoặc dùng phiếu \
      giấy.</p><p lang="en">This page needs JavaScript to check and save the questionnaire. Please enable it or use the \
      paper form.</p></noscript>
      <div id="app"></div>
      <script>
      "use strict";
      const FORM = \(FormScript(form).text);
      \(wordingOfEnding)
      \(wording)
      \(expressionLibrary)
      \(expressionFunctions)
      \(tableLookups)
      \(model)
      \(controls)
      \(choiceControls)
      \(longList)
      \(rankControl)
      \(placeControls)
      \(fileControl)
      \(submission)
      \(sending)
      \(pages)
      \(withdrawalCard)
      \(finishing)
      \(navigation)
      </script>
      </body>
      </html>

      """
  }
}
