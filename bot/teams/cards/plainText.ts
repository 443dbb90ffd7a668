/**
 * What a person typed, for a TextRun: those know no markdown, links or mentions, but they do format
 * `{{DATE(…)}}` and `{{TIME(…)}}`. A zero-width space keeps the braces from being read as one.
 */
export function plainText(typed: string): string {
  return typed.replaceAll('{{', '{\u200b{');
}
