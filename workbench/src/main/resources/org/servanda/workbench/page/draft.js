// @ts-check
// The text is the truth: every change, by slider or by hand, is a change of it, and the server
// writes it so that comments and layout stay.

import * as api from './api.js';
import { refuse } from './refusals.js';
import { address, fetched, flush, left, named, present, save, saveAgain, takeUpWork, turnTo, view } from './shelf.js';
import { DRAFTED, MOST_SHOWN, change, principals, state } from './state.js';
import { words } from './words.js';

export { refuse } from './refusals.js';
export { address, besideSeen, last, leftWork, present, save } from './shelf.js';

const LONGEST_NAME = 200;

/** @type {(why: 'text'|'opened') => void} */
let changed = () => {};

/** @param {(why: 'text'|'opened') => void} heard called after the text became another one */
export function onChange(heard) {
  changed = heard;
}

/** @type {{text: string, mark: string, left?: {draft: import('./shelf.js').Draft, name: string, view: any}}[]} what undo goes back to */
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
    change({ text, version, problems, notes: [], unread: false, undoable: past.length > 0 });
  } else {
    change({ text, version, scenario, problems: [], notes: problems, refusal: null, unread: false, undoable: past.length > 0, ...keepShown(scenario) });
    if (!state.principals.length) change({ principals: principals() });
  }
  save();
  changed('text');
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
  forget(edits);
  const last = waiting[waiting.length - 1];
  if (mark && last?.mark === mark) last.edits = edits;
  else waiting.push({ mark, edits });
  void sendEdits();
}

/** Another school or other clauses: what was moved by hand before is no longer what stands there. @param {any[]} edits */
function forget(edits) {
  const other = (/** @type {string} */ mark) => edits.some((edit) =>
    edit.do === 'chooseRivals' ? mark === `estimate/${edit.key}` || mark.startsWith(`estimate/${edit.key}.`)
      : ['dropClause', 'dropProposal'].includes(edit.do) && !mark.startsWith('estimate/'));
  const kept = Object.entries(state.opened).filter(([mark]) => !other(mark));
  if (kept.length < Object.keys(state.opened).length) change({ opened: Object.fromEntries(kept) });
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
    if (turn === reading && problem instanceof api.Refusal) change({ unread: true });
    if (!refuse(problem)) throw problem;
  }
}

export async function undo() {
  const step = past.pop();
  if (!step) return;
  lastMark = '';
  if (step.left) {
    flush();
    turnTo(step.left.draft);
    await load(step.left.name, step.text, step.left.view);
    return;
  }
  const turn = ++reading;
  change({ text: step.text, version: state.version + 1, undoable: past.length > 0 });
  await read(turn);
}

/**
 * Opens a text as a draft of its own. The one before stays where it is kept, and undo goes back to it.
 * @param {string} name @param {string} text
 */
export async function open(name, text) {
  if (state.loaded) leave();
  turnTo();
  await load(name, text, null);
}

/** Lets undo go back to what is open. */
function leave() {
  flush();
  past.push({ text: state.text, mark: '', left: { draft: present(), name: state.name, view: view() } });
}

/** @param {string} name @returns {string} no longer than the server takes, with its ending */
function shortened(name) {
  if (name.length <= LONGEST_NAME) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return name.slice(0, LONGEST_NAME - ending.length) + ending;
}

/** @param {string} given @param {string} text @param {any} view */
async function load(given, text, view) {
  const name = shortened(given);
  waiting = [];
  lastMark = '';
  change({
    loaded: true, name, text, version: state.version + 1, scenario: null, problems: [], notes: [], trials: new Map(), answers: new Map(),
    bands: null, repair: null, report: null, copies: new Map(), refusal: null, undoable: past.length > 0, choosing: false, stopped: false,
    panel: null, unread: false, unsaved: null, opened: view?.opened ?? {}, principals: view?.principals ?? [],
    shown: view?.shown ?? [DRAFTED], active: view?.active ?? DRAFTED, clock: view?.clock ?? 'all', view: view?.view ?? 'clauses',
  });
  const turn = ++reading;
  let found;
  try {
    found = await api.post('readings', { name, text });
  } catch (problem) {
    if (turn === reading && problem instanceof api.Refusal) change({ unread: true });
    throw problem;
  }
  if (turn !== reading) return;
  if (!found.scenario) change({ view: 'text' });
  takeUpWork(view);
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

/** Takes up what was there before the page was left. @returns {Promise<boolean>} whether there was something */
export async function restore() {
  const found = await left();
  if (!found) return false;
  turnTo(found.draft);
  await load(found.name, found.text, found.view);
  return true;
}

/** Opens the draft that the address names when it is changed by hand or by a link. */
export async function openNamed() {
  const id = named();
  if (!state.loaded || !id || id === present().id) return;
  address(); // until it is there
  const found = await fetched(id);
  if (!found) {
    change({ refusal: words.refusal.gone });
    return;
  }
  leave();
  turnTo(found.draft);
  await load(found.name, found.text, found.view);
}

/** After the server was lost: sends what waits. */
export function resume() {
  if (waiting.length) void sendEdits();
  else if (state.loaded && !state.scenario) void read();
  saveAgain();
}
