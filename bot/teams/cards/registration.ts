import { type Channel, channels, type Outcome } from '../../../shared/contact/contact.ts';
import type { ContactId } from '../../../shared/contact/contactId.ts';
import { formFields, type Mistakes, type TypedForm } from '../../../shared/contact/registrationForm.ts';
import type { Municipality } from '../../../shared/municipality/municipality.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { registrationTexts } from '../../../shared/texts/registration.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './registration.json' with { type: 'json' };

const draw = cardFrom(template);

export interface RegistrationView {
  readonly id: ContactId;
  /** Stands in the fields, right or wrong. */
  readonly typed: TypedForm;
  readonly mistakes: Mistakes;
  /** The button that was pressed, or what is corrected; undefined on a fresh card. */
  readonly outcome: Outcome | undefined;
  readonly correcting: boolean;
  readonly municipality: Municipality;
  readonly locale: Locale;
  /** Stands above the questions. */
  readonly notice?: string | undefined;
}

/**
 * The registration. The outcome is the button: what an outcome does not need is not asked, and the
 * common case is a process and one button. A callback's fields unfold below theirs; once something in
 * them must be seen (a mistake, a correction) they stand in the card itself.
 */
export function registrationCard(view: RegistrationView): AdaptiveCard {
  const { id, typed, outcome, correcting, municipality, locale, notice } = view;
  const t = registrationTexts[locale];
  const mistakes = mistakeTexts(view);
  const count = Object.values(mistakes).filter((text) => text !== '').length;
  const asksCallback = outcome === 'callback';
  return draw({
    t,
    id,
    typed,
    mistakes,
    correcting,
    title: correcting ? t.correctingTitle : t.title,
    notice: notice ?? (count > 0 ? t.mistakes(count) : ''),
    showsMore: [typed.durationMinutes, typed.receivedOn].some((value) => value !== ''),
    asksCallback,
    styles: { resolved: asksCallback ? 'default' : 'positive' },
    choices: {
      channel: channels.map((channel: Channel) => ({ title: t.channels[channel], value: channel })),
      process: municipality.processes.map(choiceOf),
      department: municipality.departments.map(choiceOf),
    },
  });
}

function mistakeTexts({ mistakes, locale }: RegistrationView) {
  const t = registrationTexts[locale];
  return Object.fromEntries(
    formFields.map((field) => {
      const mistake = mistakes[field];
      return [field, mistake === undefined ? '' : t.mistake(mistake)];
    }),
  );
}

function choiceOf({ id, name }: { id: string; name: string }) {
  return { title: name, value: id };
}
