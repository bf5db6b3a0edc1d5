// The OpenAPI document is valid and without a fault for a strict linter, and says what CONTRACT.md promises.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { app } from '../../api/app.ts';
import { type OpenApiDocument, openApiDocument } from '../../api/openapi.ts';

const document = openApiDocument(app);

async function faults(of: OpenApiDocument | object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = await lintFromString({ source: JSON.stringify(of), absoluteRef: 'openapi.json', config });
  return found.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`);
}

describe('the OpenAPI document', () => {
  test('passes the strict rules of Redocly', async () => {
    expect(await faults(document)).toEqual([]);
  });

  test('would not pass them with a broken reference', async () => {
    const text = JSON.stringify(document).replaceAll('#/components/schemas/Source', '#/components/schemas/Quelle');
    expect(await faults(JSON.parse(text))).not.toEqual([]);
  });

  test.each([
    ['post', '/api/chat'],
    ['get', '/api/search'],
    ['post', '/api/check'],
    ['get', '/api/documents/{id}'],
    ['get', '/api/documents'],
    ['post', '/api/reports'],
    ['post', '/api/feedback'],
    ['get', '/api/health'],
  ])('describes %s %s', (method, path) => {
    expect(document.paths?.[path]).toHaveProperty(method);
  });

  test.each([
    ['ChatRequest', ['messages']],
    ['Message', ['role']],
    ['DraftRequest', ['question']],
  ])('a generated client has to fill in nothing of %s but %j', (name, required) => {
    const schema = document.components?.schemas?.[name] as { required: string[]; properties: Record<string, object> };
    expect(schema.required).toEqual(required);
    // openapi-typescript asks for every property that has a default.
    expect(Object.values(schema.properties).filter((property) => 'default' in property)).toEqual([]);
  });

  test('tells a client that expects JSON of /api/chat which header to send', () => {
    expect(document.paths?.['/api/chat']?.post?.description).toContain('`accept: application/json`');
  });

  test('has one media type for each request body, for of two some generators make a client that does not compile', () => {
    const bodies = Object.values(document.paths ?? {}).flatMap((item) =>
      Object.values(item ?? {}).flatMap(({ requestBody }) => (requestBody ? [Object.keys(requestBody.content)] : [])),
    );
    expect(bodies.length).toBeGreaterThan(3);
    expect(bodies.filter((types) => types.length > 1)).toEqual([]);
    expect(document.paths?.['/api/check']?.post?.description).toContain('PDF, DOCX or ODT');
  });

  test('is version 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1/);
  });
});
