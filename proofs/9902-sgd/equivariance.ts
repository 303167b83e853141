import { formalSpace, scalar, vector } from '../kernel/symbolic.ts';
import { atMost } from '../theorem/statements.ts';
import { type Part, proved } from '../theorem/theorem.ts';
import { obtuse } from './nearest-point.ts';

const [phi, projection] = [vector('phi'), vector('P')];
const { minus, of, squaredNorm } = formalSpace;

const vectorsMeet: Part = {
  name: 'the two points are at distance zero',
  argue: ({ F }) => {
    const [Q, v, s] = [vector('Q'), vector('v'), scalar('s')];
    const image = F.axpy(s, projection, v);
    const back = F.scale(F.div(F.one, s), F.minus(Q, v));
    return {
      assumes: [
        obtuse('A-(23) in the image', F.axpy(s, phi, v), Q, image, []),
        obtuse('A-(23) before', phi, projection, back, []),
      ],
      steps: [{ goal: atMost('no distance', squaredNorm(minus(Q, image)), of(0)) }],
    };
  },
  instances: [{ phi: [2, 0], P: [1, 0], s: 2, v: [1, 1], Q: [3, 1] }],
  needed: {
    'A-(23) in the image': { phi: [1], P: [1], s: 1, v: [0], Q: [0] },
    'A-(23) before': { phi: [1], P: [0], s: 1, v: [0], Q: [1] },
  },
};

const statement = {
  cites: [{ article: '9902', equations: [16], place: 'what follows from it' }],
  states: String.raw`\Pi_{s\Theta+v}(s\varphi+v)=s\,\Pi_\Theta(\varphi)+v\quad(s\ne0)`,
  scope: 'all dimensions',
  restsOn: ['obtuse-angle'],
} as const;

/** Uniqueness for two ways of projecting: P from φ, and Q, a point of sΘ + v, from sφ + v. */
export const translationTheorem = proved({ id: 'translation', laws: ['proj.translation'], ...statement }, [
  vectorsMeet,
]);

/** The same with s in view. */
export const scalingTheorem = proved(
  {
    id: 'scaling',
    laws: ['proj.scaling'],
    leaves: 'That doubles give the same at every scale they have.',
    ...statement,
  },
  [vectorsMeet],
);
