// What the legal pages say in each language, as functions of the city's facts.
import type { City } from '../../corpus/city.ts';
import type { Health } from '../events.ts';
import type { Html } from './html.ts';

export type LegalTopic = 'barrierefreiheit' | 'datenschutz' | 'impressum';

export interface Section {
  heading: string;
  /** Fragment of the section's address. */
  id?: string;
  body: Html;
}

/** A fact of the city as markup, marked where it is missing. */
export interface Facts {
  text(value: string | null): Html;
  mail(value: string | null): Html;
  phone(value: string | null): Html;
  web(value: string | null, label?: string | null): Html;
  day(value: string): string;
}

export interface LegalTexts {
  titles: Record<LegalTopic, string>;
  stand: string;
  /** Rows of the table of the running system: label and value. */
  state(health: Health, facts: Facts): [string, string][];
  barrierefreiheit(city: City, facts: Facts): Section[];
  datenschutz(city: City, facts: Facts, health: Health): Section[];
  impressum(city: City, facts: Facts): Section[];
}
