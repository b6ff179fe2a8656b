"""How the page looks, and its only script. Both are named by their hashes in its policy: nothing else is obeyed."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

STYLE = """
.nocarrier { color-scheme: light dark; --ink: #1c1e21; --dim: #565d66; --paper: #ffffff; --line: #d5d9df; --shade: #f3f5f7;
  --bad: #b3261e; --good: #14713d; --client: #1f5fae; --server: #7a3f9d;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .nocarrier { --ink: #e4e6e9; --dim: #a3abb5; --paper: #16181b; --line: #3a4048;
  --shade: #1f2327; --bad: #ff8a80; --good: #6fd39a; --client: #8ab8f5; --server: #d3a4ee; } }
body.nocarrier { margin: 0; }
body.nocarrier > * { max-width: 56rem; margin: 0 auto; padding: 1.25rem 1rem; }
.nocarrier *, .nocarrier *::before { box-sizing: border-box; }
.nocarrier [hidden] { display: none !important; }
.nocarrier h1, .nocarrier h2, .nocarrier h3, .nocarrier h4 { line-height: 1.3; margin: 1.8rem 0 .4rem; font-size: 1.05rem; }
.nocarrier .outcome { font-size: 1.35rem; margin-top: .4rem; }
.nocarrier .ends :is(h2, h3, h4, h5) { font-size: .95rem; margin: .4rem 0; padding-bottom: .2rem;
  border-bottom: 2px solid currentColor; }
.nocarrier p { margin: .4rem 0; }
.nocarrier .verdict { font-size: 1.15rem; }
.nocarrier .dim, .nocarrier small { color: var(--dim); font-size: .9rem; }
.nocarrier .bad { color: var(--bad); }
.nocarrier .good { color: var(--good); }
.nocarrier .client { color: var(--client); }
.nocarrier .server { color: var(--server); }
.nocarrier code, .nocarrier pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
.nocarrier pre { margin: 0; padding: .6rem .8rem; background: var(--shade); border-left: 3px solid var(--line);
  white-space: pre-wrap; }
.nocarrier .fix pre { border-left-color: var(--good); }
.nocarrier .paste { display: flex; align-items: stretch; gap: .5rem; margin: .5rem 0; }
.nocarrier .paste pre { flex: 1; min-width: 0; }
.nocarrier button { flex: none; align-self: start; min-width: 4.5rem; min-height: 2.75rem; padding: .3rem .7rem; font: inherit;
  color: var(--ink); background: var(--paper); border: 1px solid var(--dim); border-radius: .3rem; cursor: pointer; }
.nocarrier :is(button, summary, a):focus-visible { outline: 3px solid var(--client); outline-offset: 2px; }
.nocarrier a { color: inherit; }
.nocarrier figure { margin: 1.2rem 0; }
.nocarrier svg { display: block; max-width: 100%; height: auto; }
.nocarrier figure text { font: 14px ui-monospace, "DejaVu Sans Mono", monospace; fill: var(--ink); unicode-bidi: isolate; }
.nocarrier figure .dim text { fill: var(--dim); }
.nocarrier figure rect, .nocarrier figure circle { fill: var(--shade); stroke: var(--dim); }
.nocarrier figure path { fill: none; stroke: var(--dim); stroke-width: 1.5; }
.nocarrier figure .bad :is(path, rect, circle) { stroke: var(--bad); stroke-width: 2; }
.nocarrier figure .bad text { fill: var(--bad); }
.nocarrier .narrow { display: none; }
.nocarrier dl { display: grid; grid-template-columns: minmax(8rem, 19rem) 1fr; gap: .3rem 1rem; margin: .4rem 0; }
.nocarrier dd { margin: 0; }
.nocarrier ul, .nocarrier ol { margin: .3rem 0; padding: 0; list-style: none; }
.nocarrier .ends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2rem; }
.nocarrier .seen li { margin: .5rem 0; }
.nocarrier .seen li:target { background: var(--shade); outline: 2px solid var(--line); }
.nocarrier .took { color: var(--dim); font-size: .85rem; white-space: nowrap; }
.nocarrier summary { cursor: pointer; color: var(--dim); font-size: .85rem; min-height: 1.5rem; }
.nocarrier .line li { display: grid; grid-template: "at side what bar took" / 5rem 4rem 10rem 1fr 4.5rem; gap: 0 .6rem;
  align-items: center; font-size: .9rem; min-height: 1.75rem; border-bottom: 1px solid var(--line); }
.nocarrier .line .at { grid-area: at; text-align: end; }
.nocarrier .line .side { grid-area: side; }
.nocarrier .line .what { grid-area: what; }
.nocarrier .line svg { grid-area: bar; width: 100%; height: .7rem; }
.nocarrier .line rect { fill: currentColor; }
.nocarrier .line .took:not(.at) { grid-area: took; text-align: end; }
.nocarrier footer, footer.nocarrier { color: var(--dim); font-size: .85rem; border-top: 1px solid var(--line); margin-top: 2rem;
  padding-top: .6rem; }
.nocarrier :is(nav, article) + article { border-top: 3px double var(--line); margin-top: 3rem; padding-top: 1rem; }
.nocarrier .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 44rem) {
  .nocarrier .wide { display: none; }
  .nocarrier .narrow { display: block; }
  .nocarrier .paste { flex-direction: column; }
  .nocarrier .line li { grid-template: "side what took" 1.75rem "at bar bar" 1.5rem / 4rem 1fr 4.5rem; }
  .nocarrier dl { grid-template-columns: 1fr; gap: 0; }
  .nocarrier dd { margin: 0 0 .5rem 1rem; }
}
@media print {
  .nocarrier { color-scheme: light; --ink: #000; --dim: #444; --paper: #fff; --line: #bbb; --shade: #f3f5f7; --bad: #a31515;
    --good: #0b5a2d; --client: #174a88; --server: #5f2f7c; font-size: 10pt; }
  body.nocarrier > * { max-width: none; padding: 0; }
  .nocarrier button, .nocarrier details { display: none; }
  .nocarrier :is(h1, h2, h3, h4) { break-after: avoid; }
  .nocarrier :is(.paste, figure, li, dt) { break-inside: avoid; }
  .nocarrier :is(nav, article) + article { break-before: page; }
}
"""

SCRIPT = """
for (const button of document.querySelectorAll("button[data-done]")) {
  const label = button.textContent;
  const code = button.parentElement.querySelector("code");
  const select = () => getSelection().selectAllChildren(code);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      select();
      if (!document.execCommand("copy")) return;
    }
    button.textContent = button.dataset.done;
    document.querySelector("[role=status]").textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = label;
      document.querySelector("[role=status]").textContent = "";
    }, 2000);
  });
}
"""
"Where the clipboard may not be written, the block is selected, so that the keyboard can copy it."


def policy() -> str:
    """The page's Content-Security-Policy (W3C, CSP 3): it loads nothing, sends nothing, and runs this one script."""
    return f"default-src 'none'; style-src '{_hash(STYLE)}'; script-src '{_hash(SCRIPT)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
