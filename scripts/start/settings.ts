// The shell's variables → what the start needs.
import type { City } from '../../corpus/city.ts';
import { german } from '../../corpus/german/letters.ts';
import type { Result } from '../../corpus/types.ts';
import { readCityFile } from '../../web/build/city-file.ts';

/** What the app reads (CONTRACT.md, Environment). */
const APP_SETTINGS = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_MODEL',
  'ANTHROPIC_FAST_MODEL',
  'ALLOWED_ORIGINS',
  'RATE_LIMIT',
  'DAILY_TOKEN_BUDGET',
  'SEARCH_ENGINE',
  'CHAT_MODE',
  'PUBLIC_ORIGIN',
  'METRICS_TOKEN',
  'REPORTS_KEEP_DAYS',
  'STALE_AFTER_DAYS',
] as const;

const CHOICES: Record<string, string[]> = {
  RATE_LIMIT: ['on', 'off'],
  SEARCH_ENGINE: ['minisearch', 'd1'],
  CHAT_MODE: ['on', 'extractive', 'off'],
};

export interface Settings {
  port: number;
  host: string;
  storeDir: string;
  /** Null: the documents that ship with the project. */
  corpusDir: string | null;
  clientAddressHeader: string | null;
  /** Null: the city's file that ships. */
  city: City | null;
  app: Record<string, string>;
}

/** The error is a sentence for the person at the terminal. */
export function readSettings(env: NodeJS.ProcessEnv): Result<Settings, string> {
  const port = Number(env.PORT || 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return {
      ok: false,
      error: `PORT=${env.PORT} ist kein Port. Erlaubt sind 1 bis 65535. (PORT=${env.PORT} is no port: 1 to 65535.)`,
    };
  }
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const value = env[name];
    if (value && !allowed.includes(value)) {
      const all = allowed.join(', ');
      return {
        ok: false,
        error: `${name}=${value} gibt es nicht. Möglich sind: ${all}. (${name} is one of: ${all}.)`,
      };
    }
  }
  const budget = env.DAILY_TOKEN_BUDGET;
  if (budget && !/^\d+$/.test(budget)) {
    return {
      ok: false,
      error: `DAILY_TOKEN_BUDGET=${budget} ist keine ganze Zahl von Token. (DAILY_TOKEN_BUDGET wants a whole number of tokens.)`,
    };
  }
  for (const name of ['REPORTS_KEEP_DAYS', 'STALE_AFTER_DAYS']) {
    const days = env[name];
    if (days && !/^[1-9]\d*$/.test(days)) {
      return { ok: false, error: `${name}=${days} ist keine Zahl von Tagen. (${name} wants a number of days.)` };
    }
  }
  const origin = env.PUBLIC_ORIGIN;
  if (origin && !/^https?:\/\/[^/\s]+$/.test(origin)) {
    return {
      ok: false,
      error: `PUBLIC_ORIGIN=${origin} ist kein Ursprung. Gemeint ist etwa https://rat.example.de. (PUBLIC_ORIGIN wants an origin like https://rat.example.de.)`,
    };
  }
  // A page that is listed as `stadt.example` would be refused without a word, for browsers send https://stadt.example.
  const notAnOrigin = list(env.ALLOWED_ORIGINS).find((entry) => !/^[a-z][a-z\d+.-]*:\/\/[^/\s]+\/?$/i.test(entry));
  if (notAnOrigin !== undefined) {
    return {
      ok: false,
      error: `ALLOWED_ORIGINS: ${notAnOrigin} ist kein Ursprung. Gemeint ist etwa https://www.stadt.example. (ALLOWED_ORIGINS wants origins like https://www.stadt.example.)`,
    };
  }
  const model = env.ANTHROPIC_BASE_URL;
  if (model && !/^https?:$/.test(URL.parse(model)?.protocol ?? '')) {
    return {
      ok: false,
      error: `ANTHROPIC_BASE_URL=${model} ist keine Adresse. Sie beginnt mit https://. (ANTHROPIC_BASE_URL wants an address that begins with https://.)`,
    };
  }
  const header = env.CLIENT_ADDRESS_HEADER || null;
  if (header !== null && !german(/^[\w-]+$/).test(header)) {
    return {
      ok: false,
      error: `CLIENT_ADDRESS_HEADER=${header} ist kein Name eines Headers. (CLIENT_ADDRESS_HEADER wants the name of a header.)`,
    };
  }
  const app = Object.fromEntries(APP_SETTINGS.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const broken = Object.entries(app).find(([, value]) => /[\r\n]/.test(value));
  if (broken)
    return { ok: false, error: `${broken[0]} enthält einen Zeilenumbruch. (${broken[0]} contains a line break.)` };
  const city = env.CITY_FILE ? readCityFile(env.CITY_FILE) : null;
  if (city?.ok === false) return city;
  return {
    ok: true,
    value: {
      ...{ port, host: env.HOST || '127.0.0.1', storeDir: env.STORE_DIR || '.store' },
      ...{ corpusDir: env.CORPUS_DIR || null, clientAddressHeader: header, city: city?.value ?? null, app },
    },
  };
}

const list = (value = ''): string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
