// @ts-check
// The text is the truth: every change, by slider or by hand, is a change of it, and the server
// writes it so that comments and layout stay.

import * as api from './api.js';
import { DRAFTED, MOST_SHOWN, change, state } from './state.js';
import { words } from './words.js';

const KEEP = 'servanda-draft';
const LATER = 800;

/** @type {(why: 'text'|'opened') => void} */
let changed = () => {};

/** @param {(why: 'text'|'opened') => void} heard called after the text became another one */
export function onChange(heard) {
  changed = heard;
}

/** @type {{text: string, mark: string}[]} */
let past = [];
let lastMark = '';

/** @param {string} text @param {string} mark what is being changed; one drag is one step back */
function remember(text, mark) {
  if (!mark || mark !== lastMark) past.push({ text, mark });
  if (past.length > 100) past.shift();
  lastMark = mark;
}

/** @param {any} scenario keeps only proposals that there still are */
function keepShown(scenario) {
  const there = scenario.proposals.map((/** @type {any} */ p) => p.name);
  const copies = new Map([...state.copies].filter(([name, from]) => !there.includes(name) && there.includes(from)));
  const names = [...there, ...copies.keys()];
  const shown = state.shown.filter((name) => names.includes(name));
  if (shown.length === 0) shown.push(names[0] ?? DRAFTED);
  return { shown, copies, active: shown.includes(state.active) ? state.active : shown[0] };
}

/** @param {string} text @param {any} reading of the text */
function accept(text, reading) {
  const version = text === state.text ? state.version : state.version + 1;
  const { scenario, problems = [] } = reading;
  if (!scenario) {
    change({ text, version, problems, notes: [], undoable: past.length > 0 });
  } else {
    change({ text, version, scenario, problems: [], notes: problems, refusal: null, undoable: past.length > 0, ...keepShown(scenario) });
  }
  save();
  changed('text');
}

/** @param {unknown} problem @returns {boolean} whether it was shown */
export function refuse(problem) {
  if (problem instanceof api.Refusal) {
    change({ refusal: { what: problem.message, try: problem.problem.try ?? words.refusal.reload } });
    return true;
  }
  return problem instanceof api.Unreachable;
}

/** @type {{mark: string, edits: any[]}[]} */
let waiting = [];
let editing = false;

/**
 * Changes the text. Changes with the same mark replace each other while they wait, so that a drag
 * sends what is newest.
 * @param {any[]} edits @param {string} mark
 */
export function edit(edits, mark = '') {
  const last = waiting[waiting.length - 1];
  if (mark && last?.mark === mark) last.edits = edits;
  else waiting.push({ mark, edits });
  void sendEdits();
}

/** @returns {boolean} whether the text holds every change made so far */
export const settled = () => !editing && waiting.length === 0;

async function sendEdits() {
  if (editing) return;
  editing = true;
  try {
    while (waiting.length) {
      const [next] = waiting.splice(0, 1);
      const before = state.text;
      try {
        const done = await api.post('edits', { name: state.name, text: before, edits: written(next.edits) });
        if (state.text !== before) continue; // typed over meanwhile: what was typed stands
        if (!done.reading.scenario && state.problems.length === 0) {
          const [problem] = done.reading.problems; // a change by hand never leaves a text that cannot be read
          change({ refusal: { what: words.refusal.change(problem.what), try: problem.try } });
          continue;
        }
        remember(before, next.mark);
        accept(done.text, done.reading);
      } catch (problem) {
        if (problem instanceof api.Unreachable) {
          waiting.unshift(next);
          return;
        }
        if (!refuse(problem)) throw problem;
      }
    }
  } finally {
    editing = false;
  }
}

let reading = 0;

/** @param {string} text typed by hand @param {string} [mark] */
export async function write(text, mark = 'typing') {
  if (text === state.text) return;
  remember(state.text, mark);
  const turn = ++reading;
  change({ text, version: state.version + 1, undoable: true });
  save();
  await read(turn);
}

async function read(turn = ++reading) {
  try {
    const found = await api.post('readings', { name: state.name, text: state.text });
    if (turn !== reading) return;
    accept(state.text, found);
  } catch (problem) {
    if (!refuse(problem)) throw problem;
  }
}

export async function undo() {
  const step = past.pop();
  if (!step) return;
  lastMark = '';
  const turn = ++reading;
  change({ text: step.text, version: state.version + 1, undoable: past.length > 0 });
  await read(turn);
}

/** @param {string} name @param {string} text @param {any} [view] */
export async function open(name, text, view) {
  past = [];
  waiting = [];
  lastMark = '';
  change({
    name, text, version: state.version + 1, scenario: null, problems: [], notes: [], trials: new Map(), answers: new Map(),
    bands: null, repair: null, report: null, copies: new Map(), refusal: null, undoable: false, choosing: false, stopped: false,
    shown: view?.shown ?? [DRAFTED], active: view?.active ?? DRAFTED, clock: view?.clock ?? 'all', view: view?.view ?? 'clauses',
  });
  const turn = ++reading;
  const found = await api.post('readings', { name, text });
  if (turn !== reading) return;
  if (!found.scenario) change({ view: 'text' });
  accept(text, found);
  changed('opened');
}

