extension WebPage {
  /// Sending to the form's address as OpenRosa asks: one request with the XML and the files as parts.
  static let sending = #"""
    const RETRIES = 5;
    const FIRST_PAUSE = 1000;
    const LONGEST_WAIT = 120000;
    const submissionHost = FORM.submit ? (/^https?:\/\/([^\/?#]+)/i.exec(FORM.submit) || [])[1] || location.host : "";

    /** Tries once; the status of the answer, or 0 when none came. */
    async function sendOnce(filled) {
      const parts = new FormData();
      parts.append("xml_submission_file", new Blob([filled.xml], {type: "text/xml"}), filled.name);
      for (const file of filled.files) parts.append(file.name, file.content, file.name);
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), LONGEST_WAIT);
      try {
        const answer = await fetch(FORM.submit, {method: "POST", body: parts, headers: {"X-OpenRosa-Version": "1.0"}, signal: patience.signal,
          credentials: "same-origin", cache: "no-store", referrerPolicy: "no-referrer"});
        return answer.status;
      } catch { return 0; } finally { clearTimeout(timer); }
    }

    /** Only what may pass by itself is worth trying again. */
    const mayPass = status => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;

    /** Tries until it is taken, refused, or tried often enough; pauses double. Tells before each further try. */
    async function sendPatiently(filled, tell) {
      for (let attempt = 1; ; attempt++) {
        const status = await sendOnce(filled);
        if (status === 201 || status === 202 || !mayPass(status) || attempt === RETRIES) return status;
        tell(attempt + 1);
        await new Promise(wake => setTimeout(wake, FIRST_PAUSE * 2 ** (attempt - 1)));
      }
    }

    /** Why a questionnaire was not taken, in words. */
    function refusalText(status) {
      if (status === 0) return say("sendUnreachable");
      if (status === 409) return say("sendDuplicate");
      if (status === 401 || status === 403) return say("sendForbidden", {status});
      if (status === 413) return say("sendTooLarge");
      return say("sendRefused", {status});
    }
    """#
}
