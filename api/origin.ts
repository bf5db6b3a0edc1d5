// Scheme and host of the URLs that we give out: as the city says, else as we were asked.
import type { Context } from 'hono';
import type { Env } from './env.ts';

export const originOf = (c: Context<{ Bindings: Env }>): string => c.env.PUBLIC_ORIGIN || new URL(c.req.url).origin;
