// @ts-check
// What the page knows, and who hears when it changes.

export const DRAFTED = 'as drafted';
export const MOST_SHOWN = 4;

/**
 * @typedef {{years: number, probability: number}} Point
 * @typedef {{breach: Point[]|null, clash: Point[]|null, exit: Point[]|null}} Survival
 * @typedef {'breach'|'clash'|'exit'} Clock
 * @typedef {{version: number, survival: Survival, values: {party: string, value: number}[], measures: any}} Trial
 * @typedef {{version: number, json: any, job: string}} Answer
 * @typedef {{version: number, shown: string[], json: any, finished: boolean}} Bands
 * @typedef {{id: string, kind: string, what: string, version: number, draft: object|null, share: number, stage: string, secondsLeft: number|null}} Task
 * @typedef {{line: number, column: number, path: string, what: string, value?: string, try: string}} Problem
 */

const state = {
  /** Whether a text was opened; it can be empty. */
  loaded: false,
  /** Name of the file the text would be saved as. */
  name: '',
  text: '',
  /** Counts every change of the text; a result belongs to one version. */
  version: 0,
  /** @type {any} what the text says, null until it was read; kept while the text has problems */
  scenario: null,
  /** @type {Problem[]} */
  problems: [],
  /** @type {Problem[]} what is wrong with alternatives, which are left out; all else can be solved */
  notes: [],
  /** @type {string[]} proposals side by side, in the order they were put there */
  shown: [DRAFTED],
  active: DRAFTED,
  /** @type {Map<string, string>} copies that say the same as their original still, and which that is */
  copies: new Map(),
  /** @type {Clock|'all'} */
  clock: 'all',
  /** @type {'clauses'|'text'} */
  view: 'clauses',
  /** @type {Map<string, Trial>} */
  trials: new Map(),
  /** @type {Map<string, Answer>} */
  answers: new Map(),
  /** @type {Bands|null} */
  bands: null,
  /** @type {{version: number, json: any, job: string}|null} */
  repair: null,
  /** @type {Map<string, Task>} running work, by what it is for: answer, study, repair, literature */
  tasks: new Map(),
  /** Whether the reader stopped the work that follows a change. */
  stopped: false,
  reachable: true,
  /** @type {{what: string, try: string}|null} what the server refused last */
  refusal: null,
  /** @type {{version: number, proposal: string, html: string}|null} what printing gives */
  report: null,
  /** @type {{what: string, try: string}|null} why the draft is not kept on the server */
  unsaved: null,
  /** @type {string|null} id of the draft beside which this text is kept, because it was changed elsewhere */
  beside: null,
  /** Whether the server refused to read the text at all. */
  unread: false,
  /** Whether the server asks for a token; wrong if it refused the one it was given. @type {'missing'|'wrong'|null} */
  token: null,
  /** @type {Record<string, {value: number, source: string|null}>} values moved by hand, as they were before, by dial */
  opened: {},
  /** @type {string[]} names of the principals when the text was opened */
  principals: [],
  /** @type {any[]} */
  catalog: [],
  /** @type {any[]} */
  literature: [],
  /** @type {Map<string, any>} results of reproductions, by id */
  reproduced: new Map(),
  /** @type {any} the panel that explains a number, null when closed */
  panel: null,
  /** Whether the catalogue is open. */
  choosing: false,
  undoable: false,
  /** What a screen reader is told. */
  spoken: '',
};

export { state };

/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener @returns {() => void} call it to stop listening */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param {Partial<typeof state>} [patch] */
export function change(patch = {}) {
  Object.assign(state, patch);
  for (const listener of listeners) listener();
}

/** @returns {string[]} names of the two principals, in the order of the file */
export const principals = () =>
  (state.scenario?.parties ?? []).filter((/** @type {any} */ p) => p.role === 'principal').map((/** @type {any} */ p) => p.name);

/** @returns {boolean} whether the principals have each other's names */
export function swapped() {
  const [first, second] = principals();
  return first !== second && first === state.principals[1] && second === state.principals[0];
}

/** @param {string} party key @returns {string} */
export const nameOf = (party) =>
  state.scenario?.parties.find((/** @type {any} */ p) => p.key === party)?.name ?? party;

/** @param {string} party key @returns {number} its place in the file */
export const placeOf = (party) =>
  Math.max(0, state.scenario?.parties.findIndex((/** @type {any} */ p) => p.key === party) ?? 0);

/** @param {string} proposal @returns {any} what the text says on it, null if it is gone */
export function proposalOf(proposal) {
  const from = state.copies.get(proposal);
  const found = state.scenario?.proposals.find((/** @type {any} */ p) => p.name === (from ?? proposal)) ?? null;
  return found && from !== undefined ? { ...found, name: proposal } : found;
}

