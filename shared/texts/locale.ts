/** Dutch first, English second. */
export type Locale = 'nl' | 'en';

/** The language to speak to a reader with this BCP 47 tag; Dutch where none is known. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'nl';
}
