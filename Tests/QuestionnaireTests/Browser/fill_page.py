"""Fills in a questionnaire page in a real browser as a person would, by labels and roles.

usage: fill_page.py PAGE.html STEPS.json

STEPS.json holds a list of steps, each an object with "do" and the step's own fields. Prints one JSON object: the
serious violations axe-core found, every request that left the page, every error of the page's script, and what was sent.

Where the first step is "collect", with the statuses to answer, a server on the loopback takes the place of the address
127.0.0.1:9 in the page.
"""

import json
import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from collector import Collector

SERIOUS = {"serious", "critical"}


class Visitor:
    """One visit to the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.violations: list[str] = []
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.values: dict[str, str] = {}
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def choose(self, question: str, answer: str, group: str = "radiogroup", kind: str = "radio") -> None:
        frame = self.page.get_by_role(group, name=question)
        frame.get_by_role(kind, name=answer, exact=True).check()

    def tick(self, question: str, answer: str) -> None:
        self.choose(question, answer, group="group", kind="checkbox")

    def tick_box(self, label: str) -> None:
        self.page.get_by_role("checkbox", name=label).check()

    def labelled(self, label: str):
        return self.page.get_by_label(label).locator("visible=true").first

    def type(self, label: str, text: str) -> None:
        self.labelled(label).fill(text)

    def within(self, question: str, label: str, text: str) -> None:
        self.page.get_by_role("group", name=question).get_by_label(label).fill(text)

    def pick(self, label: str, option: str) -> None:
        self.labelled(label).select_option(label=option)

    def likert(self, statement: str, keys: list[str]) -> None:
        """Answers by keyboard alone: focus on the row's first button, then keys."""
        self.page.get_by_role("radiogroup", name=statement).get_by_role("radio").first.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def focus_and_key(self, button: str, key: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).focus()
        self.page.keyboard.press(key)

    def attach(self, label: str, name: str, content: str) -> None:
        self.labelled(label).set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content.encode()})

    def locate(self, question: str, button: str, latitude: float, longitude: float) -> None:
        self.page.context.grant_permissions(["geolocation"])
        self.page.context.set_geolocation({"latitude": latitude, "longitude": longitude, "accuracy": 12.4})
        self.page.locator(".question", has_text=question).get_by_role("button", name=button).first.click()

    def download(self, button: str, content: str) -> None:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        assert pathlib.Path(download.value.path()).read_text(encoding="utf-8") == content

    def tab_to(self, text: str) -> None:
        """Goes on by the Tab key alone to the control whose label or own text begins with the text."""
        script = """() => { const at = document.activeElement;
            return [at.getAttribute('aria-label') || '', ...[...(at.labels || [])].map(l => l.textContent), at.tagName === 'BUTTON' ? at.textContent : '']; }"""
        for _ in range(120):
            self.page.keyboard.press("Tab")
            if any(name.startswith(text) for name in self.page.evaluate(script)):
                return
        raise AssertionError(f"the Tab key never reaches {text!r}")

    def keys(self, keys: list[str]) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def see(self, text: str) -> None:
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def absent(self, label: str) -> None:
        expect(self.page.get_by_label(label).locator("visible=true")).to_have_count(0)

    def focused(self, question: str) -> None:
        """The focus must be inside the question (after a check that failed)."""
        text = self.page.evaluate("document.activeElement.closest('.question')?.textContent ?? ''")
        assert question in text, f"focus is in {text!r}"

    def axe(self, where: str) -> None:
        for violation in Axe().run(self.page).response["violations"]:
            if violation["impact"] in SERIOUS:
                targets = [node["target"] for node in violation["nodes"]][:3]
                self.violations.append(f"{where}: {violation['id']} {targets}")

    def narrow(self, width: int) -> None:
        """At this width nothing may stick out sideways."""
        self.page.set_viewport_size({"width": width, "height": 800})
        extent = self.page.evaluate("document.documentElement.scrollWidth")
        assert extent <= width, f"the page is {extent} px wide at {width} px"
        self.page.set_viewport_size({"width": 1200, "height": 900})

    def walk(self, width: int) -> None:
        """Goes on to the review, checking every part on the way, at most 60 parts."""
        for part in range(1, 60):
            self.axe(f"part {part}")
            self.narrow(width)
            self.zoom(200)
            following = self.page.locator("#next")
            if following.count() == 0:
                return
            following.click()
        raise AssertionError("the review was never reached")

    def screenshot(self, path: str, width: int = 1200, full: bool = True) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.screenshot(path=path, full_page=full)
        self.page.set_viewport_size({"width": 1200, "height": 900})

    def print(self, path: str) -> None:
        self.page.pdf(path=path, prefer_css_page_size=True)

    def calculate(self) -> None:
        """Keeps the values of all calculated fields."""
        script = "Object.fromEntries(everyNode(root, n => n.def.calc).map(n => [n.def.n, n.value]))"
        self.values = self.page.evaluate(script)

    def keep_text(self, selector: str, name: str) -> None:
        self.values[name] = self.page.locator(selector).text_content() or ""

    def printed(self, selector: str, display: str) -> None:
        """How the element is laid out on paper."""
        self.page.emulate_media(media="print")
        found = self.page.locator(selector).first.evaluate("element => getComputedStyle(element).display")
        self.page.emulate_media(media="screen")
        assert found == display, f"{selector} is {found} on paper"

    def zoom(self, percent: int) -> None:
        """Zooming in leaves a page so many CSS pixels fewer: at 200 % half of them; text of double size besides."""
        self.page.set_viewport_size({"width": 1280 * 100 // percent, "height": 900})
        extent = self.page.evaluate("document.documentElement.scrollWidth")
        assert extent <= 1280 * 100 // percent, f"the page is {extent} px wide at {percent} %"
        self.page.set_viewport_size({"width": 1200, "height": 900})

    def reload(self) -> None:
        self.page.wait_for_timeout(1000)
        self.page.reload()

    def save(self, button: str, to: str) -> None:
        with self.page.expect_download() as download:
            self.press(button)
        download.value.save_as(to)
        pathlib.Path(to + ".name").write_text(download.value.suggested_filename, encoding="utf-8")


def main() -> None:
    page_path, steps_path = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    steps = json.loads(steps_path.read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"], headless=True
        )
        context = browser.new_context(
            accept_downloads=True, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", viewport={"width": 1200, "height": 900}
        )
        context.set_default_timeout(8000)
        visitor = Visitor(context.new_page())
        visitor.page.on("dialog", lambda dialog: dialog.accept())
        collector = None
        if steps and steps[0]["do"] == "collect":
            collector = Collector(steps.pop(0)["answers"])
            text = page_path.read_text(encoding="utf-8").replace("127.0.0.1:9", collector.address)
            page_path.write_text(text, encoding="utf-8")
        visitor.page.goto(page_path.as_uri())
        for number, step in enumerate(steps, start=1):
            step = dict(step)
            action = step.pop("do")
            try:
                getattr(visitor, action)(**step)
            except Exception as error:
                visitor.page.screenshot(path=str(steps_path.with_suffix(".png")), full_page=True)
                sys.exit(f"step {number} ({action} {step}): {error}")
        browser.close()
    known = ("file:", "blob:") + ((f"http://{collector.address}/submission",) if collector else ())
    outside = [url for url in visitor.requests if not url.startswith(known)]
    # The browser notes every refusal of a server as an error of its own.
    errors = [text for text in visitor.errors if not (collector and text.startswith("Failed to load resource"))]
    report = {"violations": visitor.violations, "outside": outside, "errors": errors, "values": visitor.values}
    report["received"] = collector.received if collector else []
    print(json.dumps(report))


if __name__ == "__main__":
    main()
