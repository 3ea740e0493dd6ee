extension WebPage {
  /// Colours, type and the frame of the page.
  static let styles = """
    :root { --ink: #1b2430; --soft: #4a5666; --line: #c3ccd8; --blue: #0b4a85; --deep: #08345e; --tint: #eef4fa; --red: #a61b1b;
      --ground: #f3f5f8; --focus: #b45309; color-scheme: light; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 "Segoe UI", Roboto, "Noto Sans",
      "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
    [hidden], .off, .away { display: none !important; }
    .quiet { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    header { background: var(--deep); color: #fff; border-bottom: 4px solid #c9a227; }
    header .inner { max-width: 64rem; margin: 0 auto; padding: 1rem; display: flex; gap: .75rem 1.5rem; flex-wrap: wrap;
      align-items: center; justify-content: space-between; }
    h1 { font-size: 1.3rem; line-height: 1.35; margin: 0; flex: 1 1 18rem; font-weight: 600; }
    .languages { display: flex; border: 1px solid #fff; border-radius: .35rem; overflow: hidden; }
    .languages button { min-height: 44px; padding: .4rem .9rem; border: 0; background: transparent; color: #fff; font: inherit;
      font-size: .95rem; cursor: pointer; }
    .languages button[aria-pressed=true] { background: #fff; color: var(--deep); font-weight: 600; }
    main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
    .page, .card { background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem 1.5rem 1.75rem; }
    h2 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 1rem; color: var(--deep); }
    h2:focus { outline: none; }
    h3 { font-size: 1.1rem; margin: 0 0 .75rem; color: var(--deep); }
    .progress { margin: 0 0 1rem; }
    .progress-text { margin: 0 0 .3rem; color: var(--soft); font-size: .95rem; }
    progress { display: block; width: 100%; height: .5rem; border: 0; border-radius: .25rem; background: #d5dde7; appearance: none; }
    progress::-webkit-progress-bar { background: #d5dde7; border-radius: .25rem; }
    progress::-webkit-progress-value { background: var(--blue); border-radius: .25rem; }
    progress::-moz-progress-bar { background: var(--blue); border-radius: .25rem; }
    .summary:not(:empty) { border-left: 4px solid var(--red); background: #fdf1f1; color: #7a1212; padding: .75rem 1rem; margin: 0 0 1.25rem; }
    .actions { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: space-between; margin: 1.25rem 0; }
    .actions .primary { margin-left: auto; }
    button.primary, button.secondary { min-height: 48px; padding: .6rem 1.5rem; border-radius: .35rem; font: inherit; font-weight: 600; cursor: pointer; }
    button.primary { background: var(--blue); color: #fff; border: 2px solid var(--blue); }
    button.primary:hover { background: var(--deep); border-color: var(--deep); }
    button.secondary { background: #fff; color: var(--blue); border: 2px solid var(--blue); }
    button.secondary:hover { background: var(--tint); }
    button.link { min-height: 44px; padding: .4rem .2rem; border: 0; background: none; color: var(--blue); font: inherit; text-decoration: underline; cursor: pointer; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    header :focus-visible { outline-color: #ffd257; outline-offset: -4px; }
    footer { max-width: 64rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--soft); font-size: .95rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; }
    footer p { margin: 0; flex: 1 1 20rem; }
    .review { border-top: 1px solid var(--line); padding: 1rem 0 .5rem; }
    .review-head { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
    dl { margin: 0; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: .5rem 1.25rem; }
    dt { color: var(--soft); }
    dd { margin: 0; font-weight: 600; white-space: pre-line; }
    dd.none { font-weight: 400; font-style: italic; color: var(--soft); }
    summary { min-height: 44px; padding: .5rem 0; cursor: pointer; color: var(--blue); }
    .xml { font: .85rem/1.4 "Liberation Mono", Consolas, monospace; }
    @media (max-width: 40rem) {
      .page, .card { padding: 1rem; border-radius: 0; margin: 0 -1rem; border-width: 1px 0; }
      h1 { font-size: 1.15rem; }
      .actions button { flex: 1 1 auto; }
      dl { grid-template-columns: 1fr; gap: .1rem; }
      dd { margin-bottom: .6rem; }
    }
    @media (prefers-reduced-motion: no-preference) { button, .option { transition: background-color .15s; } }
    """
}
