import * as v from 'valibot';
import { WebsiteIdSchema } from '../../shared/uptime/website.ts';
import { csvScanner } from './csv/csvScanner.ts';
import { rowReader } from './kuma/rowReader.ts';
import type { FileSource } from './source.ts';

const MappingSchema = v.object({
  /** Ids of website channels, by id or name of the monitor in Kuma. Other monitors are left out. */
  monitors: v.pipe(
    v.record(v.string(), WebsiteIdSchema),
    v.transform((monitors): ReadonlyMap<string, string> => new Map(Object.entries(monitors))),
  ),
});

/**
 * What Uptime Kuma measured, from its database; read in its source code of 1.23.17 and 2.5.3. Kuma exports no
 * measurements itself: the JSON back-up of 1.x holds settings and passwords, 2.x has none. So the
 * administrator asks the database:
 *
 * - 1.x, all that is kept (180 days by default):
 *   `sqlite3 -csv -header kuma.db "select monitor_id, status, time, duration from heartbeat order by id"`
 * - 2.x, every day, for these rows are kept for 24 hours:
 *   `sqlite3 -csv -header kuma.db "select monitor_id, timestamp, up, down from stat_minutely order by id"`
 *
 * All columns (`select *`) will do too, and so will MariaDB's table with tabs (`mariadb --batch`). Where
 * there is a column `name`, joined from `monitor`, monitors are known by that instead of by number.
 *
 * Kuma's times are UTC, whatever time zone it shows. What it calls down is `d`, not our `0`: it has tried
 * again as often as its settings say, and one minute of it counts.
 */
export const uptimeKuma: FileSource<'probes', v.InferOutput<typeof MappingSchema>> = {
  id: 'uptime-kuma',
  kind: 'probes',
  mapping: MappingSchema,
  async *read(file, { mapping, now }) {
    const reader = rowReader(mapping.monitors, Math.floor(now.epochMilliseconds / 1000));
    const scanner = csvScanner({ delimiter: 'detect' }, reader.take, reader.refuse);
    for await (const chunk of file) {
      scanner.push(chunk);
      yield reader.part(false);
    }
    scanner.end();
    yield reader.part(true);
  },
};
