import type { Person } from '../../../shared/person.ts';
import { dayOf, deadlineDay } from './plainDays.ts';

/** What happened to one callback, as a person would tell it. */
export interface Story {
  readonly number: number;
  readonly askedAt: string;
  readonly department: string;
  readonly events: readonly StoryEvent[];
}

/** `at`: YYYY-MM-DDTHH:MM, Dutch time. */
export type StoryEvent = { readonly at: string } & (
  | { readonly kind: 'taken'; readonly by: Person }
  | { readonly kind: 'handedOver'; readonly department: string }
  | { readonly kind: 'done' | 'withdrawn' }
);

/** An open callback, as far as a channel is told of it. */
export interface OpenStory {
  readonly subject: string;
  readonly department: string;
  readonly owner: string | undefined;
  /** The day at whose closing time it must be done. */
  readonly deadline: string;
}

export function subjectOf({ number }: Story): string {
  return `Vraag ${number}`;
}

export function story(
  number: number,
  askedAt: string,
  department: string,
  events: readonly StoryEvent[] = [],
): Story {
  return { number, askedAt, department, events };
}

/** What is open at a moment, the most urgent first. */
export function openAt(stories: readonly Story[], moment: string): OpenStory[] {
  return stories
    .flatMap((one) => {
      const open = stateAt(one, moment);
      return open === undefined
        ? []
        : [
            {
              ...open,
              order: [open.deadline, dayOf(one.askedAt), String(one.number).padStart(6, '0')].join(),
            },
          ];
    })
    .sort((one, other) => (one.order < other.order ? -1 : 1));
}

function stateAt(one: Story, moment: string): OpenStory | undefined {
  if (one.askedAt > moment) return undefined;
  let { department } = one;
  let owner: string | undefined;
  for (const event of one.events.filter(({ at }) => at <= moment)) {
    switch (event.kind) {
      case 'taken':
        owner = event.by.name;
        break;
      case 'handedOver':
        department = event.department;
        owner = undefined;
        break;
      default:
        return undefined;
    }
  }
  return { subject: subjectOf(one), department, owner, deadline: deadlineDay(one.askedAt) };
}
