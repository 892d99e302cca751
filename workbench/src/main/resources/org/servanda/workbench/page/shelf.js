// @ts-check
// What is kept: on the server under an id nobody can guess, and here in case the server is lost.
// Another tab may change the same draft: then this text is kept beside it, and neither is lost.

import * as api from './api.js';
import { plainly, refuse } from './refusals.js';
import { change, state } from './state.js';

const KEEP = 'servanda-draft';
const LATER = 800;
const AGAIN = 15_000;

/**
 * What the server keeps: a text of its own for every one that was opened.
 * @typedef {object} Draft
 * @property {string|null} id null until it is kept
 * @property {string|null} tag the version that was read or kept last
 * @property {Set<string>} sent texts that the server may have from here
 * @property {string|null} other id of a draft that was changed elsewhere, which this text was kept beside
 */

/** @param {Partial<Draft>} [known] @returns {Draft} */
const made = (known) => ({ id: null, tag: null, sent: new Set(), other: null, ...known });

let draft = made();

/** @returns {Draft} tells one opened text from another */
export const present = () => draft;

/** @param {Draft} [next] the draft that is opened; a new one without */
export function turnTo(next = made()) {
  draft = next;
  address();
  change({ beside: draft.other });
}

/** The reader has seen that the text is kept beside another one. */
export function besideSeen() {
  draft.other = null;
  change({ beside: null });
}

/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;
let unsaved = false;
/** Uploads that have not ended. */
let underWay = 0;

/** @type {Record<string, {id: string, current: boolean}>} work that was under way when the page was left, by track */
let following = {};

/** @param {any} view of a draft that is opened */
export function takeUpWork(view) {
  following = view?.jobs ?? {};
}

/** @returns {typeof following} once */
export function leftWork() {
  const found = following;
  following = {};
  return found;
}

/** @returns {any} searches for repairs and reproductions that go on without the page, and what they found */
function jobs() {
  /** @type {typeof following} */
  const kept = { ...following };
  if (state.repair) kept.repair = { id: state.repair.job, current: state.repair.version === state.version };
  for (const track of ['repair', 'literature']) {
    const task = state.tasks.get(track);
    if (task?.id && (task.draft === null || task.draft === draft)) kept[track] = { id: task.id, current: task.version === state.version };
  }
  return kept;
}

export const view = () => ({
  shown: state.shown, active: state.active, clock: state.clock, view: state.view, opened: state.opened, principals: state.principals, jobs: jobs(),
});

const body = () => ({ name: state.name, text: state.text, view: view() });

export function save() {
  unsaved = true;
  remember();
  clearTimeout(timer);
  timer = setTimeout(upload, LATER);
}

/** Sends what is not sent yet, before another text takes its place. */
export function flush() {
  clearTimeout(timer);
  if (unsaved) upload();
}

/** After the server was lost. */
export function saveAgain() {
  if (unsaved) save();
}

/** When the page is left. */
export function last() {
  clearTimeout(timer);
  if (!draft.id || !(unsaved || underWay)) return;
  draft.sent.add(state.text);
  remember();
  void api.drafts.change(draft.id, body(), draft.tag, { keepalive: true }).catch(() => {});
}

/** One after the other, so that an older text never takes the place of a newer one. */
let sent = Promise.resolve();

function upload() {
  if (!state.loaded) return;
  const [of, what] = [draft, body()];
  unsaved = false;
  underWay++;
  of.sent.delete(what.text);
  of.sent.add(what.text);
  sent = sent.then(() => keep(of, what)).finally(() => { underWay--; });
}

/** @param {Draft} of @param {any} what */
async function keep(of, what) {
  try {
    const before = of.id;
    await place(of, what);
    if (of !== draft) return;
    if (of.id !== before) address();
    if (!unsaved) remember(true);
    if (state.unsaved || state.beside !== of.other) change({ unsaved: null, beside: of.other });
  } catch (problem) {
    if (of !== draft) { // left meanwhile; nobody sees it, so it is tried again unasked
      setTimeout(() => { if (of !== draft) sent = sent.then(() => keep(of, what)); }, AGAIN);
      return;
    }
    unsaved = true;
    if (!(problem instanceof api.Refusal)) return;
    if (problem.status === 401) refuse(problem);
    else change({ unsaved: plainly(problem) });
    clearTimeout(timer);
    timer = setTimeout(upload, AGAIN);
  }
}

