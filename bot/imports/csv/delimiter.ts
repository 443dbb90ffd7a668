export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const codes = delimiters.map((delimiter) => delimiter.charCodeAt(0));
const quote = 0x22;
const space = 0x20;

export interface DelimiterFinder {
  /**
   * The delimiter, once the whole first line that says something is there: the one that it holds most of,
   * outside quotes. Call it again with more of the same bytes until then.
   */
  find(bytes: Uint8Array, isWhole: boolean): Delimiter | undefined;
}

export function delimiterFinder(): DelimiterFinder {
  const counts = delimiters.map(() => 0);
  let at = 0;
  let isQuoted = false;
  let hasContent = false;
  const look = (byte: number): void => {
    if (byte === quote) isQuoted = !isQuoted;
    if (byte > space) hasContent = true;
    const found = isQuoted ? -1 : codes.indexOf(byte);
    if (found >= 0) counts[found] = (counts[found] ?? 0) + 1;
  };
  const isEndOfLine = (byte: number): boolean => hasContent && !isQuoted && (byte === 0x0a || byte === 0x0d);
  return {
    find(bytes, isWhole) {
      for (; at < bytes.length; at++) {
        const byte = bytes[at] as number;
        if (isEndOfLine(byte)) return most(counts);
        look(byte);
      }
      return isWhole ? most(counts) : undefined;
    },
  };
}

function most(counts: readonly number[]): Delimiter {
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ';';
}
