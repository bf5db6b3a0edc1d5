// The header's lines → who asked: persons and factions, each a value of its own, as lists and filters need them.
import { german } from '../german/letters.ts';

/** "GRÜNE-Gemeinderatsfraktion" and "Fraktion GRÜNE" are the faction GRÜNE. */
const FACTION_BEFORE =
  /^(.{1,60}?)[\s-]+(?:Gemeinde|Stadt|Orts?chafts?|Kreistags|Bezirks|Rats|OR|OSR|GR)?[- ]?(?:rats?|tags|vertretungs)?[- ]?(?:[Ff]raktion|[Ff]raktio|[Ff]raktionen|[Gg]emeinschaft|raktion|gruppe)(?:\s+(?:im\s+.{3,40}|\p{Lu}\p{L}+))?$/u;
const FACTION_AFTER =
  /^(?:der\s+|die\s+)?(?:Gemeinderats|Stadtrats|Ortschaftsrats|Kreistags|Rats|OR-|OSR-|GR-)?(?:[Ff]raktion(?:en)?|[Rr]atsgruppe|Gruppe)\s+(?:der\s+|von\s+)?(.{2,60})$/;
const PERSON =
  /^(?:(?:des|der|von|vom)\s+)?(?:Stadt|Orts?chafts?|Ort|Kreis(?:tags)?|Gemeinde|Bezirks|Rats)(?:r(?:at|ätin|äte|ätinnen|ates|ats)|verordnete[rn]?|vertreter(?:in)?|mitglied(?:er|e?s)?|abgeordnete[rn]?)\s+(.{3,90})$/u;
const TITLED = german(
  /^(?:(?:des|der|von|vom)\s+)?(?:Ratsmitglied\w*|Ratsherr\w*|Ratsfrau|Mitglied\w* des .{3,40}?rat(?:e?s)?|(?:sachkundige[nr]?\s+)?Einwohner(?:s|in)?|(?:sachkundige[nr]?\s+)?Bürger(?:s|in)?|(?:(?:Herrn?|Frau)\s+)?(?:StR(?:in)?|Abgeordneten?)|Herrn?|Frau)\s+(.{3,80})$/u,
);
const LABELLED =
  /^(?:Interfraktionelle\s+|Schriftliche\s+|Mündliche\s+|Kleine\s+|Große\s+)?(?:Anfrage(?:\s+Nr\.?\s+[\d\s/–A-Z-]{3,25}?)?|Fragesteller(?:in)?|Anfragesteller(?:in)?|Antragsteller(?:in)?)(?:\s*:\s*|\s+(?:der|des|von)\s+|\s+(?=[A-ZÄÖÜ]{2}))(.{2,140})$/u;
