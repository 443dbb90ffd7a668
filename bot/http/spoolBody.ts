import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'restify';

/** The body has more bytes than it may. */
export class BodyTooLarge extends Error {}

/** A body that waits on disk. */
export interface SpooledBody {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Keeps a body of a request on disk, whatever its size up to the limit: it is read twice, and never all in
 * memory.
 * @throws BodyTooLarge
 */
export async function spoolBody(request: Request, limit: number): Promise<SpooledBody> {
  if (Number(request.header('content-length', '0')) > limit) throw new BodyTooLarge();
  const folder = await mkdtemp(join(tmpdir(), 'zeven-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'body');
  try {
    await pipeline(request, atMost(limit), createWriteStream(path, { mode: 0o600 }));
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function atMost(limit: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw new BodyTooLarge();
      yield chunk;
    }
  };
}
