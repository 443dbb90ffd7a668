/** The tenant of the chat client (.m365agentsplayground.yml). */
export const localTenant = '7e000000-0000-4000-8000-000000000001';

/** Whom local mode serves, by tenant. */
export const localMunicipalities: ReadonlyMap<string, string> = new Map([
  [localTenant, 'Gemeente Waterland'],
]);
