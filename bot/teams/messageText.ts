import { convert } from 'html-to-text';

/** The words of a Teams message, which comes as HTML; links as their text, images left out. */
export function messageText(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  }).trim();
}
