// @ts-check
// What the server refused, said so that it can be read.

import * as api from './api.js';
import { change } from './state.js';
import { words } from './words.js';

/** @param {unknown} problem @returns {boolean} whether it was shown */
export function refuse(problem) {
  if (problem instanceof api.Refusal) {
    if (problem.status === 401) change({ token: api.hasToken() ? 'wrong' : 'missing' });
    else change({ refusal: plainly(problem) });
    return true;
  }
  return problem instanceof api.Unreachable;
}

/**
 * @param {api.Refusal} refusal @returns {{what: string, try: string}} without the places of the request,
 * which the reader has never seen
 */
export function plainly(refusal) {
  const [, place, rest] = /^(\/[^\s:]*):?\s+(.*)$/s.exec(refusal.message) ?? [null, null, refusal.message];
  const part = place === null ? '' : `${words.refusal.parts[place.split('/')[1]] ?? words.refusal.part} `;
  const hint = refusal.problem.try ?? '';
  return { what: `${part}${rest}.`.replace(/\.\.$/, '.'), try: !hint || /\/api\/|^"|Authorization/.test(hint) ? words.refusal.reload : hint };
}
