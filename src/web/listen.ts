/** A local server's way into the world and out of it. */
import type { Server } from 'node:http';

export interface Listening {
  /** With a slash at its end, and the port that was taken where any free one was asked for. */
  readonly url: string;
  /** Ends what is still being answered, too. */
  close(): Promise<void>;
}

function taken(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** Listens at `host` and `port` (0 takes any free one). Rejects with the system's error when it cannot, such as a port that is taken. */
export async function listenAt(server: Server, host: string, port: number): Promise<Listening> {
  await taken(server, host, port);
  return {
    url: urlOf(server, host),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
