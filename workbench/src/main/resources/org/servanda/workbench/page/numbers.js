// @ts-check
// Numbers as a reader wants them: rounded, with their unit, never rounded into a certainty.

/** @param {number} p a probability @returns {string} whole percent */
export function percent(p) {
  if (p <= 0) return '0%';
  if (p >= 1) return '100%';
  if (p < 0.005) return '<1%';
  return p >= 0.995 ? '>99%' : `${Math.round(100 * p)}%`;
}

/** @param {number} p a probability @returns {string} how many of a hundred */
export function ofHundred(p) {
  if (p > 0 && p < 0.005) return '<1';
  return p >= 0.995 && p < 1 ? '>99' : `${Math.round(100 * p)}`;
}

/** @param {string} text @returns {string} with true minus signs */
export const minus = (text) => text.replaceAll('-', '\u2212');

/** @param {number} value in stakes @returns {string} three decimals */
export const stakes = (value) => minus((value + 0).toFixed(3)).replace('\u22120.000', '0.000');

/** @param {number} value in stakes @returns {string} three decimals with a sign */
export function signed(value) {
  const text = value.toFixed(3);
  if (text === '-0.000' || text === '0.000') return '0.000';
  return value > 0 ? `+${text}` : minus(text);
}

/** @param {number} value @returns {string} three significant digits without useless zeros */
export function plain(value) {
  if (value === 0) return '0';
  const digits = Math.min(9, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  const text = value.toFixed(digits);
  return minus(text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
}

/** @type {Record<string, string>} */
const UNITS = {
  stake: ' stakes', '1/stake': ' per stake', ratio: ' to 1', 'log strength': ' log strength',
  'per year': ' per year', years: ' years', number: '', share: '%',
};

/** @param {number} value @param {string} unit @returns {string} with its unit in words */
export function quantity(value, unit) {
  return unit === 'share' ? `${plain(100 * value)}%` : plain(value) + (UNITS[unit] ?? ` ${unit}`);
}

/** @param {number} low @param {number} high @param {string} unit @returns {string} unit once */
export function range(low, high, unit) {
  const scale = unit === 'share' ? 100 : 1;
  return `${plain(scale * low)} \u2013 ${plain(scale * high)}${UNITS[unit] ?? ` ${unit}`}`;
}

/** @param {number} p @returns {string} odds such as `1 in 240`, to two significant digits */
export function oneIn(p) {
  const odds = 1 / p;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(odds)) - 1);
  return `1 in ${(Math.round(odds / scale) * scale).toLocaleString('en-US')}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {string} iso @returns {string} such as `5 December 1994` */
export const day = (iso) => DAY.format(new Date(`${iso}T00:00:00Z`));

/** @param {string} iso @returns {string} such as `December 1994` */
export const month = (iso) => MONTH.format(new Date(`${iso}T00:00:00Z`));

/** @param {string} text such as `1994-12-05: in force` @returns {string} its date readable */
export function dated(text) {
  const match = /^(\d{4}-\d{2}-\d{2})(:.*)$/s.exec(text);
  return match ? day(match[1]) + match[2] : text;
}

/** @param {number} years @returns {string} */
export const years = (years) => `${plain(years)} ${years === 1 ? 'year' : 'years'}`;

/** @param {number} seconds @returns {string} */
export function duration(seconds) {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}
