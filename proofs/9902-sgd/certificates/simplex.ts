import type { NonnegativeTerm } from '../../kernel/certificate.ts';

/**
 * For each path of the projection onto a simplex in the plane, why its linear goals follow from its decisions; `empty`
 * where they contradict each other. A goal that is not named here holds identically.
 */
export const certificates: Readonly<Record<string, Readonly<Record<string, readonly NonnegativeTerm[]>>>> = {
  '0000': { empty: [{ facts: ['case 3'] }] },
  '0001': { empty: [{ facts: ['case 3'] }] },
  '0010': { 'Π(x) 1': [{ facts: ['case 3'] }], 'below the threshold 2': [{ times: 2, facts: ['case 2'] }] },
  '0011': {
    'Π(x) 1': [{ facts: ['case 3'] }],
    'Π(x) 2': [{ facts: ['case 4'] }],
    'the sum is at least s': [{ facts: ['case 4'] }],
    'the sum is at most s': [{ times: 2, facts: ['case 2'] }],
  },
  '010': { empty: [{ facts: ['case 1'] }, { times: 2, facts: ['case 3'] }] },
  '011': { 'Π(x) 1': [{ facts: ['case 3'] }], 'Π(x) 2': [{ facts: ['case 2'] }] },
  '1000': { empty: [{ facts: ['case 4'] }] },
  '1001': { 'Π(x) 2': [{ facts: ['case 4'] }], 'below the threshold 1': [{ times: 2, facts: ['case 2'] }] },
  '1010': { empty: [{ facts: ['case 4'] }] },
  '1011': {
    'Π(x) 1': [{ facts: ['case 3'] }],
    'Π(x) 2': [{ facts: ['case 4'] }],
    'the sum is at least s': [{ facts: ['case 3'] }],
    'the sum is at most s': [{ times: 2, facts: ['case 2'] }],
  },
  '110': { empty: [{ facts: ['case 1'] }, { times: 2, facts: ['case 3'] }] },
  '111': { 'Π(x) 1': [{ facts: ['case 2'] }], 'Π(x) 2': [{ facts: ['case 3'] }] },
};
