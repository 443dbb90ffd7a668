import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import {
  emptyFeedback,
  type FeedbackMistakes,
  readFeedback,
  type TypedFeedback,
} from '../../shared/feedback/feedbackForm.ts';
import { settings } from '../../shared/settings.ts';
import { type Locale, localeOf } from '../../shared/texts/locale.ts';
import type { Clock } from '../clock.ts';
import { giveRating } from '../feedback/giveRating.ts';
import { openInvitation } from '../feedback/openInvitation.ts';
import type { FactServices } from '../services.ts';
import { addressLimit } from './addressLimit.ts';
import { clientAddress } from './clientAddress.ts';
import { type FeedbackNotice, feedbackForm, feedbackNotice } from './feedbackPage.ts';
import { feedbackPolicy } from './feedbackStyle.ts';

/** Whom the feedback page is for. */
export interface FeedbackDoor {
  /** Tenants that are served. */
  readonly tenants: ReadonlySet<string>;
  /** What the limit on pages goes by. */
  readonly clock: Clock;
  readonly log: Logger;
}

interface Page {
  readonly status: number;
  readonly markup: string;
}

const statusOf = { thanks: 200, already: 200, gone: 404, busy: 429, unavailable: 503 } as const;

/** The address holds a token: it goes nowhere else, and no search engine or cache keeps the page. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': feedbackPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

/**
 * `GET /beoordeling/<token>` asks a citizen for a mark, `POST` keeps it, once. Programs look at a link before
 * people do, so that getting the page changes nothing.
 */
export function answerFeedback({ tenants, clock, log }: FeedbackDoor, services: FactServices) {
  const { pagesInWindow: requests, windowSeconds } = settings.feedback;
  const limit = addressLimit({ requests, windowSeconds }, clock);

  return async (request: Request, response: Response): Promise<void> => {
    const locale = localeOf(request.header('accept-language'));
    const wait = limit.take(clientAddress(request));
    if (wait !== undefined) {
      response.setHeader('Retry-After', String(wait));
      return send(response, noticePage('busy', '', locale));
    }
    try {
      send(response, await pageFor(request, locale));
    } catch (error) {
      // Not the address, which holds the token.
      log.error({ err: error }, 'The feedback page could not be shown');
      send(response, noticePage('unavailable', '', locale));
    }
  };

  async function pageFor(request: Request, locale: Locale): Promise<Page> {
    const opened = await openInvitation(request.params['*'] ?? '', tenants, services);
    if (opened === undefined) return noticePage('gone', '', locale);
    const { name } = await services.store.municipalities.read(opened.tenant);
    if (opened.invitation.isUsed) return noticePage('already', name, locale);
    const { about } = opened.invitation;
    const formPage = (
      status: number,
      { typed, mistakes = {}, notKept = false }: Filled = { typed: emptyFeedback },
    ): Page => ({ status, markup: feedbackForm({ from: name, about, typed, mistakes, notKept, locale }) });
    if (request.method !== 'POST') return formPage(200);

    const read = readFeedback(postedForm(request.body));
    if (read.kind === 'mistakes') return formPage(422, read);
    try {
      const isNew = await giveRating(opened, read.feedback, services);
      return noticePage(isNew ? 'thanks' : 'already', name, locale);
    } catch (error) {
      log.error({ err: error }, 'A rating could not be kept');
      const { score, remark } = read.feedback;
      return formPage(503, { typed: { score: String(score), remark }, notKept: true });
    }
  }
}

interface Filled {
  readonly typed: TypedFeedback;
  readonly mistakes?: FeedbackMistakes;
  readonly notKept?: boolean;
}

/** A body that was read as text is that of a form, whatever it says that it is. */
function postedForm(body: unknown): object {
  return typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : {};
}

function noticePage(notice: FeedbackNotice, from: string, locale: Locale): Page {
  return { status: statusOf[notice], markup: feedbackNotice(notice, from, locale) };
}

function send(response: Response, { status, markup }: Page): void {
  response.sendRaw(status, markup, headers);
}