/**
 * The best that is known on a proposal: the full answer if it belongs to this text, else the quick
 * one if it does, else whatever is newest, marked as stale.
 * @param {string} proposal
 * @returns {{survival: Survival, values: {party: string, value: number}[], from: 'answer'|'trial', stale: boolean}|null}
 */
export function known(proposal) {
  const from = state.copies.get(proposal);
  if (from !== undefined) return known(from);
  const own = state.answers.get(proposal);
  const answer = own?.version === state.version ? own : (beside(proposal) ?? own);
  const trial = state.trials.get(proposal);
  const now = state.version;
  const hasProblems = state.problems.length > 0;
  if (answer && answer.version >= (trial?.version ?? -1)) {
    return { survival: answer.json.survival, values: means(answer.json.values), from: 'answer', stale: hasProblems || answer.version !== now };
  }
  if (trial) {
    return { survival: trial.survival, values: trial.values, from: 'trial', stale: hasProblems || trial.version !== now };
  }
  return null;
}

/**
 * The full answer to one proposal holds the curves of all others, solved on the same fine grid.
 * @param {string} proposal @returns {Answer|undefined}
 */
function beside(proposal) {
  for (const answer of state.answers.values()) {
    const other = answer.version === state.version && answer.json.alternatives.find((/** @type {any} */ a) => a.name === proposal);
    if (other) return { version: answer.version, json: other, job: answer.job };
  }
  return undefined;
}

/** @param {any[]} values of an answer @returns {{party: string, value: number}[]} mean per party */
function means(values) {
  return values
    .filter((v) => v.type === undefined || v.type === 'all' || values.filter((w) => w.party === v.party).length === 1)
    .map((v) => ({ party: v.party, value: v.value }));
}

/** @param {Point[]} curve @param {number} years @returns {number} straight between points */
export function at(curve, years) {
  const after = curve.findIndex((p) => p.years >= years);
  if (after < 0) return curve[curve.length - 1].probability;
  if (after === 0) return curve[0].probability;
  const [a, b] = [curve[after - 1], curve[after]];
  return a.probability + ((b.probability - a.probability) * (years - a.years)) / (b.years - a.years);
}

/**
 * The number that stands in the first sentence: no material breach for ten years, or to the horizon
 * if that is shorter; no clash where nothing is signed.
 * @param {Survival} survival @returns {{clock: Clock, years: number, probability: number}}
 */
export function headline(survival) {
  const clock = survival.breach ? 'breach' : 'clash';
  const curve = /** @type {Point[]} */ (survival[clock]);
  const years = Math.min(10, curve[curve.length - 1].years);
  return { clock, years, probability: at(curve, years) };
}

/** Fewer worlds say nothing about how far they differ. */
const FEWEST_WORLDS = 8;

/** @returns {number} plausible worlds in which all that is shown is solved */
export function solvedWorlds() {
  const { json, finished } = state.bands ?? {};
  if (!json) return 0;
  return finished ? json.worlds : Math.floor((json.worlds * json.finished) / json.experiments);
}

/** @param {string} proposal @param {Clock} clock @returns {{band: any[], finished: boolean, stale: boolean}|null} */
export function bandOf(proposal, clock) {
  const of = state.copies.get(proposal) ?? proposal;
  const variant = state.bands?.json?.variants?.find((/** @type {any} */ v) => v.name === of);
  const band = variant?.survival?.[clock];
  if (!state.bands || !band?.length || solvedWorlds() < FEWEST_WORLDS) return null;
  return { band, finished: state.bands.finished, stale: state.bands.version !== state.version };
}

/** @returns {any[]} estimates that a study found to drive the answer, strongest first */
export const drivers = () => (state.bands?.json?.drivers ?? []).filter((/** @type {any} */ d) => d.told);

/** @param {string} key @returns {any} the estimate of the text or of the full answer with this key */
export function estimateOf(key) {
  return state.scenario?.estimates.find((/** @type {any} */ e) => e.key === key) ?? null;
}

/** @param {any} estimate @returns {string} what it is, and of whom */
export function estimateWords(estimate) {
  const [first, second] = state.scenario?.parties.filter((/** @type {any} */ p) => p.role === 'principal') ?? [];
  const said = estimate.words.replace(/\.$/, '').replace('the first principal over the second', `${first?.name} over ${second?.name}`)
    .replace('the first principal relative to the second', `${first?.name} relative to ${second?.name}`).replace('the first principal', first?.name);
  const what = said[0].toUpperCase() + said.slice(1);
  return estimate.party ? `${what} (${nameOf(estimate.party)})` : what;
}
