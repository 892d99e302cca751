// @ts-check
import { percent } from '../numbers.js';
import { at, headline, nameOf, placeOf, state } from '../state.js';
import { words } from '../words.js';
import { area, frame, kept, milestones, safe, shareAxis, timeAxis, tooltip } from './frame.js';
import { PARTIES, color, hatch } from './palette.js';

const MOST = 6;

/** @param {any} cause @returns {string} its party first */
const inWords = (cause) => (cause.party === null ? cause.mechanism : `${nameOf(cause.party)}: ${cause.mechanism}`);

/** @param {any[]} all @returns {any[]} the largest, and the rest as one */
function shorten(all) {
  if (all.length <= MOST) return all;
  const kept = all.slice(0, MOST - 1);
  const rest = all.slice(MOST - 1);
  const byYear = rest[0].byYear.map((/** @type {any} */ p, /** @type {number} */ i) => ({
    years: p.years, probability: rest.reduce((sum, c) => sum + c.byYear[i].probability, 0),
  }));
  return [...kept, { party: null, mechanism: words.causes.others(rest.length), byYear, probability: byYear[byYear.length - 1].probability, rest: true }];
}

/** @param {any} answer @returns {import('./frame.js').Chart|null} */
function chart(answer) {
  const { clock } = headline(answer.survival);
  const all = answer.causes
    .filter((/** @type {any} */ c) => c.clock === clock && c.probability > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => b.probability - a.probability);
  if (!all.length) return null;
  const shown = shorten(all);
  const looks = shown.map((cause, i) => ({
    color: cause.party === null ? 't6' : PARTIES[placeOf(cause.party) % PARTIES.length].color,
    hatch: i, // its own, because two parties can look alike in grey
  }));
  /** @type {[number, number, number][][]} one above the other: years, low, high */
  const layers = [];
  for (const cause of shown) {
    const below = layers[layers.length - 1];
    layers.push(cause.byYear.map((/** @type {any} */ p, /** @type {number} */ k) => [p.years, below?.[k][2] ?? 0, (below?.[k][2] ?? 0) + p.probability]));
  }
  const horizon = all[0].byYear[all[0].byYear.length - 1].years;
  const start = Number(answer.start.slice(0, 4));
  return {
    height: (width) => (width < 480 ? 260 : 330),
    option: () => frame({
      grid: { left: 44, right: 24, top: 34, bottom: 44 },
      xAxis: timeAxis(horizon, start),
      yAxis: shareAxis(words.causes.axis),
      tooltip: {
        ...tooltip(), trigger: 'axis',
        formatter: (/** @type {any[]} */ hits) =>
          [`+${hits[0]?.value[0]}`, ...shown.map((c) => `${safe(inWords(c))}: <b>${percent(at(c.byYear, hits[0]?.value[0] ?? 0))}</b>`).reverse()].join('<br>'),
      },
      series: shown.flatMap((cause, i) => [
        area(layers[i], { fill: color(looks[i].color), decal: hatch(looks[i].hatch) }, { name: `area ${i}` }),
        {
          type: 'line', name: inWords(cause), symbol: 'none', z: 2, data: layers[i].map(([x, , high]) => [x, high]),
          lineStyle: { width: 1, color: color('paper') }, emphasis: { disabled: true },
        },
      ]),
    }),
    keys: shown.map((cause, i) => ({ words: `${inWords(cause)} ${percent(cause.probability)}`, color: looks[i].color, hatch: looks[i].hatch, area: true })).reverse(),
    table: {
      columns: [words.causes.cause, ...milestones(horizon).map(words.causes.within)],
      rows: [
        ...all.map((/** @type {any} */ c) => [inWords(c), ...milestones(horizon).map((y) => percent(at(c.byYear, y)))]),
        [words.causes.never, ...milestones(horizon).map((y) => percent(at(answer.survival[clock], y)))],
      ],
    },
    reading: first(all),
  };
}

/** @param {any[]} all @returns {string} who moves first, as a sentence */
function first(all) {
  /** @type {Map<string, number>} */
  const byParty = new Map();
  for (const cause of all) byParty.set(cause.party ?? '', (byParty.get(cause.party ?? '') ?? 0) + cause.probability);
  const [[who, share]] = [...byParty].sort((a, b) => b[1] - a[1]);
  const sum = [...byParty.values()].reduce((a, b) => a + b, 0);
  return words.causes.reading(who ? nameOf(who) : words.causes.nobody, share / sum);
}

export const causesChart = kept(chart, (/** @type {any} */ answer) => [answer, state.scenario?.title, ...(state.scenario?.parties.map((/** @type {any} */ p) => p.name) ?? [])]);
