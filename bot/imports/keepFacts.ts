import type { FactKind, FactOf } from '../../shared/fact/factKind.ts';
import { settings } from '../../shared/settings.ts';
import { rollUpFacts } from '../scorecard/rollUpFacts.ts';
import type { FactServices } from '../services.ts';
import { type DayKind, isDayKind, type PutCounts } from '../store/facts.ts';
import type { FiguresAnnouncement } from '../store/workQueue.ts';

interface KeepOptions {
  readonly isDryRun: boolean;
  /** Called after every lot that was kept. */
  readonly onKept?: () => Promise<void>;
}

/** A message on the queue has room for so many days. */
const daysAMessage = 1_000;

/**
 * Keeps facts of a source lot by lot, and computes what follows from them. What is about to change is
 * announced before every lot, so that a program that dies halfway leaves no figure behind that is not right.
 */
export async function keepFacts<Kind extends FactKind>(
  tenant: string,
  kind: Kind,
  source: string,
  facts: AsyncIterable<readonly FactOf[Kind][]>,
  services: FactServices,
  { isDryRun, onKept = async () => undefined }: KeepOptions,
): Promise<PutCounts> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const announced: FiguresAnnouncement[] = [];
  for await (const lot of inLots(facts, lotSize(kind))) {
    const days = isDayKind(kind) ? [...new Set(lot.map((fact) => (fact as FactOf[DayKind]).day))] : undefined;
    if (!isDryRun) announced.push(...(await announce(tenant, kind, days, services)));
    const put = await services.store.facts.put(tenant, kind, source, lot, { isDryRun });
    counts.added += put.added;
    counts.changed += put.changed;
    counts.unchanged += put.unchanged;
    if (isDryRun) continue;
    // Of a kind that is kept by id everything is computed anew: once, at the end.
    if (days !== undefined) {
      if (put.added + put.changed > 0) await rollUpFacts(tenant, kind, days, services);
      await finishAll(announced);
    }
    await onKept();
  }
  if (announced.length > 0) {
    if (counts.added + counts.changed > 0) await rollUpFacts(tenant, kind, undefined, services);
    await finishAll(announced);
  }
  return counts;
}

async function announce(
  tenant: string,
  kind: FactKind,
  days: readonly string[] | undefined,
  { store: { work } }: FactServices,
): Promise<FiguresAnnouncement[]> {
  if (days === undefined) return [await work.announceFigures(tenant, kind, undefined)];
  const announced: FiguresAnnouncement[] = [];
  for (let start = 0; start < days.length; start += daysAMessage) {
    announced.push(await work.announceFigures(tenant, kind, days.slice(start, start + daysAMessage)));
  }
  return announced;
}

async function finishAll(announced: FiguresAnnouncement[]): Promise<void> {
  for (const announcement of announced.splice(0)) await announcement.finish();
}

function lotSize(kind: FactKind): number {
  const { byDay, byId } = settings.imports.factsAtOnce;
  return isDayKind(kind) ? byDay : byId;
}

/** Enough together that a day is written once or twice, and few enough that a file of any size fits in memory. */
async function* inLots<Fact>(
  parts: AsyncIterable<readonly Fact[]>,
  size: number,
): AsyncGenerator<readonly Fact[]> {
  let lot: (readonly Fact[])[] = [];
  let count = 0;
  for await (const part of parts) {
    lot.push(part);
    count += part.length;
    if (count >= size) {
      yield lot.flat();
      lot = [];
      count = 0;
    }
  }
  if (count > 0) yield lot.flat();
}
