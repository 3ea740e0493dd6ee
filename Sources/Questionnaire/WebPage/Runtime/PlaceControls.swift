extension WebPage {
  /// Places: one point, or the points of a line or an area, typed or taken from the device.
  static let placeControls = #"""
    const NUMBER = "(-?\\d+(?:[.,]\\d+)?)";
    const POINT_LINES = [new RegExp("^(-?\\d+\\.\\d+),(-?\\d+\\.\\d+)$"), new RegExp("^" + NUMBER + "(?:\\s*[,;]\\s+|\\s+|;)" + NUMBER + "$")];
    const isPlace = def => ["geopoint", "geotrace", "geoshape"].includes(def.t);

    /** One point as XForms writes it; what cannot be read stays as it was typed. */
    function pointText(text) {
      const parts = POINT_LINES.map(pattern => pattern.exec(text.trim())).find(Boolean);
      return parts ? parts[1].replace(",", ".") + " " + parts[2].replace(",", ".") + " 0 0" : text.trim();
    }

    /** The points of a line or an area from lines of text; an area ends where it began. */
    function pointsText(text, isClosed) {
      const points = text.split("\n").filter(line => line.trim() !== "").map(pointText);
      if (isClosed && points.length > 2 && points[0] !== points[points.length - 1]) points.push(points[0]);
      return points.join(";");
    }

    /** The lines of text of a line's or an area's points. */
    function pointLines(value, isClosed) {
      const points = value === "" ? [] : value.split(";");
      if (isClosed && points.length > 3 && points[0] === points[points.length - 1]) points.pop();
      return points.map(point => point.split(" ").slice(0, 2).join(" ")).join("\n");
    }

    function isPoint(text) {
      if (!/^-?\d+(\.\d+)? -?\d+(\.\d+)?( -?\d+(\.\d+)?){0,2}$/.test(text)) return false;
      const [latitude, longitude] = text.split(" ").map(Number);
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** What is wrong with a place; "" when nothing is. */
    function placeProblem(def, value) {
      if (def.t === "geopoint") return isPoint(value) ? "" : say("notPoint");
      const points = value.split(";");
      if (!points.every(isPoint)) return say("notPoints");
      if (def.t === "geotrace") return points.length >= 2 ? "" : say("fewPoints", {count: 2});
      return points.length >= 4 ? "" : say("fewPoints", {count: 3});
    }

    /** A button that asks the device where it is; the person is asked first, by the browser. */
    function locateButton(label, take) {
      const said = el("p", {class: "hint on-screen", role: "status"});
      const act = () => {
        if (!navigator.geolocation) { said.textContent = say("noLocation"); return; }
        said.textContent = say("locating");
        navigator.geolocation.getCurrentPosition(position => {
          const place = position.coords;
          take([place.latitude.toFixed(6), place.longitude.toFixed(6), (place.altitude || 0).toFixed(1), (place.accuracy || 0).toFixed(1)].map(Number).join(" "));
          said.textContent = say("located", {metres: Math.round(place.accuracy || 0)});
        }, () => { said.textContent = say("noLocation"); }, {enableHighAccuracy: true, timeout: 30000, maximumAge: 0});
      };
      return [el("button", {type: "button", class: "secondary locate", onclick: act}, label), said];
    }

    /** One point: latitude and longitude. */
    function placeControl(node) {
      const box = name => el("input", {type: "text", inputmode: "text", autocomplete: "off", id: node.id + "-" + name, class: "w-decimal"});
      const [latitude, longitude] = [box("latitude"), box("longitude")];
      const keep = () => {
        const typed = [latitude, longitude].map(control => control.value.trim().replace(",", "."));
        setAnswer(node, typed.join("") === "" ? "" : typed.map(text => text || "?").join(" ") + " 0 0");
      };
      const show = () => {
        const parts = node.value.split(" ").map(text => text === "?" ? "" : language === "vi" ? text.replace(".", ",") : text);
        [latitude, longitude].forEach((control, index) => { if (document.activeElement !== control) control.value = parts[index] || ""; });
      };
      latitude.addEventListener("input", keep);
      longitude.addEventListener("input", keep);
      const part = (name, control) => el("div", {}, el("label", {for: control.id}, say(name)), control);
      const frame = group(node, "place", el("div", {class: "place"}, part("latitude", latitude), part("longitude", longitude)),
        ...locateButton(say("locate"), value => setAnswer(node, value)));
      node.controls = [latitude, longitude];
      (node.updates ||= []).push(show);
      show();
      return [frame];
    }

    /** A line or an area: one point on each line. */
    function shapeControl(node) {
      const isClosed = node.def.t === "geoshape";
      const {hint, described} = surroundings(node);
      const help = el("p", {class: "hint", id: node.id + "-help"}, say(isClosed ? "shapeHelp" : "traceHelp"));
      const control = el("textarea", {id: node.id + "-control", rows: "5", autocomplete: "off", "aria-describedby": help.id + " " + described,
        "aria-required": node.def.req ? "true" : null});
      const write = () => pointLines(node.value, isClosed);
      control.value = write();
      control.addEventListener("input", () => setAnswer(node, pointsText(control.value, isClosed)));
      node.controls = [control];
      (node.updates ||= []).push(() => { if (document.activeElement !== control && pointsText(control.value, isClosed) !== node.value) control.value = write(); });
      const add = value => setAnswer(node, pointsText([write(), value.split(" ").slice(0, 2).join(" ")].filter(Boolean).join("\n"), isClosed));
      return [el("label", {for: control.id, class: "label"}, labelOf(node, pick(node.def.l), el("span")), requiredMark(node)), hint, help, control,
        ...locateButton(say("addLocation"), add), node.error];
    }
    """#
}
