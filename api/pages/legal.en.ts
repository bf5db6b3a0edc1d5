// The English sentences of /barrierefreiheit, /datenschutz and /impressum. German ones: legal.de.ts.
import { html } from './html.ts';
import type { LegalTexts } from './legal-texts.ts';

export const legalEn: LegalTexts = {
  titles: { barrierefreiheit: 'Accessibility statement', datenschutz: 'Privacy', impressum: 'Imprint' },
  stand: 'Current state',
  state: ({ index, model }, { day }) => [
    ['Answers held', index === null ? 'none' : index.documents.toLocaleString('en-GB')],
    ['Newest answer', index?.newest ? day(index.newest) : 'none'],
    ['Last updated', index === null ? 'not yet' : day(index.builtAt)],
    ['Language model', model === 'configured' ? 'on' : 'off'],
  ],
  barrierefreiheit: ({ name, product, accessibility }, facts) => [
    {
      heading: 'What this statement covers',
      body: html`<p>This statement covers “${product}” of ${name}. It also applies where the service is embedded in other pages.</p>
        <p>The yardsticks are EN 301 549 and WCAG 2.2, level AA.</p>`,
    },
    {
      heading: 'Conformance',
      body: html`<p>${
        accessibility.assessedOn === null
          ? 'The city has not assessed this service yet. Automated tests of the software find no violations.'
          : `The city assessed the service itself on ${facts.day(accessibility.assessedOn)}.`
      }</p>
      ${
        accessibility.barriers.length === 0
          ? html`<p>The city knows of no barriers in using it.</p>`
          : html`<p>These barriers are known:</p><ul>${accessibility.barriers.map((barrier) => html`<li>${barrier}</li>`)}</ul>`
      }
      <p>The linked original PDFs are often not accessible. So their text is here as a readable page.</p>
      <p>The answers are in the administration's German. There is no easy-to-read version.</p>`,
    },
    {
      heading: 'Report a barrier',
      id: 'melden',
      body: html`<p>Does anything make the service hard to use? Write to us or call.</p>
        <dl class="facts"><div><dt>E-mail</dt><dd>${facts.mail(accessibility.mail)}</dd></div><div><dt>Phone</dt><dd>${facts.phone(accessibility.phone)}</dd></div></dl>`,
    },
    {
      heading: 'If we do not help',
      body: html`<p>Then you can turn to the enforcement body of the Land.</p>
        <p>${facts.web(accessibility.enforcement.url, accessibility.enforcement.name)}</p>`,
    },
  ],
  datenschutz: ({ privacy, pdfBeside }, facts, { model }) => [
    {
      heading: 'In short',
      body: html`<ul><li>We store no questions and no answers.</li>
        <li>We set no cookies. We keep something on your device only if you tick a box for it.</li>
        <li>Embedded, the service loads nothing until you open it.</li>
        <li>Please do not enter personal details all the same.</li></ul>`,
    },
    {
      heading: 'Who is responsible',
      body: html`<dl class="facts"><div><dt>Controller</dt><dd>${facts.text(privacy.controller)}</dd></div>
        <div><dt>Data protection officer</dt><dd>${facts.mail(privacy.officerMail)}</dd></div>
        <div><dt>Supervisory authority</dt><dd>${facts.text(privacy.authority)}</dd></div>
        <div><dt>Servers run by</dt><dd>${facts.text(privacy.host)}</dd></div></dl>`,
    },
    {
      heading: 'What happens when you ask',
      body: html`<p>Your question and the conversation so far go to our server. The answer is made there. Then both are discarded.</p>
        <p>The conversation stays in your browser only, as long as the page is open. If you tick “Keep the conversation in this tab”, the browser stores it there. Then it is still there after you load the page again. It is gone when you close the tab or take the tick away. “New conversation” empties it. Nothing of it goes to our server. Embedded in other pages there is no such choice.</p>
        <p>Your IP address serves to turn away too many requests in a short time. The software does not keep it.</p>
        <p>Checking an inquiry works the same way. Text or file are read and then discarded.</p>
        <p>What you write while checking stays in your browser. Only if you tick “Keep the draft” does the browser store it. It is gone after 30 days or with “Delete everything”. It never goes to our server.</p>
        ${
          model === 'configured'
            ? html`<p>A language model of Anthropic helps to understand and to write. It receives your question, the conversation and the passages found. It does not receive your IP address. The same holds for drafts when checking.</p>`
            : html`<p>No language model is switched on. Your question goes to nobody else.</p>`
        }`,
    },
    {
      heading: 'What happens when you report or rate',
      body: html`<p>We store the reported passage, the reason and your comment. For “Was this helpful?” we store yes or no with a random number. With both we store the day, but not who it comes from.</p>`,
    },
    {
      heading: 'What the answers contain',
      body: html`<p>The administration's answers are public already. We black out addresses, phone numbers and e-mail addresses of those who asked.</p>
        ${pdfBeside && html`<p>If you press “Show the original PDF beside”, your browser loads the file from the council's own server. Before that it asks nothing there.</p>`}`,
    },
    {
      heading: 'Your rights',
      body: html`<p>You can ask for access, correction and erasure. Turn to the controller for this. You can also complain to the supervisory authority.</p>`,
    },
  ],
  impressum: ({ imprint }, facts) => [
    {
      heading: 'Provider',
      body: html`<dl class="facts"><div><dt>Name</dt><dd>${facts.text(imprint.provider)}</dd></div>
        <div><dt>Address</dt><dd><address>${imprint.address.length === 0 ? facts.text(null) : imprint.address.map((line) => html`${line}<br />`)}</address></dd></div><div><dt>Represented by</dt><dd>${facts.text(imprint.representative)}</dd></div>
        <div><dt>E-mail</dt><dd>${facts.mail(imprint.mail)}</dd></div><div><dt>Phone</dt><dd>${facts.phone(imprint.phone)}</dd></div></dl>`,
    },
    {
      heading: 'What this service is',
      body: html`<p>The service quotes published answers of the administration. An automatic system selects them. It can make mistakes.</p>
        <p>The linked documents are authoritative. The service is no legal advice.</p>`,
    },
    {
      heading: 'Software',
      body: html`<p>The software “Ratsauskunft” is free. Its licence is the EUPL 1.2.</p>`,
    },
  ],
};
