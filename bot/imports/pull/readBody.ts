import { PullFailed } from '../pullFailed.ts';

/** A page of a hundred cases with their maps is a few MB; so much is not a page of anything. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The JSON of an answer.
 * @param place what to call it when it is none.
 * @throws PullFailed
 */
export async function readBody(response: Response, place: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop ends the connection.
    if (bytes > mostBytes) throw new PullFailed('tooMany', [place, `${bytes} bytes`]);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new PullFailed('badAnswer', [place, 'JSON']);
  }
}
