const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What Excel in Dutch writes as "CSV (gescheiden door lijstscheidingsteken)". */
const windows1252 = new TextDecoder('windows-1252');

/** UTF-8, and Windows-1252 where it is no UTF-8; without spaces around it. */
export function decodeField(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes).trim();
  } catch {
    return windows1252.decode(bytes).trim();
  }
}

export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((bytes[at] as number) > 0x7f) return false;
  }
  return true;
}
