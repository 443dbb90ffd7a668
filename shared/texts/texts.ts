import { callbackTexts } from './callback.ts';
import { chatTexts } from './chat.ts';
import type { Locale } from './locale.ts';
import { registrationTexts } from './registration.ts';

/** Everything the bot says, in one language. */
export function texts(locale: Locale) {
  return {
    chat: chatTexts[locale],
    registration: registrationTexts[locale],
    callback: callbackTexts[locale],
  };
}
