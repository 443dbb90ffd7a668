import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../bot/http/html.ts';

const readBack = (markup: string) =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

it('no text that is put in can end a tag, an attribute or an entity, and all of it can be read', () => {
  const text = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '&lt;', 'a', '\\', '$', '\n') });
  fc.assert(
    fc.property(text, (typed) => {
      const { markup } = html`<p title="${typed}">${typed}</p>`;
      const [, title = '', inner = ''] = /^<p title="([^"<>']*)">([^<>"']*)<\/p>$/.exec(markup) ?? [];
      expect(markup).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      expect([readBack(title), readBack(inner)]).toEqual([typed, typed]);
    }),
  );
});

it('what was made as HTML stays so, alone or several', () => {
  const items = ['a&b', '<i>'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}</ul>${html`<br>`}`.markup).toBe('<ul><li>a&amp;b</li><li>&lt;i&gt;</li></ul><br>');
});
