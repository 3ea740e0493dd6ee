extension WebPage {
  /// Questions and their controls.
  static let controlStyles = """
    .question { margin: 0 0 1.75rem; }
    .question:last-child { margin-bottom: 0; }
    fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
    .label { display: block; padding: 0; margin: 0 0 .4rem; font-weight: 600; white-space: pre-line; }
    .note { margin: 0; white-space: pre-line; background: var(--tint); border-left: 4px solid var(--blue); padding: .9rem 1.1rem; }
    .hint { margin: 0 0 .5rem; color: var(--soft); font-size: .95rem; white-space: pre-line; }
    .mark { color: var(--red); font-weight: 600; }
    .error { margin: .4rem 0 0; color: var(--red); font-weight: 600; }
    .error::before { content: "⚠ "; }
    .wrong.question:not(.opinion) { border-left: 4px solid var(--red); padding-left: .8rem; }
    input:not([type=radio], [type=checkbox], [type=range]), select, textarea { font: inherit; color: inherit; background: #fff; border: 1px solid #6b7888;
      border-radius: .3rem; min-height: 46px; padding: .45rem .7rem; width: 100%; max-width: 100%; }
    select { max-width: 30rem; }
    textarea { display: block; resize: vertical; }
    input.w-integer, input.w-decimal { max-width: 12rem; }
    input.w-date, input.w-time, input.w-dateTime { max-width: 16rem; }
    input[readonly], textarea[readonly] { background: #f1f3f6; }
    [aria-invalid=true]:not([type=radio], [type=checkbox]) { border: 2px solid var(--red); }
    .option { display: flex; gap: .7rem; align-items: flex-start; min-height: 44px; padding: .55rem .75rem; border-radius: .35rem; cursor: pointer; }
    .option:hover { background: var(--tint); }
    .option:has(:checked) { background: #e3eefa; box-shadow: inset 0 0 0 1px var(--blue); }
    .option:has(:focus-visible), .wrong .option:has(:focus) { outline: 3px solid var(--focus); outline-offset: 1px; }
    .option input { flex: none; width: 1.3rem; height: 1.3rem; margin: .15rem 0 0; accent-color: var(--blue); }
    .option input:focus-visible { outline: none; }
    .options .option { margin: 0 0 .15rem; break-inside: avoid; }
    @media (min-width: 52rem) { .options.long { columns: 2; column-gap: 1.5rem; } }
    .section { border-top: 1px solid var(--line); padding: 1.25rem 0 0; margin: 1.5rem 0 0; }
    .item { border: 1px solid var(--line); border-radius: .4rem; padding: 1rem; margin: 0 0 1rem; }
    .place { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin: 0 0 .75rem; }
    .place > div { flex: 0 1 14rem; }
    .locate, .locate + .hint:not(:empty), input[type=file] + .hint { margin-top: .5rem; }
    .files { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .5rem; justify-items: start; }
    .files button { overflow-wrap: anywhere; }
    input[type=file] { max-width: 34rem; padding: .5rem; }
    input.search { max-width: 30rem; margin: 0 0 .4rem; }
    select.list { display: block; min-height: 12rem; padding: .3rem; }
    select.list option { padding: .35rem .4rem; white-space: normal; }
    .chosen { margin: .4rem 0 0; font-weight: 600; }
    .code-card { border: 2px solid var(--blue); border-radius: .4rem; padding: 1rem 1.25rem; margin: 0 0 1.25rem; break-inside: avoid; }
    .code-card p { margin: 0 0 .75rem; }
    .code-card .code { font: 600 1.35rem/1.6 "Liberation Mono", Consolas, monospace; background: var(--tint); padding: .5rem .75rem; user-select: all; }
    .code span { display: inline-block; }
    .slider { display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; }
    .slider input { flex: 1 1 12rem; min-height: 44px; accent-color: var(--blue); }
    .slider input.blank { opacity: .55; }
    .slider .value { min-width: 3rem; font-weight: 600; }
    .ranking { list-style: none; margin: 0 0 .75rem; padding: 0; max-width: 46rem; }
    .ranking li { display: flex; gap: .6rem; align-items: center; border: 1px solid var(--line); border-radius: .35rem; padding: .35rem .6rem; margin: 0 0 .35rem; background: #fff; }
    .ranking li.blank { background: #fafbfc; border-style: dashed; }
    .ranking select { width: 4.4rem; flex: none; }
    .rank-label { flex: 1 1 0; min-width: 0; overflow-wrap: anywhere; }
    .step { flex: none; width: 46px; height: 46px; border: 1px solid #6b7888; border-radius: .3rem; background: #fff; color: var(--deep); font-size: 1rem; cursor: pointer; }
    .step[aria-disabled=true] { color: #8a94a1; border-color: var(--line); cursor: default; }
    .opinions { margin: 0 0 1.75rem; }
    .opinion { margin: 0; border-top: 1px solid var(--line); }
    .scale, .cells { display: grid; grid-template-columns: minmax(12rem, 2.6fr) var(--columns); align-items: stretch; }
    .scale { position: sticky; top: 0; z-index: 1; background: var(--tint); font-size: .84rem; line-height: 1.3; font-weight: 600; color: var(--deep); }
    .scale span { padding: .5rem .2rem; text-align: center; align-self: center; }
    .scale .apart { font-weight: 400; }
    .statement { padding: .7rem .75rem .7rem .25rem; align-self: center; }
    .statement .clear { font-size: .85rem; min-height: 28px; padding: 0; display: block; }
    .cells .option { justify-content: center; align-items: center; padding: .3rem; border-radius: 0; }
    .cells .option > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .cells .option input { margin: 0; }
    .opinion.wrong { background: #fdf4f4; }
    .paper { display: none; }
    @media (max-width: 52rem) {
      .scale { display: none; }
      .cells { display: block; padding: .75rem 0; }
      .statement { padding: 0 0 .4rem; font-weight: 600; }
      .cells .option { justify-content: flex-start; padding: .45rem .75rem; border-radius: .35rem; }
      .cells .option > span { position: static; width: auto; height: auto; clip-path: none; white-space: normal; }
    }
    """
}
