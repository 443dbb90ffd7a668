/**
 * How long the header Retry-After asks to wait, in whole seconds (RFC 9110, section 10.2.3: a number of
 * seconds, or a date); undefined where it says nothing that can be understood.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
