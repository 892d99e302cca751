// @ts-check
// The only way from the page to its server: JSON over /api/v1, progress as server-sent events.

const BASE = new URL('api/v1/', document.baseURI);
const TOKEN_KEY = 'servanda-token';
const CLIENT_KEY = 'servanda-client';

/** What the server answered instead of a result: `application/problem+json`. */
export class Refusal extends Error {
  /** @param {number} status @param {any} problem @param {number} retryAfter in seconds */
  constructor(status, problem, retryAfter) {
    super(problem.detail ?? problem.title ?? `${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

/** @type {(reachable: boolean) => void} */
let listener = () => {};

/** @param {(reachable: boolean) => void} heard called when the server is lost or found again */
export function onReachable(heard) {
  listener = heard;
}

/** Moves a token out of the address, where it would be seen, into the session. */
function token() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get('token');
  if (given) {
    sessionStorage.setItem(TOKEN_KEY, given);
    fragment.delete('token');
    const rest = fragment.toString();
    history.replaceState(null, '', rest ? `#${rest}` : location.pathname + location.search);
  }
  return sessionStorage.getItem(TOKEN_KEY);
}

function client() {
  let id = sessionStorage.getItem(CLIENT_KEY);
  if (!id) {
    id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
    sessionStorage.setItem(CLIENT_KEY, id);
  }
  return id;
}

let known = token();
const CLIENT = client();

/** @returns {boolean} whether requests carry a token */
export const hasToken = () => Boolean(known);

/** @param {string} given by hand */
export function setToken(given) {
  known = given;
  sessionStorage.setItem(TOKEN_KEY, given);
}

/** @param {() => void} heard called when the address brought another token */
export function onToken(heard) {
  addEventListener('hashchange', () => {
    if (!new URLSearchParams(location.hash.slice(1)).get('token')) return;
    known = token();
    heard();
  });
}

/**
 * @param {string} method
 * @param {string} path below /api/v1/
 * @param {{body?: any, signal?: AbortSignal, accept?: string, keepalive?: boolean, match?: string|null}} [options]
 * @returns {Promise<Response>}
 */
async function send(method, path, { body, signal, accept = 'application/json', keepalive, match } = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: accept, 'Servanda-Client': CLIENT };
  if (known) headers.Authorization = `Bearer ${known}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (match) headers['If-Match'] = match;
  let response;
  try {
    response = await fetch(new URL(path, BASE), {
      method, headers, signal, keepalive, cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (problem) {
    if (signal?.aborted) throw problem;
    listener(false);
    throw new Unreachable(String(problem));
  }
  listener(true);
  if (response.ok) return response;
  const text = await response.text();
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    problem = { detail: text.slice(0, 300) };
  }
  throw new Refusal(response.status, problem, Number(response.headers.get('Retry-After') ?? 1));
}

/** @param {number} ms @returns {Promise<void>} */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * Sends again what a busy server turned away, after the time it asked for, unless it is given up.
 * @param {string} method @param {string} path @param {any} [options] @returns {Promise<Response>}
 */
async function patient(method, path, options) {
  for (let tries = 0; ; tries++) {
    try {
      return await send(method, path, options);
    } catch (problem) {
      const busy = problem instanceof Refusal && (problem.status === 429 || problem.status === 503);
      if (!busy || tries >= 5 || options?.signal?.aborted || options?.unless?.aborted) throw problem;
      await pause(1000 * Math.min(10, Math.max(0.2, problem.retryAfter)));
    }
  }
}

/** @param {string} path @param {any} [options] @returns {Promise<any>} */
export const get = async (path, options) => (await patient('GET', path, options)).json();

/** @param {string} path @param {string} accept @returns {Promise<string>} */
export const getText = async (path, accept) => (await patient('GET', path, { accept })).text();

/** @param {string} path @param {any} body @param {any} [options] @returns {Promise<any>} */
export async function post(path, body, options) {
  return (await patient('POST', path, { ...options, body })).json();
}

/** @param {Response} response @returns {string|null} the version of the draft it is about */
const tagOf = (response) => response.headers.get('ETag');

/** Drafts come and go with their version, so that nobody writes over what somebody else has kept since. */
export const drafts = {
  /** @param {any} draft @returns {Promise<{id: string, tag: string|null}>} */
  async add(draft) {
    const response = await patient('POST', 'drafts', { body: draft });
    return { ...(await response.json()), tag: tagOf(response) };
  },
  /** @param {string} id @returns {Promise<any>} the draft and its tag */
  async read(id) {
    const response = await patient('GET', `drafts/${encodeURIComponent(id)}`);
    return { ...(await response.json()), tag: tagOf(response) };
  },
  /**
   * @param {string} id @param {any} draft @param {string|null} tag the version it must have now
   * @param {any} [options] @returns {Promise<string|null>} its new version
   */
  async change(id, draft, tag, options) {
    return tagOf(await patient('PUT', `drafts/${encodeURIComponent(id)}`, { ...options, body: draft, match: tag }));
  },
};

/** @param {string} path @returns {Promise<void>} */
export async function remove(path) {
  await send('DELETE', path, { keepalive: true });
}

/** @returns {Promise<boolean>} whether the server answers */
export async function ping() {
  try {
    await send('GET', '');
    return true;
  } catch (problem) {
    return problem instanceof Refusal;
  }
}

/**
 * Server-sent events, read through fetch so that headers can be sent.
 * @param {string} path @param {AbortSignal} signal
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
export async function* events(path, signal) {
  const response = await send('GET', path, { signal, accept: 'text/event-stream' });
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    let part;
    try {
      part = await reader.read();
    } catch (problem) {
      if (signal.aborted) return;
      listener(false);
      throw new Unreachable(String(problem));
    }
    if (part.done) return;
    rest += decoder.decode(part.value, { stream: true });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      let event = 'message';
      const data = [];
      for (const line of block.split(/\r?\n/)) {
        if (line.startsWith('event:')) event = line.slice(6).trim();
        if (line.startsWith('data:')) data.push(line.slice(5).trim());
      }
      if (data.length) yield { event, data: JSON.parse(data.join('\n')) };
    }
  }
}
