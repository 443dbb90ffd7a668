import { createHash } from 'node:crypto';

/** The look of the feedback page: without a script, a font or a file, so that it is there at once on any phone. */
export const feedbackStyle = `
:root {
  color-scheme: light dark;
  --page: #f3f4f6; --paper: #fff; --ink: #1b1b1b; --soft: #4a4a4a; --line: #6b6b6b;
  --accent: #0b57a4; --on-accent: #fff; --wrong: #b00020;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141517; --paper: #202225; --ink: #f2f2f2; --soft: #c4c7cc; --line: #9aa0a8;
    --accent: #8ec2ff; --on-accent: #06203c; --wrong: #ff9ea8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: min(.5rem, 2.5vw); background: var(--page); color: var(--ink);
  font: 1.125rem/1.5 system-ui, "Segoe UI", Roboto, "Open Sans", sans-serif;
}
main {
  max-width: 42rem; margin: 0 auto; padding: 1.25rem min(1rem, 5vw); background: var(--paper);
  border: 1px solid transparent; border-radius: .75rem; overflow-wrap: anywhere;
}
.from { margin: 0; color: var(--soft); font-weight: 600; }
h1 { margin: .25rem 0 .75rem; font-size: 1.625rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
fieldset { margin: 1.5rem 0; padding: 0; border: 0; min-width: 0; }
legend, .label { display: block; padding: 0; font-weight: 600; font-size: 1.25rem; }
/* A legend would stand half outside of its own line. */
legend { float: left; width: 100%; }
legend + * { clear: both; }
.hint { margin: .25rem 0 .75rem; color: var(--soft); font-size: 1rem; }
/* So many in a row, and fewer where the reader's letters are larger: a mark never gets narrower than 44 px. */
.scores {
  --row: 5; --gap: .5rem; display: grid; gap: var(--gap);
  grid-template-columns: repeat(auto-fill, minmax(max(2.75rem, (100% - (var(--row) - 1) * var(--gap)) / var(--row)), 1fr));
}
.scores label { position: relative; display: block; min-height: 3.25rem; }
.scores input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.scores label > span {
  display: grid; place-items: center; height: 100%; min-height: 3.25rem; font-size: 1.25rem;
  border: 2px solid var(--line); border-radius: .5rem;
}
.scores input:hover + span { border-color: var(--accent); }
.scores input:checked + span {
  background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 700;
}
:focus-visible, .scores input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
textarea {
  display: block; width: 100%; min-height: 8rem; padding: .75rem; font: inherit; color: inherit;
  background: transparent; border: 2px solid var(--line); border-radius: .5rem; resize: vertical;
}
.wrong { margin: .5rem 0; color: var(--wrong); font-weight: 600; }
.has-mistake { padding-left: .875rem; border-left: 4px solid var(--wrong); }
button {
  min-height: 3rem; margin-top: 1.5rem; padding: .5rem 2rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 2px solid transparent; border-radius: .5rem;
}
.privacy { margin: 1.5rem 0 0; color: var(--soft); font-size: 1rem; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 42rem) {
  body { padding: 3rem 1.5rem; }
  main { padding: 2rem 2.5rem; }
  .scores { --row: 10; --gap: .375rem; }
}
@media (max-width: 41.99rem) { button { width: 100%; padding-inline: .5rem; } }
@media (forced-colors: active) {
  .scores input:checked + span {
    forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText;
  }
  .has-mistake { border-left-style: double; }
}
`;

const hash = createHash('sha256').update(feedbackStyle).digest('base64');

/** Nothing may run, be fetched or put the page in a frame; the form goes where it came from. */
export const feedbackPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
