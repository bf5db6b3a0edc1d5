// The German sentences of /barrierefreiheit, /datenschutz and /impressum. English ones: legal.en.ts.
import { html } from './html.ts';
import type { LegalTexts } from './legal-texts.ts';

export const legalDe: LegalTexts = {
  titles: {
    barrierefreiheit: 'Erklärung zur Barrierefreiheit',
    datenschutz: 'Datenschutz',
    impressum: 'Impressum',
  },
  stand: 'Stand',
  state: ({ index, model }, { day }) => [
    ['Antworten im Bestand', index === null ? 'keine' : index.documents.toLocaleString('de-DE')],
    ['Neueste Antwort', index?.newest ? day(index.newest) : 'keine'],
    ['Bestand aktualisiert', index === null ? 'noch nicht' : day(index.builtAt)],
    ['Sprachmodell', model === 'configured' ? 'eingeschaltet' : 'ausgeschaltet'],
  ],
  barrierefreiheit: ({ name, product, accessibility }, facts) => [
    {
      heading: 'Wofür diese Erklärung gilt',
      body: html`<p>Diese Erklärung gilt für „${product}“ von ${name}. Sie gilt auch, wenn der Dienst in andere Seiten eingebettet ist.</p>
        <p>Maßstab sind die EN 301 549 und die WCAG 2.2, Stufe AA.</p>`,
    },
    {
      heading: 'Stand der Vereinbarkeit',
      body: html`<p>${
        accessibility.assessedOn === null
          ? 'Die Stadt hat diesen Dienst noch nicht bewertet. Automatische Prüfungen der Software finden keine Verstöße.'
          : `Die Stadt hat den Dienst am ${facts.day(accessibility.assessedOn)} selbst bewertet.`
      }</p>
      ${
        accessibility.barriers.length === 0
          ? html`<p>Der Stadt sind in der Bedienung keine Barrieren bekannt.</p>`
          : html`<p>Diese Barrieren sind bekannt:</p><ul>${accessibility.barriers.map((barrier) => html`<li>${barrier}</li>`)}</ul>`
      }
      <p>Die verlinkten Original-PDF sind oft nicht barrierefrei. Ihr Text steht deshalb hier als lesbare Seite.</p>
      <p>Die Antworten stehen in der Sprache der Verwaltung. Es gibt sie nicht in Leichter Sprache.</p>`,
    },
    {
      heading: 'Barriere melden',
      id: 'melden',
      body: html`<p>Stört Sie etwas bei der Bedienung? Schreiben Sie uns oder rufen Sie an.</p>
        <dl class="facts"><div><dt>E-Mail</dt><dd>${facts.mail(accessibility.mail)}</dd></div><div><dt>Telefon</dt><dd>${facts.phone(accessibility.phone)}</dd></div></dl>`,
    },
    {
      heading: 'Wenn wir nicht helfen',
      body: html`<p>Dann können Sie sich an die Durchsetzungsstelle des Landes wenden.</p>
        <p>${facts.web(accessibility.enforcement.url, accessibility.enforcement.name)}</p>`,
    },
  ],
  datenschutz: ({ privacy, pdfBeside }, facts, { model }) => [
    {
      heading: 'Kurz gesagt',
      body: html`<ul><li>Wir speichern keine Fragen und keine Antworten.</li>
        <li>Wir setzen keine Cookies. Auf Ihrem Gerät legen wir nur etwas ab, wenn Sie es ankreuzen.</li>
        <li>Eingebettet lädt der Dienst erst etwas, wenn Sie ihn öffnen.</li>
        <li>Bitte geben Sie trotzdem keine persönlichen Angaben ein.</li></ul>`,
    },
    {
      heading: 'Wer verantwortlich ist',
      body: html`<dl class="facts"><div><dt>Verantwortlich</dt><dd>${facts.text(privacy.controller)}</dd></div>
        <div><dt>Datenschutzbeauftragte Person</dt><dd>${facts.mail(privacy.officerMail)}</dd></div>
        <div><dt>Aufsichtsbehörde</dt><dd>${facts.text(privacy.authority)}</dd></div>
        <div><dt>Betrieb der Server</dt><dd>${facts.text(privacy.host)}</dd></div></dl>`,
    },
    {
      heading: 'Was beim Fragen geschieht',
      body: html`<p>Ihre Frage und der bisherige Verlauf gehen an unseren Server. Dort wird die Antwort erstellt. Danach wird beides verworfen.</p>
        <p>Der Verlauf steht nur in Ihrem Browser, solange die Seite offen ist. Kreuzen Sie „Gespräch in diesem Tab behalten“ an, legt der Browser ihn dort ab. So ist er auch nach dem Neuladen noch da. Weg ist er, wenn Sie den Tab schließen oder das Kreuz wegnehmen. „Neues Gespräch“ leert ihn. An unseren Server geht dabei nichts. Eingebettet in andere Seiten gibt es diese Wahl nicht.</p>
        <p>Ihre IP-Adresse dient dazu, zu viele Anfragen in kurzer Zeit abzuweisen. Die Software legt sie nicht ab.</p>
        <p>Beim Prüfen einer Anfrage ist es genauso. Text oder Datei werden gelesen und danach verworfen.</p>
        <p>Was Sie beim Prüfen schreiben, bleibt in Ihrem Browser. Nur wenn Sie „Entwurf behalten“ ankreuzen, legt er es dort ab. Nach 30 Tagen oder mit „Alles löschen“ ist es weg. An unseren Server geht es nie.</p>
        ${
          model === 'configured'
            ? html`<p>Ein Sprachmodell von Anthropic hilft beim Verstehen und Formulieren. Dorthin gehen Ihre Frage, der Verlauf und die gefundenen Textstellen. Ihre IP-Adresse geht nicht dorthin. Für Entwürfe beim Prüfen gilt dasselbe.</p>`
            : html`<p>Ein Sprachmodell ist nicht eingeschaltet. Ihre Frage geht an niemand anderen.</p>`
        }`,
    },
    {
      heading: 'Was beim Melden und Bewerten geschieht',
      body: html`<p>Wir speichern die gemeldete Stelle, den Grund und Ihre Anmerkung. Bei „War das hilfreich?“ speichern wir Ja oder Nein mit einer zufälligen Nummer. Zu beidem speichern wir den Tag, aber nicht, von wem es kommt.</p>`,
    },
    {
      heading: 'Was in den Antworten steht',
      body: html`<p>Die Antworten der Verwaltung sind bereits öffentlich. Anschriften, Telefonnummern und E-Mail-Adressen von Fragenden schwärzen wir automatisch.</p>
        ${pdfBeside && html`<p>Drücken Sie „Original-PDF daneben zeigen“, lädt Ihr Browser die Datei vom Server des Ratsinformationssystems. Vorher fragt er dort nichts an.</p>`}`,
    },
    {
      heading: 'Ihre Rechte',
      body: html`<p>Sie können Auskunft, Berichtigung und Löschung verlangen. Wenden Sie sich dafür an die verantwortliche Stelle. Sie können sich auch bei der Aufsichtsbehörde beschweren.</p>`,
    },
  ],
  impressum: ({ imprint }, facts) => [
    {
      heading: 'Anbieter',
      body: html`<dl class="facts"><div><dt>Name</dt><dd>${facts.text(imprint.provider)}</dd></div>
        <div><dt>Anschrift</dt><dd><address>${imprint.address.length === 0 ? facts.text(null) : imprint.address.map((line) => html`${line}<br />`)}</address></dd></div><div><dt>Vertreten durch</dt><dd>${facts.text(imprint.representative)}</dd></div>
        <div><dt>E-Mail</dt><dd>${facts.mail(imprint.mail)}</dd></div><div><dt>Telefon</dt><dd>${facts.phone(imprint.phone)}</dd></div></dl>`,
    },
    {
      heading: 'Was dieser Dienst ist',
      body: html`<p>Der Dienst zitiert veröffentlichte Antworten der Verwaltung. Die Auswahl trifft ein automatisches System. Sie kann Fehler enthalten.</p>
        <p>Maßgeblich sind die verlinkten Dokumente. Der Dienst ersetzt keine Rechtsberatung.</p>`,
    },
    {
      heading: 'Software',
      body: html`<p>Die Software „Ratsauskunft“ ist frei. Sie steht unter der EUPL 1.2.</p>`,
    },
  ],
};
