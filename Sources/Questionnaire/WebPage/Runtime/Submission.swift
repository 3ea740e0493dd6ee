extension WebPage {
  /// The filled-in questionnaire as OpenRosa XML, and the draft kept on the computer.
  static let submission = #"""
    /** A random identifier (UUID version 4), also where the page is not served securely. */
    function randomIdentifier() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = bytes[6] & 15 | 64;
      bytes[8] = bytes[8] & 63 | 128;
      const digits = [...bytes].map(byte => pad(byte.toString(16), 2)).join("");
      return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
    }

    const deviceIdentifier = "web:" + randomIdentifier();
    const escapeXML = text => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"]/g, mark => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"})[mark]);

    function startAnew() {
      for (const node of everyNode(root, node => node.kind === "q")) {
        if (node.def.dyn && node.value === "") node.value = str(node.def.dyn(node.x));
        if (node.def.t === "meta-start") node.value = momentText(localNow());
        if (node.def.t === "meta-today") node.value = dateText(localNow());
        if (node.def.t === "meta-deviceid") node.value = deviceIdentifier;
      }
      recompute();
    }

    const isKept = def => !(def.t || "").startsWith("meta-") || ["meta-start", "meta-end", "meta-today", "meta-deviceid"].includes(def.t);

    /** The XML of the questionnaire; of a refusal only the questions about consent. */
    function submissionXML(identifier, onlyConsent) {
      for (const node of everyNode(root, node => node.def.t === "meta-end")) node.value = momentText(localNow());
      recompute();
      const wanted = onlyConsent ? new Set(FORM.consentNames) : null;
      const lines = [];
      const hasWanted = node => !wanted || wanted.has(node.def.n) || node.children.some(hasWanted);
      const write = (node, indent) => {
        if (!node.shown || !isKept(node.def) || !hasWanted(node)) return;
        if (node.kind === "r") return node.children.forEach(child => write(child, indent));
        const name = node.def.n;
        if (node.kind !== "q") {
          lines.push(indent + "<" + name + ">");
          node.children.forEach(child => write(child, indent + "  "));
          lines.push(indent + "</" + name + ">");
        } else if (node.value === "" || node.def.t === "note") lines.push(indent + "<" + name + "/>");
        else lines.push(indent + "<" + name + ">" + escapeXML(node.value) + "</" + name + ">");
      };
      root.children.forEach(node => write(node, "  "));
      const name = FORM.instanceName && !onlyConsent ? "<orx:instanceName>" + escapeXML(str(FORM.instanceName(root.x))) + "</orx:instanceName>" : "";
      const version = FORM.version ? " version=\"" + escapeXML(FORM.version) + "\"" : "";
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data xmlns:orx=\"http://openrosa.org/xforms\" id=\"" + escapeXML(FORM.id) + "\"" + version + ">\n"
        + lines.join("\n") + "\n  <orx:meta><orx:instanceID>uuid:" + identifier + "</orx:instanceID>" + name + "</orx:meta>\n</data>\n";
    }

    /** Hands a text or a file to the browser as a file to save. */
    function download(name, content) {
      const address = URL.createObjectURL(typeof content === "string" ? new Blob([content], {type: "text/xml"}) : content);
      const link = el("a", {href: address, download: name});
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    }

    // The draft stays in this browser, under the form and its version; it is never restored without asking.
    const DRAFT = "ykien:" + FORM.id + ":" + FORM.version;
    let draftTimer = 0;
    let draftsAllowed = false;
    let draftIdentifier = "";

    // A file cannot be kept in a draft: its question is open again.
    const pack = node => node.kind === "q" ? node.def.t === "file" ? "" : node.value
      : node.kind === "r" ? node.children.map(pack) : Object.fromEntries(node.children.map(child => ["q:" + child.def.n, pack(child)]));

    function unpack(node, packed) {
      if (packed === undefined || packed === null) return;
      if (node.kind === "q") { if (typeof packed === "string" && node.def.t !== "file" && (!node.def.calc || node.def.trig) && isVisible(node.def)) node.value = packed; }
      else if (node.kind === "r") { if (Array.isArray(packed)) { node.children = []; packed.slice(0, 200).forEach(item => unpack(addRepetition(node), item)); } }
      else node.children.forEach(child => unpack(child, packed["q:" + child.def.n]));
    }

    function saveDraft() {
      if (!draftsAllowed) return;
      clearTimeout(draftTimer);
      draftTimer = setTimeout(writeDraft, 300);
    }

    function writeDraft() {
      clearTimeout(draftTimer);
      const draft = {time: Date.now(), identifier: draftIdentifier, answers: pack(root)};
      try { localStorage.setItem(DRAFT, JSON.stringify(draft)); } catch { /* no storage: no draft */ }
    }

    function readDraft() {
      try {
        const draft = JSON.parse(localStorage.getItem(DRAFT));
        if (!draft || !draft.answers || !Number.isFinite(draft.time)) return null;
        const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(draft.identifier);
        return {...draft, identifier: isIdentifier ? draft.identifier : ""};
      } catch { return null; }
    }

    function deleteDraft() {
      clearTimeout(draftTimer);
      try { localStorage.removeItem(DRAFT); } catch { /* no storage: no draft */ }
    }
    """#
}
