extension WebPage {
  /// The way through the page: draft, pages, review, refusal, saving.
  static let navigation = #"""
    let view = "form";
    let current = pageList[0] || null;
    let saved = null;
    const app = document.getElementById("app");

    function header() {
      const buttons = LANGUAGES.length > 1 ? el("div", {role: "group", "aria-label": say("language"), class: "languages"},
        ...LANGUAGES.map(item => el("button", {type: "button", lang: item.code, "aria-pressed": String(item.code === language), onclick: () => setLanguage(item.code)},
          item.name.replace(/\s*\([^)]*\)$/, "")))) : null;
      return el("header", {}, el("div", {class: "inner"}, el("h1", {}, pick(FORM.title)), buttons));
    }

    function setLanguage(code) {
      language = code;
      render();
      const pressed = document.querySelector(".languages [aria-pressed=true]");
      if (pressed) pressed.focus();
    }

    const button = (kind, text, onclick) => el("button", {type: "button", class: kind, onclick}, text);
    const progressBar = el("progress", {max: 1, value: 0});
    const progressText = el("p", {class: "progress-text"});

    const hasQuestions = page => everyNode({children: page.nodes}, node => node.kind === "q" && isVisible(node.def) && node.def.t !== "note").length > 0;

    function updateProgress() {
      // Until consent is given the later parts are closed, yet they are on the way.
      const isBefore = pageList.indexOf(current) <= consentPage();
      const pages = isBefore ? pageList.filter(page => page === current || hasQuestions(page)) : openPages();
      const place = pages.indexOf(current);
      progressText.textContent = say(isBefore ? "progressOpen" : "progress", {page: place + 1, pages: pages.length});
      progressBar.max = pages.length;
      progressBar.value = place + 1;
      progressBar.setAttribute("aria-label", progressText.textContent);
      const next = document.getElementById("next");
      if (next) next.textContent = place === pages.length - 1 ? say("review") : say("next");
      const previous = document.getElementById("previous");
      if (previous) previous.hidden = place <= 0;
    }

    /** Draws everything anew, in the language shown. */
    function render(focus) {
      document.documentElement.lang = language;
      document.title = pick(FORM.title);
      everyNode(root, () => true).forEach(node => { node.updates = []; node.element = null; });
      const main = el("main", {id: "main"});
      const views = {form: formView, review: reviewView, sending: sendingView, unsent: unsentView, done: doneView, declined: declinedView, draft: draftView};
      main.append(...views[view]());
      app.replaceChildren(header(), main, footer());
      refresh();
      if (view === "form") for (const node of everyNode(root, node => node.showsError)) showProblem(node, problemOf(node));
      if (focus) { const target = view === "form" ? current.heading : main.querySelector("h2"); if (target) target.focus(); window.scrollTo(0, 0); }
    }

    function footer() {
      if (view !== "form" && view !== "review" && view !== "unsent") return el("footer", {});
      return el("footer", {}, el("p", {}, FORM.submit ? say("draftSent", {host: submissionHost}) : say("draftKept")), button("link", say("deleteDraft"), () => {
        if (!window.confirm(say("deleteAsk"))) return;
        deleteDraft();
        window.location.reload();
      }), button("link", say("print"), () => window.print()));
    }

    function formView() {
      const elements = pageList.map(pageElement);
      pageList.forEach(page => { page.element.classList.toggle("away", page !== current); });
      const previous = button("secondary", say("previous"), () => go(-1));
      const next = button("primary", say("next"), () => go(1));
      previous.id = "previous";
      next.id = "next";
      return [el("div", {class: "progress"}, progressText, progressBar), ...elements, el("div", {class: "actions"}, previous, next)];
    }

    /** Checks a page; tells how many answers need attention and leads to the first. */
    function check(page) {
      const wrong = page.nodes.flatMap(node => asked(node)).filter(node => { const problem = problemOf(node); showProblem(node, problem); return problem !== ""; });
      page.summary.textContent = wrong.length ? say("errors", {count: wrong.length}) : "";
      if (wrong.length === 0) return true;
      const target = (wrong[0].controls || []).find(control => control.checked) || (wrong[0].controls || [])[0];
      wrong[0].element.scrollIntoView({block: "center"});
      if (target) target.focus({preventScroll: true});
      return false;
    }

    /** The place of the last page that asks for consent; -1 when the form asks for none. */
    const consentPage = () => FORM.consent ? Math.max(...pageList.map((page, index) =>
      everyNode({children: page.nodes}, node => FORM.consentNames.includes(node.def.n)).length ? index : -1)) : -1;
    const hasRefused = () => Boolean(FORM.consent) && pageList.indexOf(current) >= consentPage() && !bool(FORM.consent(root.x));

    function go(step) {
      const pages = openPages();
      const place = pages.indexOf(current);
      if (step > 0 && !check(current)) return;
      if (step > 0 && hasRefused()) { deleteDraft(); view = "declined"; return render(true); }
      const target = openPages()[place + step];
      if (target) current = target; else if (step > 0) view = "review";
      render(true);
    }

    function reviewView() {
      const parts = openPages().map(page => {
        const rows = page.nodes.flatMap(node => asked(node)).filter(node => node.def.t !== "note" && node.def.t !== "device");
        const title = page.label ? pick(page.label.def.l) : pick(FORM.title);
        return rows.length ? el("section", {class: "review"}, el("div", {class: "review-head"}, labelOf(page.label || root, title, el("h3", {})),
          el("button", {type: "button", class: "link", "aria-label": say("edit") + ": " + title, onclick: () => { view = "form"; current = page; render(true); }}, say("edit"))),
          el("dl", {}, ...rows.flatMap(node => [labelOf(node, pick(node.def.l), el("dt", {})), el("dd", {class: node.value === "" ? "none" : ""}, answerText(node) || say("notYet"))]))) : null;
      });
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say(FORM.submit ? "reviewSendTitle" : "reviewTitle")), el("p", {}, say("reviewHelp")), ...parts.filter(Boolean)),
        el("div", {class: "actions"}, button("secondary", say("previous"), () => { view = "form"; render(true); }), button("primary", say(FORM.submit ? "send" : "save"), save))];
    }

    function draftView() {
      const draft = readDraft();
      const time = draft ? formatDate(momentText((draft.time + offsetAt(draft.time) * 60000) / DAY), language === "vi" ? "%H:%M %d/%m/%Y" : "%Y-%m-%d %H:%M") : "";
      const begin = () => { draftsAllowed = true; view = "form"; current = openPages()[0] || pageList[0]; render(true); };
      return [el("section", {class: "card"}, el("h2", {tabindex: "-1"}, say("draftFound", {time})), el("p", {}, say("draftWarning"))),
        el("div", {class: "actions"}, button("secondary", say("discard"), () => { deleteDraft(); begin(); }),
          button("primary", say("resume"), () => { unpack(root, draft.answers); draftIdentifier = draft.identifier; recompute(); begin(); }))];
    }

    root.x = makeNode({k: "q", n: "", t: "hidden"}, root).x;
    startAnew();
    current = openPages()[0] || current;
    if (readDraft()) view = "draft"; else draftsAllowed = true;
    render();
    """#
}
