extension WebPage {
  /// The code by which a respondent can name the questionnaire again, as `WithdrawalCode` reads it.
  static let withdrawalCard = #"""
    const CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** The product in GF(32), of which x⁵ = x² + 1. */
    function fieldProduct(left, right) {
      let result = 0;
      for (let bit = 4; bit >= 0; bit--) {
        result <<= 1;
        if (result & 32) result ^= 37;
        if (right >> bit & 1) result ^= left;
      }
      return result;
    }

    /** The identifier's 128 bits five by five, and two check signs (remainder by x² + 3x + 2). */
    function withdrawalCode(identifier) {
      const bits = [...identifier.replace(/-/g, "")].map(digit => pad(parseInt(digit, 16).toString(2), 4)).join("") + "00";
      const symbols = bits.match(/.{5}/g).map(five => parseInt(five, 2));
      let [first, second] = [0, 0];
      for (const symbol of symbols) {
        const carried = symbol ^ first;
        [first, second] = [second ^ fieldProduct(carried, 3), fieldProduct(carried, 2)];
      }
      const signs = [...symbols, first, second].map(symbol => CODE_SIGNS[symbol]).join("");
      return "YK-" + signs.match(/.{4}/g).join("-");
    }

    /** The code with what it is for, in both languages, to print or copy. */
    function codeCard(identifier) {
      const code = withdrawalCode(identifier);
      const texts = code => [el("h3", {lang: code}, WORDING[code].codeTitle), el("p", {lang: code}, WORDING[code].codeHelp)];
      const [mine, other] = language === "en" ? ["en", "vi"] : ["vi", "en"];
      return el("section", {class: "code-card", "aria-label": say("codeTitle")}, ...texts(mine), el("p", {class: "code", id: "withdrawal-code"},
        ...code.split(/(?<=-)/).map(part => el("span", {}, part))), ...texts(other), button("secondary", say("codePrint"), () => window.print()));
    }
    """#
}
