import type { Services } from '../services.ts';
import type { AlertRecord } from '../store/alerts.ts';
import type { Link } from '../store/places.ts';
import { type Figures, readFigures } from './figures.ts';
import { nextForChannel } from './nextForChannel.ts';
import { nextForLead } from './nextForLead.ts';
import type { Situation } from './situation.ts';
import { type Told, tell } from './tell.ts';

/** Tells every linked channel of a municipality, and its team lead, what is due at this moment, once. */
export async function sendAlerts(tenant: string, services: Services): Promise<Told> {
  const { store } = services;
  const at = services.now();
  const [links, records, open, municipality] = await Promise.all([
    store.places.links(tenant),
    store.alerts.list(tenant),
    store.due.list(tenant),
    store.municipalities.read(tenant),
  ]);
  const openOf = Map.groupBy(open, ({ department }) => department);
  let figures: Promise<Figures> | undefined;
  const told = await Promise.all(links.map((link) => tellAll(situationOf(link))));
  return soonest(told);

  function situationOf({ department, conversation }: Link): Situation {
    return {
      tenant,
      department,
      municipality,
      lead: municipality.departments.find(({ id }) => id === department)?.lead,
      open: openOf.get(department) ?? [],
      at,
      channel: () => store.places.channel(tenant, conversation),
      figures() {
        figures ??= readFigures(tenant, services);
        return figures;
      },
    };
  }

  /** The lead first: the channel mentions who could not be told in person. */
  async function tellAll(situation: Situation): Promise<Told> {
    const { department, lead } = situation;
    const look = { tenant, records, at };
    if (lead !== undefined) {
      const next = (record: AlertRecord) => nextForLead(record, { ...situation, lead }, services);
      await tell({ ...look, name: `lead_${department}`, next }, services);
    }
    const next = (record: AlertRecord) => nextForChannel(record, situation, services);
    return tell({ ...look, name: department, next }, services);
  }
}

/** Whoever can be told first says when to look again. */
function soonest(told: readonly Told[]): Told {
  const waiting = told.flatMap((one) => (one.kind === 'later' ? [one.seconds] : []));
  if (waiting.length === 0) return { kind: 'told' };
  const known = waiting.filter((seconds) => seconds !== undefined);
  return { kind: 'later', seconds: known.length > 0 ? Math.min(...known) : undefined };
}
