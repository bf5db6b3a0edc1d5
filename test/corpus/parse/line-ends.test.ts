// What a line's end parts → the text: addresses keep their hyphen, divided words lose theirs, suspended ones stay. Invented.
import { expect, test } from 'vitest';
import { documentOf, HEADER } from './reply.ts';

const textOf = (body: string) =>
  documentOf(`${HEADER}\nDie Verwaltung verweist auf das folgende Angebot.\n\n${body}`).text;

test.each([
  [
    'Mehr steht unter https://www.musterstadt.example/rad-\nwege/plan.html und im Rathaus.',
    'example/rad-wege/plan.html und',
  ],
  ['Mehr steht unter www.baden-\nmusterland.de und im Rathaus.', 'www.baden-musterland.de und'],
  ['Auskunft gibt rad-\nverkehr@musterstadt.de an allen Tagen.', 'rad-verkehr@musterstadt.de an'],
  ['Der Bericht liegt auf www.dach-und-\ntuer-musterheide.de zum Lesen.', 'www.dach-und-tuer-musterheide.de zum'],
  ['Die Radverkehrs-\nförderung der Stadt wächst weiter an.', 'Radverkehrsförderung'],
  ['Die Verbrauchs-\nund Betriebskosten steigen in jedem Jahr.', 'Verbrauchs- und Betriebskosten'],
  ['Die Grund-\noder Gewerbesteuer bleibt in jedem Jahr gleich.', 'Grund- oder Gewerbesteuer'],
  ['Die KFZ-\nsteuer ist eine Steuer des Bundes allein.', 'KFZ-steuer'],
])('%j', (body, expected) => {
  expect(textOf(body)).toContain(expected);
});
