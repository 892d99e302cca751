// @ts-check
// A chart as SVG, PNG and CSV, made in the browser.

import * as echarts from 'echarts';
import { safe } from './frame.js';
import { color } from './palette.js';

/** @param {import('./frame.js').Chart} chart @param {string} title @param {number} [width] @returns {string} SVG text */
export function asSvg(chart, title, width = 900) {
  const height = chart.height(width);
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  drawing.setOption({ ...chart.option(width), animation: false, backgroundColor: color('paper') });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg.replace(/^(<svg[^>]*>)/, (start) => `${start}<title>${safe(title)}</title>`);
}

/** @param {string} svg @returns {Promise<Blob>} twice the size, for print and slides */
export async function asPng(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {import('./frame.js').Table} table @param {string} separator @returns {string} RFC 4180 */
export function asText(table, separator) {
  const cell = (/** @type {string|number} */ value) => {
    const text = String(value).replaceAll('\u2212', '-');
    return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.columns, ...table.rows].map((row) => row.map(cell).join(separator)).join('\r\n') + '\r\n';
}

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @param {Promise<Blob>|null} picture @param {string} text @returns {Promise<void>} */
export async function copy(picture, text) {
  /** @type {Record<string, any>} */
  const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (picture) parts['image/png'] = picture;
  await navigator.clipboard.write([new ClipboardItem(parts)]);
}
