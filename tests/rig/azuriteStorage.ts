import { openStorage as open } from '../../bot/store/storage.ts';

/** Takes the place of the store's own `openStorage` (onAzurite.ts): whatever is configured, it opens Azurite. */
export function openStorage() {
  const { ZEVEN_TEST_AZURITE: connectionString = '', ZEVEN_TEST_PREFIX: prefix = '' } = process.env;
  return open({ kind: 'connectionString', connectionString, prefix });
}
