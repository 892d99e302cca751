// @ts-check
// Results, from quick to thorough. While something is dragged: trials on a coarse grid. When the
// hand rests: one full answer, then many plausible worlds. A change cancels what it makes stale.

import * as api from './api.js';
import { last, leftWork, present, refuse, save, settled } from './draft.js';
import { DRAFTED, change, known, headline, state } from './state.js';
import { words } from './words.js';

const REST = 400;
const WORLDS = 48;

/** @type {Map<string, number>} the version of the text that a proposal is being tried in */
const tried = new Map();

/** Whether a hand holds a slider. */
let held = false;

/** @param {boolean} is whether a hand holds a slider from now on */
export function hold(is) {
  held = is;
  hurry();
}

/** Gives up trials of earlier texts once the hand rests and its last change is written. */
function hurry() {
  if (!held && settled()) tryAll(true);
}

/**
 * Solves what is shown, coarsely. While a hand moves, every trial ends before the next begins, so
 * that something is seen; when it rests, those of earlier texts are given up.
 * @param {boolean} [rests]
 */
export function tryAll(rests = false) {
  if (state.problems.length || !state.scenario) return;
  const order = [state.active, ...state.shown.filter((name) => name !== state.active)];
  for (const name of order) {
    const version = tried.get(name);
    if (version === undefined || (rests && version < state.version)) void tryOne(name);
  }
}

/** @param {string} proposal */
async function tryOne(proposal) {
  let version = -1;
  try {
    while (needsTrial(proposal)) {
      version = state.version;
      tried.set(proposal, version);
      const got = await api.post('trials', { name: state.name, text: state.text, proposal, slot: `trial ${proposal}` });
      const newer = (state.trials.get(proposal)?.version ?? -1) < version;
      if (newer) {
        state.trials.set(proposal, { version, survival: got.survival, values: got.values, measures: got });
        change();
      }
      if (tried.get(proposal) !== version) return;
    }
  } catch (problem) {
    const superseded = problem instanceof api.Refusal && problem.status === 409;
    if (!superseded && !refuse(problem)) throw problem;
  } finally {
    if (tried.get(proposal) === version) tried.delete(proposal);
  }
}

/** @param {string} proposal */
function needsTrial(proposal) {
  const done = Math.max(state.trials.get(proposal)?.version ?? -1, state.answers.get(proposal)?.version ?? -1);
  return state.shown.includes(proposal) && !state.copies.has(proposal) && state.problems.length === 0 && done < state.version;
}

/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;

/** After every change: quick answers now, thorough ones when the hand rests. */
export function follow() {
  const search = state.tasks.get('repair');
  if (search && search.draft !== present()) void cancel('repair');
  for (const [track, { id, current }] of Object.entries(leftWork())) void takeUp(track, id, current);
  announce();
  tryAll();
  setTimeout(hurry);
  clearTimeout(timer);
  for (const track of ['answer', 'study']) {
    const task = state.tasks.get(track);
    if (task && task.version !== state.version) void cancel(track);
  }
  state.stopped = false;
  timer = setTimeout(rested, REST);
}

/** Thorough answers wait for quick ones: both would be slower together. */
function rested() {
  if (tried.size) timer = setTimeout(rested, REST / 4);
  else void refine();
}

/** Full answer for the proposal looked at, then plausible worlds for all that are shown. */
export async function refine() {
  if (state.problems.length || !state.scenario || !state.text) return;
  const version = state.version;
  tryAll();
  announce();
  const active = state.copies.get(state.active) ?? state.active;
  if (state.answers.get(active)?.version !== version) {
    if (!(await assess('full'))) return;
  }
  if (version === state.version && !state.stopped) await study();
}

/** @param {'full'|'sensitivity'} detail @returns {Promise<boolean>} whether it ended well */
export async function assess(detail) {
  const { version } = state;
  const active = state.copies.get(state.active) ?? state.active;
  const job = await run('answer', 'assessment', words.work.answer(active), { name: state.name, text: state.text, proposal: active, detail });
  if (!job) return false;
  const [json, html] = await results(job);
  state.answers.set(active, { version, json, job });
  change({ report: { version, proposal: active, html } });
  announce();
  return true;
}

/** Many plausible worlds for all that is shown; its result holds the full answer to the one looked at. */
export async function study() {
  const { version } = state;
  const first = state.copies.get(state.active) ?? state.active;
  const proposals = [first, ...state.shown.filter((name) => name !== first && !state.copies.has(name))];
  const known = state.bands;
  if (known?.finished && known.version === version && proposals.every((name) => known.shown.includes(name))) return;
  const put = (/** @type {any} */ json, /** @type {boolean} */ finished) => {
    if (version === state.version) change({ bands: { version, shown: proposals, json, finished } });
  };
  const job = await run('study', 'study', words.work.study(WORLDS),
    { name: state.name, text: state.text, proposals, worlds: WORLDS, seed: 1 }, (found) => put(found, false));
  if (!job) return;
  const [json, html] = await results(job);
  const moved = state.answers.get(first);
  if (moved?.version === version && moved.json.sensitivity.length) json.sensitivity = moved.json.sensitivity;
  state.answers.set(first, { version, json, job });
  put(json.worlds, true);
  change({ report: { version, proposal: first, html } });
  announce();
}

/** @param {string} job @returns {Promise<[any, string]>} its answer and its report */
const results = (job) => Promise.all([api.get(`jobs/${job}/result`), api.getText(`jobs/${job}/report`, 'text/html')]);

/** @param {string} target as `servanda repair --target` reads it @param {number} worlds */
export async function repair(target, worlds) {
  await repaired(state.version, run('repair', 'repair', words.work.repair, { name: state.name, text: state.text, target, worlds }));
}

