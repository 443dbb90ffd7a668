import { Temporal } from 'temporal-polyfill';
import type { Callback } from '../../../shared/callback/callback.ts';
import type { RegistrarNews } from '../../../shared/callback/registrarNews.ts';
import { isOnTime, stateOf } from '../../../shared/callback/state.ts';
import { departmentName, type Municipality } from '../../../shared/municipality/municipality.ts';
import { momentText } from '../../../shared/texts/moments.ts';
import { registrarNewsTexts as t } from '../../../shared/texts/registrarNews.ts';
import { registrationTexts } from '../../../shared/texts/registration.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import { plainText } from './plainText.ts';
import template from './registrarNews.json' with { type: 'json' };

const draw = cardFrom(template);

export interface RegistrarNewsView {
  readonly callback: Callback;
  readonly news: RegistrarNews;
  /** The department that has it now has no channel yet. */
  readonly waiting: boolean;
  readonly municipality: Municipality;
}

/** What became of a callback, for who asked it; nothing of the citizen but the subject. */
export function registrarNewsCard(view: RegistrarNewsView): AdaptiveCard {
  const { callback, news, waiting, municipality } = view;
  const { department } = stateOf(callback);
  const name = departmentName(municipality, department);
  const wentOn = department !== (news.step.kind === 'handedOver' ? news.step.department : news.department);
  const facts = [
    { label: t.nowWith, value: wentOn ? name : '' },
    { label: t.deadline, value: deadlineOf(view) },
  ];
  return draw({
    t,
    id: callback.id,
    title: t.title,
    subject: plainText(callback.request.subject),
    status: statusOf(view),
    what: plainText(whatOf(view)),
    facts: facts
      .filter(({ value }) => value !== '')
      .map(({ label, value }) => ({ label, value: plainText(value) })),
    hint: waiting ? plainText(registrationTexts.nl.waiting(name)) : '',
  });
}

/** What a notification shows: nothing of the citizen. */
export function registrarNewsPreview({
  news: { step, department },
  municipality,
}: RegistrarNewsView): string {
  const name = departmentName(municipality, department);
  switch (step.kind) {
    case 'done':
      return t.preview[step.result](name);
    case 'handedOver':
      return t.preview.handedOver(name, departmentName(municipality, step.department));
    case 'reopened':
      return t.preview.reopened(name);
  }
}

/** Never by colour alone. */
function statusOf({ callback, news: { step }, municipality }: RegistrarNewsView) {
  switch (step.kind) {
    case 'done':
      if (step.result === 'notReached') return { mark: '!', text: t.status.notReached, color: 'warning' };
      return isOnTime(callback, step)
        ? { mark: '✓', text: t.status.spokenOnTime, color: 'good' }
        : { mark: '✓', text: t.status.spokenLate, color: 'warning' };
    case 'handedOver': {
      const to = plainText(departmentName(municipality, step.department));
      return { mark: '→', text: t.status.handedOver(to), color: 'accent' };
    }
    case 'reopened':
      return { mark: '○', text: t.status.reopened, color: 'warning' };
  }
}

function whatOf({ callback, news: { step, department }, municipality }: RegistrarNewsView): string {
  const who = t.who(step.by.name, departmentName(municipality, department));
  const when = momentText(step.at, 'nl');
  switch (step.kind) {
    case 'done':
      return step.result === 'spoken'
        ? t.what.spoken(who, when)
        : t.what.notReached(who, when, stateOf(callback).attempts.length);
    case 'handedOver':
      return t.what.handedOver(who, when);
    case 'reopened':
      return t.what.reopened(who, when);
  }
}

function deadlineOf({ callback, news: { step } }: RegistrarNewsView): string {
  const due = momentText(callback.due, 'nl');
  if (step.kind === 'done') return isOnTime(callback, step) ? t.kept(due) : t.missed(due);
  return Temporal.Instant.compare(step.at, callback.due) > 0 ? t.passed(due) : t.stays(due);
}
