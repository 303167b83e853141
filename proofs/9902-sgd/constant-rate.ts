import { constantRateGap } from '../../src/descent/step-identities.ts';
import { scalar } from '../kernel/symbolic.ts';
import { theorem } from '../theorem/theorem.ts';

const D = scalar('D');
const G = scalar('G');
const rootT = scalar('rootT');

/** The distance of A-(5) from equality is a square over 2Tη. */
export const constantRateGapTheorem = theorem(
  {
    id: 'constant-rate-gap',
    laws: ['sgd.amgm'],
    cites: [{ article: '9902', equations: [5] }],
    states: String.raw`\frac{D^2}{2T\eta}+\frac{G^2\eta}{2}-\frac{DG}{\sqrt T}=\frac{(D-G\eta\sqrt T)^2}{2T\eta}`,
    scope: 'all reals',
    leaves: 'That the square over 2Tη is nonnegative for T, η > 0, and zero only at η = D/(G√T).',
  },
  (F) => [{ name: 'the gap is a square', ...constantRateGap(F, { D, G, eta: scalar('eta'), rootT }) }],
);

/** A-(5) is an equality at η = D/(G√T): there the bound of A-(4) is the right-hand side of A-(6). */
export const constantRateEqualityTheorem = theorem(
  {
    id: 'constant-rate-equality',
    laws: ['sgd.amgm'],
    cites: [{ article: '9902', equations: [5, 6] }],
    states: String.raw`\eta=\frac{D}{G\sqrt T}\implies\frac{D^2}{2T\eta}+\frac{G^2\eta}{2}=\frac{DG}{\sqrt T}`,
    scope: 'all reals',
    leaves: 'That no other η > 0 gives equality, and that every other one gives more.',
  },
  (F) => {
    const eta = F.div(D, F.mul(G, rootT));
    return [{ name: 'no gap at the best rate', left: constantRateGap(F, { D, G, eta, rootT }).left, right: F.zero }];
  },
);
