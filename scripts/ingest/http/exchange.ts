// One HTTP request and its answer, unpacked, within limits of size and time. No retries, no redirects followed.
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';

export interface Limits {
  /** Of the unpacked body, so a gzip bomb ends here. */
  maxBytes: number;
  /** Without a byte. */
  idleMs: number;
  totalMs: number;
}

export interface Exchange {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/** No byte for `idleMs`; told like the end of the whole time. */
class IdleError extends Error {
  override name = 'TimeoutError';
}

const megabytes = (bytes: number) => `> ${Math.floor(bytes / 1024 / 1024)} MB`;

export interface ExchangeOptions extends Limits {
  headers: Record<string, string>;
  agent: http.Agent;
  signal: AbortSignal;
}

/** Throws TooLargeError, the socket's errors, and an AbortError or TimeoutError. */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.totalMs)]);
  const { request } = url.protocol === 'https:' ? https : http;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const call = request(url.href, { agent: options.agent, headers: options.headers, signal }, resolve);
    call.setTimeout(options.idleMs, () => call.destroy(new IdleError()));
    call.on('error', (error) => reject(signal.aborted ? signal.reason : error));
    call.end();
  });
  try {
    const declared = Number(response.headers['content-length'] ?? 0);
    if (declared > options.maxBytes) throw new TooLargeError(megabytes(options.maxBytes));
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await collect(response, options.maxBytes),
    };
  } catch (error) {
    response.destroy();
    throw signal.aborted ? signal.reason : error;
  }
}

async function collect(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw new TooLargeError(megabytes(maxBytes));
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function unpacked(response: http.IncomingMessage): Readable {
  const decoder = decoderFor(response.headers['content-encoding']);
  if (!decoder) return response;
  // `pipe` does not pass errors on; a body that is cut off must fail, not hang.
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function decoderFor(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    default:
      return null;
  }
}
