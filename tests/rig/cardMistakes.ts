import { createRequire } from 'node:module';

// Its index is for bundlers; in Node it loads from its bundle only.
const { AdaptiveCard, SerializationContext, Versions }: typeof import('adaptivecards') = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.js');

/** Teams: "keep cards under 28 KB" (PLATFORM.md, limits). */
const cardLimitBytes = 28 * 1024;

/**
 * What Teams would not draw, or draw wrongly: unknown elements, wrong values, missing or double ids, an
 * expression that was not filled in, a button that older phones do not know, a card that is too large.
 */
export function cardMistakes(content: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(content, context);
  const json = JSON.stringify(content);
  const mistakes = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  mistakes.push(...card.validateProperties().validationEvents.map(({ message }) => message));
  // What stands in an input was typed by somebody, and may look like an expression.
  const [left] = /\$\{[^}]*\}?/.exec(JSON.stringify(content, withoutTyped)) ?? [];
  if (left !== undefined) mistakes.push(`An expression is left: ${left}`);
  const bytes = Buffer.byteLength(json);
  if (bytes > cardLimitBytes) mistakes.push(`The card is ${bytes} bytes.`);
  return [...mistakes, ...buttonsWithoutFallback(content)];
}

function withoutTyped(name: string, value: unknown): unknown {
  return name === 'value' ? undefined : value;
}

function buttonsWithoutFallback(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(buttonsWithoutFallback);
  const lacks = 'type' in part && part.type === 'Action.Execute' && !('fallback' in part);
  return lacks ? [...inner, `The button ${JSON.stringify(part)} has no fallback.`] : inner;
}

/** Every Adaptive Card in what the bot sent, wherever it is: an attachment, an answer, a dialog. */
export function cardsIn(part: unknown): object[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('type' in part && part.type === 'AdaptiveCard' && 'version' in part) return [part];
  return Object.values(part).flatMap(cardsIn);
}
