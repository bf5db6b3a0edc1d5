// The OpenAPI document → a page to read: each operation with its parameters, bodies and responses, each schema once.
// Plain HTML, so that our strict content security policy needs no exception.
import type { OpenApiDocument } from '../openapi.ts';
import { type Html, html } from './html.ts';
import { type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

/** As much of OpenAPI 3.1 and JSON Schema as our own document uses. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

interface Body {
  description?: string;
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  summary?: string;
  description?: string;
  operationId?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema; description?: string }[];
  requestBody?: Body;
  responses: Record<string, Body>;
}

export function apiDocsPage(context: PageContext, document: OpenApiDocument): Page {
  const { apiDocs } = pageTexts(context.lang);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
  );
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
  return page(context, {
    shell: 'document',
    title: apiDocs.title,
    noindex: true,
    main: html`<h1>${apiDocs.title}</h1>
      <p>${apiDocs.intro} <a href="/api/openapi.json">/api/openapi.json</a></p>
      <p>${apiDocs.mcp} <code>/mcp</code></p>
      <nav class="outline" aria-labelledby="operations"><h2 id="operations">${apiDocs.operations}</h2><ul lang="en">${operations.map(
        ({ method, path, operation }) =>
          html`<li><a href="#${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></a> ${operation.summary}</li>`,
      )}</ul></nav>
      <div class="api" lang="en">${operations.map(operationPart)}
        <h2 id="schemas">Schemas</h2>${schemas.map(([name, schema]) => schemaPart(name, schema))}</div>`,
  });
}

function operationPart({ method, path, operation }: { method: string; path: string; operation: Operation }): Html {
  const parameters = operation.parameters ?? [];
  return html`<section id="${operation.operationId}" aria-labelledby="${operation.operationId}-name">
    <h2 id="${operation.operationId}-name">${operation.summary}</h2>
    <p><code>${method.toUpperCase()} ${path}</code></p>
    ${operation.description !== undefined && html`<p>${operation.description}</p>`}
    ${
      parameters.length > 0 &&
      html`<h3>Parameters</h3><dl class="facts">${parameters.map(({ name, in: place, required, schema, description }) =>
        field(name, schema ?? {}, required ?? false, place, description),
      )}</dl>`
    }
    ${operation.requestBody !== undefined && html`<h3>Request body</h3>${contentPart(operation.requestBody)}`}
    <h3>Responses</h3><dl class="facts">${Object.entries(operation.responses).map(
      ([status, response]) =>
        html`<div><dt><code>${status}</code></dt><dd>${response.description} ${contentPart(response)}</dd></div>`,
    )}</dl>
  </section>`;
}

function contentPart({ content }: Body): Html {
  return html`<ul>${Object.entries(content ?? {}).map(
    ([type, { schema }]) => html`<li><code>${type}</code> ${schema !== undefined && typeName(schema)}</li>`,
  )}</ul>`;
}

function schemaPart(name: string, schema: Schema): Html {
  const required = new Set(schema.required ?? []);
  return html`<section id="schema-${name}" aria-labelledby="schema-${name}-name"><h3 id="schema-${name}-name">${name}</h3>
    <dl class="facts">${fields(schema, required)}</dl></section>`;
}

function fields(schema: Schema, required: Set<string>, prefix = ''): Html {
  return html`${Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const inner = property.properties ? property : property.items?.properties ? property.items : null;
    const path = `${prefix}${name}${property.items ? '[]' : ''}`;
    return html`${field(`${prefix}${name}`, property, required.has(name))}${inner && fields(inner, new Set(inner.required ?? []), `${path}.`)}`;
  })}`;
}

function field(name: string, schema: Schema, required: boolean, place?: string, description?: string): Html {
  const facts = [place, required ? 'required' : 'optional', limits(schema)].filter(Boolean).join(', ');
  return html`<div><dt><code>${name}</code></dt><dd>${typeName(schema)} <span class="hint">${facts}</span> ${description ?? schema.description ?? ''}</dd></div>`;
}

function typeName(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants) return html`${variants.map((variant, i) => html`${i > 0 && ' | '}${typeName(variant)}`)}`;
  if (schema.enum) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.items) return html`array of ${typeName(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return html`${schema.format === undefined ? type : `${type} (${schema.format})`}`;
}

function limits({ minLength, maxLength, minimum, maximum, maxItems, default: fallback }: Schema): string {
  const parts = [
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER && `to ${maximum}`,
    maxItems !== undefined && `at most ${maxItems}`,
    fallback !== undefined && `default ${JSON.stringify(fallback)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
