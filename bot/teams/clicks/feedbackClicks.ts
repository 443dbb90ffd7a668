import { departmentName } from '../../../shared/municipality/municipality.ts';
import { feedbackCardTexts } from '../../../shared/texts/feedbackCard.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { departmentHere } from '../../feedback/departmentHere.ts';
import { type Invited, invite } from '../../feedback/invite.ts';
import { inviteForCallback } from '../../feedback/inviteForCallback.ts';
import type { AdaptiveCard } from '../cards/adaptiveCard.ts';
import { feedbackFormCard, ratedDepartments } from '../cards/feedbackForm.ts';
import { feedbackLinkCard } from '../cards/feedbackLink.ts';
import type { RouteTurn } from '../routes/route.ts';
import type { DataOf, Shown } from './shown.ts';

/** Undefined in a channel that has no department. */
export async function freshFeedbackForm(turn: RouteTurn): Promise<AdaptiveCard | undefined> {
  const { tenant, place, locale, services } = turn;
  const department = await departmentHere(tenant, place, services);
  if (department === undefined) return undefined;
  const municipality = await services.store.municipalities.read(tenant);
  return feedbackFormCard({ department, municipality, locale });
}

export async function openFeedbackForm(turn: RouteTurn): Promise<Shown> {
  const t = feedbackCardTexts[turn.locale];
  const card = await freshFeedbackForm(turn);
  if (card === undefined) return { kind: 'text', text: t.notLinked };
  return { kind: 'card', card, apart: { card, summary: t.title } };
}

export async function makeFeedbackLink(data: DataOf<'feedback.link'>, turn: RouteTurn): Promise<Shown> {
  const { tenant, locale, services, feedbackPage } = turn;
  const { department, aboutCase } = data;
  const municipality = await services.store.municipalities.read(tenant);
  if (!ratedDepartments(municipality).some(({ id }) => id === department)) {
    return { kind: 'text', text: texts(locale).chat.chooseDepartment };
  }
  const process = municipality.processes.find(({ id }) => id === data.process)?.id ?? '';
  const about = aboutCase ? 'case' : 'contact';
  return showLink(await invite(tenant, { about, department, process }, feedbackPage(), services), turn);
}

/** The button of a callback that is done. */
export async function askForRating({ id }: DataOf<'feedback.callback'>, turn: RouteTurn): Promise<Shown> {
  const { tenant, place, locale, services, feedbackPage } = turn;
  const { conversation } = place;
  const invited = await inviteForCallback({ tenant, id, conversation }, feedbackPage(), services);
  const { chat } = texts(locale);
  switch (invited.kind) {
    case 'invited':
      return showLink(invited, turn);
    case 'notDone':
      return { kind: 'text', text: feedbackCardTexts[locale].notDone };
    case 'unknown':
      return { kind: 'text', text: chat.unknownCallback };
    case 'notHere': {
      const municipality = await services.store.municipalities.read(tenant);
      return { kind: 'text', text: chat.notHere(departmentName(municipality, invited.department)) };
    }
  }
}

/** A link is for who asked for it: two colleagues would send it to two citizens. */
async function showLink({ invitation, link }: Invited, turn: RouteTurn): Promise<Shown> {
  const { tenant, place, locale, services } = turn;
  const municipality = await services.store.municipalities.read(tenant);
  const view = { invitation, link, municipality, locale };
  return {
    kind: 'card',
    card: feedbackLinkCard({ ...view, isPrivate: place.kind === 'channel' }),
    apart: {
      card: feedbackLinkCard({ ...view, isPrivate: false }),
      summary: feedbackCardTexts[locale].linkTitle,
    },
  };
}