/** @param {number} version @param {Promise<string|null>} running */
async function repaired(version, running) {
  const draft = present();
  const job = await running;
  if (!job) return;
  const json = await api.get(`jobs/${job}/result`);
  if (draft !== present()) return;
  change({ repair: { version, json, job } });
  save();
}

/**
 * Follows work again that was under way, or had ended, when the page was left.
 * @param {string} track @param {string} id @param {boolean} current whether it is about the text as it is
 */
async function takeUp(track, id, current) {
  if (state.tasks.get(track)) return;
  const version = current ? state.version : -1;
  try {
    if (track === 'repair') await repaired(version, run('repair', 'repair', words.work.repair, {}, undefined, { id, version }));
    if (track === 'literature') await reproduced(run('literature', 'reproduction', words.work.literature, {}, undefined, { id, version }));
  } catch (problem) {
    const gone = problem instanceof api.Refusal && (problem.status === 404 || problem.status === 409);
    if (!gone && !refuse(problem)) throw problem;
  }
}

/** @param {string} [id] of a published result; all without */
export async function reproduce(id) {
  await reproduced(run('literature', 'reproduction', words.work.literature, id ? { id } : {}));
}

/** @param {Promise<string|null>} running */
async function reproduced(running) {
  const job = await running;
  if (!job) return;
  const result = await api.get(`jobs/${job}/result`);
  for (const one of result.results) state.reproduced.set(`${one.id} ${one.title}`, one);
  change();
}

/** @type {Map<string, AbortController>} */
const streams = new Map();

/**
 * Runs a job and follows it to its end.
 * @param {string} track only one job of a track runs at a time
 * @param {string} kind @param {string} what it is, in words @param {any} request
 * @param {(found: any) => void} [onBands]
 * @param {{id: string, version: number}} [begun] if it was started before
 * @returns {Promise<string|null>} its id if it finished
 */
async function run(track, kind, what, request, onBands = () => {}, begun = undefined) {
  if (state.tasks.has(track)) await cancel(track);
  const stream = new AbortController();
  streams.set(track, stream);
  const version = begun?.version ?? state.version;
  /** @type {import('./state.js').Task} */
  const task = { id: begun?.id ?? '', kind, what, version, draft: track === 'literature' ? null : present(), share: 0, stage: '', secondsLeft: null };
  state.tasks.set(track, task);
  change();
  try {
    if (!begun) task.id = (await api.post('jobs', { kind, ...request }, { unless: stream.signal })).id;
    if (stream.signal.aborted) {
      void api.remove(`jobs/${task.id}`).catch(() => {});
      return null;
    }
    if (['repair', 'literature'].includes(track)) save();
    return (await ended(task, stream.signal, onBands)) === 'finished' ? task.id : null;
  } catch (problem) {
    if (begun && problem instanceof api.Refusal && problem.status === 404) return null;
    if (!stream.signal.aborted && !refuse(problem)) throw problem;
    return null;
  } finally {
    if (state.tasks.get(track) === task) {
      state.tasks.delete(track);
      if (['repair', 'literature'].includes(track) && task.id) save();
    }
    change();
  }
}

/** @param {any} task @param {AbortSignal} signal @param {(found: any) => void} onBands @returns {Promise<string>} state it ended in */
async function ended(task, signal, onBands) {
  for (let breaks = 0; !signal.aborted; breaks++) {
    try {
      for await (const { event, data } of api.events(`jobs/${task.id}/events`, signal)) {
        if (event === 'progress') {
          Object.assign(task, { share: data.share ?? task.share, stage: data.stage ?? '', secondsLeft: data.secondsLeft ?? null });
          change();
        } else if (event === 'bands') {
          onBands(data);
        } else if (event === 'end') {
          if (data.state === 'failed') change({ refusal: { what: data.problem?.detail ?? words.work.failed, try: data.problem?.try ?? words.refusal.reload } });
          return data.state;
        }
      }
    } catch (problem) {
      if (signal.aborted) return 'canceled';
      if (!(problem instanceof api.Unreachable)) throw problem;
    }
    await api.pause(Math.min(4000, 300 * 2 ** breaks)); // the stream broke: the job may well go on
  }
  return 'canceled';
}

/** @param {string} track */
export async function cancel(track) {
  const task = state.tasks.get(track);
  streams.get(track)?.abort();
  state.tasks.delete(track);
  change();
  if (task?.id) {
    try {
      await api.remove(`jobs/${task.id}`);
    } catch {
      // It ended by itself, or the server is gone and its work with it.
    }
  }
}

/** When the page is left: nobody waits for what follows a change any more. */
export function leave() {
  last();
  for (const track of ['answer', 'study']) {
    const id = state.tasks.get(track)?.id;
    if (id) void api.remove(`jobs/${id}`).catch(() => {});
  }
}

/** Stops the work that follows a change, until the next change. */
export function stop() {
  change({ stopped: true });
  void cancel('answer');
  void cancel('study');
}

let said = '';

/** Tells a screen reader the first sentence if it has become another one. */
export function announce() {
  const found = known(state.active);
  if (!found || found.stale) {
    if (said && state.spoken === said) change({ spoken: '' });
    said = '';
    return;
  }
  const head = headline(found.survival);
  const plain = `${words.verdict.phrase(head.probability, head.years, head.clock)} ${words.verdict.sentence(state.active, state.active === DRAFTED, head)}`;
  const sentence = found.from === 'answer' ? words.verdict.fullSaid(plain) : plain;
  if (sentence !== said) {
    said = sentence;
    change({ spoken: sentence });
  }
}
