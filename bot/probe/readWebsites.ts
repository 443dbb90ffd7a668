import * as v from 'valibot';
import { type Website, WebsiteSchema } from '../../shared/uptime/website.ts';
import type { FactServices } from '../services.ts';

/** Which website channels a municipality has looked at, by the minute. */
export const WebsitesSchema = v.object({ websites: v.pipe(v.array(WebsiteSchema), v.maxLength(20)) });

/** The website channels of a municipality; none where it set none. */
export async function readWebsites(tenant: string, { store }: FactServices): Promise<readonly Website[]> {
  const mapping = await store.imports.readMapping(tenant, 'probe');
  return mapping === undefined ? [] : v.parse(WebsitesSchema, mapping).websites;
}
