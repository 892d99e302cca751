// @ts-check
import { percent, range } from '../numbers.js';
import { at, estimateOf, estimateWords, headline, state } from '../state.js';
import { words } from '../words.js';
import { axis, frame, kept, safe, tooltip, wrap } from './frame.js';
import { color, hatch } from './palette.js';

const MOST = 12;

/** @param {string} key @returns {string} */
function inWords(key) {
  const estimate = estimateOf(key);
  return estimate ? estimateWords(estimate) : key;
}

/** @param {any} answer @returns {import('./frame.js').Chart|null} */
function chart(answer) {
  const all = [...answer.sensitivity].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  if (!all.length) return null;
  const head = headline(answer.survival);
  const clock = /** @type {import('../state.js').Clock} */ (all[0].clock);
  const base = at(answer.survival[clock] ?? answer.survival[head.clock], all[0].years);
  const shown = all.slice(0, MOST);
  const ends = shown.flatMap((s) => [s.low, s.high, base]);
  return {
    height: (width) => shown.length * (width < 480 ? 46 : 34) + 52,
    option: (width) => frame({
      grid: { left: width < 480 ? 140 : 290, right: 30, top: 24, bottom: 30 },
      xAxis: axis({ type: 'value', min: Math.max(0, Math.floor(Math.min(...ends) * 20 - 0.6) / 20), max: Math.min(1, Math.ceil(Math.max(...ends) * 20 + 0.6) / 20), splitNumber: width < 480 ? 3 : 5, splitLine: { show: true, lineStyle: { color: color('faint') } }, axisLabel: { formatter: percent, hideOverlap: true } }),
      yAxis: axis({ type: 'category', inverse: true, data: shown.map((s) => s.key), axisTick: { show: false }, axisLabel: { color: color('ink'), fontSize: 11.5, lineHeight: 13, formatter: (/** @type {string} */ key) => wrap(inWords(key), width < 480 ? 23 : 46) } }),
      tooltip: { ...tooltip(), formatter: (/** @type {any} */ hit) => { const s = shown[hit.dataIndex]; return s ? `${safe(inWords(s.key))}<br>${words.tornado.low}: <b>${percent(s.low)}</b><br>${words.tornado.high}: <b>${percent(s.high)}</b>` : ''; } },
      series: [{
        type: 'custom',
        data: shown.map((s, i) => [s.low, i, s.high]),
        encode: { x: [0, 2], y: 1 },
        renderItem: (/** @type {any} */ _, /** @type {any} */ api) => {
          const place = api.value(1);
          const [low, y] = api.coord([api.value(0), place]);
          const [high] = api.coord([api.value(2), place]);
          const [middle] = api.coord([base, place]);
          const half = (/** @type {number} */ x, /** @type {string} */ paint, /** @type {any} */ decal) => ({ type: 'rect', shape: { x: Math.min(x, middle), y: y - 8, width: Math.max(1, Math.abs(x - middle)), height: 16 }, style: { fill: color(paint), decal } });
          return { type: 'group', children: [half(low, 'q2', hatch(1)), half(high, 'q1', undefined)] };
        },
        markLine: { symbol: 'none', silent: true, animation: false, lineStyle: { color: color('ink'), type: 'solid', width: 1.2 }, label: { formatter: `${words.tornado.base} ${percent(base)}`, position: 'start', color: color('ink'), fontSize: 11.5, distance: 6 }, data: [{ xAxis: base }] },
      }],
    }),
    keys: [
      { words: words.tornado.low, color: 'q2', hatch: 1, area: true },
      { words: words.tornado.high, color: 'q1', hatch: 0, area: true },
    ],
    table: {
      columns: [words.tornado.what, words.tornado.ends, words.tornado.low, words.tornado.high, words.tornado.swing],
      rows: all.map((s) => {
        const e = estimateOf(s.key);
        return [inWords(s.key), e ? range(e.low, e.high, e.unit) : '', percent(s.low), percent(s.high), `${Math.round(100 * Math.abs(s.high - s.low))}`];
      }),
    },
    reading: words.tornado.reading(inWords(shown[0].key), shown[0].low, shown[0].high),
  };
}

export const tornadoChart = kept(chart, (/** @type {any} */ answer) => [answer, state.scenario?.title, ...(state.scenario?.parties.map((/** @type {any} */ p) => p.name) ?? [])]);
