// Pages of information systems, one property each; all invented.
import { strToU8 } from 'fflate';
import type { Variant } from './variant.ts';

const web = (name: string, body: string, expected: Omit<Variant, 'name' | 'bytes'>): Variant => ({
  name: `${name}.html`,
  bytes: () => strToU8(`<!doctype html><html><body>${body}</body></html>`),
  ...expected,
});
export const WEB: Variant[] = [
  web('gesperrt', '<h1>A N T W O R T &nbsp; D E R &nbsp; S T A D T</h1><p>a b c d</p>', {
    is: 'ANTWORT DER STADT a b c d',
  }),
  web('ol start', '<ol start="3"><li>Wer?</li><li>Wann?</li></ol>', { is: '3. Wer? 4. Wann?' }),
  web('ol type a', '<ol type="a"><li>Wer?</li><li>Wann?</li></ol>', { is: 'a. Wer? b. Wann?' }),
  web('ol type I', '<ol type="I"><li>Wer?</li><li>Wann?</li></ol>', { is: 'I. Wer? II. Wann?' }),
  web('li value', '<ol><li>Wer?</li><li value="5">Wann?</li><li>Wo?</li></ol>', { is: '1. Wer? 5. Wann? 6. Wo?' }),
  web('ol verschachtelt', '<ol><li>A<ol type="a"><li>B</li><li>C</li></ol></li><li>D</li></ol>', {
    is: '1. A a. B b. C 2. D',
  }),
  web('ol reversed', '<ol reversed><li>A</li><li>B</li></ol>', { is: '2. A 1. B' }),
  web('ol style', '<ol style="list-style-type: lower-alpha"><li>A</li><li>B</li></ol>', { is: 'a. A b. B' }),
  web(
    'div-Tabelle',
    '<div style="display:table"><div style="display:table-row"><div style="display:table-cell">Gremium</div><div style="display:table-cell">Rat</div></div><div style="display:table-row"><div style="display:table-cell">Datum</div><div style="display:table-cell">12.3.</div></div></div>',
    { has: ['Gremium\tRat', 'Datum\t12.3.'] },
  ),
  web(
    'Kästchen',
    '<label><input type="checkbox"> öffentlich</label> <label><input type="checkbox" checked> nichtöffentlich</label>',
    { is: '☐ öffentlich ☒ nichtöffentlich' },
  ),
  web('Knöpfe', '<label><input type="radio" checked> ja</label> <label><input type="radio"> nein</label>', {
    is: '☒ ja ☐ nein',
  }),
  web(
    'verborgen',
    '<p>Da.</p><p hidden>GEHEIM</p><p style="display: none">GEHEIM</p><p style="visibility:hidden">GEHEIM</p><template>GEHEIM</template><script>GEHEIM</script>',
    { is: 'Da.' },
  ),
  web('Klasse verborgen', '<style>.x { display:none }</style><p>Da.</p><p class="x">GEHEIM</p>', { is: 'Da.' }),
  web(
    'Formularwerte',
    '<form><p>Was im Formular eingetragen ist, steht im Text.</p><input type="text" value="Wert"><textarea>Lang</textarea><select><option>eins</option><option selected>zwei</option></select><input type="hidden" value="GEHEIM"></form>',
    { has: ['Wert', 'Lang', 'zwei'], hasNot: ['GEHEIM', 'eins'] },
  ),
  web('gestrichen', '<p>Es kostet <del>50.000</del> <ins>80.000</ins> Euro, <s>morgen</s> heute.</p>', {
    is: 'Es kostet 80.000 Euro, heute.',
  }),
  web('hochgestellt', '<p>1.250<sup>1</sup> Bänke, 30 m<sup>2</sup>, CO<sub>2</sub></p>', {
    hasNot: ['1.2501'],
    has: ['m²', 'CO₂'],
  }),
  web('Beschreibungsliste', '<dl><dt>Frage 1</dt><dd>Wer?</dd><dt>Antwort</dt><dd>Ich.</dd></dl>', {
    is: 'Frage 1 Wer? Antwort Ich.',
  }),
];
