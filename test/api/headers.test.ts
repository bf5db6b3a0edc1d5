import { describe, expect, test } from 'vitest';
import { assetHeaders, isAllowed } from '../../api/headers.ts';

describe('origins that may read /api', () => {
  const allowed = 'https://www.stadt.example, https://Rat.Stadt.Example/';
  test.each([
    ['https://www.stadt.example', true],
    ['https://rat.stadt.example', true],
    ['http://www.stadt.example', false],
    ['https://www.stadt.example.evil.example', false],
    ['https://stadt.example', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (origin, expected) => {
    expect(isAllowed(origin, allowed)).toBe(expected);
  });

  test('nobody is allowed while nothing is set, not even an empty origin', () => {
    expect(isAllowed('', undefined)).toBe(false);
    expect(isAllowed('', '')).toBe(false);
    expect(isAllowed('https://a.example', '*')).toBe(false);
  });
});

describe('caching of files', () => {
  test('a hashed file never changes', () => {
    expect(assetHeaders('/assets/chat-3fa9.js')['cache-control']).toContain('immutable');
  });
  test('the alias of the widget is looked at again and open to every page', () => {
    const headers = assetHeaders('/widget.js');
    expect(headers['cache-control']).not.toContain('immutable');
    expect(headers['access-control-allow-origin']).toBe('*');
  });
  test('only the widget is open to every page', () => {
    expect(assetHeaders('/assets/chat-3fa9.js')).not.toHaveProperty('access-control-allow-origin');
    expect(assetHeaders('/api/widget.js')).not.toHaveProperty('access-control-allow-origin');
  });
});
