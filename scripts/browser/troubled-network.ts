// A bad network in front of the service: a proxy that hands answers through slowly, in small pieces, or not to the end.
// It cuts bytes, not characters, so that an umlaut arrives in two halves. A state in between can be held as long as a
// test needs to look at it.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Applies to `/api/chat`; everything else passes as it is. */
interface Trouble {
  /** Size of the pieces that the body is cut into. */
  pieceBytes?: number;
  /** Milliseconds between two pieces. */
  pauseMs?: number;
  /** The connection breaks off after so many bytes. */
  cutAfterBytes?: number;
  /** Nothing more comes once this text has passed ('': nothing at all) until `release()`. */
  holdAfter?: string;
}

export interface TroubledNetwork {
  url: string;
  trouble: Trouble;
  /** Bodies of the chat requests seen so far. */
  questions: unknown[];
  /** How many chats the browser left before their end. */
  abandoned: number;
  /** Lets every chat go on that was asked before, whether it has come to its hold already or not. */
  release(): void;
  close(): Promise<void>;
}

export async function startTroubledNetwork(target: string): Promise<TroubledNetwork> {
  const sockets = new Set<Socket>();
  let gate = Promise.withResolvers<void>();
  const release = () => {
    gate.resolve();
    gate = Promise.withResolvers();
  };
  const network: TroubledNetwork = { url: '', trouble: {}, questions: [], abandoned: 0, release, close };
  const server = createServer((incoming, outgoing) => {
    const isChat = incoming.url === '/api/chat' && incoming.method === 'POST';
    const trouble = isChat ? network.trouble : {};
    const released = Promise.race([gate.promise, once(outgoing, 'close')]);
    const hand = (response: IncomingMessage) => handThrough(response, outgoing, trouble, released);
    pass(target, incoming, outgoing, hand, isChat ? network : null);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  network.url = `http://localhost:${address.port}`;
  return network;

  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  hand: (response: IncomingMessage) => Promise<void>,
  watched: TroubledNetwork | null,
): void {
  const body: Buffer[] = [];
  incoming.on('data', (data: Buffer) => body.push(data));
  incoming.on('end', () => {
    watched?.questions.push(JSON.parse(Buffer.concat(body).toString()));
    const headers: OutgoingHttpHeaders = { ...incoming.headers, 'accept-encoding': 'identity' };
    const upstream = request(`${target}${incoming.url ?? '/'}`, { method: incoming.method ?? 'GET', headers });
    upstream.on('response', (response) => void hand(response));
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => {
      if (!outgoing.writableFinished && watched) watched.abandoned += 1;
      upstream.destroy();
    });
    upstream.end(Buffer.concat(body));
  });
}

async function handThrough(
  response: IncomingMessage,
  outgoing: ServerResponse,
  { pieceBytes = Number.POSITIVE_INFINITY, pauseMs = 0, cutAfterBytes, holdAfter }: Trouble,
  released: Promise<unknown>,
): Promise<void> {
  if (holdAfter === '') await released;
  outgoing.writeHead(response.statusCode ?? 502, response.headers);
  outgoing.flushHeaders();
  let sent = 0;
  let passed = '';
  try {
    for await (const chunk of response) {
      const data = chunk as Buffer;
      for (let at = 0; at < data.length; at += pieceBytes) {
        const piece = data.subarray(at, Math.min(data.length, at + pieceBytes));
        if (outgoing.destroyed) return;
        outgoing.write(piece);
        sent += piece.length;
        if (holdAfter && !passed.includes(holdAfter)) {
          passed += piece.toString('latin1');
          if (passed.includes(holdAfter)) await released;
        }
        if (cutAfterBytes !== undefined && sent >= cutAfterBytes) {
          await wait(20);
          outgoing.destroy();
          return;
        }
        if (pauseMs > 0) await wait(pauseMs);
      }
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}
