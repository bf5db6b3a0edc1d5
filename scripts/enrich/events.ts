// What a run of enrichment says while it works, and how a person or a program reads it.
import type { Plan } from './plan.ts';
import { mayThink } from './prompt.ts';

export interface Dropped {
  /** Document and pair, or the line of a file. */
  where: string;
  /** The part that was dropped; null: everything for this pair. */
  text: string | null;
  reason: string;
}

export interface EnrichReport {
  sent: number;
  kept: number;
  dropped: number;
  failed: number;
  /** Pairs whose batch the service still works on. */
  underWay: number;
  /** Pairs that were not sent because of --limit-tokens. */
  left: number;
  inputTokens: number;
  outputTokens: number;
  /** Null for a model whose price is not known here. */
  dollars: number | null;
}

export type EnrichEvent =
  | ({ type: 'estimate' } & Plan)
  | { type: 'progress'; stage: 'send' | 'wait' | 'ask'; done: number; total: number }
  | ({ type: 'dropped' } & Dropped)
  /** Documents and pairs, or files and parts, whose text is no longer in the store. */
  | { type: 'orphans'; orphans: string[] }
  | { type: 'imported'; lines: number; toPairs: number; toDocuments: number; dropped: number }
  | { type: 'long-wait'; seconds: number; patient: boolean }
  | { type: 'report'; report: EnrichReport };

export type Reporter = (event: EnrichEvent) => void;

interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** A bar on a terminal, plain lines elsewhere, one JSON object a line with --json. */
export function reporterFor(output: Output, { json }: { json: boolean }): Reporter {
  if (json) return (event) => output.write(`${JSON.stringify(event)}\n`);
  const clear = output.isTTY ? '\r\u001b[2K' : '';
  let saidMs = 0;
  return (event) => {
    if (event.type !== 'progress') return output.write(`${clear}${sentence(event)}\n`);
    const pauseMs = output.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS;
    if (event.done < event.total && Date.now() - saidMs < pauseMs) return;
    saidMs = Date.now();
    output.write(output.isTTY ? `${clear}${progressLine(event)}` : `${progressLine(event)}\n`);
  };
}

const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 10_000;
const BAR_CHARACTERS = 24;

const STAGES = { send: 'Abschicken (sending)', wait: 'Warten (waiting)', ask: 'Fragen (asking)' };

function progressLine({ stage, done, total }: EnrichEvent & { type: 'progress' }): string {
  const full = total === 0 ? BAR_CHARACTERS : Math.round((done / total) * BAR_CHARACTERS);
  const bar = `${'█'.repeat(full)}${'░'.repeat(BAR_CHARACTERS - full)}`;
  return `${STAGES[stage].padEnd(20)} ${bar} ${count(done)} von ${count(total)}`;
}

function sentence(event: Exclude<EnrichEvent, { type: 'progress' }>): string {
  switch (event.type) {
    case 'estimate': {
      const { pairs, model, inputTokens, outputTokens, inBatches, counted } = event;
      if (pairs + event.left === 0) return 'Kein Paar wartet: alles ist schon gefragt. (Nothing is left to ask.)';
      const price = money(event.dollars, inBatches ? 'als Batch, halber Preis' : 'einzeln');
      const basis = counted
        ? 'hochgerechnet aus einer Stichprobe, die der Dienst gezählt hat (a counted sample)'
        : 'geschätzt aus der Länge der Texte, nicht gezählt (a guess from the texts’ length)';
      const sent = event.left === 0 ? noun(pairs) : `${count(pairs)} von ${count(pairs + event.left)} Paaren`;
      return `${sent} für ${model}: etwa ${count(inputTokens)} Token hin und ${count(outputTokens)} zurück, ${price}; ${basis}.${mayThink(model) ? THINKING : ''}`;
    }
    case 'dropped':
      return `  ${event.where}: ${event.text === null ? 'verworfen' : `„${event.text}“ verworfen`}, ${event.reason}`;
    case 'orphans':
      return `${count(event.orphans.length)} Einträge gehören zu Texten, die sich geändert haben oder nicht mehr da sind, und ruhen. (Entries for texts that have changed or gone are not used.)`;
    case 'imported':
      return `${count(event.lines)} Zeilen gelesen: ${count(event.toPairs)} zu Paaren, ${count(event.toDocuments)} zu ganzen Dokumenten; ${count(event.dropped)} Teile verworfen. (Imported.)\n${REBUILD}`;
    case 'long-wait':
      return `Der Dienst will, dass wir ${count(Math.ceil(event.seconds / 60))} Minuten warten; ${event.patient ? 'das tun wir' : 'wir enden hier, mit --patient wird gewartet'}. (The service asks us to wait.)`;
    case 'report':
      return reportText(event.report);
  }
}

const THINKING =
  ' Was das Modell denkt, bevor es schreibt, kommt hinzu. (What the model thinks before it writes is not in it.)';

const REBUILD =
  'Wirksam wird das mit dem nächsten „npm run index“ oder „npm start“. (Takes effect with the next "npm run index" or "npm start".)';

function reportText(report: EnrichReport): string {
  const { sent, kept, dropped, failed, underWay, left, inputTokens, outputTokens } = report;
  const lines = [
    `${count(sent)} abgeschickt · ${count(kept)} behalten · ${count(dropped)} verworfen · ${count(failed)} ohne Ergebnis (sent · kept · dropped · without result)`,
  ];
  if (inputTokens + outputTokens > 0) {
    lines.push(
      `Verbraucht: ${count(inputTokens)} Token hin, ${count(outputTokens)} zurück, ${money(report.dollars, 'Listenpreis')}. (used)`,
    );
  }
  if (underWay > 0) lines.push(`${count(underWay)} sind noch unterwegs: später wieder „npm run enrich“. (under way)`);
  if (left > 0) lines.push(`${count(left)} bleiben für einen nächsten Lauf (--limit-tokens). (left)`);
  if (dropped + failed > 0) lines.push('Noch einmal versuchen: npm run enrich -- --retry (try again)');
  if (kept > 0) lines.push(REBUILD);
  return lines.join('\n');
}

const noun = (pairs: number) => (pairs === 1 ? '1 Paar' : `${count(pairs)} Paare`);

const count = (n: number) => n.toLocaleString('de-DE');

function money(dollars: number | null, how: string): string {
  if (dollars === null) return 'Preis nicht bekannt';
  if (dollars > 0 && dollars < 0.005) return `weniger als 0,01 US-Dollar (${how})`;
  return `etwa ${dollars.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} US-Dollar (${how})`;
}
