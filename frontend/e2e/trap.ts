import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** This is the server a hostile message would like to reach. It counts who comes, and says so at `/count`. */
export async function listenForTraffic(): Promise<{ address: string; close: () => void }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/count') {
      response.end(JSON.stringify(visits));
      return;
    }
    visits.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
    },
  };
}
