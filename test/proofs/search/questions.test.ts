import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../proofs/kernel/cases.ts';
import type { Certificate } from '../../../proofs/kernel/certificate.ts';
import type { Fact } from '../../../proofs/kernel/fact.ts';
import { symbolicReading as F, scalar } from '../../../proofs/kernel/symbolic.ts';
import { beginnings, findCertificates } from '../../../proofs/search/find.ts';
import { answersTo } from '../../../proofs/search/questions.ts';
import type { Solver } from '../../../proofs/search/solver.ts';
import { nonnegative, positive } from '../../../proofs/theorem/statements.ts';
import { type Answers, type Question, sought } from '../../../proofs/theorem/stored.ts';
import { type Part, proved } from '../../../proofs/theorem/theorem.ts';

const [x, y] = [scalar('x'), scalar('y')];
const given = [positive('x', x)];
const silent: Solver = { run: () => Promise.resolve(undefined), close: () => {} };

/** Decides the sign of y unless that is answered, then asks whether 2x > 0, then whether x + y > 0. */
const part: Part = {
  name: 'part',
  argue: () => ({ assumes: given, steps: [] }),
  asking: (answers: Answers) => (reader: Reader) => {
    const ask = (goal: Fact): Certificate | undefined =>
      answers({
        ...{ key: goal.name, goal, path: reader.path(), known: given, hints: { degree: 1 } },
        refuted: () => false,
      });
    const isPositive = ask(positive('y > 0', y)) !== undefined || reader.coordinates.sign(y) === 1;
    const goals = [positive('2x > 0', F.add(x, x)), ...(isPositive ? [positive('x + y > 0', F.add(x, y))] : [])];
    const steps = goals.flatMap((goal) => {
      const by = ask(goal);
      return by === undefined ? [] : [{ goal, by }];
    });
    return { assumes: given, steps: [...steps, sought(nonnegative('3x >= 0', F.mul(F.of(3), x)), { degree: 1 })] };
  },
};

describe('the questions of a text', () => {
  const twice: Certificate = { terms: [{ times: 2, facts: ['x'] }] };
  test('are searched for one after the other, on all paths at a time', async () => {
    const asked: string[] = [];
    const answers = await answersTo(part, {
      known: ({ key }) => (key === 'y > 0' ? null : undefined),
      search: ({ key, path }: Question) => {
        asked.push(`${path} ${key}`);
        return Promise.resolve(key === '2x > 0' ? twice : undefined);
      },
    });
    expect(asked).toEqual(['0 2x > 0', '1 2x > 0', '2 2x > 0', '0 x + y > 0']);
    const question = { goal: positive('2x > 0', F.add(x, x)), known: given, hints: {}, refuted: () => false };
    expect(answers({ ...question, key: '2x > 0', path: '1' })).toBe(twice);
    expect(answers({ ...question, key: 'x + y > 0', path: '0' })).toBeUndefined();
  });
  test('that need no search are answered at once', async () => {
    const search = () => Promise.reject(new Error('no search is needed'));
    const answers = await answersTo(part, { known: () => null, search });
    const question = { key: '2x > 0', goal: positive('2x > 0', F.add(x, x)), known: given, path: '0', hints: {} };
    expect(answers({ ...question, refuted: () => false })).toBeUndefined();
  });

  const theorem = proved({ id: 'asks', laws: [], cites: [], states: '', scope: 'all reals' }, [part]);
  test('are stored where an answer serves, and no others', async () => {
    const before = { part: { 'y > 0': '[x]', '2x > 0 (path 0)': '2 [x]', '3x >= 0': '3 [x]' } };
    const outcomes: string[] = [];
    const found = await findCertificates(theorem, silent, before, (outcome, { path, goal }) => {
      outcomes.push(`${path} ${goal.name} ${outcome}`);
    });
    expect(found).toEqual({ stored: { part: { '2x > 0': '2 [x]', '3x >= 0': '3 [x]' } }, missing: [] });
    expect(outcomes.slice(0, 3)).toEqual(['0 2x > 0 kept', '1 2x > 0 found', '2 2x > 0 found']);
  });
});

describe('paths', () => {
  test.each([
    [['0', '1'], [], ['']],
    [['00', '01', '1'], ['02'], ['00', '01', '1']],
    [['00', '01', '02', '10'], ['11'], ['0', '10']],
    [['0'], ['0', '1'], ['0']],
    [[], ['0'], []],
  ])('%j without %j are told by their beginnings: %j', (paths, others, told) => {
    expect(beginnings(paths, others)).toEqual(told);
  });
});
