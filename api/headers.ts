// What the browser may do with our responses: content security policy, embedding, caching and foreign origins.
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from './env.ts';

const SELF = "'self'";

/** Strict policy for our own pages: no inline scripts or styles, no foreign hosts, no string ever becomes markup. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [SELF],
    styleSrc: [SELF],
    imgSrc: [SELF, 'data:'],
    connectSrc: [SELF],
    fontSrc: [SELF],
    manifestSrc: [SELF],
    formAction: [SELF],
    frameSrc: [SELF],
    baseUri: ["'none'"],
    frameAncestors: [SELF],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['lit-html'],
  },
  crossOriginResourcePolicy: false,
  referrerPolicy: 'strict-origin-when-cross-origin',
  xFrameOptions: 'SAMEORIGIN',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

declare module 'hono' {
  interface ContextVariableMap {
    /** An origin whose files this one page may show in a frame. */
    frameFrom?: string;
  }
}

/** To be registered before `pageHeaders`, whose policy it widens for a page that has asked for it. */
export const frames: MiddlewareHandler = async (c, next) => {
  await next();
  const from = c.get('frameFrom');
  const policy = c.res.headers.get('content-security-policy');
  if (from && policy) c.header('content-security-policy', policy.replace(`frame-src ${SELF}`, `$& ${from}`));
};

/** `/api` answers pages of its own origin and of `ALLOWED_ORIGINS`; nobody else's browser may read it. */
export const apiCors: MiddlewareHandler<{ Bindings: Env }> = cors({
  origin: (origin, c: Context<{ Bindings: Env }>) => (isAllowed(origin, c.env.ALLOWED_ORIGINS) ? origin : null),
  allowMethods: ['GET', 'POST', 'OPTIONS'],
  allowHeaders: ['content-type', 'accept', 'accept-language'],
  exposeHeaders: ['x-request-id', 'x-vercel-ai-ui-message-stream', 'retry-after'],
  maxAge: 3_600,
});

/** The same origins for MCP, whose clients in a browser send and read headers of their own (MCP, Streamable HTTP). */
export const mcpCors: MiddlewareHandler<{ Bindings: Env }> = cors({
  origin: (origin, c: Context<{ Bindings: Env }>) => (isAllowed(origin, c.env.ALLOWED_ORIGINS) ? origin : null),
  allowMethods: ['POST', 'OPTIONS'],
  allowHeaders: ['content-type', 'accept', 'authorization', 'mcp-protocol-version', 'mcp-session-id', 'last-event-id'],
  exposeHeaders: ['mcp-protocol-version', 'mcp-session-id', 'x-request-id', 'retry-after'],
  maxAge: 3_600,
});

export function isAllowed(origin: string, allowedOrigins: string | undefined): boolean {
  if (origin === '') return false;
  const normal = origin.toLowerCase().replace(/\/$/, '');
  return (allowedOrigins ?? '').split(',').some((entry) => entry.trim().toLowerCase().replace(/\/$/, '') === normal);
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300, stale-while-revalidate=3600';

/** Hashed files never change; the widget's alias and other files are looked at again soon. */
export function assetHeaders(path: string): Record<string, string> {
  const headers: Record<string, string> = {
    'cache-control': /^\/(assets|widget)\//.test(path) ? IMMUTABLE : SHORT,
  };
  if (/^\/(widget\/|widget\.js$)/.test(path)) {
    headers['access-control-allow-origin'] = '*';
    headers['cross-origin-resource-policy'] = 'cross-origin';
  }
  return headers;
}
