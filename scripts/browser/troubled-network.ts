// A bad network in front of the service: a proxy that hands answers through slowly, in small pieces, or not to the end.
// It cuts bytes, not characters, so that an umlaut arrives in two halves.
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Applies to `/api/chat`; everything else passes as it is. */
interface Trouble {
  /** Milliseconds before the first byte. */
  delayMs?: number;
  /** Size of the pieces that the body is cut into. */
  pieceBytes?: number;
  /** Milliseconds between two pieces. */
  pauseMs?: number;
  /** The connection breaks off after so many bytes. */
  cutAfterBytes?: number;
}

export interface TroubledNetwork {
  url: string;
  trouble: Trouble;
  /** Bodies of the chat requests seen so far. */
  questions: unknown[];
  /** How many chats the browser left before their end. */
  abandoned: number;
  close(): Promise<void>;
}

export async function startTroubledNetwork(target: string): Promise<TroubledNetwork> {
  const sockets = new Set<Socket>();
  const network: TroubledNetwork = { url: '', trouble: {}, questions: [], abandoned: 0, close };
  const server = createServer((incoming, outgoing) => {
    const isChat = incoming.url === '/api/chat' && incoming.method === 'POST';
    pass(target, incoming, outgoing, isChat ? network.trouble : {}, isChat ? network : null);
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
  trouble: Trouble,
  watched: TroubledNetwork | null,
): void {
  const body: Buffer[] = [];
  incoming.on('data', (data: Buffer) => body.push(data));
  incoming.on('end', () => {
    watched?.questions.push(JSON.parse(Buffer.concat(body).toString()));
    const headers: OutgoingHttpHeaders = { ...incoming.headers, 'accept-encoding': 'identity' };
    const upstream = request(`${target}${incoming.url ?? '/'}`, { method: incoming.method ?? 'GET', headers });
    upstream.on('response', (response) => void handThrough(response, outgoing, trouble));
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => {
      if (!outgoing.writableFinished && watched) watched.abandoned += 1;
      upstream.destroy();
    });
    upstream.end(Buffer.concat(body));
  });
}

async function handThrough(response: IncomingMessage, outgoing: ServerResponse, trouble: Trouble): Promise<void> {
  const { delayMs = 0, pieceBytes = Number.POSITIVE_INFINITY, pauseMs = 0, cutAfterBytes } = trouble;
  await wait(delayMs);
  outgoing.writeHead(response.statusCode ?? 502, response.headers);
  outgoing.flushHeaders();
  let sent = 0;
  try {
    for await (const chunk of response) {
      const data = chunk as Buffer;
      for (let at = 0; at < data.length; at += pieceBytes) {
        const piece = data.subarray(at, Math.min(data.length, at + pieceBytes));
        if (outgoing.destroyed) return;
        outgoing.write(piece);
        sent += piece.length;
        if (cutAfterBytes !== undefined && sent >= cutAfterBytes) {
          await wait(20);
          outgoing.destroy();
          return;
        }
        await wait(pauseMs);
      }
    }
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

async function wait(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
