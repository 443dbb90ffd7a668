import type { Browser, Locator, Page } from 'playwright-core';

/** A person at the Playground: what an end-to-end test does there, in that person's words. */
export interface PlaygroundPage {
  /** For what has no word of its own here, screenshots for one. */
  readonly page: Page;
  openChat(): Promise<void>;
  /** The first time, the bot hears that it was installed in the team. */
  openChannel(name: string): Promise<void>;
  /** Types and sends a message in the chat. */
  say(text: string): Promise<void>;
  /** Starts a thread in the open channel, with a mention of the bot: without one, it hears nothing. */
  post(text: string): Promise<void>;
  /** Opens a command of the message extension from the compose box; gives the dialog. */
  compose(commandId: string): Promise<Locator>;
  /** Opens it from the menu of the newest message in view. */
  composeFromMessage(commandId: string): Promise<Locator>;
  /** The newest card in view that shows this text, when it is there; `waitFor`, `innerText` and so on wait. */
  card(text: string | RegExp): Locator;
  /** `card` is a card or a dialog, here and below. */
  fill(card: Locator, label: string, value: string): Promise<void>;
  /** In a list, filtered or not, and among radio buttons. */
  choose(card: Locator, label: string, option: string): Promise<void>;
  click(card: Locator, action: string): Promise<void>;
  /**
   * Unfolds a part of a card with its button, and does something there. When the card is redrawn meanwhile,
   * because it was updated for everyone, the part is folded again: then all of it is done once more.
   */
  inside(card: Locator, action: string, sign: Locator, steps: () => Promise<void>): Promise<void>;
}

/**
 * Opens the Playground at the personal chat. Every page is a new client: it sees nothing of what was posted
 * before, and the bot hears once more that it was installed.
 *
 * The Playground draws all cards of a conversation anew with every message in it, and what was typed is gone:
 * let the answer come before filling in a card.
 */
export async function openPlayground(
  browser: Browser,
  url: string,
  viewport = { width: 1280, height: 1000 },
): Promise<PlaygroundPage> {
  const page = await browser.newPage({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  // Fonts from a content delivery network: no test depends on the internet.
  await page.route(
    ({ origin }) => origin !== new URL(url).origin,
    (route) => route.abort(),
  );
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  const bot = await nameOfBot(page);

  let newest: 'first' | 'last' = 'last';
  const open = async (name: string, place: typeof newest) => {
    await page.getByRole('treeitem', { name }).click();
    newest = place; // a chat grows downwards, a channel upwards
  };
  const editor = () => page.locator('[role=textbox][contenteditable=true]')[newest]();
  /** What is drawn meanwhile can take the cursor away: then it is written once more. */
  const write = async (text: string, type: () => Promise<void>) => {
    for (let left = 5; left > 0; left--) {
      await editor().click();
      await type();
      const written = (await editor().innerText()).replaceAll(/\s+/g, ' ');
      if (written.includes(text)) return;
      await editor().click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
    }
    throw new Error(`The editor does not take "${text}"`);
  };
  const send = async (button: string) => {
    const accepted = page.waitForResponse(/\/conversations\/[^/]+\/messages$/);
    await page.getByRole('button', { name: button, exact: true }).click();
    await accepted;
    await untilQuiet(page);
  };

  const dialog = async (commandId: string) => {
    await page.getByRole('menuitem', { name: 'Action Command' }).click();
    await page.getByRole('textbox', { name: 'Command ID' }).fill(commandId);
    await page.getByRole('button', { name: 'Create' }).click();
    return page.getByRole('dialog');
  };

  return {
    page,
    openChat: () => open('Personal Chat', 'last'),
    openChannel: async (name) => {
      await open(`- ${name}`, 'first');
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
    },
    say: async (text) => {
      await write(text, () => page.keyboard.type(text));
      await send('Send Message');
    },
    post: async (text) => {
      await write(`${bot} ${text}`, async () => {
        await page.keyboard.type(`@${bot.slice(0, 3)}`); // the whole name would make the menu go away
        await page.getByRole('menu').or(page.getByRole('listbox')).getByText(bot).first().click();
        await page.keyboard.type(` ${text}`);
      });
      await send('Post');
    },
    compose: async (commandId) => {
      await page.getByRole('button', { name: 'Trigger Message Extension App' })[newest]().click();
      return dialog(commandId);
    },
    composeFromMessage: async (commandId) => {
      await page.getByRole('button', { name: 'Show more information' })[newest]().click();
      return dialog(commandId);
    },
    card: (text) => page.locator('.ac-adaptiveCard').filter({ hasText: text })[newest](),
    fill: (card, label, value) => card.getByRole('textbox', { name: label }).fill(value),
    choose: async (card, label, option) => {
      const radio = card
        .getByRole('radiogroup', { name: label })
        .getByRole('radio', { name: option, exact: true });
      if ((await radio.count()) > 0) return radio.check();
      const list = card.getByRole('combobox', { name: label });
      await list.fill('');
      await list.pressSequentially(option); // the options show with the first key
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    click: (card, action) => card.getByRole('button', { name: action, exact: true }).click(),
    inside: async (card, action, sign, steps) => {
      const once = async () => {
        if (!(await sign.isVisible())) await card.getByRole('button', { name: action, exact: true }).click();
        await steps();
      };
      page.setDefaultTimeout(4_000);
      // The last of five may take as long as anything else.
      for (let attempt = 1; attempt < 5; attempt++) {
        const isDone = await once().then(
          () => true,
          () => false,
        );
        if (isDone) return page.setDefaultTimeout(30_000);
      }
      page.setDefaultTimeout(30_000);
      await once();
    },
  };
}

/** A quick bot's answer is drawn before the message it answers, and that draws every card anew. */
async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(quiet, 150);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(quiet, 150);
        });
        observer.observe(document.body, { subtree: true, childList: true });
      }),
  );
}

/** As the Playground's configuration has it. */
async function nameOfBot(page: Page): Promise<string> {
  const chat = page.getByRole('treeitem', { name: 'Personal Chat' });
  return (await chat.getByRole('img').getAttribute('aria-label')) ?? '';
}
