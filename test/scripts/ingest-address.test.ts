import { describe, expect, it } from 'vitest';
import { isPrivateAddress, ownUrl } from '../../scripts/ingest/http/address.ts';

describe('links that are followed', () => {
  it.each([
    [
      'https://ris.example.org/oparl',
      'https://ris.example.org/oparl/papers?page=2',
      'https://ris.example.org/oparl/papers?page=2',
    ],
    ['https://ris.example.org/oparl', '/oparl/papers', 'https://ris.example.org/oparl/papers'],
    ['https://ris.example.org/oparl', 'http://ris.example.org/oparl/papers', 'https://ris.example.org/oparl/papers'],
    ['http://ris.example.org/oparl', 'https://ris.example.org/oparl/papers', 'https://ris.example.org/oparl/papers'],
    ['http://127.0.0.1:9922/oparl', 'https://127.0.0.1:9922/oparl/x', 'http://127.0.0.1:9922/oparl/x'],
    ['http://127.0.0.1:9922/oparl', 'http://127.0.0.1:9922/a#b', 'http://127.0.0.1:9922/a'],
  ])('from %s to %s', (start, link, asked) => {
    const url = ownUrl(link, new URL(start));
    expect(url.ok && url.value.href).toBe(asked);
  });

  it.each([
    ['http://127.0.0.1:9922/', 'http://127.0.0.1:9923/', 'other-server'],
    ['https://ris.example.org/', 'https://ris.example.org:8443/', 'other-server'],
    ['https://ris.example.org/', 'https://ris.example.org.evil.example/', 'other-server'],
    ['https://ris.example.org/', 'https://user:pass@ris.example.org/', 'other-server'],
    ['https://ris.example.org/', 'http://169.254.169.254/latest/meta-data', 'other-server'],
    ['https://ris.example.org/', 'file:///etc/passwd', 'not-http'],
    ['https://ris.example.org/', 'javascript:alert(1)', 'not-http'],
    ['https://ris.example.org/', 'http://', 'not-a-url'],
  ])('but not from %s to %s', (start, link, error) => {
    expect(ownUrl(link, new URL(start))).toEqual({ ok: false, error });
  });
});

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '[::1]',
    'no address',
  ])('%s is one', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });
  it.each(['8.8.8.8', '172.32.0.1', '193.99.144.80', '2a02:2e0:3fe::1', '::ffff:8.8.8.8'])('%s is none', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