/** @param {string} id in the catalogue */
export async function openFromCatalog(id) {
  const entry = await api.get(`catalog/${id.split('/').map(encodeURIComponent).join('/')}`);
  await open(`${id.split('/').pop()}.yaml`, entry.text);
}

/** @param {string} name of a proposal */
export function show(name) {
  if (state.shown.includes(name) || state.shown.length >= MOST_SHOWN) return;
  change({ shown: [...state.shown, name], clock: state.clock === 'all' ? headClock(name) : state.clock });
  save();
  changed('text');
}

/** @param {string} name @returns {import('./state.js').Clock} */
function headClock(name) {
  const refused = state.scenario?.proposals.some((/** @type {any} */ p) => p.refused && (p.name === name || state.shown.includes(p.name)));
  return refused ? 'clash' : 'breach';
}

/** @param {string} name of a proposal */
export function hide(name) {
  if (state.shown.length < 2) return;
  const shown = state.shown.filter((other) => other !== name);
  change({ shown, active: state.active === name ? shown[0] : state.active, clock: shown.length === 1 ? 'all' : state.clock });
  save();
  changed('text');
}

/**
 * Sets a copy beside its original. A file cannot hold two proposals that say the same, so the copy
 * is written with its first change.
 * @param {string} from name of the proposal to copy
 * @returns {string} the name of the copy
 */
export function copy(from) {
  const names = new Set([...state.scenario.proposals.map((/** @type {any} */ p) => p.name), ...state.copies.keys()]);
  let number = 1;
  while (names.has(words.draft.copyName(number))) number++;
  const name = words.draft.copyName(number);
  const shown = state.shown.length >= MOST_SHOWN ? state.shown.slice(0, MOST_SHOWN - 1) : state.shown;
  change({ copies: new Map([...state.copies, [name, from]]), shown: [...shown, name], clock: state.clock === 'all' ? 'breach' : state.clock });
  return name;
}

/**
 * A change of a copy that is not written yet writes it; all other edits stay as they are.
 * @param {any[]} edits @returns {any[]}
 */
function written(edits) {
  const pending = new Map(state.copies);
  return edits.map((edit) => {
    const from = edit.proposal === undefined ? undefined : pending.get(edit.proposal);
    if (from === undefined) return edit;
    pending.delete(edit.proposal);
    const { proposal: name, ...one } = edit;
    return { do: 'addProposal', name, from, change: one };
  });
}

/** Deletes a proposal, or forgets a copy that was never written. @param {string} name */
export function drop(name) {
  if (!state.copies.has(name)) {
    edit([{ do: 'dropProposal', name }]);
    return;
  }
  const copies = new Map(state.copies);
  copies.delete(name);
  change({ copies });
  hide(name);
}

// ---- kept: on the server under an id nobody can guess, and here in case the server is lost

/** @type {string|null} */
let id = null;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;
let unsaved = false;

const view = () => ({ shown: state.shown, active: state.active, clock: state.clock, view: state.view });

export function save() {
  unsaved = true;
  const kept = { id, name: state.name, text: state.text, view: view() };
  try {
    localStorage.setItem(KEEP, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing loses only the copy; the server has its own.
  }
  clearTimeout(timer);
  timer = setTimeout(() => void upload(), LATER);
}

async function upload() {
  if (!state.text) return;
  const body = { name: state.name, text: state.text, view: view() };
  unsaved = false;
  try {
    if (id) await api.put(`drafts/${id}`, body);
    else rename((await api.post('drafts', body)).id);
  } catch (problem) {
    unsaved = true;
    if (problem instanceof api.Refusal && problem.status === 404) id = null;
  }
}

/** @param {string|null} given */
function rename(given) {
  id = given;
  history.replaceState(null, '', given ? `#draft=${given}` : location.pathname + location.search);
}

/** Takes up what was there before the page was left. @returns {Promise<boolean>} whether there was something */
export async function restore() {
  const asked = new URLSearchParams(location.hash.slice(1)).get('draft');
  const kept = JSON.parse(localStorage.getItem(KEEP) ?? 'null');
  const draft = kept && (!asked || asked === kept.id) ? kept : null;
  if (draft?.text) {
    rename(draft.id);
    await open(draft.name, draft.text, draft.view);
    return true;
  }
  if (!asked) return false;
  try {
    const found = await api.get(`drafts/${encodeURIComponent(asked)}`);
    rename(asked);
    await open(found.name, found.text, found.view);
    return true;
  } catch (problem) {
    if (problem instanceof api.Refusal && problem.status === 404) return false;
    throw problem;
  }
}

/** After the server was lost: sends what waits. */
export function resume() {
  if (waiting.length) void sendEdits();
  else if (state.text && !state.scenario) void read();
  if (unsaved) save();
}
