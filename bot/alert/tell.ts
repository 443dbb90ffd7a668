import type { Temporal } from 'temporal-polyfill';
import { dailyNow } from '../../shared/alert/alertNow.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { settings } from '../../shared/settings.ts';
import type { Message } from '../messenger.ts';
import type { Services } from '../services.ts';
import type { AlertRecord } from '../store/alerts.ts';
import type { Place } from '../store/places.ts';

/** What an addressee must be told now, and where. */
export type Telling =
  | {
      readonly kind: 'post';
      readonly place: Place;
      readonly message: Message;
      /** Whether it is the alert of this day, of which there is one. */
      readonly isOfToday: boolean;
    }
  /** The addressee cannot be told; somebody else is. */
  | { readonly kind: 'skip' };

export type Told =
  /** There was nothing to tell, or it was told. */
  | { readonly kind: 'told' }
  /** Teams did not take the message yet; `seconds` is when there is room for it, if that is known. */
  | { readonly kind: 'later'; readonly seconds: number | undefined };

interface Addressee {
  readonly tenant: string;
  /** A department, or its team lead: under this name is kept what they were told. */
  readonly name: string;
  readonly records: readonly AlertRecord[];
  readonly at: Temporal.Instant;
  /** Undefined when there is nothing to tell now, or nowhere to tell it yet. */
  next(record: AlertRecord): Promise<Telling | undefined>;
}

/**
 * Tells an addressee what there is to tell, once, whoever else is looking: claimed before the post and
 * noted after it. Only a crash between the two can repeat a message; none is lost.
 */
export async function tell(addressee: Addressee, services: Services): Promise<Told> {
  const { tenant, name, records, at } = addressee;
  const { store, messenger, calendar, now } = services;
  const today = localDay(at);
  const record = records.find((known) => known.addressee === name);
  if (record === undefined) {
    // Who is new hears what comes from now on: this morning's alert too, if it has yet to come.
    const isEarly = dailyNow({ alertedOn: '', toldUntil: at }, { calendar, now: at }) === 'soon';
    const alertedOn = (isEarly ? today.subtract({ days: 1 }) : today).toString();
    await store.alerts.start(tenant, { addressee: name, alertedOn, toldUntil: at });
    return { kind: 'told' };
  }
  const telling = await addressee.next(record);
  if (telling === undefined) return { kind: 'told' };

  const isClaimed = record.claimedUntil.epochMilliseconds > now().epochMilliseconds;
  const claimedUntil = now().add({ seconds: settings.alert.claimSeconds });
  if (isClaimed || !(await store.alerts.claim(tenant, record, claimedUntil))) {
    // Another is at it, which ends any moment: only a crash leaves a claim until its time is up.
    return { kind: 'later', seconds: undefined };
  }

  const delivery =
    telling.kind === 'skip' ? telling : await messenger.post(tenant, telling.place, telling.message);
  // Who is away hears it when they are back; what Teams will never take is not tried again.
  const isPending = delivery.kind === 'later' || delivery.kind === 'away';
  const isOfToday = telling.kind === 'post' && telling.isOfToday;
  const after = {
    addressee: name,
    alertedOn: isOfToday ? today.toString() : record.alertedOn,
    toldUntil: at,
  };
  await store.alerts.settle(tenant, isPending ? record : after);
  return delivery.kind === 'later' ? delivery : { kind: 'told' };
}
