// @ts-check
// Colors come from page.css, where light, dark and paper are told apart; dashes, markers and
// hatches say the same without color.

/** @param {string} name of a custom property without its dashes @returns {string} */
export const color = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** How a proposal is drawn, by its place: color, dash, marker. */
export const PROPOSALS = [
  { color: 'q0', dash: /** @type {any} */ ('solid'), symbol: 'circle' },
  { color: 'q1', dash: [9, 5], symbol: 'rect' },
  { color: 'q2', dash: [2, 4], symbol: 'triangle' },
  { color: 'q3', dash: [10, 4, 2, 4], symbol: 'diamond' },
];

/** How a clock is drawn when all three are shown for one proposal. */
export const CLOCKS = {
  breach: { color: 'q0', dash: 'solid', symbol: 'circle' },
  clash: { color: 'q1', dash: [9, 5], symbol: 'rect' },
  exit: { color: 'q2', dash: [2, 4], symbol: 'triangle' },
};

/** Line patterns of parties, by their place. */
export const PARTIES = [
  { color: 't1', dash: 'solid', symbol: 'circle' },
  { color: 't2', dash: [9, 5], symbol: 'rect' },
  { color: 't3', dash: [2, 4], symbol: 'triangle' },
  { color: 't4', dash: [10, 4, 2, 4], symbol: 'diamond' },
  { color: 't5', dash: [5, 3], symbol: 'pin' },
  { color: 't6', dash: [1, 3], symbol: 'arrow' },
];

/** Hatches, by the place of a cause; the first is plain. */
const HATCHES = [
  null,
  { dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -Math.PI / 4 },
  { dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { dashArrayX: [[2, 5], [0, 3.5, 2, 1.5]], dashArrayY: [3, 3], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: 0 },
  { dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 2 },
];

/** @param {number} place @returns {object|undefined} what ECharts calls a decal */
export function hatch(place) {
  const found = HATCHES[place % HATCHES.length];
  return found ? { symbol: 'rect', symbolSize: 1, color: color('paper'), ...found } : { symbol: 'none' };
}
