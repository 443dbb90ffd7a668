import {
  type FeedbackMistakes,
  maxRemark,
  scores,
  type TypedFeedback,
} from '../../shared/feedback/feedbackForm.ts';
import type { RatedWork } from '../../shared/feedback/invitation.ts';
import { feedbackTexts } from '../../shared/texts/feedback.ts';
import type { Locale } from '../../shared/texts/locale.ts';
import { feedbackStyle } from './feedbackStyle.ts';
import { type Html, html } from './html.ts';

export interface FeedbackFormView {
  /** The municipality's name. */
  readonly from: string;
  readonly about: RatedWork['about'];
  readonly typed: TypedFeedback;
  readonly mistakes: FeedbackMistakes;
  /** Whether it was right and could not be kept. */
  readonly notKept: boolean;
  readonly locale: Locale;
}

/** The question: a mark and a remark. */
export function feedbackForm(view: FeedbackFormView): string {
  const { from, about, typed, mistakes, notKept, locale } = view;
  const t = feedbackTexts[locale];
  const hasMistakes = Object.keys(mistakes).length > 0;
  // No action: the form goes to the address of the page.
  const body = html`
<h1>${t.title}</h1>
<p>${t.intro[about]}</p>
${notKept ? mistakeText('not-kept', t.notKept) : ''}
<form method="post" novalidate>
${scoreField(typed.score, mistakes.score, locale)}
${remarkField(typed.remark, mistakes, locale)}
<button>${t.send}</button>
</form>
<p class="privacy">${t.privacy}</p>`;
  return page({ title: hasMistakes ? t.titleWithMistakes(t.title) : t.title, from, body, locale });
}

export type FeedbackNotice = 'thanks' | 'already' | 'gone' | 'busy' | 'unavailable';

/** A page that only says something. */
export function feedbackNotice(notice: FeedbackNotice, from: string, locale: Locale): string {
  const { title, text } = feedbackTexts[locale][notice];
  return page({ title, from, body: html`<h1>${title}</h1><p>${text}</p>`, locale });
}

function scoreField(chosen: string, mistake: FeedbackMistakes['score'], locale: Locale): Html {
  const t = feedbackTexts[locale];
  // Whoever hears the page is led to what is wrong.
  const focused = mistake === undefined ? undefined : 1;
  return html`
<fieldset ${describedBy('scale', mistake && 'score-mistake')}>
<legend>${t.question}</legend>
<p class="hint" id="scale">${t.scale}</p>
${mistake === undefined ? '' : mistakeText('score-mistake', t.scoreMissing)}
<div class="scores">${scores.map((score) => scoreButton(score, chosen, score === focused, locale))}</div>
</fieldset>`;
}

function scoreButton(score: number, chosen: string, isFocused: boolean, locale: Locale): Html {
  const value = String(score);
  const end =
    score === 1 || score === 10 ? html`<i class="spoken">, ${feedbackTexts[locale].ends[score]}</i>` : '';
  const checked = value === chosen ? html` checked` : '';
  const focus = isFocused ? html` autofocus` : '';
  return html`
<label><input type="radio" name="score" value="${value}" required${checked}${focus}><span>${value}${end}</span></label>`;
}

function remarkField(typed: string, { score, remark: mistake }: FeedbackMistakes, locale: Locale): Html {
  const t = feedbackTexts[locale];
  const focus = mistake !== undefined && score === undefined ? html` autofocus` : '';
  const invalid = mistake === undefined ? '' : html` aria-invalid="true"`;
  // A browser drops the first line break in a text area.
  return html`
<label class="label" for="remark">${t.remark}</label>
<p class="hint" id="remark-hint">${t.remarkHint}</p>
${mistake === undefined ? '' : mistakeText('remark-mistake', remarkMistake(mistake, locale))}
<textarea id="remark" name="remark" rows="5" maxlength="${String(maxRemark)}" ${describedBy('remark-hint', mistake && 'remark-mistake')}${invalid}${focus}>
${typed}</textarea>`;
}

function remarkMistake(mistake: NonNullable<FeedbackMistakes['remark']>, locale: Locale): string {
  const t = feedbackTexts[locale];
  return mistake === 'bsn' ? t.remarkBsn : t.remarkTooLong(maxRemark.toLocaleString(locale));
}

/** What is read aloud with a field: first what is wrong with it. */
function describedBy(hint: string, mistake: string | undefined): Html {
  return mistake === undefined
    ? html`aria-describedby="${hint}"`
    : html`class="has-mistake" aria-describedby="${mistake} ${hint}"`;
}

function mistakeText(id: string, text: string): Html {
  return html`<p class="wrong" id="${id}" role="alert">${text}</p>`;
}

interface PageParts {
  readonly title: string;
  /** '' where it is not known who asks. */
  readonly from: string;
  readonly body: Html;
  readonly locale: Locale;
}

function page({ title, from, body, locale }: PageParts): string {
  const style: Html = { markup: `<style>${feedbackStyle}</style>` };
  const { markup } = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${from === '' ? title : `${title} - ${from}`}</title>
${style}
</head>
<body>
<main>
${from === '' ? '' : html`<p class="from">${from}</p>`}
${body}
</main>
</body>
</html>
`;
  return markup;
}
