/** Shows on a terminal how far something is; elsewhere nothing, so that a log stays readable. */
export function progressBar(total: number, stream: NodeJS.WriteStream = process.stderr) {
  let done = 0;
  let shown = -1;

  return {
    add(count: number): void {
      done += count;
      const percent = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
      if (percent === shown || !stream.isTTY) return;
      shown = percent;
      const full = Math.round(percent / 4);
      stream.write(`\r${'█'.repeat(full)}${'░'.repeat(25 - full)} ${String(percent).padStart(3)}%`);
    },
    end(): void {
      if (shown >= 0) stream.write('\r\x1b[K');
    },
  };
}
