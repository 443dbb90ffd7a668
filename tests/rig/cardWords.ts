/** Who asks to be called back; not everything that makes a form. */
export const citizen = {
  citizenName: 'Jan Testburger',
  citizenPhone: '06 12345678',
  subject: 'Berm',
} as const;

/** What of them must not be where it has no business. */
export const citizenData = /Jan Testburger|12345678/;

/** All the words on a card. */
export function wordsOn(card: unknown): string {
  return JSON.stringify(card).replaceAll(/"[a-zA-Z$]+":/g, '');
}
