extension WebPage {
  /// Files a respondent adds: pictures, sound, film, documents.
  static let fileControl = #"""
    const ACCEPTED = {image: "image/*", audio: "audio/*", video: "video/*", file: null};

    /** The name a file gets: of the question and chance, for names people give to files tell about them. */
    function attachmentName(node, file) {
      const ending = (/\.([A-Za-z0-9]{1,8})$/.exec(file.name) || [])[1];
      return node.def.n.replace(/[^\w-]/g, "_") + "-" + randomIdentifier().slice(0, 8) + (ending ? "." + ending.toLowerCase() : "");
    }

    function sizeText(bytes) {
      const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, "MB"] : [bytes / 1e3, "kB"];
      const text = amount >= 10 ? String(Math.round(amount)) : amount.toFixed(1);
      return (language === "vi" ? text.replace(".", ",") : text) + " " + unit;
    }

    /** Every file of a question that is asked. */
    const attachments = () => everyNode(root, node => node.kind === "q" && node.shown && node.def.t === "file" && node.file && node.value !== "");

    function fileChooser(node) {
      const {hint, described} = surroundings(node);
      const state = el("p", {class: "hint on-screen", id: node.id + "-state"});
      const control = el("input", {type: "file", id: node.id + "-control", accept: ACCEPTED[node.def.kind], "aria-describedby": state.id + " " + described,
        "aria-required": node.def.req ? "true" : null});
      control.addEventListener("change", () => {
        const file = control.files[0];
        if (!file) return;
        node.file = file;
        setAnswer(node, attachmentName(node, file));
      });
      const clear = el("button", {type: "button", class: "link clear", onclick: () => {
        node.file = null;
        control.value = "";
        setAnswer(node, "");
        control.focus();
      }}, say("removeFile"));
      node.controls = [control];
      const update = () => {
        const file = node.value === "" ? null : node.file;
        state.textContent = file ? say("fileChosen", {file: file.name, size: sizeText(file.size)}) : say("fileNone");
        clear.hidden = !file;
      };
      (node.updates ||= []).push(update);
      update();
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, control, state, clear, node.error];
    }
    """#
}
