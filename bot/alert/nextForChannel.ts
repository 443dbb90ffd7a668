import { alertNow, dailyNow, weeklyNow } from '../../shared/alert/alertNow.ts';
import { departmentAlert } from '../../shared/alert/departmentAlert.ts';
import { mentionsOf } from '../../shared/alert/mentions.ts';
import type { Notice } from '../../shared/alert/pendingNotices.ts';
import { dmt, kcc } from '../../shared/municipality/municipality.ts';
import type { Person } from '../../shared/person.ts';
import { personalPlace } from '../channel/personalPlace.ts';
import type { Services } from '../services.ts';
import type { AlertRecord } from '../store/alerts.ts';
import type { Place } from '../store/places.ts';
import type { Situation } from './situation.ts';
import type { Telling } from './tell.ts';

/** What the channel of a department, the contact centre or the management team must be told now. */
export function nextForChannel(
  record: AlertRecord,
  situation: Situation,
  services: Services,
): Promise<Telling | undefined> {
  const { department, at } = situation;
  const moment = { calendar: services.calendar, now: at };
  switch (department) {
    case kcc.id:
      return nextFigures(kcc.id, dailyNow(record, moment) === 'now', situation);
    case dmt.id:
      return nextFigures(dmt.id, weeklyNow(record, moment), situation);
    default:
      return nextForDepartment(record, situation, services);
  }
}

async function nextFigures(
  audience: 'kcc' | 'dmt',
  isDue: boolean,
  situation: Situation,
): Promise<Telling | undefined> {
  const place = isDue ? await situation.channel() : undefined;
  if (place === undefined) return undefined;
  const { all } = await situation.figures();
  return { kind: 'post', place, message: { kind: 'figures', audience, answers: all }, isOfToday: true };
}

async function nextForDepartment(
  record: AlertRecord,
  situation: Situation,
  services: Services,
): Promise<Telling | undefined> {
  const { department, municipality, open, at } = situation;
  const moment = { calendar: services.calendar, now: at };
  const alert = alertNow(record, open, moment);
  if (alert === undefined) return undefined;
  const place = await situation.channel();
  if (place === undefined) return undefined;

  const { notices } = alert;
  const mentions = mentionsOf(notices, await leadToMention(notices, place, situation, services));
  const common = { mentions, municipality };
  if (alert.kind === 'notices') {
    return {
      kind: 'post',
      place,
      message: { ...common, kind: 'notices', department, notices },
      isOfToday: false,
    };
  }
  const answers = (await situation.figures()).of(department);
  const daily = departmentAlert({ department, open, notices, answers }, moment);
  return {
    kind: 'post',
    place,
    message: { ...common, kind: 'departmentAlert', alert: daily },
    isOfToday: true,
  };
}

/** The team lead is told in person; where the bot may not, by name in the channel. */
async function leadToMention(
  notices: readonly Notice[],
  place: Place,
  { tenant, lead }: Situation,
  services: Services,
): Promise<Person | undefined> {
  if (lead === undefined || !notices.some(({ kind }) => kind === 'escalated')) return undefined;
  const chat = await personalPlace(tenant, lead, place, services);
  return chat.kind === 'opened' || chat.kind === 'later' ? undefined : lead;
}
