import { pendingNotices } from '../../shared/alert/pendingNotices.ts';
import { isOfficeTime } from '../../shared/calendar/officeTime.ts';
import type { Person } from '../../shared/person.ts';
import { personalPlace } from '../channel/personalPlace.ts';
import type { Services } from '../services.ts';
import type { AlertRecord } from '../store/alerts.ts';
import type { Situation } from './situation.ts';
import type { Telling } from './tell.ts';

/** What the team lead of a department must be told in person: which callbacks stay overdue. */
export async function nextForLead(
  { toldUntil }: AlertRecord,
  situation: Situation & { readonly lead: Person },
  services: Services,
): Promise<Telling | undefined> {
  const { tenant, department, municipality, lead, open, at } = situation;
  const { calendar } = services;
  if (!isOfficeTime(calendar, at)) return undefined;
  const notices = pendingNotices(open, calendar, { after: toldUntil, upTo: at });
  const escalated = notices.filter(({ kind }) => kind === 'escalated');
  const channel = escalated.length > 0 ? await situation.channel() : undefined;
  if (channel === undefined) return undefined;

  const chat = await personalPlace(tenant, lead, channel, services);
  switch (chat.kind) {
    case 'opened':
      return {
        kind: 'post',
        place: chat.place,
        message: { kind: 'escalation', department, notices: escalated, municipality },
        isOfToday: false,
      };
    case 'later':
      return undefined;
    case 'away':
    case 'gone':
    case 'refused':
      // Their channel mentions them instead.
      return { kind: 'skip' };
  }
}
