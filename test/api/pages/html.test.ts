// Whatever stands in a document or an address stays text on our pages.
import { expect, test } from 'vitest';
import { html } from '../../../api/pages/html.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['" onclick="x', '&quot; onclick=&quot;x'],
  ["' x", '&#39; x'],
  ['A & B', 'A &amp; B'],
])('%s is escaped', (text, expected) => {
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${expected}">${expected}</p>`);
});

test('markup made by the tag is taken over, lists are joined, nothing is nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
});
