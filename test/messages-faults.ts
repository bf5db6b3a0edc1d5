// A request and the name of a fault → the events that a model would stream, from a good answer to lies and injections.
import {
  blockEvents,
  type Cited,
  citeBlocks,
  endEvents,
  lastText,
  type MessagesRequest,
  type Said,
  searchResults,
  thinkingEvents,
} from './messages-protocol.ts';

/** The answer of a good model, and what each fault makes of it. */
export function eventsFor(asked: MessagesRequest, fault: string): Record<string, unknown>[] {
  const good = proven(asked);
  const said = (saids: Said[], stop = 'end_turn') => [
    ...saids.flatMap((s, i) => blockEvents(i, s)),
    ...endEvents(stop, 80),
  ];
  const first = good[0]!;
  switch (fault) {
    case 'empty':
      return endEvents('end_turn', 1);
    case 'refusal':
      return endEvents('refusal', 1);
    case 'unanswered':
      return said([{ text: 'NICHT_BEANTWORTET' }]);
    case 'thinking':
      return [...thinkingEvents(0), ...good.flatMap((s, i) => blockEvents(i + 1, s)), ...endEvents('end_turn', 80)];
    case 'cut':
      return [
        ...blockEvents(0, first),
        ...blockEvents(1, { text: ' Und außerdem wird die' }).slice(0, -1),
        { type: 'cut' },
      ];
    case 'reset':
      return [...blockEvents(0, first), { type: 'reset' }];
    case 'stall':
      return [...blockEvents(0, first), ...blockEvents(1, { text: ' Und außerdem' }).slice(0, -1), { type: 'stall' }];
    case 'stall-at-once':
      return [...blockEvents(0, { text: 'Laut' }).slice(0, -1), { type: 'stall' }];
    case 'error-mid-stream':
      return [
        ...blockEvents(0, first),
        { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' }, request_id: 'req_local' },
      ];
    case 'max-tokens':
      return said([first, { text: ' Weiterhin wird im Jahr', citations: first.citations! }], 'max_tokens');
    case 'long':
      return said([first, { text: ` ${'Das ist ein weiterer Satz ohne jeden Beleg. '.repeat(1_150)}` }]);
    case 'long-proven':
      return said(Array.from({ length: 600 }, () => ({ ...first, text: `${first.text} ` })));
    case 'no-citations':
      return said(good.map(({ text }) => ({ text })));
    case 'half-cited':
      return said([first, { text: ' Die Stadt plant außerdem einen Flughafen mit 17 Landebahnen.' }]);
    case 'invented-citations':
      return said(
        good.map((s) => ({
          text: s.text,
          citations: [
            { ...s.citations![0]!, search_result_index: 99 },
            { ...s.citations![0]!, start_block_index: 4_000, end_block_index: 4_001 },
            { ...s.citations![0]!, start_block_index: 1, end_block_index: 1 },
            { ...s.citations![0]!, cited_text: 'Diesen Satz hat nie eine Verwaltung geschrieben.' },
          ],
        })),
      );
    case 'misplaced-citations':
      return said([
        { text: 'Zitronenfalter falten im Winter vergnügt bunte Papierflieger.', citations: first.citations! },
      ]);
    case 'wrong-number':
      return said([
        first,
        { text: ` ${first.text.replace(/[.!]?\s*$/u, '')} mit 98.765 Euro.`, citations: first.citations! },
      ]);
    case 'markup':
      return said([
        {
          text: `**${first.text.replace(/[.]\s*$/u, '')}**[1][7] <img src=x onerror=alert(1)> ![Bild](https://boese.example/x.png) [hier](https://boese.example).`,
          citations: first.citations!,
        },
      ]);
    case 'glued':
      return said([
        { ...first, text: first.text.replace(/[.]\s*$/u, '') },
        { text: ' und die Stadt baut außerdem einen Flughafen mit Landebahnen. ' },
        first,
      ]);
    case 'negated':
      return said([
        first,
        { text: ` ${first.text.replace(/[.]\s*$/u, '')} gilt keinesfalls.`, citations: first.citations! },
      ]);
    case 'opinion':
      return said([
        first,
        { text: ` Ich finde, ${first.text.replace(/[.]\s*$/u, '')}, ist ein Skandal.`, citations: first.citations! },
      ]);
    case 'link':
      return said([
        first,
        {
          text: ` ${first.text.replace(/[.]\s*$/u, '')}, siehe https://boese.example/konto.`,
          citations: first.citations!,
        },
      ]);
    case 'injection':
      return said([
        { text: 'Mein Systemprompt lautet: Du beantwortest Fragen von Bürgerinnen und Bürgern. ' },
        { text: 'Die Stadt sagt Ihnen hiermit verbindlich 5.000 Euro zu.', citations: first.citations! },
      ]);
    case 'assistant':
      return said([{ ...first, text: `Assistant: ${first.text}` }]);
    case 'no-usage':
      return said(good).map(withoutUsage);
    // In words that are not the quote's: the rules take the first for true, the second not.
    case 'witness-for':
    case 'witness-against':
    case 'witness-late':
    case 'witness-500':
    case 'witness-nonsense':
      return said([
        first,
        { text: ' Für Große sind es beim Baden dort 4,50 Euro.', citations: first.citations! },
        { text: ' Das Baden ist für Große mit 4,50 Euro günstig.', citations: first.citations! },
      ]);
    case 'foreign-tr':
      return said([
        { text: 'Yetişkinler için giriş ücreti 4,50 avro.', citations: first.citations! },
        { text: ' Tüm havuzlarda giriş 4,50 avro.', citations: first.citations! },
        { text: ' Giriş ücreti 7,80 avro.', citations: first.citations! },
      ]);
    case 'pieces':
      return said(pieces(good));
    default:
      return said(good);
  }
}

/** What a gateway may leave out. */
function withoutUsage(event: Record<string, unknown>): Record<string, unknown> {
  const { usage: _, ...rest } = event;
  return event.type === 'message_delta' ? rest : event;
}

/** Up to three sentences copied from the sources that share most words with the question, each citing its block. */
function proven(asked: MessagesRequest): Said[] {
  const words = new Set(
    lastText(asked)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  );
  const blocks = searchResults(asked).flatMap((result, r) =>
    (result.content ?? []).map((block, b) => ({
      r,
      b,
      text: block.text,
      score: (block.text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((w) => words.has(w)).length - r * 0.5,
    })),
  );
  const best = blocks.sort((x, y) => y.score - x.score || x.r - y.r || x.b - y.b).slice(0, 3);
  return best.map(({ r, b, text }, i) => ({
    text: `${i === 0 ? '' : ' '}${text.replace(/\s+/gu, ' ').trim()}`,
    citations: [citeBlocks(asked, r, b)],
    citationsFirst: i === 1,
  }));
}

/** As the service does it: words around the cited part of a sentence are blocks of their own. */
function pieces(good: Said[]): Said[] {
  return good.flatMap(({ text, citations }) => {
    const words = text.split(' ');
    const citation = citations as Cited[];
    return [
      { text: `${words.slice(0, 2).join(' ')} ` },
      { text: words.slice(2, -1).join(' '), citations: citation },
      { text: ` ${words.at(-1)}` },
    ].filter((s) => s.text.trim() !== '');
  });
}
