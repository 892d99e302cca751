// @ts-check
import { percent, stakes } from '../numbers.js';
import { at, headline, known, nameOf, state } from '../state.js';
import { words } from '../words.js';
import { frame, kept, safe, tooltip, wrap } from './frame.js';
import { PARTIES, color } from './palette.js';

/** @returns {any[]} one row per proposal: those shown, then those the full answer knows */
function rows() {
  /** @type {any[]} */
  const found = [];
  for (const name of state.shown) {
    const best = known(name);
    if (best) found.push({ name, survival: best.survival, values: best.values, quick: best.from === 'trial', stale: best.stale });
  }
  const drafted = [...state.answers.values()].filter((a) => a.version === state.version);
  for (const answer of drafted) {
    for (const other of answer.json.alternatives) {
      if (found.some((row) => row.name === other.name)) continue;
      found.push({ name: other.name, survival: other.survival, values: other.values, quick: false, stale: false });
    }
  }
  return found.map((row) => ({ ...row, head: headline(row.survival) }));
}

export const comparedChart = kept(chart, () => [
  state.scenario, state.version,
  ...state.shown.flatMap((name) => { const of = state.copies.get(name) ?? name; return [name, state.trials.get(of), state.answers.get(of)]; }),
  ...state.answers.values(),
]);

/** @returns {import('./frame.js').Chart|null} dots in rows, one panel per measure, each with its own scale */
function chart() {
  const all = rows();
  if (all.length < 2) return null;
  const years = all[0].head.years;
  const parties = state.scenario.parties.map((/** @type {any} */ p) => p.key).filter((/** @type {string} */ key) => all.every((row) => row.values.some((/** @type {any} */ v) => v.party === key)));
  const panels = [
    { words: words.draft.lastYears('breach', years), color: 'ink', value: (/** @type {any} */ r) => r.head.probability, text: (/** @type {any} */ r) => percent(r.head.probability) + (r.head.clock === 'clash' ? words.compared.clashOnly : '') },
    ...parties.map((/** @type {string} */ key) => {
      const value = (/** @type {any} */ r) => r.values.find((/** @type {any} */ v) => v.party === key).value;
      const place = state.scenario.parties.findIndex((/** @type {any} */ p) => p.key === key);
      return { words: words.compared.worth(nameOf(key)), color: PARTIES[place % PARTIES.length].color, value, text: (/** @type {any} */ r) => stakes(value(r)) };
    }),
  ];
  const longest = [...all].sort((a, b) => b.head.probability - a.head.probability)[0];
  return {
    height: (width) => (columns(width, panels.length) === 1 ? panels.length * (all.length * 26 + 40) : Math.ceil(panels.length / columns(width, panels.length)) * (all.length * 28 + 52)),
    option: (width) => option(width, all, panels),
    keys: [],
    table: {
      columns: [words.compared.name, ...['breach', 'clash', 'exit'].map((c) => words.draft.lastYears(/** @type {any} */ (c), years)), ...parties.map((/** @type {string} */ k) => words.compared.worth(nameOf(k)))],
      rows: all.map((row) => [
        words.proposal(row.name),
        ...['breach', 'clash', 'exit'].map((c) => (row.survival[c] ? percent(at(row.survival[c], years)) : '')),
        ...parties.map((/** @type {string} */ k) => stakes(row.values.find((/** @type {any} */ v) => v.party === k).value)),
      ]),
    },
    reading: [
      words.compared.reading(longest.name, longest.head.probability, years),
      all.some((row) => row.head.clock === 'clash') ? words.compared.note : '',
      all.some((row) => row.quick) ? words.compared.mixed : '',
    ].filter(Boolean).join(' '),
  };
}

/** @param {number} width @param {number} panels @returns {number} */
const columns = (width, panels) => (width < 560 ? 1 : width < 900 ? Math.min(2, panels) : Math.min(4, panels));

/** @param {number} width @param {any[]} all @param {any[]} panels @returns {any} */
function option(width, all, panels) {
  const across = columns(width, panels.length);
  const narrow = across === 1;
  const label = narrow ? 128 : 150;
  const row = narrow ? 26 : 28;
  const head = 30;
  const height = all.length * row;
  const gap = 24;
  const panelWidth = (width - label - gap * (across - 1)) / across;
  const place = panels.map((_, i) => ({
    left: label + (i % across) * (panelWidth + gap),
    top: Math.floor(i / across) * (height + head + (narrow ? 10 : 22)) + head,
  }));
  return frame({
    title: panels.map((p, i) => ({ text: p.words, left: place[i].left, top: place[i].top - 24, padding: 0, textStyle: { fontSize: 12.5, fontWeight: 600, color: color(p.color) } })),
    grid: place.map((p) => ({ ...p, width: panelWidth, height })),
    xAxis: panels.map((p, i) => {
      const values = all.map(p.value);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const room = Math.max(1e-6, high - low) * 0.38;
      return { type: 'value', gridIndex: i, min: low - room, max: high + room, show: false };
    }),
    yAxis: panels.map((_, i) => ({
      type: 'category', gridIndex: i, inverse: true, data: all.map((r) => words.proposal(r.name)),
      axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: color('faint') } },
      axisLabel: { show: i % across === 0, color: color('ink'), fontSize: 12, formatter: (/** @type {string} */ n) => wrap(n, 20), lineHeight: 13 },
    })),
    tooltip: { ...tooltip(), formatter: (/** @type {any} */ hit) => `${safe(words.proposal(all[hit.dataIndex].name))}: <b>${panels[hit.seriesIndex].text(all[hit.dataIndex])}</b>` },
    series: panels.map((p, i) => ({
      type: 'custom', xAxisIndex: i, yAxisIndex: i, clip: false,
      data: all.map((r, j) => [p.value(r), j]),
      renderItem: (/** @type {any} */ _, /** @type {any} */ api) => {
        const j = api.value(1);
        const [x, y] = api.coord([api.value(0), j]);
        const [from] = api.coord([p.value(all[0]), j]);
        const paint = color(p.color);
        const left = x < from;
        return {
          type: 'group',
          children: [
            { type: 'line', shape: { x1: from, y1: y, x2: x, y2: y }, style: { stroke: paint, lineWidth: 2, opacity: 0.55 } },
            { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: j === 0 ? paint : color('paper'), stroke: paint, lineWidth: 2.5, lineDash: all[j].quick ? [2, 2] : null } },
            { type: 'text', style: { text: p.text(all[j]), x: left ? x - 10 : x + 10, y, align: left ? 'right' : 'left', verticalAlign: 'middle', fill: color('ink'), fontSize: 12, fontWeight: j === 0 ? 'bold' : 'normal' } },
          ],
        };
      },
    })),
  });
}

