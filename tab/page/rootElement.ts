/** Where React draws: `#root` of the page's HTML. */
export function rootElement(): HTMLElement {
  const element = document.getElementById('root');
  if (element === null) throw new Error('This page has no #root.');
  return element;
}
