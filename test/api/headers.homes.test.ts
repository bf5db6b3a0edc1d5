// The headers of each kind of response, as browsers get them from both homes.
import { describe, expect, inject, test } from 'vitest';
import type {} from '../home.ts';

const service = inject('homeUrl');
const guest = inject('guestOrigin');

describe('headers', () => {
  const get = (path: string, origin: string) => fetch(service + path, { headers: { origin } });

  test.each([
    ['/', /^no-cache$/],
    ['/suche?q=Integration', /^no-cache$/],
    ['/gibt-es-nicht', /^no-cache$/],
    ['/widget.js', /max-age=300\b/],
    ['/widget.json', /max-age=300\b/],
    ['/api/health', /^no-store$/],
    ['/api/gibt-es-nicht', /^no-store$/],
  ])('%s has a policy, a request id and the right caching', async (path, caching) => {
    const { headers } = await get(path, guest);
    expect(headers.get('cache-control')).toMatch(caching);
    expect(headers.get('x-request-id')).toMatch(/^[\w-]+$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['/api/health', guest, guest],
    ['/api/health', 'https://stranger.example', null],
    ['/api/search?q=x', 'null', null],
    ['/widget.js', 'https://stranger.example', '*'],
    ['/widget.js', 'null', '*'],
    ['/', guest, null],
    ['/widget.json', guest, null],
  ])('%s read by %s: %s', async (path, origin, allowed) => {
    expect((await get(path, origin)).headers.get('access-control-allow-origin')).toBe(allowed);
  });
});