const PARTY =
  /^(?:CDU|CSU|SPD|FDP|GRÜNE|Grüne|AfD|DIE LINKE\.?|Die Linke|DIE GRÜNEN|Die Grünen|FW|Freie Wähler|KAL|FÜR|FW\|FÜR|Volt|BSW|KULT|GfK|GLG|Die PARTEI|Die PARTEI|Piraten|ÖDP|parteilos|(?:B|Bündnis)\s?[’´'`]?\s?90\s*\/\s*(?:DIE GRÜNEN|Die Grünen|GRÜNE))(?:[-\s/]+(?:CDU|SPD|FDP|KAL|Die PARTEI|PARTEI|Volt|GRÜNE))*$/u;

/** Behind who asked may stand when and what. */
const MATTER_OR_DATE = german(
  /,?\s+(?:vom\s+\d|über\s+\p{Lu}|zum Thema\b|betreffend\b|zur Sitzung\b|im (?:Stadtr|R)at\b).*$/u,
);

const SAYS_MATTER = german(/(?:\bhier:|\bzum Thema|\bbetreffend)\s|\bvom\s+[\d.]+[:;]/);
const BARE_OFFICE = /^(?:Stadt|Gemeinde|Kreis|Ortschafts)r(?:at|ätin)$/;

const MAX_CHARACTERS = 110;
const MAX_ASKERS = 12;

/**
 * @param lines the free lines of the header, before or after the title
 * @param sentence "… der Anfrage des sachkundigen Einwohners Paul Intveen in der Sitzung …", where there is one
 */
export function askersIn(lines: string[], sentence: string | null): { names: string[]; factions: string[] } {
  const persons: string[] = [];
  const factions: string[] = [];
  for (const line of lines) {
    if (line.length > MAX_CHARACTERS || /[.?]$/.test(line.replace(/LINKE\.$/, ''))) continue;
    read(line.trim(), persons, factions);
  }
  if (persons.length + factions.length === 0 && sentence) read(sentence.trim(), persons, factions);
  const names = [...new Set([...persons, ...factions])].slice(0, MAX_ASKERS);
  return { names, factions: names.filter((name) => factions.includes(name)) };
}

/** Whether a name is written as factions are, by itself or with a word for one. */
export const isFaction = (name: string): boolean => factionIn(name) !== null;

/** Whether the line says nothing but who asked. */
export function isAsker(line: string): boolean {
  const found: string[] = [];
  if (!SAYS_MATTER.test(line)) read(line, found, found);
  return found.length > 0;
}

function read(line: string, persons: string[], factions: string[]): void {
  const labelled = LABELLED.exec(line);
  const rest = labelled ? labelled[1]!.replace(MATTER_OR_DATE, '').trim() : line;
  if (labelled && german(/^(?:zu|vom|am|nach|betreffend)\b/).test(rest)) return;
  const person = PERSON.exec(rest) ?? TITLED.exec(rest);
  if (person) {
    for (const part of parts(person[1]!)) addPerson(part, persons, factions);
    return;
  }
  const named = rest.split(german(/\s*(?:,|;|\bund\b|\bsowie\b)\s*/)).map(factionIn);
  if (named.every((name) => name !== null) && named.length > 0) {
    factions.push(...(named as string[]));
    return;
  }
  if (!labelled || rest.length > 70) return;
  // Behind its label a name needs no other sign.
  for (const part of parts(rest)) {
    const faction = factionIn(part);
    if (faction) factions.push(faction);
    else addPerson(part, persons, factions);
  }
}

function addPerson(text: string, persons: string[], factions: string[]): void {
  const match =
    /^(?:(?:(?:Herrn?|Frau)\s+)?(?:(?:Stadt|Ortschafts|Kreis|Gemeinde)r(?:at|ätin)|StR(?:in)?)\s+|(?:Herrn?|Frau)\s+)?((?:(?:Prof|Dr|Dres)\.?\s+)*\p{Lu}[\p{L}'’.-]+(?:\s+(?:von|van|de|der|zu|vom)|\s+\p{Lu}[\p{L}'’.-]*){0,5})\s*(?:[,(]\s*(?:Fraktion\s+)?([^()]{2,40}?)\)?)?$/u.exec(
      text.trim(),
    );
  if (!match || BARE_OFFICE.test(match[1]!)) return;
  const faction = factionIn(match[1]!);
  if (faction !== null) {
    factions.push(faction);
    return;
  }
  persons.push(match[1]!.trim());
  if (match[2] && !NO_FACTION.test(match[2])) factions.push(factionIn(match[2]) ?? tidied(match[2]));
}

const NO_FACTION = /^(?:fraktionslos|parteilos|parteifrei|einzelmandat)\p{L}*$/iu;

const parts = (text: string): string[] =>
  text
    .split(german(/\s*(?:;|,(?![^(]*\))|\bund\b|\bsowie\b|\/(?=\s))\s*/))
    .map((part) => part.trim())
    .filter(Boolean);

function factionIn(text: string): string | null {
  const name = text.trim().replace(/^(?:der|die)\s+/, '');
  if (name.length > 80) return null;
  const found = FACTION_AFTER.exec(name)?.[1] ?? FACTION_BEFORE.exec(name)?.[1] ?? (PARTY.test(name) ? name : null);
  return found === null
    ? null
    : tidied(found.replace(MATTER_OR_DATE, '').replace(/^der\s+|^die\s+(?=\p{Lu}\p{Ll}+n\s)/u, ''));
}

const tidied = (name: string): string =>
  name
    .replace(/^(?:OR|OSR|GR|Gemeinderats|Ortschaftsrats)?-?[Ff]raktion\s+/, '')
    .replace(/[\s-]+(?:OR|OSR|GR|Gemeinderats?|Ortschaftsrats?)$/, '')
    .replace(german(/\s+im\s+(?:Stadt|Gemeinde|Kreis)?(?:[Rr]at|tag)\b.*$/), '')
    .replace(/\s*([’´'`])\s*/g, '’')
    .replace(/^[-–„"\s]+|[-–“"\s]+$/g, '')
    .trim();
