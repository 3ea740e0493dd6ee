extension WebPage {
  /// The end of the way: the file is made, sent or downloaded, and the respondent is told what became of it.
  static let finishing = #"""
    function save() {
      const broken = openPages().find(page => page.nodes.flatMap(node => asked(node)).some(node => problemOf(node) !== ""));
      if (broken) { view = "form"; current = broken; render(true); check(broken); return; }
      if (FORM.consent && !bool(FORM.consent(root.x))) { view = "declined"; deleteDraft(); return render(true); }
      finish(false);
    }

    /** Makes the questionnaire's file and sends it, or hands it out where there is no address. */
    function finish(onlyConsent) {
      // A questionnaire sent again keeps its identifier, so that the server can tell it has it already.
      const identifier = onlyConsent ? randomIdentifier() : draftIdentifier ||= randomIdentifier();
      saved = {name: FORM.id.replace(/[^\w.-]/g, "_") + "-" + identifier.slice(0, 8) + ".xml", xml: submissionXML(identifier, onlyConsent),
        files: onlyConsent ? [] : attachments().map(node => ({name: node.value, content: node.file})), onlyConsent};
      if (FORM.submit) { if (!onlyConsent) writeDraft(); send(); return; }
      download(saved.name, saved.xml);
      forget();
      view = "done";
      render(true);
    }

    function forget() {
      draftsAllowed = false;
      deleteDraft();
    }

    async function send() {
      saved.status = null;
      saved.attempt = 1;
      view = "sending";
      render(true);
      const status = await sendPatiently(saved, attempt => { saved.attempt = attempt; tellAttempt(); });
      saved.status = status;
      if (status === 201 || status === 202) { forget(); view = "done"; } else view = "unsent";
      render(true);
    }

    function tellAttempt() {
      const state = document.getElementById("sending-state");
      if (state) state.textContent = say("sendAgainSoon", {attempt: saved.attempt, attempts: RETRIES});
    }

    function sendingView() {
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say("sending")), el("p", {}, say("sendingHelp")),
        el("p", {id: "sending-state", role: "status"}, saved.attempt > 1 ? say("sendAgainSoon", {attempt: saved.attempt, attempts: RETRIES}) : ""))];
    }

    function unsentView() {
      const isKnown = saved.status === 409;
      const note = el("p", {role: "status"});
      const back = () => { view = saved.onlyConsent ? "declined" : "review"; render(true); };
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say(isKnown ? "duplicateTitle" : "unsentTitle")), el("p", {class: "error"}, refusalText(saved.status)),
        isKnown || saved.onlyConsent ? null : el("p", {}, say("unsentDraft")), isKnown ? null : el("p", {}, say("unsentFile")), note,
          ...(FORM.consent && !saved.onlyConsent ? [codeCard(draftIdentifier)] : []), ...fileList(saved.files)),
        el("div", {class: "actions"}, button("secondary", say("previous"), back),
          button("secondary", say("saveInstead"), () => { download(saved.name, saved.xml); note.textContent = say("saved", {file: saved.name}); }),
          isKnown ? null : button("primary", say("sendAgain"), send))];
    }

    /** The files that go with a saved questionnaire, each with a button to download it. */
    const fileList = files => files.length === 0 ? [] : [el("p", {}, say("filesToo", {count: files.length})), el("ul", {class: "files"},
      ...files.map(file => el("li", {}, button("secondary", say("saveFile", {file: file.name}), () => download(file.name, file.content)))))];

    function doneView() {
      const text = el("textarea", {readOnly: true, rows: "12", "aria-label": say("copy"), class: "xml"});
      text.value = saved.xml;
      const title = saved.onlyConsent ? "declinedTitle" : FORM.submit ? "sentTitle" : "savedTitle";
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say(title)), el("p", {}, FORM.submit ? say("sent") : say("saved", {file: saved.name})),
        ...(FORM.consent && !saved.onlyConsent ? [codeCard(draftIdentifier)] : []), ...(FORM.submit ? [] : fileList(saved.files)), el("p", {}, say("savedDraft")), el("details", {}, el("summary", {}, say("copy")), text)),
        el("div", {class: "actions"}, button("secondary", say(FORM.submit ? "saveCopy" : "again"), () => download(saved.name, saved.xml)),
          button("secondary", say("fresh"), () => window.location.reload()))];
    }

    function declinedView() {
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say("declinedTitle")), el("p", {}, say("declined")),
        el("p", {}, say(FORM.submit ? "declinedSend" : "declinedSave"))),
        el("div", {class: "actions"}, button("secondary", say("change"), () => { view = "form"; render(true); }),
          button("secondary", say(FORM.submit ? "declinedSendButton" : "declinedButton"), () => finish(true)))];
    }
    """#
}
