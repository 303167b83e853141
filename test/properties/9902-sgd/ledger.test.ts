import { sgdLedger } from '../../../properties/9902-sgd/ledger.ts';
import { registry } from '../../../properties/9902-sgd/registry.ts';
import { testLedger } from '../ledger-checks.ts';

/** Every claim of article 9902, in its order: the specification of its laws. */
const CLAIMS = [
  'sgd.lln',
  'sgd.gap-reading',
  'sgd.regret-bound',
  'sgd.rhs-limit',
  'sgd.amgm',
  'sgd.case1',
  'sgd.sum-sqrt',
  'sgd.case2',
  'sgd.rate',
  'sgd.const-larger',
  'sgd.speed',
  'sgd.anytime-decrease',
  'sgd.no-argmin',
  'sgd.cvx',
  'sgd.expand',
  'sgd.solve',
  'sgd.step',
  'sgd.sum',
  'sgd.abel',
  'sgd.abel-bound',
  'sgd.abel-close',
  'sgd.combine',
  'sgd.posthoc',
  'proj.def',
  'proj.feasible',
  'proj.step',
  'proj.nonexp-point',
  'proj.min-segment',
  'proj.square',
  'proj.divide',
  'proj.obtuse',
  'proj.pyth',
  'sgd.final',
  'sgd.c-broq',
  'sgd.c-su',
];

testLedger(sgdLedger, { letter: 'A', equations: 24, claims: CLAIMS, registry });
