// @ts-check
import { day, percent } from '../numbers.js';
import { DRAFTED, at, bandOf, headline, known, state } from '../state.js';
import { words } from '../words.js';
import { apart, band, curve, frame, kept, safe, shareAxis, timeAxis, tooltip } from './frame.js';
import { CLOCKS, PROPOSALS, color } from './palette.js';

/** @typedef {import('../state.js').Clock} Clock */

/** @returns {{name: string, clock: Clock, words: string, look: any, points: import('../state.js').Point[]}[]} */
function lines() {
  const found = [];
  if (state.clock === 'all') {
    const best = known(state.active);
    for (const clock of /** @type {Clock[]} */ (['breach', 'clash', 'exit'])) {
      const points = best?.survival[clock];
      if (points) found.push({ name: state.active, clock, words: words.clock[clock], look: CLOCKS[clock], points });
    }
    return found;
  }
  for (const [place, name] of state.shown.entries()) {
    const best = known(name);
    const points = best?.survival[state.clock];
    if (points) found.push({ name, clock: state.clock, words: words.proposal(name), look: PROPOSALS[place], points });
  }
  return found;
}

/** @param {any[]} points @returns {number|null} the first year below one half */
const half = (points) => points.find((p) => p.probability < 0.5)?.years ?? null;

/** @returns {any[]} what the chart is made from */
const parts = () => [
  state.clock, state.active, state.scenario, state.bands, state.answers.get(DRAFTED),
  ...state.shown.flatMap((name) => { const of = state.copies.get(name) ?? name; return [name, state.trials.get(of), state.answers.get(of)]; }),
  ...state.answers.values(),
];

export const survivalChart = kept(chart, parts);

/** @returns {import('./frame.js').Chart|null} */
function chart() {
  const drawn = lines();
  const best = known(state.active);
  if (!drawn.length || !best) return null;
  const horizon = drawn[0].points[drawn[0].points.length - 1].years;
  const start = Number(state.scenario.start.slice(0, 4)) + (Number(state.scenario.start.slice(5, 7)) - 1) / 12;
  const head = headline(best.survival);
  const clock = state.clock === 'all' ? head.clock : state.clock;
  const own = best.survival[clock] ?? best.survival[head.clock];
  const bands = drawn.filter((line) => banded(line, drawn.length, clock)).map((line) => ({ line, found: bandOf(line.name, line.clock) })).filter((b) => b.found);
  const tall = (/** @type {number} */ width) => (width < 480 ? 270 : width < 760 ? 330 : 380);
  const ends = drawn.map((line) => line.points[line.points.length - 1].probability);
  return {
    height: tall,
    option: (width) => frame({
      grid: { left: 44, right: width < 480 ? 44 : 56, top: 34, bottom: 44 },
      xAxis: timeAxis(horizon, start),
      yAxis: shareAxis(words.survival.axis),
      tooltip: { ...tooltip(), trigger: 'axis', formatter: (/** @type {any[]} */ hits) => hint(hits, drawn, start) },
      series: [
        ...bands.flatMap(({ line, found }) => band(line.look.color, edge(/** @type {any} */ (found).band))),
        ...drawn.map((line, i) => curve(line.look, {
          shift: apart(ends, tall(width) - 78)[i],
          name: line.words,
          points: line.points.map((p) => [p.years, p.probability]),
          label: percent(ends[i]),
        })),
        ...happened(horizon),
      ],
    }),
    keys: [
      ...drawn.map((line) => ({ words: line.words, color: line.look.color, dash: line.look.dash, symbol: line.look.symbol })),
    ],
    table: table(drawn, horizon),
    reading: words.survival.half(state.active, own === best.survival[clock] ? clock : head.clock, half(own ?? []), horizon),
  };
}

/** @param {any} line @param {number} count @param {Clock} clock @returns {boolean} whether its band is drawn */
function banded(line, count, clock) {
  if (state.clock === 'all') return line.clock === clock;
  return count <= 2 || line.name === state.active;
}

/** @param {any[]} years @returns {[number, number, number][]} from certainty at the signature */
const edge = (years) => [[0, 1, 1], ...years.map((y) => /** @type {[number, number, number]} */ ([y.years, y.low, y.high]))];

/** @param {number} horizon @returns {any[]} a line where history did what it did */
function happened(horizon) {
  const history = state.answers.get(DRAFTED)?.json.history;
  const held = history?.yearsHeld;
  if (!held || held > horizon || state.active !== DRAFTED) return [];
  return [{
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', silent: true, animation: false,
      lineStyle: { color: color('soft'), type: [2, 3], width: 1 },
      label: {
        formatter: words.survival.happened(history.outcome, history.on ? day(history.on) : ''),
        position: held > horizon / 2 ? 'insideEndTop' : 'insideEndBottom', rotate: 0, align: held > horizon / 2 ? 'right' : 'left',
        color: color('soft'), fontSize: 11, offset: held > horizon / 2 ? [-6, 12] : [6, 12],
      },
      data: [{ xAxis: held }],
    },
  }];
}

/** @param {any[]} hits @param {any[]} drawn @param {number} start @returns {string} */
function hint(hits, drawn, start) {
  if (!hits.length) return '';
  const year = hits[0].value[0];
  const rows = drawn.map((line) => `${safe(line.words)}: <b>${percent(at(line.points, year))}</b>`);
  return [`${Math.floor(start + year)} (+${year})`, ...rows].join('<br>');
}

/** @param {any[]} drawn @param {number} horizon @returns {import('./frame.js').Table} */
function table(drawn, horizon) {
  const years = Array.from({ length: Math.floor(horizon) + 1 }, (_, i) => i);
  const columns = [words.survival.years];
  const bands = drawn.map((line) => bandOf(line.name, line.clock));
  for (const [i, line] of drawn.entries()) {
    columns.push(line.words);
    if (bands[i]) columns.push(`${line.words}: ${words.survival.low}`, `${line.words}: ${words.survival.high}`);
  }
  const rows = years.map((year) => {
    /** @type {(string|number)[]} */
    const row = [year];
    for (const [i, line] of drawn.entries()) {
      row.push(percent(at(line.points, year)));
      const b = bands[i]?.band.find((/** @type {any} */ y) => y.years === year);
      if (bands[i]) row.push(b ? percent(b.low) : year === 0 ? '100%' : '', b ? percent(b.high) : year === 0 ? '100%' : '');
    }
    return row;
  });
  return { columns, rows };
}
