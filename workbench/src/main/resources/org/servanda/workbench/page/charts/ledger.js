// @ts-check
import { dated, percent, signed, stakes } from '../numbers.js';
import { nameOf, state } from '../state.js';
import { words } from '../words.js';
import { axis, frame, kept, safe, tooltip, wrap } from './frame.js';
import { color, hatch } from './palette.js';

const MOST = 7;

/** @param {any} ledger @returns {any[]} components that differ, the smallest added up as one */
function largest(ledger) {
  const all = ledger.components
    .filter((/** @type {any} */ c) => c.difference !== 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (all.length <= MOST) return all;
  const rest = all.slice(MOST - 1);
  return [...all.slice(0, MOST - 1), { name: words.ledger.rest(rest.length), difference: rest.reduce((/** @type {number} */ s, /** @type {any} */ c) => s + c.difference, 0) }];
}

/** @param {any} ledger @returns {import('./frame.js').Chart} running sums, ending in the slack */
function chart(ledger) {
  const parts = largest(ledger);
  let sum = 0;
  const bars = parts.map((part) => {
    const bar = { name: part.name, from: sum, to: sum + part.difference, value: part.difference };
    sum = bar.to;
    return bar;
  });
  bars.push({ name: words.ledger.sum, from: 0, to: sum, value: sum });
  return {
    height: (width) => bars.length * (width < 480 ? 42 : 34) + 46,
    option: (width) => frame({
      grid: { left: width < 480 ? 118 : 200, right: 62, top: 8, bottom: 38 },
      xAxis: axis({ type: 'value', name: words.ledger.axis, nameLocation: 'middle', nameGap: 26, splitLine: { show: true, lineStyle: { color: color('faint') } }, axisLabel: { formatter: (/** @type {number} */ v) => signed(v).replace(/0+$/, '').replace(/\.$/, ''), hideOverlap: true }, splitNumber: width < 480 ? 2 : 4 }),
      yAxis: axis({ type: 'category', inverse: true, data: bars.map((b) => b.name), axisTick: { show: false }, axisLine: { show: true, onZero: false, lineStyle: { color: color('rule') } }, axisLabel: { color: color('ink'), formatter: (/** @type {string} */ n) => wrap(n, width < 480 ? 18 : 32), lineHeight: 14 } }),
      tooltip: { ...tooltip(), formatter: (/** @type {any} */ hit) => `${safe(bars[hit.dataIndex].name)}: <b>${signed(bars[hit.dataIndex].value)}</b>` },
      series: [{
        type: 'custom',
        data: bars.map((b, i) => [b.from, i, b.to]),
        encode: { x: [0, 2], y: 1 },
        renderItem: (/** @type {any} */ _, /** @type {any} */ api) => {
          const place = api.value(1);
          const [x0, y] = api.coord([api.value(0), place]);
          const [x1] = api.coord([api.value(2), place]);
          const bar = bars[place];
          const total = place === bars.length - 1;
          return {
            type: 'group',
            children: [
              { type: 'rect', shape: { x: Math.min(x0, x1), y: y - 9, width: Math.max(1, Math.abs(x1 - x0)), height: 18 }, style: { fill: color(total ? 'ink' : bar.value >= 0 ? 't3' : 't2'), decal: total || bar.value >= 0 ? undefined : hatch(1) } },
              { type: 'text', style: { text: signed(bar.value), x: Math.max(x0, x1) + 6, y, verticalAlign: 'middle', fill: color('ink'), fontSize: 12, fontWeight: total ? 'bold' : 'normal' } },
            ],
          };
        },
      }],
    }),
    keys: [],
    table: {
      columns: [words.ledger.part, words.ledger.compliance, ledger.deviation, words.ledger.difference],
      rows: [
        ...ledger.components.map((/** @type {any} */ c) => [c.name, stakes(c.compliance), stakes(c.deviation), signed(c.difference)]),
        [words.ledger.sum, '', '', signed(sum)],
        ...ledger.moves.map((/** @type {any} */ m) => [`${words.ledger.move}: ${m.name}`, stakes(m.value), percent(m.probability), '']),
      ],
    },
    reading: `${words.ledger.reading(nameOf(ledger.party), ledger.type, ledger.deviation, sum)} ${words.ledger.situation(dated(ledger.situation), ledger.reached)}`,
  };
}

export const ledgerChart = kept(chart, (/** @type {any} */ ledger) => [ledger, state.scenario?.title, ...(state.scenario?.parties.map((/** @type {any} */ p) => p.name) ?? [])]);
