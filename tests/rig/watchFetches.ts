import { vi } from 'vitest';

const real = globalThis.fetch;

/** Whether requests of `fetch` are on their way, which all go to Teams; until the mocks are restored. */
export function watchFetches(): () => boolean {
  let onTheWay = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    onTheWay++;
    try {
      return await real(...request);
    } finally {
      onTheWay--;
    }
  });
  return () => onTheWay > 0;
}
