import * as v from 'valibot';

/**
 * An address in a mapping, as it is typed: https, without a name, password, query or fragment. The machine
 * itself may be asked over plain http where the context allows it.
 */
export const WebAddress = v.pipe(
  v.string('expected an address, such as "https://zaken.example.nl"'),
  v.check(isAddress, 'expected an https address without a password or query'),
  v.transform((text) => new URL(text.endsWith('/') ? text : `${text}/`)),
);

const loopback: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether an address is of the machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  return loopback.includes(hostname);
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  return isSafe && [url.username, url.password, url.search, url.hash].every((part) => part === '');
}
