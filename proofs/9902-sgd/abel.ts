import { abelClose, abelSummation } from '../../src/descent/step-identities.ts';
import { scalar, scalars } from '../kernel/symbolic.ts';
import { theorem } from '../theorem/theorem.ts';

const horizons = [1, 2, 3, 4, 5, 6, 7, 8];

/** Summation by parts with free a_t and η_t. */
export const abelSummationTheorem = theorem(
  {
    id: 'abel-summation',
    laws: ['sgd.abel'],
    cites: [{ article: '9902', equations: [14] }],
    states: String.raw`\sum_{t=1}^T\frac{a_t-a_{t+1}}{2\eta_t}=\frac{a_1}{2\eta_1}-\frac{a_{T+1}}{2\eta_T}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)a_t`,
    scope: 'T <= 8',
  },
  (F) => horizons.map((T) => ({ name: `T = ${T}`, ...abelSummation(F, scalars('a', T + 1), scalars('eta', T)) })),
);

/** The telescoping sum that ends A-(14), with free η_t and D². */
export const abelCloseTheorem = theorem(
  {
    id: 'abel-close',
    laws: ['sgd.abel-close'],
    cites: [{ article: '9902', equations: [14] }],
    states: String.raw`\frac{D^2}{2\eta_1}+\sum_{t=2}^T\Big(\frac1{2\eta_t}-\frac1{2\eta_{t-1}}\Big)D^2=\frac{D^2}{2\eta_T}`,
    scope: 'T <= 8',
  },
  (F) => horizons.map((T) => ({ name: `T = ${T}`, ...abelClose(F, F.square(scalar('D')), scalars('eta', T)) })),
);
