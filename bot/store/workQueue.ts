import * as v from 'valibot';
import { type ContactId, ContactIdSchema } from '../../shared/contact/contactId.ts';
import type { Storage } from './storage.ts';

/** "Look at this registration": its callback's card, its place in the due index, its day's figures. */
const WorkSchema = v.object({ tenant: v.string(), contact: ContactIdSchema });
const WorkText = v.pipe(v.string(), v.parseJson(), WorkSchema);
export type Work = Readonly<v.InferOutput<typeof WorkSchema>>;

/** A message in somebody's hands: invisible to others until its time is up. */
export interface ReceivedWork {
  readonly work: Work;
  /** How often it was received; 1 the first time. */
  readonly tries: number;
  readonly messageId: string;
  readonly popReceipt: string;
}

/** A promise to look at a row, made before the row is written. */
export interface Announcement {
  /** The row is written: look now. */
  release(): Promise<void>;
}

/**
 * The nudges. Work is announced *before* the fact is written and released after it: a process that
 * dies in between leaves a message that shows up by itself, and looking at a row that was never
 * written does no harm. So no fact goes unnoticed, without a scan over all facts.
 */
export type WorkQueue = Awaited<ReturnType<typeof openWorkQueue>>;

/** How long a write may take before its announcement shows up by itself, in seconds. */
const writeTime = 15;
/** How long looking may take before another instance tries, in seconds. */
const lookTime = 30;

export async function openWorkQueue(storage: Storage) {
  const queue = storage.queue('work');
  const poison = storage.queue('work-poison');
  await Promise.all([queue.createIfNotExists(), poison.createIfNotExists()]);
  const listeners: (() => void)[] = [];

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
      const text = JSON.stringify({ tenant, contact } satisfies Work);
      const { messageId, popReceipt } = await queue.sendMessage(text, {
        visibilityTimeout: writeTime,
        messageTimeToLive: forever,
      });
      return {
        async release() {
          await queue.updateMessage(messageId, popReceipt, text, 0);
          for (const listener of listeners) listener();
        },
      };
    },

    /** Takes what is visible, 32 messages at most; what cannot be read is set aside at once. */
    async receive(): Promise<ReceivedWork[]> {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: 32,
        visibilityTimeout: lookTime,
      });
      const received: ReceivedWork[] = [];
      for (const { messageText, dequeueCount, messageId, popReceipt } of receivedMessageItems) {
        const work = v.safeParse(WorkText, messageText);
        if (work.success) received.push({ work: work.output, tries: dequeueCount, messageId, popReceipt });
        else await setAside({ messageId, popReceipt }, messageText);
      }
      return received;
    },

    async finish({ messageId, popReceipt }: ReceivedWork): Promise<void> {
      await queue.deleteMessage(messageId, popReceipt);
    },

    /** Puts the work back, to be seen again after some seconds. */
    async postpone({ work, messageId, popReceipt }: ReceivedWork, seconds: number): Promise<void> {
      await queue.updateMessage(messageId, popReceipt, JSON.stringify(work), seconds);
    },

    /** Sets aside what keeps failing, for a person to look at. */
    async giveUp(received: ReceivedWork): Promise<void> {
      await setAside(received, JSON.stringify(received.work));
    },
  };
}

/** Azure Queue: -1 keeps a message until it is deleted. */
const forever = -1;