/** @param {Draft} of @param {any} what is put in its place, or beside it if another text was put there */
async function place(of, what) {
  const found = of.id ? await replaced(of, what) : 'gone';
  if (found !== 'kept') {
    const { id, tag } = await api.drafts.add(what);
    Object.assign(of, { id, tag, other: found === 'changed' ? of.id : of.other });
  }
  for (const text of of.sent) { // what was sent before this has been written over
    if (text === what.text) break;
    of.sent.delete(text);
  }
}

/** @param {Draft} of @param {any} what @returns {Promise<'kept'|'gone'|'changed'>} what became of the draft */
async function replaced(of, what) {
  for (;;) {
    try {
      of.tag = await api.drafts.change(/** @type {string} */ (of.id), what, of.tag);
      return 'kept';
    } catch (problem) {
      const status = problem instanceof api.Refusal ? problem.status : 0;
      if (status === 404) return 'gone';
      if (status !== 412) throw problem;
    }
    const now = await api.drafts.read(/** @type {string} */ (of.id));
    if (!of.sent.has(now.text)) return 'changed';
    of.tag = now.tag; // it is our own text: only its arrangement differs, or the answer never came back
  }
}

/**
 * Leaves a copy in the browser, and in this tab as long as the server does not have it: another tab
 * writes over the first.
 * @param {boolean} [isKept] whether the server has it
 */
function remember(isKept = false) {
  try {
    if (isKept) sessionStorage.removeItem(KEEP);
    if (api.hasToken()) { // a text behind a token is not left in the browser
      localStorage.removeItem(KEEP);
      return;
    }
    const { id, tag } = draft;
    const copy = JSON.stringify({ id, tag, sent: [...draft.sent], isKept, ...body() });
    localStorage.setItem(KEEP, copy);
    if (!isKept) sessionStorage.setItem(KEEP, copy);
  } catch {
    // A browser that keeps nothing loses only the copy; the server has its own.
  }
}

/** Lets the address say which draft this is. */
export function address() {
  history.replaceState(null, '', draft.id ? `#draft=${draft.id}` : location.pathname + location.search);
}

/** @returns {string|null} the draft that the address names */
export const named = () => new URLSearchParams(location.hash.slice(1)).get('draft');

/** @param {string|null} asked @returns {any} the copy in the browser, if it is of the draft asked for */
function copyHere(asked) {
  if (api.hasToken()) return null;
  for (const storage of [sessionStorage, localStorage]) {
    try {
      const copy = JSON.parse(storage.getItem(KEEP) ?? 'null');
      if (typeof copy?.text === 'string' && (!asked || asked === copy.id)) return copy;
    } catch {
      // as if there were none
    }
  }
  return null;
}

/** @param {string} id @returns {Promise<{draft: Draft, name: string, text: string, view: any}|null>} null if there is none */
export async function fetched(id) {
  try {
    const { name, text, view, tag } = await api.drafts.read(id);
    return { draft: made({ id, tag, sent: new Set([text]) }), name, text, view };
  } catch (problem) {
    if (problem instanceof api.Refusal && problem.status === 404) return null;
    throw problem;
  }
}

/** @returns {ReturnType<typeof fetched>} what was there before the page was left; null if there was nothing */
export async function left() {
  const asked = named();
  const copy = copyHere(asked);
  const id = asked ?? copy?.id;
  if (id && (!copy || copy.isKept)) {
    const found = await fetched(id);
    if (found || !copy) return found;
  }
  if (!copy) return null;
  return { ...copy, draft: made({ id: copy.id, tag: copy.tag, sent: new Set([...copy.sent, copy.text]) }) };
}
