import { type Activity, ActivityTypes } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import { isAllWell } from '../../shared/alert/departmentAlert.ts';
import { departmentName } from '../../shared/municipality/municipality.ts';
import { alertTexts } from '../../shared/texts/alert.ts';
import type { Message } from '../messenger.ts';
import type { TabLinks } from '../tabLinks.ts';
import { cardMessage } from './answer.ts';
import { callbackCard, callbackPreview } from './cards/callback.ts';
import { departmentAlertCard, departmentAlertPreview } from './cards/departmentAlert.ts';
import { figuresCard } from './cards/figures.ts';
import { noticesCard, noticesPreview } from './cards/notices.ts';
import { receiptCard, receiptPreview } from './cards/receipt.ts';
import { registrarNewsCard, registrarNewsPreview } from './cards/registrarNews.ts';
import { mentionText } from './mentionText.ts';

export interface Drawing {
  readonly now: Temporal.Instant;
  readonly links: TabLinks;
}

/** How a message looks in Teams. A channel has readers of all languages; it gets the municipality's own. */
export function drawMessage(message: Message, { now, links }: Drawing): Partial<Activity> {
  switch (message.kind) {
    case 'callback':
      return cardMessage(
        callbackCard({ ...message, locale: 'nl', now }),
        callbackPreview({ ...message, locale: 'nl' }),
      );
    case 'registrarNews':
      return cardMessage(registrarNewsCard(message), registrarNewsPreview(message));
    case 'receipt':
      return cardMessage(receiptCard(message), receiptPreview(message));
    case 'departmentAlert': {
      const { alert, municipality, mentions } = message;
      if (isAllWell(alert)) {
        const text = alertTexts.allWell(departmentName(municipality, alert.department));
        return { type: ActivityTypes.Message, text, textFormat: 'plain' };
      }
      const card = departmentAlertCard({ ...message, at: now, links });
      return { ...cardMessage(card, departmentAlertPreview(alert)), ...mentionText(mentions) };
    }
    case 'notices':
      return {
        ...cardMessage(noticesCard({ ...message, links }), noticesPreview(message)),
        ...mentionText(message.mentions),
      };
    case 'escalation':
      return cardMessage(noticesCard({ ...message, links }), noticesPreview(message));
    case 'figures': {
      const title = alertTexts.figuresTitle[message.audience];
      return cardMessage(figuresCard({ ...message, at: now, links }), title);
    }
  }
}
