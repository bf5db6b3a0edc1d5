// What stands wrongly in the environment is said before anything is built, instead of showing later as a refusal.
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../scripts/start/settings.ts';

const errorOf = (env: Record<string, string>): string | null => {
  const read = readSettings(env);
  return read.ok ? null : read.error;
};

describe('pages that may embed are origins, as browsers send them', () => {
  test.each(['stadt.example', '*', 'https://a.example, www.b.example', 'https://a.example/rathaus'])('not %s', (list) =>
    expect(errorOf({ ALLOWED_ORIGINS: list })).toMatch(/^ALLOWED_ORIGINS: \S+ ist kein Ursprung\./),
  );
  test.each(['', 'https://a.example', 'https://a.example/, http://127.0.0.1:8000,'])('but “%s”', (list) =>
    expect(errorOf({ ALLOWED_ORIGINS: list })).toBeNull(),
  );
});

describe('the model’s address is one', () => {
  test.each(['foo', 'api.anthropic.example', 'file:///etc', 'localhost:8080'])('not %s', (url) =>
    expect(errorOf({ ANTHROPIC_BASE_URL: url })).toContain(`ANTHROPIC_BASE_URL=${url} ist keine Adresse.`),
  );
  test.each(['https://bedrock.example/v1', 'http://127.0.0.1:9/ok/test'])('but %s', (url) =>
    expect(errorOf({ ANTHROPIC_BASE_URL: url })).toBeNull(),
  );
});
