import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { type NoticeKind, noticeKinds, noticeMoments } from './alertMoments.ts';
import type { OpenCallback } from './openCallback.ts';

export interface Notice {
  readonly kind: NoticeKind;
  readonly callback: OpenCallback;
}

interface Span {
  /** Up to and including this instant everything was told. */
  readonly after: Temporal.Instant;
  readonly upTo: Temporal.Instant;
}

/**
 * What must be told of these open callbacks: of each the most urgent notice whose moment lies in the
 * span, if there is one. A moment before the callback was asked counts as told: nobody is reminded of
 * what just came in. So each notice is given once per deadline, and again only when the deadline moves.
 */
export function pendingNotices(
  callbacks: readonly OpenCallback[],
  calendar: Calendar,
  { after, upTo }: Span,
): Notice[] {
  return callbacks.flatMap((callback) => {
    const moments = noticeMoments(calendar, callback.due);
    const isPending = (kind: NoticeKind) =>
      isAfter(moments[kind], after) &&
      isAfter(moments[kind], callback.askedAt) &&
      !isAfter(moments[kind], upTo);
    const kind = noticeKinds.findLast(isPending);
    return kind === undefined ? [] : [{ kind, callback }];
  });
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
