// Server-sent events, cut into pieces anywhere, against the library that is known to read them right.
import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { eventData } from '../../web/chat/event-data.ts';

function read(pieces: string[]): string[] {
  const read: string[] = [];
  const feed = eventData((data) => read.push(data));
  for (const piece of pieces) feed(piece);
  return read;
}

function readByLibrary(pieces: string[]): string[] {
  const read: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => read.push(data) });
  for (const piece of pieces) parser.feed(piece);
  return read;
}

describe('data of server-sent events', () => {
  const streams = {
    'our own stream': 'data: {"type":"start"}\n\ndata: {"delta":"Straße, 5 ℃"}\n\ndata: [DONE]\n\n',
    'signs of life in between': ': ping\n\ndata: a\n\n: ping\n\n\ndata: b\n\n',
    'Windows line breaks': 'data: a\r\n\r\ndata: b\r\ndata: c\r\n\r\n',
    'several lines and other fields': 'event: x\nid: 7\ndata: a\ndata:b\ndata:  c\nretry: 5\n\n',
    'data that looks like a field': 'data: data: x\n\ndata:\n\ndatabase: y\n\n',
    'an event that was cut off': 'data: a\n\ndata: b\n',
  };

  test.each(Object.entries(streams))('%s: the same as the library reads, wherever it is cut', (_name, text) => {
    const whole = readByLibrary([text]);
    expect(whole.length).toBeGreaterThan(0);
    expect(read([text])).toEqual(whole);
    expect(read([...text])).toEqual(whole);
    for (let at = 1; at < text.length; at++) expect(read([text.slice(0, at), text.slice(at)])).toEqual(whole);
  });
});
