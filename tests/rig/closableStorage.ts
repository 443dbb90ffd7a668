import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type TestStorage, testStorage } from './azurite.ts';

/** Storage of one's own that can be closed to the bot, and opened again. */
export interface ClosableStorage extends TestStorage {
  /** From now on everything is refused, as when the bot lost its rights. The SDK does not try that again. */
  close(): void;
  open(): void;
  stop(): Promise<void>;
}

const refusal = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** Azurite behind a door for its tables and a door for its queues. */
export async function closableStorage(): Promise<ClosableStorage> {
  const { connectionString, prefix } = testStorage();
  const sockets = new Set<Socket>();
  const doors: Server[] = [];
  let isClosed = false;
  let behindDoors = connectionString;
  for (const [, host = '', port = ''] of connectionString.matchAll(/Endpoint=http:\/\/([^:;]+):(\d+)/g)) {
    const door = await openDoor(host, Number(port));
    doors.push(door);
    const { port: own } = door.address() as AddressInfo;
    behindDoors = behindDoors.replace(`${host}:${port}`, `127.0.0.1:${own}`);
  }

  return {
    connectionString: behindDoors,
    prefix,
    close() {
      isClosed = true;
      hangUp();
    },
    open() {
      isClosed = false;
    },
    async stop() {
      hangUp();
      for (const door of doors) door.close();
      await Promise.all(doors.map((door) => once(door, 'close')));
    },
  };

  async function openDoor(host: string, port: number): Promise<Server> {
    const door = createServer((incoming) => {
      if (isClosed) {
        incoming.on('error', () => undefined).once('data', () => incoming.end(refusal));
        return;
      }
      const passedOn = connect(port, host);
      pass(incoming, passedOn);
      pass(passedOn, incoming);
    });
    door.listen(0, '127.0.0.1');
    await once(door, 'listening');
    return door;
  }

  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    from.pipe(to);
    from.on('error', () => undefined);
    from.once('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  function hangUp(): void {
    for (const socket of sockets) socket.destroy();
  }
}
