import { distanceExpansion, solvedInnerProduct } from '../../src/descent/step-identities.ts';
import { scalar, vector } from '../kernel/symbolic.ts';
import { theorem } from '../theorem/theorem.ts';

const theta = vector('theta');
const eta = scalar('eta');
const g = vector('g');
const target = vector('c');

/** The distance to any comparator c after one step. */
export const distanceExpansionTheorem = theorem(
  {
    id: 'distance-expansion',
    laws: ['sgd.expand'],
    cites: [{ article: '9902', equations: [10] }],
    states: String.raw`\|\theta-\eta g-c\|^2=\|\theta-c\|^2-2\eta(\theta-c)\cdot g+\eta^2\|g\|^2`,
    scope: 'all dimensions',
  },
  (F) => [{ name: 'expansion of the square', ...distanceExpansion(F, theta, eta, g, target) }],
);

/** A-(10) solved for the inner product. */
export const solvedInnerProductTheorem = theorem(
  {
    id: 'solved-inner-product',
    laws: ['sgd.solve'],
    cites: [{ article: '9902', equations: [11] }],
    states: String.raw`(\theta-c)\cdot g=\frac{\|\theta-c\|^2}{2\eta}-\frac{\|\theta-\eta g-c\|^2}{2\eta}+\frac{\eta\|g\|^2}{2}`,
    scope: 'all dimensions',
    leaves: 'The inequality that takes its place when the step is projected.',
  },
  (F) => [{ name: 'the inner product', ...solvedInnerProduct(F, theta, eta, g, target) }],
);
