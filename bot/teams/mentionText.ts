import type { Activity } from 'botbuilder';
import type { Mention } from '../../shared/alert/mentions.ts';
import { alertTexts } from '../../shared/texts/alert.ts';

/** Calls people by name above a card: Teams notifies them. Nothing where nobody is called. */
export function mentionText(mentions: readonly Mention[]): Pick<Activity, 'text' | 'entities'> | undefined {
  if (mentions.length === 0) return undefined;
  const parts = mentions.map(({ person, counts }) => {
    // Teams looks for this very text in the message; a name that looks like markup would break it.
    const name = person.name.replaceAll(/[<>&*_[\]()`#]/g, '');
    const text = `<at>${name}</at>`;
    const what = [...counts].map(([kind, count]) => alertTexts.mention[kind](count)).join(', ');
    return {
      line: `${text}: ${what}`,
      entity: { type: 'mention', mentioned: { id: person.teamsId ?? person.id, name }, text },
    };
  });
  return {
    text: parts.map(({ line }) => line).join('\n\n'),
    entities: parts.map(({ entity }) => entity),
  };
}
