import { Template } from 'adaptivecards-templating';

/** An Adaptive Card, version 1.5: the newest that Teams draws. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/**
 * Makes a card of a template and data. Every Action.Execute gets its verb from its data, and a fallback
 * with the same data for clients that do not know it (Teams on older phones).
 */
export function cardFrom(template: object): (data: object) => AdaptiveCard {
  // Parsing a template costs fifty times what filling it in does.
  const parsed = new Template(template);
  return (data) => finish(parsed.expand({ $root: data })) as AdaptiveCard;
}

/** The same card for a dialog: those of message extensions know Action.Submit only. */
export function forDialog(card: AdaptiveCard): AdaptiveCard {
  return mapParts(card, (action) =>
    action['type'] === executeType ? (action['fallback'] as Part) : action,
  ) as AdaptiveCard;
}

type Part = { readonly [property: string]: unknown };

const executeType = 'Action.Execute';

function finish(card: unknown): unknown {
  return mapParts(card, (drawn) => {
    const part = withoutNulls(drawn);
    if (part['type'] === executeType) {
      const { verb } = part['data'] as { verb: string };
      return { ...part, verb, fallback: { ...part, type: 'Action.Submit' } };
    }
    // An input without a value has none: '' is no number and no date.
    return part['value'] === '' ? withoutValue(part) : part;
  });
}

/** What a part of a card does not have, such as the action of a row, comes out of the data as null. */
function withoutNulls(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
}

function withoutValue({ value: _, ...rest }: Part): Part {
  return rest;
}

/** Changes every object in a card, from the inside out; what is in a fallback stays as it is. */
function mapParts(part: unknown, change: (part: Part) => Part): unknown {
  if (Array.isArray(part)) return part.map((inner) => mapParts(inner, change));
  if (typeof part !== 'object' || part === null) return part;
  return change(
    Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [
        name,
        name === 'fallback' ? inner : mapParts(inner, change),
      ]),
    ),
  );
}
