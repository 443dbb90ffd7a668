/** 'Ext.611' is 611. */
export function plainNumber(text: string): string {
  return text.replace(/^Ext\./, '');
}

/** 'Chain: 0612345678;Ext.611;Ext.194;': the caller, and then every place that the call came by. */
export function numbersIn(chain: string): readonly string[] {
  const [, ...places] = chain
    .replace(/^Chain: /, '')
    .split(/[;,]/)
    .map(plainNumber);
  return places.filter((place) => place !== '');
}

export interface Journey {
  /** Where the call came in. */
  readonly queue: string;
  /** Every place after the caller. */
  readonly chain: readonly string[];
  /** Whether the number where it came in is a colleague's own. */
  readonly isColleague: boolean;
  /** Where it ended, if not where it came in; else ''. */
  readonly final: string;
  readonly isFinalColleague: boolean;
  /** Nobody answered, and it was passed on to another queue or number. */
  readonly isOverflow: boolean;
  readonly departmentOf: (number: string) => string | undefined;
  readonly isQueue: (number: string) => boolean;
}

export interface Route {
  /** A colleague was on the line, as far as the places tell. */
  readonly isAnswered: boolean;
  /** Department that the caller was put through to. */
  readonly transferredTo: string | undefined;
  readonly isPickedUp: boolean;
}

/** Who was on the line, and to whom the caller was put through, by the places that a call came by. */
export function routeOf(journey: Journey): Route {
  const { queue, chain, isColleague, final, isFinalColleague, isQueue, departmentOf } = journey;
  const after = chain.slice(chain.indexOf(queue) + 1 + (journey.isOverflow ? 1 : 0));
  // Without a chain only the last place is known.
  const places = after.length === 0 && final !== '' ? [final] : after;
  const isPerson = (place: string) => (place === final ? isFinalColleague : !isQueue(place));
  const firstPerson = isColleague ? -1 : places.findIndex(isPerson);
  const isAnswered = isColleague || firstPerson >= 0;
  const target = isAnswered ? places.slice(firstPerson + 1).find((place) => departmentOf(place)) : undefined;
  const transferredTo = target === undefined ? undefined : departmentOf(target);
  return { isAnswered, transferredTo, isPickedUp: final !== '' && isFinalColleague };
}
