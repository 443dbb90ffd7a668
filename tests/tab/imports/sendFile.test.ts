import { describe, expect, it } from 'vitest';
import { settings } from '../../../shared/settings.ts';
import { Problem } from '../../../tab/api/problem.ts';
import type { ZevenApi } from '../../../tab/api/zevenApi.ts';
import { sendFile } from '../../../tab/imports/sendFile.ts';

/** Sends a file to an API that keeps the addresses that are asked, and refuses each. */
async function send(file: File, isDryRun = false): Promise<{ asked: string[]; advice: string | undefined }> {
  const asked: string[] = [];
  const api: ZevenApi = {
    get: () => expect.fail('nothing is fetched'),
    async post(path) {
      asked.push(path);
      throw new Problem('refused', { advice: 'by the server' });
    },
  };
  const advice = { tooLarge: 'too large', changed: 'changed' };
  const sending = { source: 'calls', file, isDryRun };
  const problem = await sendFile(api, sending, advice, AbortSignal.abort()).catch((error: unknown) => error);
  return { asked, advice: problem instanceof Problem ? problem.advice : undefined };
}

const ofSize = (size: number) => Object.defineProperty(new File([], 'calls.csv'), 'size', { value: size });

describe('a file', () => {
  it('goes to its source by its name, to be looked at or imported', async () => {
    const file = new File(['id\n'], 'week 47 & 48.csv');
    expect((await send(file, true)).asked).toEqual(['/api/import/calls?name=week+47+%26+48.csv&dryRun=1']);
    expect((await send(file)).asked).toEqual(['/api/import/calls?name=week+47+%26+48.csv']);
  });

  it('keeps of a very long name the end, that says what it is', async () => {
    const { asked } = await send(new File(['id\n'], `${'long-'.repeat(60)}calls.csv`));
    const name = new URLSearchParams(asked[0]?.split('?')[1]).get('name');
    expect(name).toHaveLength(200);
    expect(name).toMatch(/long-calls\.csv$/);
  });

  it('that is larger than the server takes is not sent', async () => {
    const { uploadBytes } = settings.imports;
    expect(await send(ofSize(uploadBytes + 1))).toEqual({ asked: [], advice: 'too large' });
    expect(await send(ofSize(uploadBytes))).toMatchObject({ advice: 'by the server' });
  });

  it('that changed since it was chosen is not sent', async () => {
    const file = new File(['id\n'], 'calls.csv');
    const gone = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
    Object.defineProperty(file, 'slice', { value: () => gone });
    expect(await send(file)).toEqual({ asked: [], advice: 'changed' });
  });
});
