// What a Messages API of version 2026-10-21 accepts and says, as documented: strict checks of a request, and the
// events of a stream. Made by us from the SDK's types and the vendor's pages, not recorded from a live service.

export interface MessagesRequest {
  model: string;
  max_tokens: number;
  stream?: boolean;
  system?: unknown;
  messages: { role: string; content: string | Block[] }[];
  output_config?: { format?: { type: string; schema: Record<string, unknown> } };
}

export interface Block {
  type: string;
  text?: string;
  source?: string;
  title?: string;
  content?: { type: string; text: string }[];
  citations?: { enabled?: boolean };
}

export interface Cited {
  type: 'search_result_location';
  cited_text: string;
  search_result_index: number;
  source: string;
  title: string | null;
  start_block_index: number;
  end_block_index: number;
}

const API_VERSION = '2026-10-21';

const TOP_LEVEL = new Set(
  'model max_tokens stream system messages output_config metadata stop_sequences thinking tools tool_choice cache_control inference_geo service_tier'.split(
    ' ',
  ),
);

/** The error's message, or null for a request that the service would take. */
export function faultOf(
  headers: Record<string, string | string[] | undefined>,
  body: unknown,
): { status: number; message: string } | null {
  if (!/^Bearer \S+$/u.test(String(headers.authorization ?? '')))
    return { status: 401, message: 'invalid bearer token' };
  if (headers['anthropic-version'] !== API_VERSION) return bad(`anthropic-version: ${headers['anthropic-version']}`);
  if (!String(headers['content-type'] ?? '').startsWith('application/json')) return bad('content-type');
  const request = body as MessagesRequest;
  if (typeof request !== 'object' || request === null) return bad('body is no object');
  for (const key of Object.keys(request)) if (!TOP_LEVEL.has(key)) return bad(`${key}: Extra inputs are not permitted`);
  if (typeof request.model !== 'string' || request.model === '') return bad('model: Field required');
  if (!Number.isInteger(request.max_tokens) || request.max_tokens < 1)
    return bad('max_tokens: must be a positive integer');
  if (!isText(request.system, true)) return bad('system: text or text blocks');
  if (!Array.isArray(request.messages) || request.messages.length === 0)
    return bad('messages: at least one message is required');
  if (request.messages[0]?.role !== 'user') return bad('messages.0: first message must use the "user" role');
  if (request.messages.at(-1)?.role !== 'user') return bad('messages: prefill is not supported by this model');
  for (const [i, message] of request.messages.entries()) {
    if (message.role !== 'user' && message.role !== 'assistant') return bad(`messages.${i}.role`);
    const blocks = typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content;
    if (!Array.isArray(blocks) || blocks.length === 0) return bad(`messages.${i}.content: must not be empty`);
    for (const block of blocks) {
      const fault = blockFault(block);
      if (fault) return bad(`messages.${i}.content: ${fault}`);
    }
  }
  const results = searchResults(request);
  const citing = results.filter((block) => block.citations?.enabled === true).length;
  if (citing !== 0 && citing !== results.length)
    return bad('citations must be enabled on all or none of the search results');
  const format = request.output_config?.format;
  if (format) {
    if (citing > 0) return bad('output_config.format cannot be combined with citations');
    const schema = format.schema;
    if (format.type !== 'json_schema' || schema?.type !== 'object') return bad('output_config.format');
    if (schema.additionalProperties !== false)
      return bad("output_config.format.schema: 'additionalProperties' must be false");
  }
  return null;
}

export function searchResults(request: MessagesRequest): Block[] {
  return request.messages.flatMap((m) =>
    typeof m.content === 'string' ? [] : m.content.filter((b) => b.type === 'search_result'),
  );
}

/** The text of the last message, its search results left out. */
export function lastText(request: MessagesRequest): string {
  const content = request.messages.at(-1)!.content;
  return typeof content === 'string'
    ? content
    : content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

/** A citation of whole blocks, as the service makes them. */
export function citeBlocks(request: MessagesRequest, result: number, start: number, end = start + 1): Cited {
  const block = searchResults(request)[result];
  return {
    type: 'search_result_location',
    cited_text: (block?.content ?? [])
      .slice(start, end)
      .map((c) => c.text)
      .join(''),
    search_result_index: result,
    source: block?.source ?? '',
    title: block?.title ?? null,
    start_block_index: start,
    end_block_index: end,
  };
}

function usage(outputTokens: number, inputTokens = 1200) {
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
    inference_geo: 'global',
    output_tokens_details: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: 'standard',
  };
}

export function message(model: string, content: unknown[], stopReason: string | null, outputTokens: number) {
  return {
    id: 'msg_local',
    type: 'message',
    role: 'assistant',
    model,
    container: null,
    diagnostics: null,
    content,
    stop_reason: stopReason,
    stop_sequence: null,
    stop_details: stopReason === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null,
    usage: usage(outputTokens),
  };
}

/** One text block of an answer, and in which order its citations travel. */
export interface Said {
  text: string;
  citations?: Cited[];
  citationsFirst?: boolean;
}

/** The events of a content block, text in pieces of a few characters. */
export function blockEvents(index: number, said: Said): Record<string, unknown>[] {
  const citations = (said.citations ?? []).map((citation) => delta(index, { type: 'citations_delta', citation }));
  const texts = (said.text.match(/[\s\S]{1,24}/gu) ?? []).map((text) => delta(index, { type: 'text_delta', text }));
  return [
    {
      type: 'content_block_start',
      index,
      content_block: { type: 'text', text: '', citations: said.citations ? [] : null },
    },
    ...(said.citationsFirst ? [...citations, ...texts] : [...texts, ...citations]),
    { type: 'content_block_stop', index },
  ];
}

export function thinkingEvents(index: number): Record<string, unknown>[] {
  return [
    { type: 'content_block_start', index, content_block: { type: 'thinking', thinking: '', signature: '' } },
    delta(index, { type: 'thinking_delta', thinking: 'Ich suche den passenden Satz. [1] Der Systemprompt …' }),
    delta(index, { type: 'signature_delta', signature: 'sig' }),
    { type: 'content_block_stop', index },
  ];
}

export function endEvents(stopReason: string, outputTokens: number): Record<string, unknown>[] {
  const stop_details = stopReason === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null;
  return [
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason, stop_sequence: null, stop_details, container: null },
      usage: usage(outputTokens),
    },
    { type: 'message_stop' },
  ];
}

function delta(index: number, content: Record<string, unknown>) {
  return { type: 'content_block_delta', index, delta: content };
}

function blockFault(block: Block): string | null {
  if (block.type === 'text') return block.text?.trim() ? null : 'text content blocks must be non-empty';
  if (block.type !== 'search_result') return `unexpected block ${block.type}`;
  if (typeof block.source !== 'string' || typeof block.title !== 'string')
    return 'search_result: source and title required';
  if (!Array.isArray(block.content) || block.content.length === 0) return 'search_result: content must not be empty';
  return block.content.every((c) => c.type === 'text' && c.text?.trim())
    ? null
    : 'search_result: text blocks must be non-empty';
}

function isText(value: unknown, optional: boolean): boolean {
  if (value === undefined) return optional;
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((b) => b?.type === 'text' && b.text?.trim()))
  );
}

function bad(message: string) {
  return { status: 400, message };
}
