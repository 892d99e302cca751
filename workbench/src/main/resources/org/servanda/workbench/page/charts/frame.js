// @ts-check
// What all charts share: type, axes, lines, bands. A chart is a plain description; chart-figure draws it.

import { color } from './palette.js';
import { words } from '../words.js';

/**
 * @typedef {{words: string, color: string, dash?: any, symbol?: string, hatch?: number, area?: boolean}} Key
 * @typedef {{columns: string[], rows: (string|number)[][]}} Table
 * @typedef {object} Chart
 * @property {(width: number) => any} option for ECharts
 * @property {(width: number) => number} height
 * @property {Key[]} keys
 * @property {Table} table
 * @property {string} reading one sentence
 */

/** Height of a label in pixels. */
const LINE = 14;

/** Without double quotes, which would end the style attribute that the library writes it into. */
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif";

/** @param {any} more @returns {any} an option with what all charts share */
export function frame(more) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    animationDuration: 0,
    animationDurationUpdate: still ? 0 : 120,
    textStyle: { fontFamily: FONT, color: color('ink'), fontSize: 12 },
    aria: { enabled: false },
    ...more,
  };
}

/** @returns {any} a tooltip in the page's colors */
export const tooltip = () => ({
  backgroundColor: color('paper'),
  borderColor: color('rule'),
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { color: color('ink'), fontFamily: FONT, fontSize: 12 },
  confine: true,
  transitionDuration: 0,
});

/** @param {any} [more] @returns {any} an axis */
export const axis = (more = {}) => ({
  axisLine: { show: true, lineStyle: { color: color('soft') } },
  axisTick: { show: true, lineStyle: { color: color('soft') } },
  axisLabel: { color: color('soft'), fontSize: 12, fontFamily: FONT, ...more.axisLabel },
  splitLine: { show: false, lineStyle: { color: color('faint') } },
  nameTextStyle: { color: color('soft'), fontSize: 12, fontFamily: FONT },
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'axisLabel')),
});

/** @param {number} horizon in years @param {number} start year of signature @returns {any} */
export function timeAxis(horizon, start) {
  const step = horizon > 30 ? 10 : horizon > 8 ? 5 : horizon > 3 ? 2 : 1;
  return axis({
    type: 'value',
    min: 0,
    max: horizon,
    interval: step,
    axisLabel: {
      formatter: (/** @type {number} */ year) => `${Math.floor(start + year)}\n${year === 0 ? '' : `+${year}`}`,
      lineHeight: 15,
      hideOverlap: true,
    },
  });
}

/** @param {string} name @returns {any} an axis of shares, 0 to 100 % */
export const shareAxis = (name) =>
  axis({
    type: 'value', min: 0, max: 1, interval: 0.25, name, nameLocation: 'end', nameGap: 12,
    nameTextStyle: { align: 'left', color: color('soft'), fontSize: 12, fontFamily: FONT, padding: [0, 0, 0, -30] },
    splitLine: { show: true, lineStyle: { color: color('faint') } },
    axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { formatter: (/** @type {number} */ share) => `${Math.round(100 * share)}%` },
  });

/** @param {any} look of the line @param {{name: string, points: [number, number][], label?: string, shift?: number, z?: number}} line @returns {any} */
export function curve(look, { name, points, label, shift = 0, z = 3 }) {
  const every = Math.max(1, Math.round(points.length / 5));
  return {
    type: 'line', name, data: points, z,
    showSymbol: true,
    symbol: look.symbol,
    symbolSize: (/** @type {any} */ _, /** @type {any} */ p) => (p.dataIndex % every === Math.floor(every / 2) ? 7 : 0),
    lineStyle: { color: color(look.color), width: 2.4, type: look.dash },
    itemStyle: { color: color(look.color), borderColor: color('paper'), borderWidth: 1 },
    emphasis: { disabled: true },
    endLabel: label ? { show: true, formatter: label, color: color('ink'), fontSize: 12, fontFamily: FONT, distance: 6, offset: [0, shift] } : undefined,
  };
}

/**
 * Keeps labels at the ends of lines apart.
 * @param {number[]} shares where the lines end @param {number} height of the plot in pixels
 * @returns {number[]} by how much each label is moved down
 */
export function apart(shares, height) {
  const places = shares.map((share, i) => ({ i, y: (1 - share) * height })).sort((a, b) => a.y - b.y || a.i - b.i);
  const moved = places.map((p) => p.y);
  for (let round = 0; round < 40; round++) {
    for (let k = 1; k < moved.length; k++) {
      const missing = LINE - (moved[k] - moved[k - 1]);
      if (missing > 0.1) {
        moved[k] += missing / 2;
        moved[k - 1] -= missing / 2;
      }
    }
  }
  const over = (moved[moved.length - 1] ?? 0) - height;
  const shifts = shares.map(() => 0);
  places.forEach((p, k) => { shifts[p.i] = moved[k] - Math.max(0, over) - p.y; });
  return shifts;
}

/**
 * An area between two edges; drawn by hand, because the library stacks along the first axis of numbers.
 * @param {[number, number, number][]} points years, low, high @param {any} style @param {any} [series] @returns {any}
 */
export const area = (points, style, series = {}) => ({
  type: 'custom', silent: true, clip: true, z: 1, data: [[points[0][0], points[0][1]]], tooltip: { show: false },
  renderItem: (/** @type {any} */ _, /** @type {any} */ api) => ({
    type: 'polygon',
    shape: { points: [...points.map(([x, low]) => api.coord([x, low])), ...points.toReversed().map(([x, , high]) => api.coord([x, high]))] },
    style,
  }),
  ...series,
});

/** @param {string} paint @param {[number, number, number][]} points years, low, high @returns {any[]} a shaded band with its edges */
export const band = (paint, points) => [area(points, { fill: color(paint), opacity: 0.15, stroke: color(paint), lineWidth: 0.8 })];

/** @param {number} horizon @returns {number[]} years to report */
export function milestones(horizon) {
  const found = [1, 5, 10, 20].filter((year) => year <= horizon);
  if (!found.length || found[found.length - 1] < Math.min(horizon, 20)) found.push(horizon);
  return found;
}

/** @param {string} text @returns {string} markup-safe, for tooltips */
export const safe = (text) =>
  text.replace(/[&<>"]/g, (c) => /** @type {any} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** @param {string} text @param {number} width in characters @returns {string} broken into lines */
export function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join('\n');
}

export const yearWord = words.figure.year;

/**
 * Keeps the last chart while nothing it is made from has become another thing, so that it is not
 * drawn again at every move of a hand elsewhere.
 * @template {any[]} A
 * @template R
 * @param {(...given: A) => R} make @param {(...given: A) => any[]} from what it is made from
 * @returns {(...given: A) => R}
 */
export function kept(make, from) {
  /** @type {any[]|null} */
  let before = null;
  /** @type {any} */
  let made;
  return (...given) => {
    const now = from(...given);
    if (!before || now.length !== before.length || now.some((part, i) => part !== /** @type {any[]} */ (before)[i])) {
      made = make(...given);
      before = now;
    }
    return made;
  };
}
