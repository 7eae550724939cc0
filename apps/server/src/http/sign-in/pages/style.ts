/** The style of the pages, for light and dark, both directions and any width from 320 pixels on. */
export const style = `
:root { color-scheme: light dark; --page: #f3f5f7; --card: #fff; --text: #17212b; --soft: #566573; --line: #cfd6dd;
  --field: #8794a1; --accent: #0b5c6b; --on-accent: #fff; --danger: #a3241c; --done: #1d6b3a; }
@media (prefers-color-scheme: dark) { :root { --page: #10161c; --card: #19222b; --text: #e8edf2; --soft: #a3b1be; --line: #35424e;
  --field: #6d7d8c; --accent: #6cc5d4; --on-accent: #06242a; --danger: #ff9b92; --done: #7fd6a0; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Noto Sans Arabic", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 28rem; margin: 0 auto; padding: 0 1rem; }
.wide header, .wide main { max-width: 46rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-block: 1.25rem; }
header b { letter-spacing: .02em; }
main { padding-block-end: 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
h2:focus, h1:focus { outline: none; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
section, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; margin-block-end: 1rem; }
.soft, .hint, .items small { color: var(--soft); font-size: .875rem; }
.hint { margin: .25rem 0 0; }
.field { margin-block-end: 1rem; }
label, legend { display: block; font-weight: 600; margin-block-end: .25rem; }
legend { padding: 0; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
.choice { display: flex; gap: .5rem; align-items: baseline; font-weight: 400; }
input:not([type=checkbox]) { display: block; width: 100%; font: inherit; color: inherit; background: var(--card); padding: .55rem .7rem;
  border: 1px solid var(--field); border-radius: 6px; }
input[dir=ltr]:dir(ltr), [dir=rtl] input[dir=ltr] { text-align: start; }
.short { max-width: 12rem; }
button, .button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.4; padding: .5rem 1rem; border: 1px solid var(--accent); border-radius: 6px;
  background: transparent; color: var(--accent); text-decoration: none; text-align: center; cursor: pointer; }
button.main { background: var(--accent); color: var(--on-accent); }
button.danger { border-color: var(--danger); color: var(--danger); }
[aria-busy=true] button { opacity: .55; cursor: progress; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
.stacked > * { display: block; width: 100%; margin-block-start: .5rem; }
[role=alert]:not(:empty), [role=status]:not(:empty) { border-inline-start: 4px solid; padding: .25rem .75rem; margin: 0 0 1rem; }
[role=alert] { color: var(--danger); }
[role=status] { color: var(--done); }
[role=alert]:empty, [role=status]:empty { margin: 0; }
.items { list-style: none; margin: 0 0 1rem; padding: 0; }
.items li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; padding: .6rem 0;
  border-block-end: 1px solid var(--line); }
.items li:last-child { border-block-end: 0; }
.items li > div { flex: 1 1 9rem; min-width: 0; }
.items small { display: block; }
.items button { padding: .25rem .75rem; }
.acts { max-height: 20rem; overflow-y: auto; }
code { display: inline-block; font: .9375rem/1.5 ui-monospace, monospace; }
.secret { display: block; border: 1px dashed var(--field); border-radius: 6px; padding: .6rem .75rem; margin: 0 0 .75rem; user-select: all; }
.secret code { font-weight: 600; }
svg.qr { display: block; width: 13rem; max-width: 100%; background: #fff; border-radius: 6px; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
dialog { width: min(26rem, calc(100vw - 2rem)); background: var(--card); color: inherit; border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; }
dialog::backdrop { background: #0009; }
`;
