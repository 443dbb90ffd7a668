import { TableClient } from '@azure/data-tables';
import { DefaultAzureCredential } from '@azure/identity';
import { QueueClient } from '@azure/storage-queue';

/** Where the rows live: a connection string locally, a managed identity in production. */
export type StorageConfig = (
  | { readonly kind: 'connectionString'; readonly connectionString: string }
  | { readonly kind: 'managedIdentity'; readonly account: string }
) & {
  /** Stands before every table's and queue's name, so that several installations can share an account. */
  readonly prefix: string;
};

const tableNames = [
  'Contacts',
  'Calls',
  'Responses',
  'Cases',
  'Ratings',
  'WebCounts',
  'Probes',
  'Imports',
  'Invitations',
  'Due',
  'Alerts',
  'Rollups',
  'Rounds',
  'Cards',
  'Places',
  'Settings',
  'Processes',
] as const;
type TableName = (typeof tableNames)[number];

export interface Storage {
  table(name: TableName): TableClient;
  queue(name: string): QueueClient;
}

/** Opens the storage account and makes the tables that are not there yet. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
  const storage = connect(config);
  await Promise.all(tableNames.map((name) => storage.table(name).createTable()));
  return storage;
}

function connect(config: StorageConfig): Storage {
  const { prefix } = config;
  if (config.kind === 'connectionString') {
    const { connectionString } = config;
    return {
      table: (name) =>
        TableClient.fromConnectionString(connectionString, prefix + name, { allowInsecureConnection: true }),
      queue: (name) => new QueueClient(connectionString, prefix + name),
    };
  }
  const credential = new DefaultAzureCredential();
  const address = (service: string) => `https://${config.account}.${service}.core.windows.net`;
  return {
    table: (name) => new TableClient(address('table'), prefix + name, credential),
    queue: (name) => new QueueClient(`${address('queue')}/${prefix}${name}`, credential),
  };
}
