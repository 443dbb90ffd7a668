import * as v from 'valibot';
import { type ContactId, ContactIdSchema } from '../../shared/contact/contactId.ts';
import { type FactKind, factKinds } from '../../shared/fact/factKind.ts';
import { settings } from '../../shared/settings.ts';
import { unlessMissing } from './rows.ts';
import type { Storage } from './storage.ts';

const handling = {
  /** How often it waited because Teams had no room: that is nobody's fault. */
  waits: v.optional(v.number(), 0),
  /** Whether it is looked at only once, because whoever asked for it will ask again. */
  isOnce: v.optional(v.boolean(), false),
};

/** "Look at this registration": its callback's card, its place in the due index, its day's figures. */
const ContactWorkSchema = v.object({ tenant: v.string(), contact: ContactIdSchema, ...handling });

/** "Compute these figures": of a kind of facts, on these days where it is kept by day. */
const FiguresWorkSchema = v.object({
  tenant: v.string(),
  figures: v.picklist(factKinds),
  days: v.optional(v.array(v.pipe(v.string(), v.isoDate()))),
  ...handling,
});

const WorkText = v.pipe(v.string(), v.parseJson(), v.union([ContactWorkSchema, FiguresWorkSchema]));
export type ContactWork = Readonly<v.InferOutput<typeof ContactWorkSchema>>;
export type FiguresWork = Readonly<v.InferOutput<typeof FiguresWorkSchema>>;
export type Work = ContactWork | FiguresWork;

/** A message in somebody's hands: invisible to others until its time is up. */
export interface ReceivedWork {
  readonly work: Work;
  /** How often it was tried, waits not counted; 1 the first time. */
  readonly tries: number;
  readonly messageId: string;
  readonly popReceipt: string;
}

/** A promise to look at a row, made before the row is written. */
export interface Announcement {
  /** The row is written: look now. */
  release(): Promise<void>;
}

/** The same for figures: the worker computes them, or whoever writes the facts. */
export interface FiguresAnnouncement extends Announcement {
  /** The figures are computed: nobody needs to any more. */
  finish(): Promise<void>;
}

/**
 * The nudges. Work is announced *before* the fact is written and released after it: a process that
 * dies in between leaves a message that shows up by itself, and looking at a row that was never
 * written does no harm. So no fact goes unnoticed, without a scan over all facts.
 */
export type WorkQueue = Awaited<ReturnType<typeof openWorkQueue>>;

export async function openWorkQueue(storage: Storage) {
  const queue = storage.queue('work');
  const poison = storage.queue('work-poison');
  await Promise.all([queue.createIfNotExists(), poison.createIfNotExists()]);
  const listeners: (() => void)[] = [];

  function wake(): void {
    for (const listener of listeners) listener();
  }

  async function setAside(message: Pick<ReceivedWork, 'messageId' | 'popReceipt'>, text: string) {
    await poison.sendMessage(text, { messageTimeToLive: forever });
    await queue.deleteMessage(message.messageId, message.popReceipt);
  }

  return {
    /** Calls back whenever work was released by this process, so that it need not wait for the next poll. */
    onReleased(listener: () => void): void {
      listeners.push(listener);
    },

    async announce(tenant: string, contact: ContactId): Promise<Announcement> {
      const text = JSON.stringify({ tenant, contact });
      const { messageId, popReceipt } = await queue.sendMessage(text, {
        visibilityTimeout: settings.work.writeSeconds,
        messageTimeToLive: forever,
      });
      return {
        async release() {
          await queue.updateMessage(messageId, popReceipt, text, 0);
          wake();
        },
      };
    },

    /** The figures of these days (YYYY-MM-DD; of kinds kept by day) are about to change. */
    async announceFigures(
      tenant: string,
      kind: FactKind,
      days: readonly string[] | undefined,
    ): Promise<FiguresAnnouncement> {
      const text = JSON.stringify({ tenant, figures: kind, days });
      const { messageId, popReceipt } = await queue.sendMessage(text, {
        visibilityTimeout: settings.imports.writeSeconds,
        messageTimeToLive: forever,
      });
      return {
        async release() {
          await queue.updateMessage(messageId, popReceipt, text, 0);
          wake();
        },
        async finish() {
          // Another may have taken it by now: computing the figures twice does no harm.
          await queue.deleteMessage(messageId, popReceipt).catch(unlessMissing);
        },
      };
    },

    /** Has a row looked at now, once: for who will ask again when it did not help. */
    async nudge(tenant: string, contact: ContactId): Promise<void> {
      await queue.sendMessage(JSON.stringify({ tenant, contact, isOnce: true }), {
        messageTimeToLive: forever,
      });
      wake();
    },

    /** Takes what is visible, 32 messages at most; what cannot be read is set aside at once. */
    async receive(): Promise<ReceivedWork[]> {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: 32,
        visibilityTimeout: settings.work.lookSeconds,
      });
      const received: ReceivedWork[] = [];
      for (const { messageText, dequeueCount, messageId, popReceipt } of receivedMessageItems) {
        const work = v.safeParse(WorkText, messageText);
        if (!work.success) await setAside({ messageId, popReceipt }, messageText);
        else {
          const tries = dequeueCount - work.output.waits;
          received.push({ work: work.output, tries, messageId, popReceipt });
        }
      }
      return received;
    },

    async finish({ messageId, popReceipt }: ReceivedWork): Promise<void> {
      await queue.deleteMessage(messageId, popReceipt);
    },

    /** Puts work back that failed, to be tried again after some whole seconds. */
    async postpone({ work, messageId, popReceipt }: ReceivedWork, seconds: number): Promise<void> {
      await queue.updateMessage(messageId, popReceipt, JSON.stringify(work), seconds);
    },

    /** The same for what only had to wait; that does not count as a try. */
    async wait({ work, messageId, popReceipt }: ReceivedWork, seconds: number): Promise<void> {
      const text = JSON.stringify({ ...work, waits: work.waits + 1 });
      await queue.updateMessage(messageId, popReceipt, text, seconds);
    },

    /**
     * Sets aside what keeps failing, for a person to look at. Moved back to the queue `work` as it is, it is
     * tried again.
     */
    async giveUp(received: ReceivedWork): Promise<void> {
      const { waits: _, isOnce: __, ...work } = received.work;
      await setAside(received, JSON.stringify(work));
    },
  };
}

/** Azure Queue: -1 keeps a message until it is deleted. */
const forever = -1;
