/** `${{NAME}}`, as Microsoft's toolkits write what is filled in at packaging. */
const placeholder = /\$\{\{(\w+)\}\}/g;

/** Fills in what has a value; what has none stays as it is. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) => values[name] ?? whole);
}

/** The names that still wait for a value. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}
