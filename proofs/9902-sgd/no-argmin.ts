import { reference, type SgdParts, squaredDistances, trace } from '../../properties/9902-sgd/subject.ts';
import type { OnlineRun } from '../../properties/instances/descent/online-run.ts';
import type { Exact } from '../../src/scalar/exact.ts';
import type { Step } from '../kernel/argument.ts';
import type { Reader } from '../kernel/cases.ts';
import { formalSpace, scalar } from '../kernel/symbolic.ts';
import { induction } from '../theorem/induction.ts';
import { same } from '../theorem/statements.ts';
import { proved } from '../theorem/theorem.ts';
import { lawOf, lawTexts } from './law-texts.ts';
import { withModels } from './models.ts';

const { add, one, sub, zero } = formalSpace;

/** The law's run with so many steps of these rates. */
function valley(rates: readonly Exact[]): OnlineRun {
  const [shortest] = lawOf('sgd.no-argmin').instances.all as readonly OnlineRun[];
  const loss = shortest!.losses[0]!;
  return { ...shortest!, losses: rates.map(() => loss), schedule: { kind: 'sequence', rates } };
}

/** One step of the law's run from its start with any rate: it stays there, at distance 1 and no regret. */
function stay(use: SgdParts, { coordinates, number }: Reader) {
  const run = trace(coordinates, valley([number('eta')]), use);
  const [before, after] = squaredDistances(coordinates, run);
  const steps: readonly Step[] = [
    { goal: same('θ stays', run.iterates[1]![0]!, run.iterates[0]![0]!) },
    { goal: same('the distance before', before!, one) },
    { goal: same('the distance after', after!, one) },
  ];
  return { regret: sub(run.losses[0]!, run.comparatorLosses[0]!), steps };
}

/**
 * A run with no regret that gets no nearer to θ*, for all T and any rates. The invariant fixes θ, so that each step is
 * read at the point itself.
 */
export const noArgminTheorem = (use: SgdParts = reference) => {
  const { cites, states } = lawOf('sgd.no-argmin');
  return proved(
    { id: 'no-argmin', laws: ['sgd.no-argmin'], cites, states, scope: 'all T' },
    withModels('no-argmin', [
      ...induction({
        invariant: (_, { regrets }) => same('invariant', regrets, zero),
        before: () => ({ regrets: scalar('regrets') }),
        base: {
          first: (reader) => {
            const { regret, steps } = stay(use, reader);
            return { state: { regrets: regret }, assumes: [], steps };
          },
        },
        step: {
          next: (reader, { regrets }) => {
            const { regret, steps } = stay(use, reader);
            return { state: { regrets: add(regrets, regret) }, assumes: [], steps };
          },
        },
      }),
      ...lawTexts(
        'sgd.no-argmin',
        [1, 2, 3, 4, 32].map((T) => ({ name: `T = ${T}`, instance: (free) => valley(free.numbers('eta', T)) })),
        use,
      ),
    ]),
    'induction',
  );
};
