"""Reads the page of a report in a real browser as a person would who has no mouse and little room.

usage: read_page.py PAGE.html

Prints one JSON object: what axe-core found, every request that left the page, every error of the page's script, the
tables that could not be sorted by keyboard, and what is wider than a narrow screen or a printed page.
"""

import json
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

SORTED = """table => {
  const head = [...table.tHead.rows[0].cells].find(cell => cell.hasAttribute('aria-sort'));
  if (!head) return 'no column says that it is sorted';
  const sign = head.ariaSort === 'ascending' ? 1 : -1;
  // Totals have no number and stay last.
  const rows = [...table.tBodies[0].rows].filter(row => row.cells[0].textContent !== '');
  const values = rows.map(row => row.cells[head.cellIndex]?.querySelector('data'))
    .filter(Boolean).map(data => Number(data.value));
  return values.every((value, i) => i === 0 || sign * (value - values[i - 1]) >= 0) ? '' : head.ariaSort + ' is not so';
}"""

# Parts of the page that stick out of it, those that scroll by themselves left out.
WIDE = """limit => [...document.querySelectorAll('main *')].filter(element => !element.closest('.wide, details'))
  .filter(element => element.getBoundingClientRect().right > limit + 1).map(element => element.outerHTML.slice(0, 80))"""


def sort_by_keyboard(page: Page) -> list[str]:
    found = []
    for table in page.query_selector_all(".text .table table, .annex .table table"):
        buttons = table.query_selector_all("thead button")
        if not buttons:
            continue
        button = buttons[-1]
        button.focus()
        for key in ("Enter", "Space"):
            page.keyboard.press(key)
            if complaint := table.evaluate(SORTED):
                found.append(f"{button.inner_text()}: {complaint}")
        if not button.evaluate("button => button === document.activeElement"):
            found.append(f"{button.inner_text()}: the focus is lost")
    return found


def main() -> None:
    requests: list[str] = []
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(pathlib.Path(sys.argv[1]).resolve().as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(element => element.open = true)")
        unsorted = sort_by_keyboard(page)
        response = Axe().run(page, options={"resultTypes": ["violations"]}).response
        violations = [
            f"{violation['id']} ({violation['impact']}): {node['target']}"
            for violation in response["violations"]
            for node in violation["nodes"][:3]
        ]
        page.set_viewport_size({"width": 320, "height": 800})
        wide = [f"320: {element}" for element in page.evaluate(WIDE, 320)]
        # The text of an A4 page is 165 mm wide.
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 624, "height": 900})
        wide += [f"print: {element}" for element in page.evaluate(WIDE, 624)]
        folded = page.evaluate("[...document.querySelectorAll('details')].some(element => element.offsetHeight > 0)")
        browser.close()
    print(
        json.dumps({
            "violations": violations,
            "outside": [url for url in requests if not url.startswith("file:")],
            "errors": errors,
            "unsorted": unsorted,
            "wide": wide + (["print: details are printed"] if folded else []),
        })
    )


main()
