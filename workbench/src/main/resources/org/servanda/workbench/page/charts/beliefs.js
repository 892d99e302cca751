// @ts-check
import { percent } from '../numbers.js';
import { nameOf, placeOf, state } from '../state.js';
import { words } from '../words.js';
import { apart, band, curve, frame, kept, safe, shareAxis, timeAxis, tooltip } from './frame.js';
import { PARTIES } from './palette.js';

/** @param {any} answer @returns {import('./frame.js').Chart|null} one type per party: with two, the other is the rest */
function chart(answer) {
  const seen = new Set();
  const paths = answer.beliefs.filter((/** @type {any} */ path) => {
    const types = answer.beliefs.filter((/** @type {any} */ other) => other.party === path.party).length;
    if (path.points.length < 2 || (types === 2 && seen.has(path.party))) return false;
    seen.add(path.party);
    return true;
  });
  if (!paths.length) return null;
  const last = paths[0].points[paths[0].points.length - 1];
  const horizon = Math.ceil(last.years);
  const first = paths[0];
  const look = (/** @type {any} */ path) => PARTIES[placeOf(path.party) % PARTIES.length];
  const name = (/** @type {any} */ path) => words.beliefs.line(nameOf(path.party), path.type);
  const tall = (/** @type {number} */ width) => (width < 480 ? 250 : 300);
  const ends = paths.map((/** @type {any} */ p) => p.points[p.points.length - 1].mean);
  return {
    height: tall,
    option: (width) => frame({
      grid: { left: 44, right: 50, top: 34, bottom: 44 },
      xAxis: timeAxis(horizon, Number(answer.start.slice(0, 4))),
      yAxis: shareAxis(words.beliefs.axis),
      tooltip: {
        ...tooltip(), trigger: 'axis',
        formatter: (/** @type {any[]} */ hits) => {
          const year = hits[0]?.value[0] ?? 0;
          return [`+${year}`, ...paths.map((/** @type {any} */ p) => `${safe(name(p))}: <b>${percent(p.points.find((/** @type {any} */ q) => q.years === year)?.mean ?? 0)}</b>`)].join('<br>');
        },
      },
      series: [
        ...paths.flatMap((/** @type {any} */ p) => band(look(p).color, p.points.map((/** @type {any} */ q) => [q.years, q.low, q.high]))),
        ...paths.map((/** @type {any} */ p, /** @type {number} */ i) => curve(look(p), {
          shift: apart(ends, tall(width) - 78)[i],
          name: name(p), points: p.points.map((/** @type {any} */ q) => [q.years, q.mean]), label: percent(ends[i]),
        })),
      ],
    }),
    keys: paths.map((/** @type {any} */ p) => ({ words: name(p), color: look(p).color, dash: look(p).dash, symbol: look(p).symbol })),
    table: {
      columns: [words.survival.years, ...paths.flatMap((/** @type {any} */ p) => [words.beliefs.low, words.beliefs.mean, words.beliefs.high].map((w) => `${name(p)}, ${w}`))],
      rows: first.points
        .map((/** @type {any} */ point, /** @type {number} */ i) => ({ point, i }))
        .filter((/** @type {any} */ { point }) => Number.isInteger(point.years))
        .map((/** @type {any} */ { point, i }) => [point.years, ...paths.flatMap((/** @type {any} */ p) => (p.points[i] ? [p.points[i].low, p.points[i].mean, p.points[i].high].map(percent) : ['', '', '']))]),
    },
    reading: words.beliefs.reading(nameOf(first.party), first.type, first.points[0].mean, last.mean, last.years),
  };
}

export const beliefsChart = kept(chart, (/** @type {any} */ answer) => [answer, state.scenario?.title, ...(state.scenario?.parties.map((/** @type {any} */ p) => p.name) ?? [])]);
