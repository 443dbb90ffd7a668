import type { OpenCallback } from '../../../shared/alert/openCallback.ts';
import { settings } from '../../../shared/settings.ts';
import { alertTexts as t } from '../../../shared/texts/alert.ts';
import { shortMomentText } from '../../../shared/texts/moments.ts';
import { plainText } from './plainText.ts';

/** The first callbacks in an alert: what each is about, before when, and who took it. The list has them all. */
export function callbackLines(callbacks: readonly OpenCallback[]) {
  const shown = callbacks.slice(0, settings.alert.shownCallbacks);
  const hidden = callbacks.length - shown.length;
  return {
    callbacks: shown.map(({ subject, due, owner }) => ({
      subject: plainText(subject),
      details: plainText([shortMomentText(due, 'nl'), owner?.name ?? t.nobody].join(' · ')),
    })),
    more: hidden > 0 ? t.andMore(hidden) : '',
  };
}
