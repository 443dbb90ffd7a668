import type { Person } from '../person.ts';
import { type NoticeKind, noticeKinds } from './alertMoments.ts';
import type { Notice } from './pendingNotices.ts';

/** What one person must look at, by kind of notice. */
export interface Mention {
  readonly person: Person;
  readonly counts: ReadonlyMap<NoticeKind, number>;
}

/**
 * Who is called by name, and for how many callbacks: who took them, and the team lead for what was
 * escalated. What nobody took calls nobody: the whole channel reads it.
 */
export function mentionsOf(notices: readonly Notice[], lead: Person | undefined): Mention[] {
  const mentions = new Map<string, { person: Person; counts: Map<NoticeKind, number> }>();
  for (const kind of noticeKinds.toReversed()) {
    for (const notice of notices.filter((one) => one.kind === kind)) {
      const { owner } = notice.callback;
      // Who took it is late, whatever the team lead is told.
      if (owner !== undefined) add(owner, kind === 'escalated' ? 'overdue' : kind);
      if (lead !== undefined && kind === 'escalated') add(lead, kind);
    }
  }
  return [...mentions.values()];

  function add(person: Person, kind: NoticeKind): void {
    const mention = mentions.get(person.id) ?? { person, counts: new Map() };
    mention.counts.set(kind, (mention.counts.get(kind) ?? 0) + 1);
    mentions.set(person.id, mention);
  }
}
