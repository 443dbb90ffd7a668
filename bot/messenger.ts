import type { DepartmentAlert } from '../shared/alert/departmentAlert.ts';
import type { Mention } from '../shared/alert/mentions.ts';
import type { Notice } from '../shared/alert/pendingNotices.ts';
import type { Deadline } from '../shared/calendar/deadline.ts';
import type { Callback } from '../shared/callback/callback.ts';
import type { RegistrarNews } from '../shared/callback/registrarNews.ts';
import type { Registered } from '../shared/contact/register.ts';
import type { KpiAnswer } from '../shared/kpi/scorecard.ts';
import type { Municipality } from '../shared/municipality/municipality.ts';
import type { Person } from '../shared/person.ts';
import type { Locale } from '../shared/texts/locale.ts';
import type { Place } from './store/places.ts';

/** What Zeven says in Teams on its own initiative; how it looks is the messenger's affair. */
export type Message =
  | {
      readonly kind: 'callback';
      readonly callback: Callback;
      readonly deadline: Deadline;
      readonly municipality: Municipality;
      /** Whether this card is still where the callback is, or points to where it went, or where it waits for a channel. */
      readonly standing: 'current' | 'handedOver' | 'waiting';
    }
  | {
      readonly kind: 'departmentAlert';
      readonly alert: DepartmentAlert;
      readonly mentions: readonly Mention[];
      readonly municipality: Municipality;
    }
  | {
      readonly kind: 'notices';
      readonly department: string;
      readonly notices: readonly Notice[];
      readonly mentions: readonly Mention[];
      readonly municipality: Municipality;
    }
  | {
      /** To the team lead of a department, in person. */
      readonly kind: 'escalation';
      readonly department: string;
      readonly notices: readonly Notice[];
      readonly municipality: Municipality;
    }
  | {
      readonly kind: 'figures';
      /** The KCC gets its own norms every working day, the management team all of them once a week. */
      readonly audience: 'kcc' | 'dmt';
      readonly answers: readonly KpiAnswer[];
    }
  | {
      /** What the KCC employee who asked must know of their callback. */
      readonly kind: 'registrarNews';
      readonly callback: Callback;
      readonly news: RegistrarNews;
      /** The department that has it now has no channel yet. */
      readonly waiting: boolean;
      readonly municipality: Municipality;
    }
  | ({ readonly kind: 'receipt'; readonly municipality: Municipality; readonly locale: Locale } & Receipt);

/** What a registrar is told of a registration. */
export interface Receipt {
  readonly registered: Registered;
  readonly deadline: Deadline | undefined;
  /** The department has no channel yet: the callback is kept and waits. */
  readonly waiting: boolean;
  readonly mayCorrect: boolean;
}

/** What became of a message. Whoever sends one decides what each answer means for it. */
export type Delivery = { readonly kind: 'delivered'; readonly activity: string } | Undelivered;

export type Undelivered =
  /**
   * Not now. `seconds`: when there is room again, by Teams' limits or its own word; that it had to wait is
   * nobody's fault. Undefined: Teams is out of reach, and whoever tries again does so later and later.
   */
  | { readonly kind: 'later'; readonly seconds: number | undefined }
  /** The message or the conversation was deleted, or its reader blocked the bot: there is nothing to tell there. */
  | { readonly kind: 'gone' }
  /** The bot was removed from there. The place is parked until it is installed again. */
  | { readonly kind: 'away' }
  /** Teams will never take this message, however often it is sent; it is in the log as an error. */
  | { readonly kind: 'refused' };

/** What became of opening a chat. */
export type Opening = { readonly kind: 'opened'; readonly place: Place } | Undelivered;

/** Posts to Teams and updates what stands there, within its limits; never throws for what Teams answers. */
export interface Messenger {
  post(tenant: string, place: Place, message: Message): Promise<Delivery>;
  update(tenant: string, place: Place, activity: string, message: Message): Promise<Delivery>;
  /**
   * Opens the bot's chat with a person who was never heard of there.
   * @param person by Entra object id.
   * @param near a place in the same tenant: it tells where its Teams is.
   */
  openChat(tenant: string, person: Pick<Person, 'id'>, near: Place): Promise<Opening>;
}
