import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** Hands mail to the archive's journal as a mail server does: each message is acknowledged before the next. */
export async function deliver(port: number, deliveries: readonly Delivery[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const said = replies(socket);
  const expects = async (code: string, command?: string) => {
    if (command !== undefined) socket.write(`${command}\r\n`);
    const { value } = await said.next();
    if (!value?.startsWith(code))
      throw new Error(`${command ?? 'greeting'}: the journal said ${value ?? 'nothing'}`);
  };
  await expects('220');
  await expects('250', 'EHLO mail.city.example');
  for (const { from, to, text } of deliveries) {
    await expects('250', `MAIL FROM:<${from}>`);
    for (const recipient of to) await expects('250', `RCPT TO:<${recipient}>`);
    await expects('354', 'DATA');
    const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
    await expects('250', [...lines.map((line) => line.replace(/^\./, '..')), '.'].join('\r\n'));
  }
  await expects('221', 'QUIT');
  socket.destroy();
}

/** The last line of each reply (RFC 5321 §4.2.1). */
async function* replies(socket: Socket): AsyncGenerator<string, undefined> {
  let unread = '';
  for await (const piece of socket) {
    unread += String(piece);
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      if (line[3] !== '-') yield line;
    }
  }
  return undefined;
}

/** A relay that the city's letters leave by: keeps what it is given, as it came. */
export interface Relay {
  readonly port: number;
  readonly letters: Delivery[];
  readonly close: () => void;
}

export async function listenForLetters(): Promise<Relay> {
  const letters: Delivery[] = [];
  const server = createServer((socket) => {
    takeLetters(socket, letters).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    letters,
    close: () => {
      server.close();
    },
  };
}

async function takeLetters(socket: Socket, letters: Delivery[]): Promise<void> {
  let from = '';
  let to: string[] = [];
  let text: string[] | undefined;
  let unread = '';
  const says = (line: string) => socket.write(`${line}\r\n`);
  const takes = (line: string) => {
    if (text !== undefined) {
      if (line !== '.') {
        text.push(line.replace(/^\./, ''));
        return;
      }
      letters.push({ from, to, text: text.join('\n') });
      text = undefined;
      to = [];
      says('250 kept');
    } else if (/^MAIL FROM:/i.test(line)) {
      from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      says('250 ok');
    } else if (/^RCPT TO:/i.test(line)) {
      to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      says('250 ok');
    } else if (/^DATA/i.test(line)) {
      text = [];
      says('354 go on');
    } else if (/^QUIT/i.test(line)) {
      says('221 bye');
      socket.end();
    } else says('250 relay.example');
  };
  says('220 relay.example');
  for await (const piece of socket) {
    unread += String(piece);
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      takes(unread.slice(0, end));
      unread = unread.slice(end + 2);
    }
  }
}
