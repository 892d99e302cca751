// @ts-check
import { percent, plain, signed } from '../numbers.js';
import { words } from '../words.js';
import { axis, frame, safe, tooltip, wrap } from './frame.js';
import { color } from './palette.js';

/** @param {any} repair @returns {string} */
export const changeWords = (repair) => (repair.changes.length ? repair.changes.map((/** @type {any} */ c) => c.words).join(' + ') : words.repairs.drafted);

/** @param {any} repair @returns {any} the numbers that count: those of fresh worlds, if there are any */
export const counted = (repair) => repair.fresh ?? repair.found;

/** @param {any} found a search for repairs @returns {any[]} without doubles */
export function repairsOf(found) {
  /** @type {Map<string, any>} */
  const all = new Map();
  for (const repair of [...found.single, ...found.front, ...found.unconfirmed]) all.set(changeWords(repair), repair);
  if (!all.size && found.closest) all.set(changeWords(found.closest), found.closest);
  return [...all.values()];
}

/** @param {any} found @returns {import('./frame.js').Chart} cost to guarantors against share of worlds reached */
export function frontChart(found) {
  const points = [found.draft, ...repairsOf(found)];
  const number = (/** @type {number} */ i) => (i === 0 ? words.repairs.drafted : `${i}`);
  return {
    height: (width) => (width < 480 ? 290 : 360),
    option: (width) => frame({
      grid: { left: 48, right: 28, top: 36, bottom: 48 },
      xAxis: axis({ type: 'value', name: words.repairs.x, nameLocation: 'middle', nameGap: 28, splitNumber: width < 480 ? 3 : 5, scale: true, axisLabel: { formatter: plain } }),
      yAxis: axis({ type: 'value', min: 0, max: 1, axisLine: { show: true, onZero: false, lineStyle: { color: color('rule') } }, name: words.repairs.y, nameLocation: 'end', nameTextStyle: { align: 'left', color: color('soft'), padding: [0, 0, 0, -40] }, splitLine: { show: true, lineStyle: { color: color('faint') } }, axisLabel: { formatter: (/** @type {number} */ v) => `${Math.round(100 * v)}%` } }),
      tooltip: { ...tooltip(), formatter: (/** @type {any} */ hit) => { const r = points[hit.dataIndex]; return `${safe(wrap(changeWords(r), 44)).replaceAll('\n', '<br>')}<br><b>${percent(counted(r).reaching.share)}</b>`; } },
      series: [{
        type: 'scatter',
        data: points.map((r, i) => ({
          value: [r.costToGuarantors, counted(r).reaching.share],
          symbol: i === 0 ? 'diamond' : r.changes.length > 1 ? 'rect' : 'circle', symbolSize: 15,
          itemStyle: { color: r.verdict === 'holds' ? color('q1') : color('paper'), borderColor: color(i === 0 ? 'q0' : 'q1'), borderWidth: 2.5 },
        })),
        label: { show: true, formatter: (/** @type {any} */ hit) => number(hit.dataIndex), position: 'right', color: color('ink'), fontSize: 12 },
        labelLayout: { moveOverlap: 'shiftY' },
        emphasis: { disabled: true },
        markLine: { symbol: 'none', silent: true, animation: false, lineStyle: { color: color('soft'), type: [6, 4] }, label: { show: false }, data: [{ yAxis: found.target.share }] },
      }],
    }),
    keys: points.slice(1).map((r, i) => ({ words: `${i + 1}: ${changeWords(r)}`, color: 'q1', symbol: r.changes.length > 1 ? 'rect' : 'circle' })),
    table: {
      columns: [words.repairs.change, words.repairs.steps, words.repairs.share, words.repairs.cost, words.repairs.state],
      rows: points.map((r) => [changeWords(r), r.steps, percent(counted(r).reaching.share), signed(r.costToGuarantors), words.repairs.verdicts[r.verdict] ?? r.verdict]),
    },
    reading: words.repairs.asDrafted(counted(found.draft).reaching),
  };
}
